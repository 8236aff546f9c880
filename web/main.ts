// Starts the page: the program, its window, the ways in for documents. The address may say ?lang=zh|en, ?theme=light|dark,
// ?view=…, ?src=… (of the same origin). Where something basic is missing, a plain sentence stands on the page instead.
// Tests: tests/browser.
import { Drawing } from './drawing.js';
import { Files } from './files.js';
import { Glyphs } from './glyphs.js';
import { imports, type Parts } from './host.js';
import { Mirror } from './mirror.js';
import { Memory, Program, type Doors } from './program.js';
import { Screen } from './screen.js';

const byId = <T extends HTMLElement>(id: string): T => document.getElementById(id) as T;

async function instantiate(address: string, given: WebAssembly.Imports): Promise<Doors> {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
  // A server that names another media type makes streaming fail; the bytes are the same.
  const streaming = answer.headers.get('content-type')?.startsWith('application/wasm') ?? false;
  const { instance } = streaming ? await WebAssembly.instantiateStreaming(answer, given)
                                 : await WebAssembly.instantiate(await answer.arrayBuffer(), given);
  return instance.exports as unknown as Doors;
}

async function start(): Promise<void> {
  const main = byId('mingzhang'), canvas = byId<HTMLCanvasElement>('canvas');
  const memory = new Memory();
  const parts = { memory, glyphs: new Glyphs(memory), drawing: Drawing.on(canvas, memory) } as Parts;
  const doors = await instantiate(byId<HTMLLinkElement>('program').href, imports(parts));
  memory.attach(doors.memory);
  const program = new Program(doors, memory);
  const screen = new Screen(canvas, program, () => document.documentElement.classList.add('started'));

  parts.mirror = new Mirror(main, memory, {
    activate: node => { doors.activate(node); screen.now(); },
    hover: (node, x, y) => { doors.hover(node, x, y); screen.ask(); },
    focus: (node, visible) => { doors.focus(node, visible); screen.ask(); },
    scroll: (region, top) => { doors.scroll(region, top); screen.ask(); },
    edit: (field, text) => { program.edit(field, text); screen.now(); },
  });
  doors._initialize();
  const largest = doors.largest_file();
  parts.files = new Files(byId('files'), {
    largest,
    open: (name, bytes) => { program.open(name, bytes); screen.ask(); },
    fail: (code, name) => { program.fail(code, name); screen.ask(); },
  });
  document.documentElement.classList.toggle('no-canvas', parts.drawing === null);
  doors.start();

  const asked = new URLSearchParams(location.search);
  for (const [key, name] of [['lang', 'language'], ['theme', 'theme'], ['view', 'view']] as const) {
    const value = asked.get(key);
    if (value) program.command(name, value);
  }
  listenToKeys(program, screen);
  listenToLosses(canvas, parts, doors, screen);
  screen.start();
  const source = asked.get('src');
  if (source) await parts.files.openAddress(source);
}

/// Keys that no element of its own answers: Escape and the like.
function listenToKeys(program: Program, screen: Screen): void {
  const theirs = new Set(['Enter', ' ', 'Tab', 'Shift', 'Control', 'Alt', 'Meta']);
  document.addEventListener('keydown', event => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || theirs.has(event.key)) return;
    if (event.target instanceof HTMLInputElement && event.key !== 'Escape') return;
    program.command('key', event.key);
    screen.now();
  });
}

/// The graphics card may take everything back (a driver that restarts, a phone that slept): the mirror shows meanwhile.
function listenToLosses(canvas: HTMLCanvasElement, parts: Parts, doors: Doors, screen: Screen): void {
  canvas.addEventListener('webglcontextlost', event => {
    event.preventDefault();
    document.documentElement.classList.add('no-canvas');
  });
  canvas.addEventListener('webglcontextrestored', () => {
    parts.drawing?.prepare();
    doors.restore_textures();
    document.documentElement.classList.remove('no-canvas');
    screen.now();
  });
}

start().catch((error: unknown) => {
  document.documentElement.classList.add('failed');
  byId('reason').textContent = error instanceof Error ? error.message : String(error);
});

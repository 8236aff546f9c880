// Starts the page: the program, its window, the ways in for documents. The address may say ?lang=zh|en, ?theme=light|dark,
// ?view=…, ?src=… (of the same origin). Where something basic is missing, a plain sentence stands on the page instead.
// Tests: tests/browser.
import { Drawing } from './drawing.js';
import { Files } from './files.js';
import { Glyphs } from './glyphs.js';
import { imports, type Parts } from './host.js';
import { Mirror } from './mirror.js';
import { Memory, Program } from './program.js';
import { Screen } from './screen.js';

const byId = <T extends HTMLElement>(id: string): T => document.getElementById(id) as T;

async function load(address: string): Promise<WebAssembly.Module> {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
  // A server that names another media type makes streaming fail; the bytes are the same.
  const streaming = answer.headers.get('content-type')?.startsWith('application/wasm') ?? false;
  return streaming ? WebAssembly.compileStreaming(answer) : WebAssembly.compile(await answer.arrayBuffer());
}

/// A program that stops again and again before it opened anything is not started once more.
const MOST_STOPS = 3;

interface Opened { name: string; bytes: Uint8Array }

/// The page while it runs: what the visitor opened and chose is kept for a fresh start after the program stopped.
class Page {
  private readonly root = document.documentElement;
  private readonly canvas = byId<HTMLCanvasElement>('canvas');
  private readonly parts: Parts;
  private readonly program: Program;
  private readonly screen: Screen;
  private readonly asked = new URLSearchParams(location.search);
  private document: Opened | undefined;  // on the screen
  private opening: Opened | undefined;   // while the program reads it
  private opened = false;                // anything yet
  private stops = 0;                     // since a document was opened without one

  constructor(module: WebAssembly.Module, memory: Memory) {
    this.parts = { memory, glyphs: new Glyphs(memory), drawing: Drawing.on(this.canvas, memory) } as Parts;
    this.program = new Program(module, imports(this.parts), memory, () => void this.startAfresh());
    const { program } = this;
    this.screen = new Screen(this.canvas, program, () => this.root.classList.add('started'));
    const { screen } = this;
    this.parts.mirror = new Mirror(byId('mingzhang'), memory, {
      activate: node => { program.call(doors => doors.activate(node)); screen.now(); },
      hover: (node, x, y) => { program.call(doors => doors.hover(node, x, y)); screen.ask(); },
      focus: (node, visible) => { program.call(doors => doors.focus(node, visible)); screen.ask(); },
      scroll: (region, top) => { program.call(doors => doors.scroll(region, top)); screen.ask(); },
      edit: (field, text) => { program.edit(field, text); screen.now(); },
    });
    this.parts.files = new Files(byId('files'), {
      tooLarge: size => size > (program.call(doors => doors.largest_file()) ?? 0),
      open: (name, bytes) => this.open({ name, bytes }),
      fail: (code, name) => { program.fail(code, name); screen.now(); },
    });
    this.root.classList.toggle('no-canvas', this.parts.drawing === null);
  }

  async start(): Promise<void> {
    await this.begin();
    this.listenToKeys();
    this.listenToLosses();
    this.screen.start();
    const source = this.asked.get('src');
    if (source) await this.parts.files.openAddress(source);
    else this.rehearse();
  }

  /// The browser compiles code and draws glyphs when they are first used: let that be before the visitor's document comes,
  /// in pieces, while there is nothing else to do.
  private rehearse(): void {
    const { program } = this;
    const views = ['overview', 'checks', 'source', 'breakdown', 'change', 'performance'];
    const steps = [() => program.call(doors => doors.rehearse()), ...views.map(view => () => program.rehearseView(view))];
    const next = (): void => {
      const step = this.opened ? undefined : steps.shift();
      if (!step) return program.call(doors => doors.end_rehearsal());
      step();
      whenIdle(next);
    };
    whenIdle(next);
  }

  private async begin(): Promise<void> {
    await this.program.begin();
    for (const [key, name] of [['lang', 'language'], ['theme', 'theme'], ['view', 'view']] as const) {
      const value = this.asked.get(key);
      if (value) this.program.command(name, value);
    }
    if (this.stops > 0) this.program.command('language', this.root.lang.slice(0, 2));  // as it was before the stop
  }

  private open(file: Opened): void {
    this.opened = true;
    byId('alert').textContent = '';  // of a file before
    this.opening = file;
    this.program.open(file.name, file.bytes);
    this.screen.now();
    // A stop on the way has taken it out of `opening` already.
    if (this.opening) {
      this.document = this.opening;
      this.stops = 0;
    }
    this.opening = undefined;
  }

  /// The program stopped. A new one takes over with the document that was open before the one that stopped it.
  private async startAfresh(): Promise<void> {
    const culprit = this.opening ?? this.document;
    const kept = this.opening ? this.document : undefined;
    this.opening = this.document = undefined;
    if (++this.stops > MOST_STOPS) return giveUp('');
    this.parts.mirror.clear();
    this.parts.drawing?.prepare();
    await this.begin();
    if (kept) this.open(kept);
    this.program.fail('page.crashed', culprit?.name ?? '');
    this.screen.now();
  }

  /// Keys that no element of its own answers: Escape and the like.
  private listenToKeys(): void {
    const theirs = new Set(['Enter', ' ', 'Tab', 'Shift', 'Control', 'Alt', 'Meta']);
    document.addEventListener('keydown', event => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || theirs.has(event.key)) return;
      if (event.target instanceof HTMLInputElement && event.key !== 'Escape') return;
      this.program.command('key', event.key);
      this.screen.now();
    });
  }

  /// The graphics card may take everything back (a driver that restarts, a phone that slept): the mirror shows meanwhile.
  private listenToLosses(): void {
    this.canvas.addEventListener('webglcontextlost', event => {
      event.preventDefault();
      this.root.classList.add('no-canvas');
    });
    this.canvas.addEventListener('webglcontextrestored', () => {
      this.parts.drawing?.prepare();
      this.program.call(doors => doors.restore_textures());
      this.root.classList.remove('no-canvas');
      this.screen.now();
    });
  }
}

function whenIdle(action: () => void): void {
  if ('requestIdleCallback' in window) requestIdleCallback(() => action());
  else setTimeout(action, 100);  // WebKit
}

function giveUp(reason: string): void {
  const { classList } = document.documentElement;
  classList.remove('started');
  classList.add('failed');
  byId('reason').textContent = reason;
}

load(byId<HTMLLinkElement>('program').href)
  .then(module => new Page(module, new Memory()).start())
  .catch((error: unknown) => giveUp(error instanceof Error ? error.message : String(error)));

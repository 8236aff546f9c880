// The page while it runs: the program, its window, the ways in for documents, and what is kept for a fresh start after the program
// stopped. The address may say ?lang=zh|en, ?theme=light|dark, ?view=…, ?src=… (of the same origin).
// Tests: tests/browser.
import { Drawing } from './drawing.js';
import { Files } from './files.js';
import { Glyphs } from './glyphs.js';
import { copy, copyInto, imports, type Parts } from './host.js';
import { Library, type Opened } from './library.js';
import { Mirror } from './mirror.js';
import type { Notices } from './notices.js';
import { keepOffline, stock } from './offline.js';
import { Places } from './places.js';
import { Memory, Program } from './program.js';
import { Screen } from './screen.js';
import { Selection } from './selection.js';
import { Settings } from './settings.js';

export const byId = <T extends HTMLElement>(id: string): T => document.getElementById(id) as T;

/// A program that stops again and again before it opened anything is not started once more.
const MOST_STOPS = 3;

/// How long a page that is opened again waits for the document that it showed before it shows its start.
const PATIENCE = 500;

/// With Ctrl or ⌘: what the page answers in place of the browser.
const SHORTCUTS: Record<string, string> = { f: 'find', z: 'undo', y: 'redo' };

const isField = (target: EventTarget | null): boolean => target instanceof Element && target.matches('input, select, textarea');

export class Page {
  private readonly root = document.documentElement;
  private readonly canvas = byId<HTMLCanvasElement>('canvas');
  private readonly main = byId('mingzhang');
  private readonly parts: Parts;
  private readonly program: Program;
  private readonly screen: Screen;
  private readonly places: Places;
  private readonly settings = new Settings();
  private readonly asked = new URLSearchParams(location.search);
  private readonly library: Library;
  private read = false;                  // the file that was handed over last
  private opening: Opened | undefined;   // while the program reads it
  private opened = false;                // anything yet
  private stops = 0;                     // since a document was opened without one

  constructor(module: WebAssembly.Module) {
    const memory = new Memory();
    this.parts = { memory, glyphs: new Glyphs(memory), drawing: Drawing.on(this.canvas, memory) } as Parts;
    this.program = new Program(module, imports(this.parts), memory, () => void this.startAfresh());
    const { program } = this;
    this.screen = new Screen(this.canvas, program, () => this.root.classList.add('started'));
    const { screen } = this;
    this.parts.mirror = new Mirror(this.main, memory, {
      activate: node => { program.call(doors => doors.activate(node)); screen.now(); },
      hover: (node, x, y) => { program.call(doors => doors.hover(node, x, y)); screen.ask(); },
      focus: (node, visible) => { program.call(doors => doors.focus(node, visible)); screen.ask(); },
      scroll: (region, top) => { program.call(doors => doors.scroll(region, top)); screen.ask(); },
      edit: (field, text) => { program.edit(field, text); screen.now(); },
    });
    this.parts.files = new Files(byId('files'), {
      tooLarge: size => size > (program.call(doors => doors.largest_file()) ?? 0),
      begin: () => this.beginOpening(),
      open: (name, bytes, beneath) => this.open({ name, bytes }, beneath),
      fail: (code, name) => this.fail(code, name),
      unpack: (name, bytes) => program.unpack(name, bytes),
    });
    const embedded = window.parent !== window;
    this.library = new Library(program, {
      begin: () => this.beginOpening(),
      open: (file, beneath) => this.open(file, beneath),
      fail: (code, name) => this.fail(code, name),
      changed: () => screen.ask(),
    }, !embedded);
    this.places = new Places({
      follow: place => { program.goTo(place); screen.now(); },
      content: () => this.main.querySelector<HTMLElement>(':scope > section.region'),
    }, !embedded);
    this.parts.notices = this.notices();
    new Selection(this.main, (places, to) => copyInto(to, () => program.command('copy', places)));
    this.root.classList.toggle('no-canvas', this.parts.drawing === null);
  }

  async start(): Promise<void> {
    const place = this.places.start();
    const source = this.asked.get('src');
    const key = new URLSearchParams(place).get('doc');
    const kept = key && !source ? this.library.find(key) : Promise.resolve(undefined);
    await this.begin();
    if (place) this.program.goTo(place);  // waits for its document
    const late = await this.reopen(kept);
    this.listenToKeys();
    this.listenToLosses();
    this.screen.start();
    if (source) await this.parts.files.openAddress(source);
    else this.rehearse();
    void keepOffline(() => !this.opened);
    const file = await late?.file;
    if (file && !this.opened) this.open(file, false);
  }

  /// A page that is opened again shows what it showed, from its first frame where the document comes soon enough.
  private async reopen(kept: Promise<Opened | undefined>): Promise<{ file: Promise<Opened | undefined> } | undefined> {
    const soon = await Promise.race([kept, new Promise<'late'>(resolve => { setTimeout(() => resolve('late'), PATIENCE); })]);
    if (soon === 'late') return { file: kept };
    if (soon) this.open(soon, false);
    return undefined;
  }

  private notices(): Notices {
    return {
      place: place => this.places.tell(place),
      opened: label => {
        this.read = true;
        this.library.opened(label, this.opening);
      },
      closed: key => this.library.closed(key),
      bring: key => void this.library.bring(key),
      forget: key => void this.library.forget(key),
      marks: value => void this.library.marked(value),
      link: place => void copy(new URL(`#${place}`, location.href).href),
      settings: line => { if (window.parent === window) this.settings.save(line); },
    };
  }

  /// The browser compiles code and draws glyphs when they are first used: let that be before the visitor's document comes,
  /// in pieces, while there is nothing else to do.
  private rehearse(): void {
    const { program } = this;
    const views = ['overview', 'checks', 'source', 'breakdown', 'change', 'performance'];
    const steps = [() => program.call(doors => doors.rehearse()), ...views.map(view => () => program.rehearseView(view))];
    const next = (): void => {
      const step = this.opened ? undefined : steps.shift();
      if (!step) {
        program.call(doors => doors.end_rehearsal());
        return void stock();
      }
      step();
      whenIdle(next);
    };
    whenIdle(next);
  }

  private async begin(): Promise<void> {
    await this.program.begin();
    for (const [name, value] of this.settings.read()) this.program.command(name, value);
    for (const [key, name] of [['lang', 'language'], ['theme', 'theme'], ['view', 'view']] as const) {
      const value = this.asked.get(key);
      if (value) this.program.command(name, value);
    }
    if (this.stops > 0) this.program.command('language', this.root.lang.slice(0, 2));  // as it was before the stop
    this.library.introduce();
  }

  private beginOpening(): void {
    byId('alert').textContent = '';
    this.program.command('opening', '');
  }

  private open(file: Opened, beneath: boolean): boolean {
    this.opened = true;
    this.opening = file;
    this.read = false;
    this.program.open(file.name, file.bytes, beneath);
    this.screen.now();
    // A stop on the way has taken it out of `opening` already.
    if (this.opening && this.read) this.stops = 0;
    this.opening = undefined;
    return this.read;
  }

  private fail(code: string, name: string): void {
    this.program.fail(code, name);
    this.screen.now();
  }

  /// The program stopped. A new one takes over with the documents that were open, but not the one that stopped it.
  private async startAfresh(): Promise<void> {
    const { place } = this.places;
    const top = new URLSearchParams(place).get('doc') ?? '';
    const culprit = this.opening ?? this.library.open.get(top);
    const all = this.library.takeAll();
    this.opening = undefined;
    if (++this.stops > MOST_STOPS) return giveUp('');
    this.parts.mirror.clear();
    this.parts.drawing?.prepare();
    await this.begin();
    for (const [, file] of all) {
      if (file === null) this.program.command('sample', '');
      else if (file !== culprit) this.open(file, false);
    }
    this.program.goTo(this.library.open.has(top) ? place : '');
    this.fail('page.crashed', culprit?.name ?? '');
  }

  /// Keys that no element of its own answers: Escape and the like.
  private listenToKeys(): void {
    document.addEventListener('keydown', event => {
      const command = (event.ctrlKey || event.metaKey) && !event.altKey ? SHORTCUTS[event.key.toLowerCase()] : undefined;
      if (!command || event.isComposing || (command !== 'find' && isField(event.target))) return;
      if (!this.library.open.size) return;
      event.preventDefault();
      this.program.command(command === 'undo' && event.shiftKey ? 'redo' : command, '');
      this.screen.now();
    });
    const theirs = new Set(['Enter', ' ', 'Tab', 'Shift', 'Control', 'Alt', 'Meta']);
    document.addEventListener('keydown', event => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || theirs.has(event.key)) return;
      if (isField(event.target) && event.key !== 'Escape') return;
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

export function giveUp(reason: string): void {
  const { classList } = document.documentElement;
  classList.remove('started');
  classList.add('failed');
  byId('failed').setAttribute('role', 'alert');
  byId('reason').textContent = reason;
}

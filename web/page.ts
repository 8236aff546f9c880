// The page while it runs: the program, its window, the ways in for documents, and what is kept for a fresh start after the program
// stopped. The address may say ?lang=zh|en, ?theme=light|dark, ?view=…, ?src=… (of the same origin), ?embed=1.
// Tests: tests/browser.
import type { Drawing } from './drawing.js';
import { Embedding } from './embedding.js';
import { Files } from './files.js';
import { Glyphs } from './glyphs.js';
import { Handing, type LinkWish, png, save } from './handing.js';
import { copy, copyInto, imports, type Parts } from './host.js';
import { Library, type Opened } from './library.js';
import { carries, type Handed, readLink } from './links.js';
import { Mirror } from './mirror.js';
import type { Notices } from './notices.js';
import { keepOffline, stock } from './offline.js';
import { fromBase64, inflated } from './packing.js';
import { saved, savedDocument, savesPdfPage } from './parts.js';
import { Places } from './places.js';
import { type Memory, Program } from './program.js';
import { Reading, type Source } from './reading.js';
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
  private readonly reading: Reading;
  private readonly handing: Handing;
  private readonly embedding: Embedding | undefined;
  private wasRead = false;               // the file that was handed over last
  private opening: Opened | undefined;   // while the program reads it
  private opened = false;                // anything yet
  private stops = 0;                     // since a document was opened without one

  /// `drawing`: null where the browser has no WebGL 2; the words of the page are there all the same.
  constructor(module: WebAssembly.Module, memory: Memory, drawing: Drawing | null) {
    this.parts = { memory, glyphs: new Glyphs(memory), drawing } as Parts;
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
    this.reading = new Reading(module, {
      open: (file, beneath) => this.open(file, () => program.open(file.name, file.bytes, beneath)),
      unpack: (name, bytes) => program.unpack(name, bytes),
      openPacked: (file, packed, beneath) => this.open(file, () => program.openPacked(packed, beneath)),
      fail: (code, name, detail, offset) => this.fail(code, name, detail, offset),
      tooLarge: size => size > (program.call(doors => doors.largest_file()) ?? 0),
      progress: line => { program.command('progress', line); screen.ask(); },
    });
    this.parts.files = new Files(byId('files'), {
      open: sources => this.read(sources),
      fail: (code, name) => { this.beginOpening(); this.fail(code, name); },
    });
    const embedded = window.parent !== window;
    this.handing = new Handing({
      file: key => this.library.open.get(key)?.bytes,
      hash: text => program.sha256(text),
      link: (link, whole) => { program.command('link', `${whole ? 'whole' : 'place'}\n${link}`); screen.ask(); },
      fail: (code, name) => { this.beginOpening(); this.fail(code, name); },
    });
    this.library = new Library(program, {
      open: file => this.read([{ name: file.name, size: file.bytes.length, bytes: () => Promise.resolve(file.bytes) }]),
      fail: (code, name) => { this.beginOpening(); this.fail(code, name); },
      changed: () => screen.ask(),
    }, !embedded && !saved);  // files on a disk share one store
    this.places = new Places({
      follow: place => { program.goTo(place); screen.now(); },
      content: () => this.main.querySelector<HTMLElement>(':scope > section.region'),
    }, !embedded);
    if (embedded && this.asked.has('embed')) this.embedding = new Embedding({
      open: (name, bytes) => this.read([{ name, size: bytes.length, bytes: () => Promise.resolve(bytes) }]),
      command: (name, value) => { program.command(name, value); screen.now(); },
      go: place => { program.goTo(place); screen.now(); },
      tooLarge: size => size > (program.call(doors => doors.largest_file()) ?? 0),
    });
    this.parts.notices = this.notices();
    new Selection(this.main, (places, to) => copyInto(to, () => program.command('copy', places)));
    this.parts.savePage = (about, packed) => void this.handing.page(JSON.parse(about), packed);
    this.parts.unpacked = file => program.addInner(file);
    this.root.classList.toggle('no-canvas', this.parts.drawing === null);
  }

  async start(): Promise<void> {
    const fragment = this.places.start();
    const handed = carries(fragment) ? await readLink(fragment) : undefined;
    const place = handed?.place ?? fragment;
    const source = this.asked.get('src');
    const key = new URLSearchParams(place).get('doc');
    const kept = key && !source && !handed?.document ? this.library.find(key) : Promise.resolve(undefined);
    await this.begin();
    if (place) this.program.goTo(place);  // waits for its document
    const late = await this.reopen(kept);
    await this.openHanded(handed);
    this.listenToKeys();
    this.listenToLosses();
    this.screen.start();
    if (source) {
      this.embedding?.gives(source.split(/[?#]/)[0]!.split('/').pop() ?? '');
      this.parts.files.openAddress(source);
    } else {
      this.rehearse();
    }
    if (!saved) void keepOffline(() => !this.opened);
    const file = await late?.file;
    if (file && !this.opened) this.reopenNow(file);
  }

  /// What came in a link, or what the page was saved with.
  private async openHanded(handed: Handed | undefined): Promise<void> {
    const { program } = this;
    if (handed?.document) await this.reading.read([{ ...handed.document, size: handed.document.bytes.length, bytes: () => Promise.resolve(handed.document!.bytes) }]);
    if (handed?.marks) program.command('marks', `\n${handed.marks}`);
    const inside = handed ? undefined : savedDocument();
    if (!inside) return;
    const packed = await inflated(fromBase64(inside.packed), 256 << 20);
    this.open(undefined, () => program.openPacked(packed, false));
    if (inside.marks) program.command('marks', `\n${inside.marks}`);
    if (inside.place && !this.places.place) program.goTo(inside.place);
    program.command('language', inside.language.slice(0, 2));
  }

  /// A page that is opened again shows what it showed, from its first frame where the document comes soon enough.
  private async reopen(kept: Promise<Opened | undefined>): Promise<{ file: Promise<Opened | undefined> } | undefined> {
    const soon = await Promise.race([kept, new Promise<'late'>(resolve => { setTimeout(() => resolve('late'), PATIENCE); })]);
    if (soon === 'late') return { file: kept };
    if (soon) this.reopenNow(soon);
    return undefined;
  }

  private reopenNow(file: Opened): void {
    void this.reading.read([{ name: file.name, size: file.bytes.length, bytes: () => Promise.resolve(file.bytes) }]);
  }

  private notices(): Notices {
    return {
      place: place => {
        this.places.tell(place);
        this.embedding?.place(place);
      },
      opened: label => {
        this.wasRead = true;
        this.library.opened(label, this.opening);
        if (this.opening) this.embedding?.opened(label, this.opening.name);
      },
      closed: key => this.library.closed(key),
      bring: key => void this.library.bring(key),
      forget: key => void this.library.forget(key),
      marks: value => void this.library.marked(value),
      link: place => void copy(new URL(`#${place}`, location.href).href),
      cancel: () => this.reading.cancel(),
      link_wanted: wish => void this.handing.link(JSON.parse(wish) as LinkWish),
      print: html => this.handing.print(html),
      licences: () => void this.handing.licences(),
      png: value => void this.savePicture(value),
      settings: line => { if (window.parent === window) this.settings.save(line); },
    };
  }

  private async savePicture(value: string): Promise<void> {
    const end = value.indexOf('\n'), name = value.slice(0, end);
    try {
      save(name, await png(value.slice(end + 1)));
    } catch {
      this.fail('page.not_saved', name);
    }
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
    const able = [saved && 'saved', savesPdfPage && 'pdf-page', this.embedding && 'embedded'].filter(Boolean);
    this.program.command('page', able.join(' '));
    this.library.introduce();
  }

  private beginOpening(): void {
    byId('alert').textContent = '';
    this.program.command('opening', '');
  }

  private read(sources: readonly Source[]): void {
    this.opened = true;
    this.beginOpening();
    void this.reading.read(sources);
  }

  /// Hands a file to the program; true where it could be read.
  private open(file: Opened | undefined, hand: () => void): boolean {
    this.opened = true;
    this.opening = file;
    this.wasRead = false;
    hand();
    this.screen.now();
    // A stop on the way has taken it out of `opening` already.
    if (this.opening && this.wasRead) this.stops = 0;
    this.opening = undefined;
    return this.wasRead;
  }

  private fail(code: string, name: string, detail = '', offset = -1): void {
    this.embedding?.failed(code, name);
    this.program.fail(code, name, detail, offset);
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
    if (all.some(([, file]) => file === null)) this.program.command('sample', '');
    const kept = all.map(([, file]) => file).filter((file): file is Opened => file !== null && file !== culprit);
    await this.reading.read(kept.map(file => ({ name: file.name, size: file.bytes.length, bytes: () => Promise.resolve(file.bytes) })));
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

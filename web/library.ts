// The documents that are open, as bytes, for a program that must start afresh; and those that this device keeps (store.ts). The
// program shows the list and says what the visitor wishes; this does it. Nothing here ever waits for the store to show a document.
// Tests: tests/browser/kept.test.mjs, platform.test.mjs (a program that stopped).
import type { Program } from './program.js';
import { Store, type Kept, type Keeping } from './store.js';

export interface Opened { name: string; bytes: Uint8Array<ArrayBuffer> }

export interface Reader {
  /// The visitor opens a kept document.
  open(file: Opened): void;
  fail(code: string, name: string): void;
  /// Something that is shown has changed.
  changed(): void;
}

export class Library {
  /// By key, as the program holds them. Null: the bundled sample, which the program has itself.
  readonly open = new Map<string, Opened | null>();
  private store: Store | null = null;
  private readonly ready: Promise<void>;
  private kept: Kept[] = [];
  private keeping: Keeping = 'kept';

  /// `keeps`: false in a page that another embeds: its visitor did not come to us.
  constructor(private readonly program: Program, private readonly reader: Reader, keeps: boolean) {
    this.ready = keeps ? Store.open().then(store => this.connect(store)) : Promise.resolve();
  }

  /// The file of a kept document; undefined where it is not kept.
  find(key: string): Promise<Opened | undefined> {
    return this.ready.then(() => this.store?.file(key)).catch(() => undefined);
  }

  /// The program has read `file` (undefined: the sample) and says what it is.
  opened(label: string, file: Opened | undefined): void {
    const key = new URLSearchParams(label).get('key') ?? '';
    this.open.set(key, file ?? null);
    if (file) void this.keep(key, label, file);
    void this.bringMarks(key);
  }

  closed(key: string): void { this.open.delete(key); }

  /// Opens a kept document again.
  async bring(key: string): Promise<void> {
    const name = this.kept.find(each => each.key === key)?.name ?? '';
    await this.ready;
    const file = await this.store?.file(key).catch(() => undefined);
    if (file) this.reader.open(file);
    else this.reader.fail('page.not_kept', name);
  }

  /// Keeps no longer: one, or all.
  async forget(key: string): Promise<void> {
    await this.ready;
    try {
      await (key ? this.store?.forget(key) : this.store?.clear());
    } catch { /* it was not kept, then */ }
    await this.list();
  }

  /// What the visitor did to a document: "KEY⏎JSON".
  async marked(value: string): Promise<void> {
    const end = value.indexOf('\n'), key = value.slice(0, end), marks = value.slice(end + 1);
    await this.ready;
    try {
      const both = await this.store?.saveMarks(key, marks);
      if (both !== undefined && both !== marks) this.tellMarks(key, both);
    } catch { this.say('denied'); }
  }

  /// All that was open, in order; the program is a new one and has none of it.
  takeAll(): [string, Opened | null][] {
    const all = [...this.open];
    this.open.clear();
    return all;
  }

  /// Tells a program that has just begun.
  introduce(): void {
    this.tellList();
    this.say(this.keeping);
  }

  private async connect(store: Store | null): Promise<void> {
    this.store = store;
    if (!store) return this.say('denied');
    store.onChange((what, key) => void (what === 'shelf' ? this.list() : this.bringMarks(key)));
    await this.list();
  }

  private async keep(key: string, label: string, file: Opened): Promise<void> {
    await this.ready;
    if (!this.store) return;
    this.say(await this.store.put({ key, name: file.name, label, opened: Date.now() }, file.bytes));
    await this.list();
  }

  private async bringMarks(key: string): Promise<void> {
    await this.ready;
    if (!this.store || !this.open.has(key)) return;
    const marks = await this.store.marks(key).catch(() => '');
    if (marks) this.tellMarks(key, marks);
  }

  private async list(): Promise<void> {
    this.kept = await this.store?.shelf().catch(() => []) ?? [];
    this.tellList();
  }

  private tellList(): void {
    const lines = this.kept.map(each => {
      const line = new URLSearchParams(each.label);
      line.set('name', each.name);
      return line.toString();
    });
    this.program.command('kept', lines.join('\n'));
    this.reader.changed();
  }

  private tellMarks(key: string, marks: string): void {
    this.program.command('marks', `${key}\n${marks}`);
    this.reader.changed();
  }

  private say(how: Keeping): void {
    this.keeping = how;
    this.program.command('keeping', how);
    this.reader.changed();
  }
}

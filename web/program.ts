// The WebAssembly program as the page sees it: its exports (web/main.cpp), its memory, and text on the way in and out.
// Tests: tests/browser.

/// The same list as the doors of web/main.cpp; web/build.mjs compares it with the built program.
export interface Doors {
  memory: WebAssembly.Memory;
  _initialize(): void;
  start(): void;
  largest_file(): number;
  room(size: number): number;
  sha256(size: number): number;
  surroundings(width: number, height: number, ratio: number, textScale: number, theme: number, reducedMotion: boolean,
               coarsePointer: boolean): void;
  frame(seconds: number): number;
  activate(node: number): void;
  hover(node: number, x: number, y: number): void;
  focus(node: number, visible: boolean): void;
  scroll(region: number, top: number): void;
  edit(field: number, size: number): void;
  open_file(nameSize: number, beneath: boolean): void;
  open_packed(beneath: boolean): void;
  expand_input(nameSize: number): void;
  fail(codeSize: number, nameSize: number, detailSize: number, offset: number): void;
  command(nameSize: number, valueSize: number): void;
  go_to(size: number): void;
  rehearse(): void;
  rehearse_view(size: number): void;
  end_rehearsal(): void;
  restore_textures(): void;
}

/// A file of an archive. `code` and `detail` say why it cannot be read; empty: it can.
export interface InnerFile { name: string; bytes: Uint8Array<ArrayBuffer>; code: string; detail: string }

const encoder = new TextEncoder();
const decoder = new TextDecoder();

/// The program's memory. Views of it are made anew after it grew, which any call into the program may cause.
export class Memory {
  private memory: WebAssembly.Memory | undefined;
  private bytesNow = new Uint8Array();
  private viewNow = new DataView(new ArrayBuffer(0));

  attach(memory: WebAssembly.Memory): void { this.memory = memory; }

  get bytes(): Uint8Array<ArrayBuffer> {
    const buffer = this.memory!.buffer as ArrayBuffer;
    if (this.bytesNow.buffer !== buffer) this.bytesNow = new Uint8Array(buffer);
    return this.bytesNow as Uint8Array<ArrayBuffer>;
  }
  get view(): DataView {
    const buffer = this.memory!.buffer;
    if (this.viewNow.buffer !== buffer) this.viewNow = new DataView(buffer);
    return this.viewNow;
  }
  slice(at: number, size: number): Uint8Array<ArrayBuffer> { return this.bytes.subarray(at, at + size); }
  text(at: number, size: number): string { return size === 0 ? '' : decoder.decode(this.slice(at, size)); }
}

/// The running program. Where it stops unexpectedly (a document that needs more memory than there is), `onStop` hears of it
/// and may begin a fresh one; calls to a stopped program do nothing.
export class Program {
  private doors: Doors | undefined;
  private inner: InnerFile[] = [];

  constructor(private readonly module: WebAssembly.Module, private readonly imports: WebAssembly.Imports,
              private readonly memory: Memory, private readonly onStop: () => void) {}

  async begin(): Promise<void> {
    const instance = await WebAssembly.instantiate(this.module, this.imports);
    const doors = instance.exports as unknown as Doors;
    this.memory.attach(doors.memory);
    doors._initialize();
    this.doors = doors;
    this.call(it => it.start());
  }

  call<Result>(action: (doors: Doors) => Result): Result | undefined {
    if (!this.doors) return undefined;
    try {
      return action(this.doors);
    } catch (error) {
      this.doors = undefined;
      this.onStop();
      // A trap is the program's way to stop; anything else is a mistake on this side, to be seen.
      if (!(error instanceof WebAssembly.RuntimeError)) throw error;
      return undefined;
    }
  }

  open(name: string, bytes: Uint8Array, beneath: boolean): void {
    this.bring([name, bytes], (doors, [nameSize]) => doors.open_file(nameSize!, beneath));
  }
  openPacked(packed: Uint8Array, beneath: boolean): void {
    this.bring([packed], doors => doors.open_packed(beneath));
  }
  /// The files of an archive; what is none is one file, itself.
  unpack(name: string, bytes: Uint8Array): InnerFile[] {
    this.inner = [];
    this.bring([name, bytes], (doors, [nameSize]) => doors.expand_input(nameSize!));
    return this.inner.splice(0);
  }
  /// What the program tells while it unpacks: web/host.ts.
  addInner(file: InnerFile): void { this.inner.push(file); }
  fail(code: string, name: string, detail = '', offset = -1): void {
    this.bring([code, name, detail], (doors, [codeSize, nameSize, detailSize]) =>
      doors.fail(codeSize!, nameSize!, detailSize!, offset));
  }
  command(name: string, value: string): void {
    this.bring([name, value], (doors, [nameSize, valueSize]) => doors.command(nameSize!, valueSize!));
  }
  goTo(place: string): void {
    this.bring([place], (doors, [size]) => doors.go_to(size!));
  }
  /// In base64.
  sha256(text: string): string {
    let digits = '';
    this.bring([text], (doors, [size]) => { digits = this.memory.text(doors.sha256(size!) >>> 0, 64); });
    return btoa(String.fromCharCode(...(digits.match(/../g) ?? []).map(pair => parseInt(pair, 16))));
  }
  edit(field: number, text: string): void {
    this.bring([text], (doors, [size]) => doors.edit(field, size!));
  }

  rehearseView(view: string): void {
    this.bring([view], (doors, [size]) => doors.rehearse_view(size!));
  }

  /// Puts the parts behind each other into the program's room, then calls; sizes are bytes.
  private bring(parts: (string | Uint8Array)[], action: (doors: Doors, sizes: number[]) => void): void {
    const all = parts.map(part => typeof part === 'string' ? encoder.encode(part) : part);
    this.call(doors => {
      let at = doors.room(all.reduce((sum, part) => sum + part.length, 0)) >>> 0;
      for (const part of all) {
        this.memory.bytes.set(part, at);
        at += part.length;
      }
      action(doors, all.map(part => part.length));
    });
  }
}

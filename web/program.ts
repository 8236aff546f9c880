// The WebAssembly program as the page sees it: its exports (web/main.cpp), its memory, and text on the way in and out.
// Tests: tests/browser.

/// The same list as the doors of web/main.cpp; web/build.mjs compares it with the built program.
export interface Doors {
  memory: WebAssembly.Memory;
  _initialize(): void;
  start(): void;
  largest_file(): number;
  room(size: number): number;
  surroundings(width: number, height: number, ratio: number, textScale: number, theme: number, reducedMotion: boolean,
               coarsePointer: boolean): void;
  frame(seconds: number): number;
  activate(node: number): void;
  hover(node: number, x: number, y: number): void;
  focus(node: number, visible: boolean): void;
  scroll(region: number, top: number): void;
  edit(field: number, size: number): void;
  open_file(nameSize: number): void;
  fail(codeSize: number, nameSize: number): void;
  command(nameSize: number, valueSize: number): void;
  restore_textures(): void;
}

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

export class Program {
  constructor(readonly doors: Doors, private readonly memory: Memory) {}

  /// Puts the parts behind each other into the program's room; their sizes in bytes.
  private bring(...parts: (string | Uint8Array)[]): number[] {
    const all = parts.map(part => typeof part === 'string' ? encoder.encode(part) : part);
    let at = this.doors.room(all.reduce((sum, part) => sum + part.length, 0));
    for (const part of all) {
      this.memory.bytes.set(part, at);
      at += part.length;
    }
    return all.map(part => part.length);
  }

  open(name: string, bytes: Uint8Array): void {
    const [nameSize] = this.bring(name, bytes);
    this.doors.open_file(nameSize!);
  }
  fail(code: string, name: string): void {
    const [codeSize, nameSize] = this.bring(code, name);
    this.doors.fail(codeSize!, nameSize!);
  }
  command(name: string, value: string): void {
    const [nameSize, valueSize] = this.bring(name, value);
    this.doors.command(nameSize!, valueSize!);
  }
  edit(field: number, text: string): void {
    const [size] = this.bring(text);
    this.doors.edit(field, size!);
  }
}

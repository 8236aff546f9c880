// The worker: a second instance of the program, without a window, that reads inputs while the page goes on. It is told the compiled
// program once, then one input after another; it answers with each file in it, read and packed, or why it could not be.
// A worker that is stopped, or that ran out of memory, is simply replaced: nothing of the page lives here.
// Tests: tests/browser/reading.test.mjs.
import { converterFor } from './formats.js';
import type { Answer, Order } from './messages.js';

/// The same list as the doors of web/reading.cpp; web/build.mjs compares it with the built program.
interface WorkerDoors {
  memory: WebAssembly.Memory;
  _initialize(): void;
  room(size: number): number;
  expand_input(nameSize: number): void;
  sha256(size: number): number;
  read_file(nameSize: number, hashSize: number): void;
}

interface Inner { name: string; bytes: Uint8Array<ArrayBuffer> }

const scope = self as unknown as DedicatedWorkerGlobalScope;
const encoder = new TextEncoder(), decoder = new TextDecoder();
const answer = (it: Answer, ...handed: ArrayBuffer[]): void => scope.postMessage(it, handed);

class Reader {
  private doors!: WorkerDoors;
  private inner: Inner[] = [];
  private job = 0;
  private file: Inner | undefined;

  async start(module: WebAssembly.Module): Promise<void> {
    const nothing = new Proxy({}, { get: () => () => 0 }) as WebAssembly.ModuleImports;
    const wasi = new Proxy({}, {
      get: (_, name) => (status: number) => {
        if (name === 'proc_exit') throw new WebAssembly.RuntimeError(`the program ended with ${status}`);
        return 8;  // EBADF
      },
    }) as WebAssembly.ModuleImports;
    const instance = await WebAssembly.instantiate(module, {
      page: nothing, env: nothing, wasi_snapshot_preview1: wasi, worker: {
        inner_file: (name: number, nameSize: number, bytes: number, size: number) => {
          this.inner.push({ name: this.text(name, nameSize), bytes: this.bytes(bytes, size).slice() });
        },
        packed: (bytes: number, size: number) => this.tellRead(this.bytes(bytes, size).slice()),
        refused: (name: number, nameSize: number, code: number, codeSize: number, detail: number, detailSize: number, offset: number) =>
          answer({ job: this.job, name: this.text(name, nameSize), error: this.text(code, codeSize), detail: this.text(detail, detailSize), offset }),
      },
    });
    this.doors = instance.exports as unknown as WorkerDoors;
    this.doors._initialize();
  }

  read({ job, name, bytes, converted }: Extract<Order, { job: number }>): void {
    this.job = job;
    if (converted) {
      this.readFile({ name, bytes: converted }, bytes);
    } else {
      this.inner = [];
      this.enter(name, bytes, size => this.doors.expand_input(size));
      const files = this.inner;
      this.inner = [];
      files.forEach((file, done) => {
        answer({ job, reading: file.name, done, of: files.length });
        if (converterFor(file.bytes)) answer({ job, name: file.name, bytes: file.bytes, convert: true }, file.bytes.buffer);
        else this.readFile(file, file.bytes);
      });
    }
    answer({ job, finished: true });
  }

  /// `own`: the file as the visitor has it, where the program is given what a converter made of it.
  private readFile(file: Inner, own: Uint8Array<ArrayBuffer>): void {
    this.file = { name: file.name, bytes: own };
    // A converter has its file's hash from the browser, which computes none on pages that are not served securely.
    const hash = file.bytes === own || crypto.subtle as SubtleCrypto | undefined ? '' : this.hashOf(own);
    this.enter(file.name, file.bytes, nameSize => this.doors.read_file(nameSize, hash.length), hash);
  }

  private tellRead(packed: Uint8Array<ArrayBuffer>): void {
    const { name, bytes } = this.file!;
    answer({ job: this.job, name, bytes, packed }, packed.buffer, bytes.buffer);
  }

  private enter(name: string, bytes: Uint8Array, door: (nameSize: number) => void, hash = ''): void {
    const title = encoder.encode(name), words = encoder.encode(name + hash);
    const at = this.doors.room(words.length + bytes.length) >>> 0;
    const memory = new Uint8Array(this.doors.memory.buffer);
    memory.set(words, at);
    memory.set(bytes, at + words.length);
    door(title.length);
  }

  private hashOf(bytes: Uint8Array): string {
    const at = this.doors.room(bytes.length) >>> 0;
    new Uint8Array(this.doors.memory.buffer).set(bytes, at);
    return this.text(this.doors.sha256(bytes.length), 64);
  }

  private bytes(at: number, size: number): Uint8Array<ArrayBuffer> { return new Uint8Array(this.doors.memory.buffer as ArrayBuffer, at >>> 0, size); }
  private text(at: number, size: number): string { return decoder.decode(this.bytes(at, size)); }
}

const reader = new Reader();
let ready: Promise<void>;

scope.addEventListener('message', event => {
  const order = event.data as Order;
  if ('module' in order) {
    ready = reader.start(order.module);
    return;
  }
  void ready.then(() => reader.read(order)).catch((error: unknown) => {
    // Nothing of this instance can be trusted any more: the page makes a new worker.
    answer({ job: order.job, stopped: String(error), memory: error instanceof RangeError || /memory|allocation/i.test(String(error)) });
  });
});

// Reads what the visitor opens: small files at once, on the page's own thread, everything else in a worker (worker.ts), one after
// another, with progress and a way to stop. Whatever happens to the worker, the page and what is open in it stay as they are.
// Tests: tests/browser/reading.test.mjs.
import { CONVERTERS } from './converters.js';
import { converterFor } from './formats.js';
import type { Answer, Order } from './messages.js';
import { ConversionError } from './pdf/errors.js';
import type { InnerFile } from './program.js';
import { scriptAddress, workerName } from './parts.js';

export interface Input { name: string; bytes: Uint8Array<ArrayBuffer> }
/// An input that is fetched when its turn comes. `size` may be 0 where it is not known yet.
export interface Source {
  name: string;
  size: number;
  bytes(): Promise<Uint8Array<ArrayBuffer>>;
  /// What to say where it cannot be fetched: "file.unreadable" without it (moved meanwhile, no permission, a folder).
  unreadable?: string;
}

export interface Told {
  /// The page's own instance reads the file; true where it could be read.
  open(input: Input, beneath: boolean): boolean;
  /// The files of an archive, by the page's own instance; what is none is one file, itself.
  unpack(name: string, bytes: Uint8Array): InnerFile[];
  /// The same for one that the worker has read.
  openPacked(input: Input, packed: Uint8Array, beneath: boolean): boolean;
  fail(code: string, name: string, detail: string, offset: number): void;
  /// A file of so many bytes is not even read.
  tooLarge(size: number): boolean;
  /// Named values for the program; empty: nothing is being read.
  progress(line: string): void;
}

/// Bytes up to which a text is read on the page's own thread: a few milliseconds, less than a worker takes to begin.
const SMALL = 128 << 10;
/// What takes less time than this shows no progress.
const QUICK = 250;
/// A worker that read more than this has grown: it goes when the work is done, and its memory with it.
const LARGE = 4 << 20;

export class Reading {
  private worker: Worker | undefined;
  private jobs = 0;
  private stop: (() => void) | undefined;
  private busy: Promise<unknown> = Promise.resolve();

  constructor(private readonly module: WebAssembly.Module, private readonly to: Told) {}

  /// The first that can be read lies on top, unless `beneath`. What comes while others are read waits for them.
  async read(sources: readonly Source[], beneath = false): Promise<void> {
    const [first] = sources;
    if (!this.stop && sources.length === 1 && first) {
      const input = await this.fetch(first);
      if (!input) return;
      if (!this.stop && this.isQuick(input)) {
        this.to.open(input, beneath);
        return;
      }
      sources = [{ ...first, bytes: () => Promise.resolve(input.bytes) }];
    }
    const done = this.busy.then(() => this.readAll(sources, beneath));
    this.busy = done.catch(() => {});
    await done;
  }

  /// Stops what is being read, and what waits behind it in the same opening.
  cancel(): void { this.stop?.(); }

  private async fetch(source: Source): Promise<Input | undefined> {
    if (this.to.tooLarge(source.size)) return this.refuse('file.too_large', source.name);
    try {
      const bytes = await source.bytes();
      return this.to.tooLarge(bytes.length) ? this.refuse('file.too_large', source.name) : { name: source.name, bytes };
    } catch {
      return this.refuse(source.unreadable ?? 'file.unreadable', source.name);
    }
  }

  private refuse(code: string, name: string): undefined {
    this.to.fail(code, name, '', -1);
    return undefined;
  }

  private isQuick({ bytes }: Input): boolean {
    const packed = bytes[0] === 0x50 && bytes[1] === 0x4B;  // 'PK': larger inside
    return bytes.length <= SMALL && !packed && !converterFor(bytes);
  }

  private async readAll(sources: readonly Source[], beneath: boolean): Promise<void> {
    const batch = new Batch(sources.length, this.to, beneath);
    const cancelled = new AbortController();
    this.stop = () => {
      cancelled.abort();
      this.dismiss();
    };
    let size = 0;
    for (const source of sources) {
      if (cancelled.signal.aborted) break;
      batch.begin(source.name);
      const input = await this.fetch(source);
      size += input?.bytes.length ?? 0;
      if (input && !cancelled.signal.aborted) await this.readOne(input, batch, cancelled.signal);
      batch.finish();
    }
    this.stop = undefined;
    if (size > LARGE) this.dismiss();
    batch.end();
  }

  private async readOne(input: Input, batch: Batch, signal: AbortSignal): Promise<void> {
    if (this.isQuick(input)) {
      batch.opened(this.to.open(input, batch.beneath));
      await nextTask();
      return;
    }
    const files = converterFor(input.bytes) ? [input] : await this.inWorker({ job: 0, ...input }, batch, signal);
    for (const file of files) {
      if (signal.aborted) return;
      await this.convert(file, batch, signal);
    }
  }

  private async convert(file: Input, batch: Batch, signal: AbortSignal): Promise<void> {
    try {
      const convert = CONVERTERS[converterFor(file.bytes)!]!;
      // It hands the bytes on to a worker of its own: it gets a copy.
      const converted = await convert(file.bytes.slice(), { signal, progress: (page, pages) => batch.page(file.name, page, pages) });
      if (!signal.aborted) await this.inWorker({ job: 0, ...file, converted }, batch, signal);
    } catch (error) {
      if (signal.aborted) return;
      const known = error instanceof ConversionError;
      this.to.fail(known ? error.code : 'page.load', file.name, known ? error.detail : String(error), -1);
    }
  }

  /// The files in it that must be converted first.
  private inWorker(order: Extract<Order, { job: number }>, batch: Batch, signal: AbortSignal): Promise<Input[]> {
    const job = ++this.jobs, toConvert: Input[] = [];
    return new Promise(resolve => {
      const worker = this.worker ??= this.hire();
      if (!worker) return resolve(this.here(order, batch));
      const end = (): void => {
        worker.removeEventListener('message', hear);
        worker.removeEventListener('error', broken);
        signal.removeEventListener('abort', end);
        resolve(signal.aborted ? [] : toConvert);
      };
      const broken = (): void => {
        this.dismiss();
        this.to.fail('page.crashed', order.name, '', -1);
        end();
      };
      const hear = (event: MessageEvent): void => {
        const answer = event.data as Answer;
        if (answer.job !== job) return;
        if ('reading' in answer) batch.inner(answer.reading, answer.done, answer.of);
        else if ('packed' in answer) batch.opened(this.to.openPacked(answer, answer.packed, batch.beneath));
        else if ('convert' in answer) toConvert.push(answer);
        else if ('error' in answer) this.to.fail(answer.error, answer.name, answer.detail, answer.offset);
        else if ('finished' in answer) end();
        else if ('stopped' in answer) {
          this.dismiss();
          this.to.fail(answer.memory ? 'page.memory' : 'page.crashed', batch.name, '', -1);
          end();
        }
      };
      worker.addEventListener('message', hear);
      worker.addEventListener('error', broken);
      signal.addEventListener('abort', end);
      worker.postMessage({ ...order, job } satisfies Order);
    });
  }

  /// The browser lets no worker start: then here, and the page waits.
  private here({ name, bytes, converted }: Extract<Order, { job: number }>, batch: Batch): Input[] {
    if (converted) {
      batch.opened(this.to.open({ name, bytes: converted }, batch.beneath));
      return [];
    }
    const toConvert: Input[] = [];
    for (const file of this.to.unpack(name, bytes)) {
      if (file.code) this.to.fail(file.code, file.name, file.detail, -1);
      else if (converterFor(file.bytes)) toConvert.push(file);
      else batch.opened(this.to.open(file, batch.beneath));
    }
    return toConvert;
  }

  private hire(): Worker | undefined {
    try {
      const worker = new Worker(scriptAddress(workerName));
      worker.postMessage({ module: this.module } satisfies Order);
      return worker;
    } catch {
      return undefined;
    }
  }

  private dismiss(): void {
    this.worker?.terminate();
    this.worker = undefined;
  }
}

/// The files of one opening: what is on top, and how far the reading is.
class Batch {
  private done = 0;
  private innerDone = 0;
  private innerOf = 1;
  private pages = '';
  private readonly began = performance.now();
  private shown = false;
  name = '';

  constructor(private of: number, private readonly to: Told, public beneath: boolean) {
    // Also where nothing is heard of for a while: the first sign comes in time.
    setTimeout(() => this.show(), QUICK + 1);
  }

  opened(read: boolean): void { this.beneath ||= read; }
  begin(name: string): void {
    this.name = name;
    this.innerDone = 0;
    this.innerOf = 1;
    this.show();
  }
  inner(name: string, done: number, of: number): void {
    this.name = name;
    this.innerDone = done;
    this.innerOf = of;
    this.show();
  }
  page(name: string, page: number, pages: number): void {
    this.name = name;
    this.pages = new URLSearchParams({ page: String(page), pages: String(pages) }).toString();
    this.show();
    this.pages = '';
  }
  finish(): void { this.done += this.innerOf, this.of += this.innerOf - 1, this.innerDone = 0, this.innerOf = 1; }
  end(): void {
    this.of = 0;
    if (this.shown) this.to.progress('');
  }

  private show(): void {
    if (this.of === 0 || performance.now() - this.began < QUICK) return;
    this.shown = true;
    const values = new URLSearchParams({ done: String(this.done + this.innerDone), of: String(this.of + this.innerOf - 1), name: this.name });
    this.to.progress(this.pages ? `${values}&${this.pages}` : values.toString());
  }
}

/// Lets the browser draw and answer before the next file.
function nextTask(): Promise<void> {
  return new Promise(resolve => { setTimeout(resolve); });
}

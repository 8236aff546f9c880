// The worker in which the page reads PDF files: both halves of pdf.js in this one thread, away from the page's. It is told one file
// after another, and answers with progress and with what the program reads instead (stream.ts), or with why it could not.
// web/build.mjs makes one classic script of it, which also runs from inside a page in one file. Tests: tests/browser/pdf.test.mjs.
import * as worker from 'pdfjs-dist/worker';
import { ConversionError } from './errors.js';
import { unpackedMaps } from './maps.js';
import type { FromReader, ToReader } from './messages.js';
import { readPdf } from './read.js';

interface Port {
  postMessage(message: FromReader, handed?: ArrayBuffer[]): void;
  addEventListener(type: 'message', hear: (event: { data: ToReader }) => void): void;
}
const port = self as unknown as Port;
(globalThis as { pdfjsWorker?: unknown }).pdfjsWorker = worker;

/// All character maps, asked for when the first font needs one.
let maps: Promise<Map<string, Uint8Array>> | undefined;
let mapsCame: (packed: Uint8Array | undefined) => void = () => {};

function allMaps(): Promise<Map<string, Uint8Array>> {
  return maps ??= new Promise((found, failed) => {
    mapsCame = packed => {
      if (packed) return found(unpackedMaps(packed));
      maps = undefined;  // the next file tries again
      failed(new ConversionError('pdf.reader'));
    };
    port.postMessage({ wants: 'maps' });
  });
}

async function map(name: string): Promise<Uint8Array> {
  const found = (await allMaps()).get(name);
  if (!found) throw new Error(`no character map ${name}`);
  return found.slice();  // pdf.js gives it away
}

async function read(job: number, bytes: Uint8Array<ArrayBuffer>): Promise<void> {
  try {
    const pages = await readPdf(bytes, { map, progress: (page, of) => port.postMessage({ job, page, of }) });
    port.postMessage({ job, pages }, [pages.buffer]);
  } catch (error) {
    const { code, detail } = error instanceof ConversionError ? error : new ConversionError('pdf.damaged');
    port.postMessage({ job, code, detail });
  }
}

port.addEventListener('message', ({ data }) => {
  if ('maps' in data) mapsCame(data.maps);
  else if ('bytes' in data) void read(data.job, data.bytes);
});

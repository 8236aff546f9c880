// Reads PDF files for the page, in a worker of their own (pdf/page_worker.ts) that is loaded with the first of them.
// Tests: tests/browser/pdf.test.mjs.
import type { Conversion } from './converters.js';
import { pdfMaps, pdfWorkerName, scriptAddress } from './parts.js';
import { ConversionError } from './pdf/errors.js';
import type { FromReader, ToReader } from './pdf/messages.js';

let worker: Worker | undefined;
let jobs = 0;

function dismiss(): void {
  worker?.terminate();
  worker = undefined;
}

function hire(): Worker {
  const made = new Worker(scriptAddress(pdfWorkerName));
  made.addEventListener('message', async event => {
    if (!('wants' in (event.data as FromReader))) return;
    const maps = await pdfMaps().catch(() => undefined);
    made.postMessage({ maps } satisfies ToReader);
  });
  return made;
}

/// The pages of the file, as the program reads them (pdf/stream.ts). The bytes are given away.
export function readPdfFile(bytes: Uint8Array<ArrayBuffer>, { progress, signal }: Conversion): Promise<Uint8Array<ArrayBuffer>> {
  if (!pdfWorkerName) return Promise.reject(new ConversionError('pdf.not_here'));
  const job = ++jobs;
  return new Promise((read, failed) => {
    const reader = worker ??= hire();
    const end = (): void => {
      reader.removeEventListener('message', hear);
      reader.removeEventListener('error', broken);
      signal.removeEventListener('abort', stopped);
    };
    const fail = (code: string, detail = ''): void => {
      end();
      failed(new ConversionError(code, detail));
    };
    // It could not be loaded, or ran out of memory; the next file gets a fresh one.
    const broken = (): void => {
      dismiss();
      fail('pdf.reader');
    };
    const stopped = (): void => {
      dismiss();
      fail('pdf.cancelled');
    };
    const hear = (event: MessageEvent): void => {
      const answer = event.data as FromReader;
      if (!('job' in answer) || answer.job !== job) return;  // also what pdf.js says to itself
      if ('page' in answer) return progress(answer.page, answer.of);
      if ('code' in answer) return fail(answer.code, answer.detail);
      end();
      read(answer.pages);
    };
    reader.addEventListener('message', hear);
    reader.addEventListener('error', broken);
    signal.addEventListener('abort', stopped);
    reader.postMessage({ job, bytes } satisfies ToReader, [bytes.buffer]);
  });
}

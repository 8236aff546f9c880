// The Node.js process of the command line: takes files in formats that the program itself does not read, gives back what it
// does read. One process for many files, one file after the other; it ends when its input does.
//
// A new format: a number here and in src/cli/converter.h, and a function from bytes to bytes that throws a ConversionError.
// Tests: tests/cli (Pdf).
import './surroundings.js';
import * as worker from 'pdfjs-dist/worker';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { ConversionError } from '../pdf/errors.js';
import { readPdf } from '../pdf/read.js';
import { answer, RequestReader } from './frames.js';

globalThis.pdfjsWorker = worker;  // in this very thread

const maps = path.join(import.meta.dirname ?? path.dirname(new URL(import.meta.url).pathname), 'cmaps');

/// By number: from a file's bytes to those that the program reads.
const converters = {
  1: file => readPdf(file, { map: async name => new Uint8Array(await readFile(path.join(maps, path.basename(name)))) }),
};

async function convert({ number, format, file }) {
  try {
    const converter = converters[format];
    if (!converter) throw new ConversionError('convert.failed');
    return answer(number, 0, await converter(file));
  } catch (error) {
    const { code, detail } = error instanceof ConversionError ? error : new ConversionError('convert.failed');
    return answer(number, 1, new TextEncoder().encode(`${code}\t${detail}`));
  }
}

function write(pieces) {
  for (const piece of pieces) process.stdout.write(piece);
}

const requests = new RequestReader();
let busy = Promise.resolve();
process.stdin.on('data', piece => requests.add(piece, request => {
  busy = busy.then(async () => write(await convert(request)));
}));
process.stdin.on('end', () => void busy.then(() => process.exit(0)));
write(answer(0, 0, new Uint8Array()));

// A PDF's bytes in, its positioned pages out (stream.ts). Runs in a worker of the page and in Node.js alike: needs no DOM,
// keeps nothing between two calls. Tests: tests/pdf.
import { getDocument } from 'pdfjs-dist';
import { ConversionError } from './errors.js';
import { type Font, PageReader } from './operators.js';
import { type PositionedPage, StreamWriter } from './stream.js';

export interface Reading {
  /// The character map (CMap) of this name, compressed as pdfjs-dist has it; for fonts that are not in the file.
  map(name: string): Promise<Uint8Array>;
  progress?(page: number, pages: number): void;
  signal?: AbortSignal;
}

const MOST_PAGES = 5_000;
/// Pictures that take up this much of a page without words beside them are what there is to read on it.
const MUCH_OF_A_PAGE = 0.15;

/// Rejects with a ConversionError: pdf.password, pdf.damaged, pdf.pages, pdf.cancelled. The bytes are given away: they are
/// empty afterwards.
export async function readPdf(bytes: Uint8Array<ArrayBuffer>, reading: Reading): Promise<Uint8Array<ArrayBuffer>> {
  const writer = new StreamWriter('application/pdf', bytes.length, await sha256(bytes), isCutOff(bytes));
  class Maps {
    async fetch({ kind, filename }: { kind: string; filename: string }): Promise<Uint8Array> {
      if (kind !== 'cMapUrl') throw new Error('no such data');  // outlines of standard fonts: nothing is drawn
      return reading.map(filename);
    }
  }
  const task = getDocument({
    data: bytes, disableFontFace: true, maxImageSize: 1, isEvalSupported: false, verbosity: 0, useWorkerFetch: false,
    useSystemFonts: false, useWasm: false, stopAtErrors: false, BinaryDataFactory: Maps, cMapUrl: 'cmaps/', cMapPacked: true,
  } as never);
  const cancel = (): void => void task.destroy();
  reading.signal?.addEventListener('abort', cancel, { once: true });
  try {
    const pdf = await task.promise;
    if (pdf.numPages > MOST_PAGES) throw new ConversionError('pdf.pages', String(MOST_PAGES));
    const optional = await pdf.getOptionalContentConfig();
    for (let number = 1; number <= pdf.numPages; ++number) {
      reading.progress?.(number, pdf.numPages);
      writer.page(await readPage(pdf, number, optional));
    }
    return writer.finish();
  } catch (error) {
    throw reading.signal?.aborted ? new ConversionError('pdf.cancelled') : asError(error);
  } finally {
    reading.signal?.removeEventListener('abort', cancel);
    await task.destroy();
  }
}

type Pdf = Awaited<ReturnType<typeof getDocument>['promise']>;
type Optional = Awaited<ReturnType<Pdf['getOptionalContentConfig']>>;

async function readPage(pdf: Pdf, number: number, optional: Optional): Promise<PositionedPage> {
  const page = await pdf.getPage(number);
  const { width, height, transform } = page.getViewport({ scale: 1 });
  const fonts = new Map<string, Font | undefined>();
  const fontOf = (name: string): Font | undefined => {
    if (!fonts.has(name)) fonts.set(name, page.commonObjs.has(name) ? page.commonObjs.get(name) as Font : undefined);
    return fonts.get(name);
  };
  const reader = new PageReader(transform as never, width, height, fontOf, optional as never);
  const damaged = await page.getOperatorList().then(list => { reader.read(list); return false; }, () => true);
  page.cleanup();
  const { words: { runs, unseen, unknown }, painting: { rulings } } = reader;
  return { width, height, unseen, unknown, picture: reader.pictured > MUCH_OF_A_PAGE, damaged, rulings, runs };
}

function asError(error: unknown): ConversionError {
  if (error instanceof ConversionError) return error;
  const { name = '', message = '' } = error as Error;
  return name === 'PasswordException' ? new ConversionError('pdf.password') : new ConversionError('pdf.damaged', message.slice(0, 80));
}

/// A whole file ends with this mark, or nearly so.
function isCutOff(bytes: Uint8Array): boolean {
  const end = bytes.subarray(-2048);
  return !new TextDecoder('latin1').decode(end).includes('%%EOF');
}

async function sha256(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array> {
  // Not there on pages that are not served securely.
  const subtle = globalThis.crypto?.subtle as SubtleCrypto | undefined;
  return subtle ? new Uint8Array(await subtle.digest('SHA-256', bytes)) : new Uint8Array(32);
}

// What makes of files in formats that the program does not read (formats.ts) something that it does read. A converter runs where it
// likes, but never on the page's own thread; what it makes goes to the program together with the file itself, whose name, size and
// hash are the document's.
import { readPdfFile } from './pdf_files.js';

export interface Conversion {
  /// `page` of `pages` is being read.
  progress(page: number, pages: number): void;
  /// Aborted where the visitor stops it.
  signal: AbortSignal;
}
/// Rejects with a ConversionError (pdf/errors.ts) where the file is no such file, damaged or locked. The bytes are given away.
export type Convert = (bytes: Uint8Array<ArrayBuffer>, conversion: Conversion) => Promise<Uint8Array<ArrayBuffer>>;

/// By the names of formats.ts. A new converter is one entry here and one there.
export const CONVERTERS: Readonly<Record<string, Convert>> = { pdf: readPdfFile };

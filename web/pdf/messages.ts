// What the page (web/pdf_files.ts) and its worker for PDF (page_worker.ts) tell each other.

/// A file to read; the character maps that were asked for, absent where they could not be loaded.
export type ToReader = { job: number; bytes: Uint8Array<ArrayBuffer> } | { maps: Uint8Array<ArrayBuffer> | undefined };

/// `pages`: the whole file, as stream.ts has it. `code` and `detail` as assets/words/errors.json names them.
export type FromReader = { wants: 'maps' } | { job: number; page: number; of: number } |
  { job: number; pages: Uint8Array<ArrayBuffer> } | { job: number; code: string; detail: string };

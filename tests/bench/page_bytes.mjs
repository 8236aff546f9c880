// The bytes of a built page: what each of its files takes, plain and as brotli.
import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';

/// Files of the folder by name. `later`: fetched only with the first PDF.
export function pageBytes(folder) {
  return readdirSync(folder).filter(name => statSync(path.join(folder, name)).isFile()).sort().map(name => {
    const content = readFileSync(path.join(folder, name));
    const brotli = brotliCompressSync(content, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length;
    return { name, raw: content.length, brotli, later: /pdfjs/.test(name) };
  });
}

/// What all of them take, or those that come later.
export const total = (files, what, later = false) => files.filter(file => file.later === later).reduce((sum, file) => sum + file[what], 0);

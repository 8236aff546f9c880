// The page stays small: people open it on phones, and each file of it is fetched before anything is seen.
import assert from 'node:assert/strict';
import path from 'node:path';
import { test } from 'node:test';
import { pageBytes, total } from '../../bench/page_bytes.mjs';

const page = path.resolve(import.meta.dirname, '../../../build/web-release/page');

test('The page is at most 600 KB as brotli, and the PDF reader at most 530 KB more', () => {
  const files = pageBytes(page);
  const all = total(files, 'brotli'), later = total(files, 'brotli', true);
  assert.ok(all > 0 && all <= 600 * 1024, `${(all / 1024).toFixed(1)} KB: sh tests/bench/run.sh says which file grew`);
  assert.ok(later > 0 && later <= 530 * 1024, `${(later / 1024).toFixed(1)} KB`);
});

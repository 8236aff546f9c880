// The page is the same, byte for byte, wherever the project lies: made again in another folder of the same program and sources, it
// has the files that the build made. (The program itself: -ffile-prefix-map in CMakeLists.txt.)
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { pageFolder, root } from './page.mjs';

const filesOf = folder => readdirSync(folder, { recursive: true }).filter(name => statSync(path.join(folder, name)).isFile()).sort();

test('Made in another folder, the page and the page in one file are the same bytes', () => {
  const other = mkdtempSync(path.join(tmpdir(), 'mingzhang-elsewhere-'));
  try {
    for (const name of ['web', 'assets', 'shell.html', 'LICENSE', 'CMakeLists.txt']) {
      cpSync(path.join(root, name), path.join(other, name), { recursive: true, filter: from => !from.includes('node_modules') });
    }
    for (const folder of ['web/node_modules', 'web/convert/node_modules', 'build/deps']) {
      mkdirSync(path.dirname(path.join(other, folder)), { recursive: true });
      if (existsSync(path.join(root, folder))) symlinkSync(path.join(root, folder), path.join(other, folder));
    }
    mkdirSync(path.join(other, 'made/web'), { recursive: true });
    for (const name of ['web/mingzhang.wasm', 'CMakeCache.txt']) cpSync(path.join(root, 'build/web-release', name), path.join(other, 'made', name));
    const made = spawnSync(process.execPath, [path.join(other, 'web/build.mjs'), path.join(other, 'made'), '--quick'], { encoding: 'utf8' });
    assert.equal(made.status, 0, made.stderr);
    for (const folder of ['page', 'one-file']) {
      const here = path.join(path.dirname(pageFolder), folder), there = path.join(other, 'made', folder);
      assert.deepEqual(filesOf(there), filesOf(here));
      for (const name of filesOf(here)) {
        assert.ok(readFileSync(path.join(here, name)).equals(readFileSync(path.join(there, name))), name);
      }
    }
  } finally {
    rmSync(other, { recursive: true, force: true });
  }
});

// The list of what is in the page is whole: every library of README's table that is shipped, each with a version, a licence and, where it
// was fetched by the build, a hash.
import assert from 'node:assert/strict';
import path from 'node:path';
import { test } from 'node:test';
import { components } from '../../../web/components.mjs';

const root = path.resolve(import.meta.dirname, '../../..');

test('Each library has a version, a licence and a hash', () => {
  const list = components({ root, deps: path.join(root, 'build/deps'), headers: '/usr/include', emscripten: '3.1.6', version: '0.1.0' });
  assert.equal(list.bomFormat, 'CycloneDX');
  assert.deepEqual(list.components.map(it => it.name), ['Dear ImGui', 'zlib', 'pugixml', 'nlohmann/json', 'pdfjs-dist', 'Emscripten, musl, libc++']);
  for (const { name, version, licenses, purl } of list.components) {
    assert.match(version, /^\d+\.\d+/, name);
    assert.ok(licenses[0].license.id && purl.startsWith('pkg:'), name);
  }
  const hashed = new Map(list.components.map(it => [it.name, it.hashes?.[0]]));
  assert.match(hashed.get('pdfjs-dist').content, /^[0-9a-f]{128}$/);
  assert.match(hashed.get('zlib').content, /^[0-9a-f]{64}$/);
  assert.match(hashed.get('pugixml').content, /^[0-9a-f]{64}$/);
});

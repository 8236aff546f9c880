// The page in one file: a document's words never become mark-up, the policy names what runs, and it can be made again from itself.
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { test } from 'node:test';
import { webModule } from './module.mjs';

const { savedPage, fromBlock } = await webModule('saved_page.ts');
const hash = async text => `sha256-${createHash('sha256').update(text).digest('base64')}`;

const shell = `<!doctype html>
<html lang="zh-Hans">
<head>
<title>明账</title>
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'sha256-abc=' 'sha256-def='; connect-src 'self'">
<script>early()</script>
<link rel="icon" href="icon.1.svg" type="image/svg+xml">
<link rel="apple-touch-icon" href="icon.png">
<link rel="manifest" href="manifest.webmanifest">
<script type="application/json" id="parts">{"build":"1"}</script>
<link rel="preload" as="fetch" href="mingzhang.wasm" crossorigin id="program">
<script type="module" src="main.1.js"></script>
<style>a{}</style>
</head>
<body><main id="mingzhang"></main></body>
</html>`;
const parts = { shell, main: 'start("$&$1")', worker: 'postMessage("</script><!-- \\\\ ")', licences: 'MIT </script>', icon: 'data:x', build: '1', program: 'AAAA' };
const hostile = '</script><script>alert(1)</script><!--$&"\'';
const saved = { title: hostile, language: 'en', place: 'view=checks', marks: hostile, name: hostile, packed: 'BBBB' };

/// The text of each script element, as an HTML parser finds its end.
const scripts = page => [...page.matchAll(/<script([^>]*)>([^]*?)<\/script>/g)].map(([, attributes, text]) => ({ id: /id="([^"]*)"/.exec(attributes)?.[1], type: /type="([^"]*)"/.exec(attributes)?.[1], text }));

test('Words of a document stay in their block, and out of the mark-up', async () => {
  const page = await savedPage(parts, saved, hash);
  const all = scripts(page);
  assert.deepEqual(all.filter(it => it.type === undefined || it.type === 'module').map(it => it.text), ['early()', parts.main]);
  assert.deepEqual(JSON.parse(all.find(it => it.id === 'document').text), saved);
  assert.equal(page.split('alert(1)').length, all.find(it => it.id === 'document').text.split('alert(1)').length + 1);  // and escaped in the title
  assert.match(page, /<title>&#60;\/script&#62;/);
});

test('What is not to run comes back as it was', async () => {
  const all = scripts(await savedPage(parts, saved, hash));
  assert.equal(fromBlock(all.find(it => it.id === 'worker-text').text), parts.worker);
  assert.equal(fromBlock(all.find(it => it.id === 'licences-text').text), parts.licences);
  assert.equal(fromBlock(all.find(it => it.id === 'shell-text').text), shell);
});

test('The policy lets run what is in the file, by hash, and fetches nothing', async () => {
  const page = await savedPage(parts, saved, hash);
  const policy = /Content-Security-Policy" content="([^"]*)"/.exec(page)[1];
  for (const text of ['early()', parts.main]) assert.ok(policy.includes(`'${await hash(text)}'`));
  assert.match(policy, /default-src 'none'/);
  assert.match(policy, /style-src 'sha256-abc=' 'sha256-def=';/);
  assert.doesNotMatch(policy, /'self'|unsafe-inline|'unsafe-eval'|connect-src|https?:/);
  assert.doesNotMatch(page.replace(/<script type="application\/octet-stream"[^]*?<\/script>/g, ''), /(?:src|href)="(?!data:)/);
});

test('A page that is saved from a saved page is the same', async () => {
  const once = await savedPage(parts, saved, hash);
  const again = await savedPage({ ...parts, shell: fromBlock(scripts(once).find(it => it.id === 'shell-text').text) }, saved, hash);
  assert.equal(again, once);
});

test('A script that would end its own element is refused', async () => {
  await assert.rejects(savedPage({ ...parts, main: 'x = "</script>"' }, null, hash));
});

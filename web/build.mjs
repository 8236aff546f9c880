#!/usr/bin/env node
// Makes the page: node web/build.mjs [BUILD_FOLDER], by default build/web-release. Takes web/mingzhang.wasm from there and
// writes page/ beside it. Every file but index.html, sw.js and the manifest has digits of its content in its name, so that a new
// version is never served from an old cache. Prints the bytes of each, raw and as brotli.
//   --development  readable script with a source map, and the program's imports are checked all the same
import { build } from 'esbuild';
import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, constants } from 'node:zlib';

const web = path.dirname(fileURLToPath(import.meta.url)), root = path.dirname(web), icons = path.join(root, 'assets/icons');
const development = process.argv.includes('--development');
const folder = path.resolve(process.argv.slice(2).find(word => !word.startsWith('--')) ?? path.join(root, 'build/web-release'));
const out = path.join(folder, 'page');

function stop(why) {
  console.error(why);
  process.exit(1);
}

/// Every import of the program must be there in host.ts and every door in program.ts: the linker does not check them.
async function checkDoors(wasm) {
  const module = await WebAssembly.compile(wasm);
  const host = readFileSync(path.join(web, 'host.ts'), 'utf8'), doors = readFileSync(path.join(web, 'program.ts'), 'utf8');
  const known = { page: name => host.includes(` ${name}: `), env: name => host.includes(` ${name}: `),
                  wasi_snapshot_preview1: () => true };
  const unknown = WebAssembly.Module.imports(module).filter(it => !known[it.module]?.(it.name));
  if (unknown.length > 0) stop(`the program needs what the page lacks: ${unknown.map(it => `${it.module}.${it.name}`).join(', ')}`);
  const has = new Set(WebAssembly.Module.exports(module).map(it => it.name));
  const wanted = [...doors.matchAll(/^ {2}(\w+)[(:]/gm)].map(match => match[1]).filter(name => name !== 'constructor');
  const list = wanted.slice(0, wanted.indexOf('restore_textures') + 1);
  const lacking = list.filter(name => !has.has(name));
  if (lacking.length > 0) stop(`the page calls what the program lacks: ${lacking.join(', ')}`);
}

const hash = bytes => createHash('sha256').update(bytes).digest();
const integrity = bytes => `sha256-${hash(bytes).toString('base64')}`;
const files = new Map();  // everything that is made, by name

function put(name, bytes) {
  files.set(name, Buffer.from(bytes));
  return name;
}
/// The same under a name that says what is in it.
function putHashed(name, bytes) {
  const { name: stem, ext } = path.parse(name);
  return put(`${stem}.${hash(bytes).toString('hex').slice(0, 8)}${ext}`, bytes);
}

/// The oldest engines that the page runs in; web/early.js tells the others.
const engines = ['chrome103', 'firefox115', 'safari16.4'];
const common = {
  bundle: true, target: engines, charset: 'utf8', minify: !development, legalComments: 'none', write: false, logLevel: 'warning',
  absWorkingDir: root,
};

/// main.ts and, as files of their own, what it loads only when it is needed. Tells which is which.
async function scripts() {
  const { outputFiles, metafile } = await build({
    ...common, entryPoints: [path.join(web, 'main.ts')], format: 'esm', splitting: true, outdir: out, metafile: true,
    sourcemap: development ? 'inline' : false, entryNames: '[name].[hash]', chunkNames: '[name].[hash]',
  });
  for (const file of outputFiles) put(path.basename(file.path), file.contents);
  const made = new Map(Object.entries(metafile.outputs).map(([file, it]) => [path.basename(file), it]));
  const [main] = [...made].find(([, it]) => it.entryPoint?.endsWith('web/main.ts'));
  const now = new Set();
  const follow = name => {
    if (now.has(name)) return;
    now.add(name);
    for (const it of made.get(name)?.imports ?? []) if (it.kind === 'import-statement') follow(path.basename(it.path));
  };
  follow(main);
  return { main, now: [...now], later: [...made.keys()].filter(name => !now.has(name)) };
}

/// A script that stands by itself: a worker.
async function alone(name, define = {}) {
  const { outputFiles } = await build({ ...common, entryPoints: [path.join(web, name)], format: 'iife', define });
  return outputFiles[0].contents;
}

const program = [path.join(folder, 'web/mingzhang.wasm'), path.join(folder, 'mingzhang.wasm')].find(existsSync);
if (!program) stop(`no mingzhang.wasm in ${folder}: build the target mingzhang_page first (web/run.sh does it all)`);
const wasm = readFileSync(program);
await checkDoors(wasm);

const { main, now, later } = await scripts();
const names = {
  'main.js': main,
  'mingzhang.wasm': putHashed('mingzhang.wasm', wasm),
  'icon.svg': putHashed('icon.svg', readFileSync(path.join(icons, 'icon.svg'))),
};
for (const icon of ['icon-180.png', 'icon-192.png', 'icon-maskable-512.png']) {
  names[icon] = putHashed(icon, readFileSync(path.join(icons, icon)));
}
/// Puts names of files, and what else is given, into the {{places}} of a text.
const filled = (text, more = {}) => text.replace(/\{\{([\w. -]+)\}\}/g, (_, name) =>
  more[name] ?? names[name] ?? stop(`a file of the page names ${name}, which is not built`));
put('manifest.webmanifest', filled(JSON.stringify(JSON.parse(readFileSync(path.join(web, 'manifest.json'), 'utf8')))));

const early = (await build({ ...common, target: 'es5', bundle: false, entryPoints: [path.join(web, 'early.js')] })).outputFiles[0].text.trim();
const contents = [...now, names['mingzhang.wasm'], names['icon.svg'], 'manifest.webmanifest'];
const version = hash(Buffer.concat([...contents, ...later].map(name => files.get(name)))).toString('hex').slice(0, 12);
const parts = { build: version, scripts: ['sw.js', ...later] };

let shell = readFileSync(path.join(root, 'shell.html'), 'utf8');
if (!development) shell = shell.replace(/<!--[\s\S]*?-->\n?/g, '').replace(/\/\*[\s\S]*?\*\//g, '').replace(/\n\s+/g, '\n');
const style = shell.match(/<style>([\s\S]*?)<\/style>/)[1];
put('index.html', filled(shell, {
  'early.js': early, 'early hash': integrity(early), 'style hash': integrity(style), parts: JSON.stringify(parts),
}));

const listed = names => names.map(name => [name, integrity(files.get(name))]);
const FILES = { build: version, now: listed(['index.html', ...contents]), later: listed(later) };
put('sw.js', await alone('sw.ts', { FILES: JSON.stringify(FILES) }));

rmSync(out, { recursive: true, force: true });
mkdirSync(out, { recursive: true });
for (const [name, bytes] of files) writeFileSync(path.join(out, name), bytes);
const samples = path.join(root, 'assets/samples');
if (existsSync(samples)) cpSync(samples, path.join(out, 'samples'), { recursive: true, filter: file => !file.endsWith('.md') });

const totals = { page: 0, later: 0 };
for (const [name, bytes] of [...files].sort()) {
  const packed = brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length;
  totals[later.includes(name) ? 'later' : 'page'] += packed;
  console.log(`${name.padEnd(34)} ${String(bytes.length).padStart(9)} bytes ${String(packed).padStart(9)} brotli`);
}
const kilobytes = bytes => `${(bytes / 1024).toFixed(0)} KB as brotli`;
console.log(`the page ${kilobytes(totals.page)}; what is loaded only when it is needed ${kilobytes(totals.later)}`);

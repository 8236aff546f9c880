#!/usr/bin/env node
// Makes the page: node web/build.mjs [BUILD_FOLDER], by default build/web-release. Takes web/mingzhang.wasm from there and
// writes page/ beside it, and one-file/: the page with the bundled sample as a single file. Every file but index.html, sw.js, embed.js
// and the manifest has digits of its content in its name, so that a new version is never served from an old cache. Prints the
// bytes of each, raw and as brotli.
//   --development  readable script with a source map, and the program's imports are checked all the same
//   --quick        prints no sizes, which take some seconds to find
import { build } from 'esbuild';
import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, constants, deflateRawSync } from 'node:zlib';
import { components } from './components.mjs';
import { isMap, maps, pdfjs } from './convert/build.mjs';

const web = path.dirname(fileURLToPath(import.meta.url)), root = path.dirname(web), icons = path.join(root, 'assets/icons');
const development = process.argv.includes('--development');
const folder = path.resolve(process.argv.slice(2).find(word => !word.startsWith('--')) ?? path.join(root, 'build/web-release'));
const out = path.join(folder, 'page');

function stop(why) {
  console.error(why);
  process.exit(1);
}

/// Every import of the program must be there in host.ts or worker.ts, every door of program.ts and worker.ts in the program: the
/// linker does not check them.
async function checkDoors(wasm) {
  const module = await WebAssembly.compile(wasm);
  const [host, doors, worker] = ['host.ts', 'program.ts', 'worker.ts'].map(name => readFileSync(path.join(web, name), 'utf8'));
  const known = { page: name => host.includes(` ${name}: `), env: name => host.includes(` ${name}: `),
                  worker: name => worker.includes(` ${name}: `), wasi_snapshot_preview1: () => true };
  const unknown = WebAssembly.Module.imports(module).filter(it => !known[it.module]?.(it.name));
  if (unknown.length > 0) stop(`the program needs what the page lacks: ${unknown.map(it => `${it.module}.${it.name}`).join(', ')}`);
  const has = new Set(WebAssembly.Module.exports(module).map(it => it.name));
  const wanted = [...doors.matchAll(/^ {2}(\w+)[(:]/gm)].map(match => match[1]).filter(name => name !== 'constructor');
  const ofWorker = worker.match(/interface WorkerDoors \{([^}]*)\}/)[1];
  const list = [...wanted.slice(0, wanted.indexOf('restore_textures') + 1),
    ...[...ofWorker.matchAll(/^ {2}(\w+)[(:]/gm)].map(match => match[1])];
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

/// A script that stands by itself.
async function alone(name, { format = 'iife', define = {}, plugins = [] } = {}) {
  const { outputFiles } = await build({ ...common, entryPoints: [path.join(web, name)], format, define, plugins });
  return outputFiles[0].contents;
}

/// The licences of all that is in the page, in full.
function licences() {
  const deps = path.join(root, 'build/deps'), own = path.join(web, 'licences');
  const texts = [
    ['明账 Mingzhang', path.join(root, 'LICENSE')], ['Dear ImGui', path.join(deps, 'imgui/LICENSE.txt')],
    ['nlohmann/json', path.join(own, 'nlohmann-json.txt')], ['pugixml', path.join(deps, 'pugixml/LICENSE.md')],
    ['zlib', path.join(deps, 'zlib/LICENSE')], ['Emscripten, musl', path.join(own, 'emscripten-musl.txt')],
    ['pdf.js: Apache License, Version 2.0', path.join(own, 'apache-2.0.txt')], ['libc++, libc++abi, compiler-rt', path.join(own, 'llvm-exceptions.txt')],
  ];
  const line = '='.repeat(80);
  return texts.filter(([, file]) => existsSync(file))
    .map(([name, file]) => `${line}\n${name}\n${line}\n\n${readFileSync(file, 'utf8').trim()}\n`).join('\n\n');
}

/// The list of what other people made (components.mjs).
function componentList() {
  const setting = (file, pattern) => existsSync(file) ? readFileSync(file, 'utf8').match(pattern)?.[1] : undefined;
  const emscripten = setting(path.join(folder, 'CMakeCache.txt'), /^CMAKE_TOOLCHAIN_FILE\S*=(.*)\/cmake\/Modules/m);
  return components({
    root, deps: path.join(root, 'build/deps'), headers: '/usr/include',
    emscripten: emscripten && setting(path.join(emscripten, 'emscripten-version.txt'), /([\d.]+)/),
    version: setting(path.join(root, 'CMakeLists.txt'), /project\(mingzhang VERSION ([\d.]+)/),
  });
}

/// A document as the worker packs it, by the program itself under Node.js.
async function packedBy(wasm, name, bytes) {
  let packed, refused;
  const nothing = new Proxy({}, { get: () => () => 0 });
  const { instance: { exports } } = await WebAssembly.instantiate(wasm, {
    page: nothing, env: nothing, wasi_snapshot_preview1: nothing, worker: {
      inner_file: () => {}, refused: () => { refused = true; },
      packed: (at, size) => { packed = Buffer.from(new Uint8Array(exports.memory.buffer, at >>> 0, size)); },
    },
  });
  exports._initialize();
  const title = Buffer.from(name), at = exports.room(title.length + bytes.length) >>> 0;
  new Uint8Array(exports.memory.buffer).set(Buffer.concat([title, bytes]), at);
  exports.read_file(title.length, 0);
  if (refused || !packed) stop(`the program does not read ${name}`);
  return packed;
}

const program = [path.join(folder, 'web/mingzhang.wasm'), path.join(folder, 'mingzhang.wasm')].find(existsSync);
if (!program) stop(`no mingzhang.wasm in ${folder}: build the target mingzhang_page first (web/run.sh does it all)`);
const wasm = readFileSync(program);
await checkDoors(wasm);

const { main, now, later } = await scripts();
const whole = await alone('main.ts', { format: 'esm' });
const names = {
  'main.js': main,
  'worker.js': putHashed('worker.js', await alone('worker.ts')),
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
// What only a page that is to be saved needs, and the licences: kept for offline use once the page is idle.
names.whole = Buffer.from(whole).equals(files.get(main)) ? main : putHashed('whole.js', whole);
names.licences = putHashed('licences.txt', licences());
/// A module of the page's that this build calls itself.
const called = async name => import(`data:text/javascript;base64,${Buffer.from(await alone(name, { format: 'esm' })).toString('base64')}`);
// The PDF reader, in names that begin with pdfjs.
const { packedMaps } = await called('pdf/maps.ts');
names.pdf = putHashed('pdfjs-reader.js', await alone('pdf/page_worker.ts', { plugins: [pdfjs] }));
names.maps = putHashed('pdfjs-maps.bin', packedMaps(readdirSync(maps).filter(isMap).sort().map(name => [name, readFileSync(path.join(maps, name))])));
later.push(...names.whole === main ? [] : [names.whole], names.licences, names.pdf, names.maps);
const contents = [...now, names['worker.js'], names['mingzhang.wasm'], names['icon.svg'], 'manifest.webmanifest'];
const version = hash(Buffer.concat([...contents, ...later].map(name => files.get(name)))).toString('hex').slice(0, 12);
const parts = {
  build: version, worker: names['worker.js'], pdf: names.pdf, maps: names.maps, whole: names.whole, licences: names.licences,
  scripts: ['sw.js', names['worker.js'], names.pdf],
};

let shell = readFileSync(path.join(root, 'shell.html'), 'utf8');
if (!development) shell = shell.replace(/<!--[\s\S]*?-->\n?/g, '').replace(/\/\*[\s\S]*?\*\//g, '').replace(/\n\s+/g, '\n');
const style = shell.match(/<style>([\s\S]*?)<\/style>/)[1];
put('index.html', filled(shell, {
  'early.js': early, 'early hash': integrity(early), 'style hash': integrity(style),
  'print hash': integrity(readFileSync(path.join(root, 'assets/print/report.css'))), parts: JSON.stringify(parts),
}));

const listed = names => names.map(name => [name, integrity(files.get(name))]);
const FILES = { build: version, now: listed(['index.html', ...contents]), later: listed(later) };
put('sw.js', await alone('sw.ts', { define: { FILES: JSON.stringify(FILES) } }));
put('embed.js', await alone('embed.ts'));
put('components.cdx.json', JSON.stringify(componentList(), null, 2) + '\n');

rmSync(out, { recursive: true, force: true });
mkdirSync(out, { recursive: true });
for (const [name, bytes] of files) writeFileSync(path.join(out, name), bytes);
const samples = path.join(root, 'assets/samples');
cpSync(path.join(web, 'embed'), path.join(out, 'embed'), { recursive: true });
if (existsSync(samples)) cpSync(samples, path.join(out, 'samples'), { recursive: true, filter: file => !file.endsWith('.md') });

// The bundled sample as one file, by the very function with which a visitor saves a document.
const { savedPage } = await called('saved_page.ts');
const sample = 'linhe-npc-2021-budget.txt', title = '临禾县人大常委会办公室 · 明账';
const packed = await packedBy(wasm, sample, readFileSync(path.join(samples, sample)));
const deflated = bytes => deflateRawSync(bytes, { level: 9 }).toString('base64');
const oneFile = await savedPage({
  shell: files.get('index.html').toString(), main: Buffer.from(whole).toString(), worker: files.get(names['worker.js']).toString(),
  licences: files.get(names.licences).toString(), build: version, program: deflated(wasm),
  icon: `data:image/svg+xml;base64,${files.get(names['icon.svg']).toString('base64')}`,
}, { title, language: 'zh-Hans', place: '', marks: '', name: sample, packed: deflated(packed) }, async text => integrity(text));
const single = path.join(folder, 'one-file');
rmSync(single, { recursive: true, force: true });
mkdirSync(single, { recursive: true });
writeFileSync(path.join(single, 'mingzhang-linhe-2021.html'), oneFile);

if (!process.argv.includes('--quick')) printSizes();

/// Everything but the PDF reader has a budget: whoever opens the page at a bus stop pays for it.
function printSizes() {
  const budget = 600 * 1024, totals = { page: 0, later: 0, pdf: 0 };
  for (const [name, bytes] of [...files].sort()) {
    const packed = brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length;
    totals[name.startsWith('pdfjs') ? 'pdf' : later.includes(name) ? 'later' : 'page'] += packed;
    console.log(`${name.padEnd(34)} ${String(bytes.length).padStart(9)} bytes ${String(packed).padStart(9)} brotli`);
  }
  const kilobytes = bytes => `${(bytes / 1024).toFixed(0)} KB`;
  console.log(`${'one file, with the sample'.padEnd(34)} ${String(oneFile.length).padStart(9)} bytes`);
  console.log(`as brotli: the page ${kilobytes(totals.page)}, for saving it ${kilobytes(totals.later)}, the PDF reader ${kilobytes(totals.pdf)}`);
  if (totals.page + totals.later > budget) console.log(`SHORT: the page without the PDF reader has more than ${kilobytes(budget)} as brotli`);
}

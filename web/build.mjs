#!/usr/bin/env node
// Makes the page: node web/build.mjs [BUILD_FOLDER], by default build/web-release. Takes web/mingzhang.wasm from there and
// writes page/ beside it: index.html, main.js, mingzhang.wasm, icon.svg. Prints the bytes of each, raw and as brotli.
//   --development  readable script with a source map, and the program's imports are checked all the same
import { build } from 'esbuild';
import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, constants } from 'node:zlib';

const web = path.dirname(fileURLToPath(import.meta.url)), root = path.dirname(web);
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
/// A file's own name with eight digits of its content, so that a new version is never served from an old cache.
function put(name, bytes) {
  const { name: stem, ext } = path.parse(name);
  const hashed = `${stem}.${hash(bytes).toString('hex').slice(0, 8)}${ext}`;
  writeFileSync(path.join(out, hashed), bytes);
  return hashed;
}

const program = [path.join(folder, 'web/mingzhang.wasm'), path.join(folder, 'mingzhang.wasm')].find(existsSync);
if (!program) stop(`no mingzhang.wasm in ${folder}: build the target mingzhang_page first (web/run.sh does it all)`);
const wasm = readFileSync(program);
await checkDoors(wasm);

rmSync(out, { recursive: true, force: true });
mkdirSync(out, { recursive: true });
const bundled = await build({
  entryPoints: [path.join(web, 'main.ts')], bundle: true, format: 'esm', target: ['chrome110', 'firefox115', 'safari16.4'],
  charset: 'utf8', minify: !development, sourcemap: development ? 'inline' : false, legalComments: 'none', write: false,
  logLevel: 'warning',
});
const names = {
  'main.js': put('main.js', bundled.outputFiles[0].contents),
  'mingzhang.wasm': put('mingzhang.wasm', wasm),
};
names['icon.svg'] = put('icon.svg', readFileSync(path.join(root, 'assets/icons/icon.svg')));

const style = text => text.match(/<style>([\s\S]*?)<\/style>/)[1];
let shell = readFileSync(path.join(root, 'shell.html'), 'utf8');
if (!development) shell = shell.replace(/<!--[\s\S]*?-->\n?/g, '').replace(/\/\*[\s\S]*?\*\//g, '').replace(/\n\s+/g, '\n');
shell = shell.replace('{{style hash}}', `sha256-${hash(style(shell)).toString('base64')}`)
             .replace(/\{\{([\w.]+)\}\}/g, (_, name) => names[name] ?? stop(`shell.html names ${name}, which is not built`));
writeFileSync(path.join(out, 'index.html'), shell);

const samples = path.join(root, 'assets/samples');
if (existsSync(samples)) cpSync(samples, path.join(out, 'samples'), { recursive: true, filter: file => !file.endsWith('.md') });

let total = 0;
for (const name of ['index.html', ...Object.values(names)]) {
  const bytes = readFileSync(path.join(out, name));
  const packed = brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length;
  total += packed;
  console.log(`${name.padEnd(28)} ${String(bytes.length).padStart(9)} bytes ${String(packed).padStart(9)} brotli`);
}
console.log(`${'in all'.padEnd(28)} ${' '.repeat(15)} ${String(total).padStart(9)} brotli, ${(total / 1024).toFixed(0)} KB`);

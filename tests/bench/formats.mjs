// Runs bench_formats as a native program and as wasm on the files of formats.py and prints both side by side.
// usage: node tests/bench/formats.mjs FILE ...
import { execFileSync } from 'node:child_process';
import { cpus } from 'node:os';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '../..');
const files = process.argv.slice(2);
const run = (command, ...before) =>
  execFileSync(command, [...before, ...files], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] })
    .trim().split('\n').map(line => JSON.parse(line));
const native = run(path.join(root, 'build/native/tests/bench/bench_formats'));
const wasm = run('node', '--no-experimental-fetch', path.join(root, 'build/web-release/tests/bench/bench_formats.js'));

const speed = result => (result.parsed * 1000 / result.read).toFixed(1);  // bytes a nanosecond → MB/s
const row = (...cells) => console.log(cells.map((cell, at) => at ? String(cell).padStart(12) : String(cell).padEnd(16)).join(''));
console.log(`Reading, MB/s of what there is to parse: of packages their XML, unpacked (${cpus()[0].model})`);
row('file', 'bytes', 'parsed', 'tables', 'native', 'wasm');
native.forEach((one, at) => row(path.basename(one.file), one.bytes, one.parsed, one.tables, speed(one), speed(wasm[at])));

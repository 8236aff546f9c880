// Runs bench_stages as a native program and as wasm on the same files and prints both side by side.
// usage: node tests/bench/stages.mjs FILE ...
import { execFileSync } from 'node:child_process';
import { cpus } from 'node:os';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '../..');
const measures = ['read', 'extract', 'check', 'all'];
const files = process.argv.slice(2);

const run = (command, ...before) =>
  execFileSync(command, [...before, ...files], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] })
    .trim().split('\n').map(line => JSON.parse(line));
const builds = {
  native: run(path.join(root, 'build/native/tests/bench/bench_stages')),
  wasm: run('node', '--no-experimental-fetch', path.join(root, 'build/web-release/tests/bench/bench_stages.js')),
};

const speed = (result, measure) => result.bytes * 1000 / result[measure];  // bytes a nanosecond → MB/s
const row = (...cells) => console.log(cells.map((cell, at) => at ? String(cell).padStart(9) : String(cell).padEnd(46)).join(''));

console.log(`The core, MB/s (${cpus()[0].model}, ${cpus().length} cores; least time of 300 batches)`);
for (const [build, results] of Object.entries(builds)) console.log(`${build}: ${results[0].compiler}`);
row('file', 'bytes', 'build', ...measures, 'decode', 'copy');
builds.native.forEach((native, at) => {
  const wasm = builds.wasm[at];
  const columns = [...measures, 'decode', 'copy'];
  const name = path.basename(native.file);
  row(name, native.bytes, 'native', ...columns.map(measure => speed(native, measure).toFixed(0)));
  row('', '', 'wasm', ...columns.map(measure => speed(wasm, measure).toFixed(0)));
  row('', '', 'w/n', ...columns.map(measure => (native[measure] / wasm[measure]).toFixed(2)));
  row('', '', 'all/decode', (native.all / native.decode).toFixed(0) + '×', (wasm.all / wasm.decode).toFixed(0) + '×');
});
console.log("decode: the plainest decoding of the same bytes' UTF-8; copy: std::copy of them. w/n: speed of wasm over native.");

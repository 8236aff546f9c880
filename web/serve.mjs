#!/usr/bin/env node
// Serves a built page: node web/serve.mjs [FOLDER] [--port N], by default build/web-release/page on port 8080.
// Only files of that folder, only GET, and never from a cache, so that a rebuilt page is what the browser shows.
import { createReadStream, statSync } from 'node:fs';
import { createServer } from 'node:http';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const TYPES = {
  '.html': 'text/html; charset=utf-8', '.js': 'text/javascript; charset=utf-8', '.wasm': 'application/wasm',
  '.svg': 'image/svg+xml', '.json': 'application/json', '.txt': 'text/plain; charset=utf-8', '.png': 'image/png',
  '.webmanifest': 'application/manifest+json', '.bin': 'application/octet-stream',
};
const words = process.argv.slice(2);
const at = words.indexOf('--port');
const port = Number(at >= 0 ? words.splice(at, 2)[1] : 8080);
const root = path.resolve(words[0] ?? fileURLToPath(new URL('../build/web-release/page', import.meta.url)));

const server = createServer((request, response) => {
  const end = (status, why) => response.writeHead(status, { 'content-type': 'text/plain' }).end(why);
  if (request.method !== 'GET' && request.method !== 'HEAD') return end(405, 'only GET');
  let wanted;
  try {
    wanted = decodeURIComponent(new URL(request.url, 'http://localhost').pathname);
  } catch {
    return end(400, 'no such address');
  }
  const file = path.join(root, path.normalize(wanted.endsWith('/') ? `${wanted}index.html` : wanted));
  if (file !== root && !file.startsWith(root + path.sep)) return end(404, 'not found');
  let found;
  try {
    found = statSync(file);
  } catch { /* not there */ }
  if (!found?.isFile()) return end(404, 'not found');
  response.writeHead(200, {
    'content-type': TYPES[path.extname(file)] ?? 'application/octet-stream', 'content-length': found.size,
    'cache-control': 'no-cache', 'x-content-type-options': 'nosniff',
  });
  if (request.method === 'HEAD') return response.end();
  createReadStream(file).pipe(response);
});
server.on('error', error => {
  console.error(error.code === 'EADDRINUSE' ? `port ${port} is taken: choose another with --port` : error.message);
  process.exit(1);
});
server.listen(port, () => console.log(`http://localhost:${server.address().port}/`));
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => process.exit(0));

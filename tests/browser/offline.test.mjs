// The page without a network, at every moment; and an update that never mixes files of two versions.
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { browserForThisFile, drop, openSample, pageFolder, serve } from './page.mjs';

const visit = browserForThisFile();
const title = (page, name) => page.getByRole('heading', { level: 1, name }).waitFor();
const disclosure = (entity, total) => Buffer.from(`${entity}2024年部门预算公开\n\n一、收支情况\n\n本年收入${total}万元，本年支出${total}万元。\n`);

// A server of this file's own in a sub-folder, whose page can be changed and which can be stopped.
let site, server;
before(async () => {
  site = mkdtempSync(path.join(tmpdir(), 'mingzhang-site-'));
  cpSync(pageFolder, path.join(site, 'gov/ledger'), { recursive: true });
  server = await serve(site);
});
after(() => {
  server?.stop();
  rmSync(site, { recursive: true, force: true });
});
const address = () => `${server.address}gov/ledger/`;

/// The service worker has everything and is in charge.
const ready = page => page.evaluate(async () => {
  await navigator.serviceWorker.ready;
  while (!navigator.serviceWorker.controller) await new Promise(done => navigator.serviceWorker.addEventListener('controllerchange', done, { once: true }));
});
const cached = page => page.evaluate(async () => {
  const all = [];
  for (const name of await caches.keys()) for (const request of await (await caches.open(name)).keys()) all.push(new URL(request.url).pathname.split('/').pop());
  return all.sort();
});

/// Makes the served page another version: its script, and everything that names it.
function update(mark) {
  const folder = path.join(site, 'gov/ledger');
  const rewrite = (name, change) => writeFileSync(path.join(folder, name), change(readFileSync(path.join(folder, name), 'utf8')));
  const integrity = name => `sha256-${createHash('sha256').update(readFileSync(path.join(folder, name))).digest('base64')}`;
  const main = readdirSync(folder).find(name => /^main\.\w+\.js$/.test(name)), renamed = `main.${mark}.js`;
  writeFileSync(path.join(folder, renamed), `${readFileSync(path.join(folder, main), 'utf8')}\nwindow.version = '${mark}';\n`);
  rmSync(path.join(folder, main));
  rewrite('index.html', text => text.replaceAll(main, renamed).replace('<title>', `<meta name="version" content="${mark}"><title>`));
  rewrite('sw.js', text => text.replace(/build:"\w+"/, `build:"${mark}"`)
    .replace(new RegExp(`\\["${main}","[^"]*"\\]`), `["${renamed}","${integrity(renamed)}"]`)
    .replace(/\["index\.html","[^"]*"\]/, `["index.html","${integrity('index.html')}"]`));
}
const version = page => page.evaluate(() => [document.querySelector('meta[name=version]')?.content, window.version]);

test('Loaded once, the page works without a network, opens documents and keeps them', async () => {
  const { page, context, words, complaints } = await visit({ address: address(), serviceWorkers: 'allow' });
  await ready(page);
  const names = await cached(page);
  assert.ok(names.includes('index.html') && names.some(name => name.endsWith('.wasm')));
  assert.ok(!names.some(name => /\.txt$|maskable|^sw\.js$/.test(name)), 'keeps nothing but the page');
  await context.setOffline(true);
  await page.reload();
  await page.locator('html.started').waitFor({ state: 'attached' });
  await openSample({ page, words });
  await drop(page, 'one.txt', disclosure('丁县档案馆', '61.25'));
  await title(page, '丁县档案馆');
  const other = await context.newPage();
  await other.goto(`${address()}?lang=en`);  // parameters are the page's own business
  await other.locator('html.started').waitFor({ state: 'attached' });
  await other.goto(`${address()}index.html`);
  await other.locator('html.started').waitFor({ state: 'attached' });
  assert.deepEqual(complaints, []);
});

test('What the address names on the same site comes from the network, never from what is kept', async () => {
  const { page, context } = await visit({ address: address(), serviceWorkers: 'allow' });
  await ready(page);
  await page.goto(`${address()}?src=samples/linhe-npc-2021-budget.txt`);
  await title(page, '临禾县人大常委会办公室');
  await context.setOffline(true);
  await page.goto(`${address()}?src=samples/other.txt`);
  await page.getByRole('alert').filter({ hasText: 'other.txt' }).waitFor({ state: 'attached' });
});

test('A new version is taken up at the next start, whole; an open page keeps its own', async () => {
  const { page, context } = await visit({ address: address(), serviceWorkers: 'allow' });
  await ready(page);
  await drop(page, 'one.txt', disclosure('丁县档案馆', '61.25'));
  await title(page, '丁县档案馆');
  update('aaaaaaaa');
  const installed = page.evaluate(async () => {
    const registration = await navigator.serviceWorker.ready;
    await registration.update();
    const worker = registration.installing ?? registration.waiting;
    while (worker.state === 'installing') await new Promise(done => worker.addEventListener('statechange', done, { once: true }));
    return worker.state;
  });
  assert.equal(await installed, 'installed');  // and waits
  // Beside the open page another one comes up, in the same version.
  const beside = await context.newPage();
  await beside.goto(address());
  await beside.locator('html.started').waitFor({ state: 'attached' });
  assert.deepEqual(await version(beside), [undefined, undefined]);
  await beside.close();
  await title(page, '丁县档案馆');
  await page.close();
  const next = await context.newPage();
  await next.goto(address());
  await next.waitForFunction(() => window.version === 'aaaaaaaa' && document.documentElement.classList.contains('started'));
  assert.deepEqual(await version(next), ['aaaaaaaa', 'aaaaaaaa']);
  await next.waitForFunction(async () => (await caches.keys()).length === 1);
});

test('A page that is alone and has nothing open takes up the waiting version by itself', async () => {
  const { page } = await visit({ address: address(), serviceWorkers: 'allow' });
  await ready(page);
  update('bbbbbbbb');
  await page.evaluate(async () => {
    const registration = await navigator.serviceWorker.ready;
    await registration.update();
    const worker = registration.installing ?? registration.waiting;
    while (worker.state === 'installing') await new Promise(done => worker.addEventListener('statechange', done, { once: true }));
  });
  await page.reload();
  await page.waitForFunction(() => window.version === 'bbbbbbbb' && document.documentElement.classList.contains('started'));
});

test('In the middle of a server\'s update nothing is mixed: the old version goes on', async () => {
  const { page } = await visit({ address: address(), serviceWorkers: 'allow' });
  await ready(page);
  const before = await version(page);
  // The server has the new list, but still the old page.
  const folder = path.join(site, 'gov/ledger'), old = readFileSync(path.join(folder, 'index.html'));
  update('cccccccc');
  writeFileSync(path.join(folder, 'index.html'), old);
  const state = await page.evaluate(async () => {
    const registration = await navigator.serviceWorker.ready;
    const found = new Promise(done => registration.addEventListener('updatefound', () => done(registration.installing), { once: true }));
    await registration.update().catch(() => {});
    const worker = await found;
    while (worker.state === 'installing') await new Promise(done => worker.addEventListener('statechange', done, { once: true }));
    return worker.state;
  });
  assert.equal(state, 'redundant');
  await page.reload();
  await page.locator('html.started').waitFor({ state: 'attached' });
  assert.deepEqual(await version(page), before);
});

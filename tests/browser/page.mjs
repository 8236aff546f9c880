// What the browser tests share: the page of build/web-release/page served on a free port, headless Chromium, a visitor.
// Tests find things as a visitor does, by role and name; the words come from assets/words/interface.json.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { after, before } from 'node:test';

export const root = path.resolve(import.meta.dirname, '../..');
export const pageFolder = path.join(root, 'build/web-release/page');
const require = createRequire(path.join(root, 'web/package.json'));  // the packages are the page's own
const { chromium } = require('playwright-core');

export const corpus = path.join(root, '../shared/corpus');
export const seed = path.join(corpus, 'leting-npc-2020-budget.txt');
/// Option for test(): the corpus is not part of the repository.
export const needsCorpus = { skip: existsSync(seed) ? false : 'the corpus (../shared/corpus) is not here' };

// Headless Chromium draws WebGL 2 in software with these, and makes no requests of its own.
const flags = ['--use-gl=angle', '--use-angle=swiftshader', '--enable-unsafe-swiftshader', '--no-sandbox', '--disable-quic',
  '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync',
  '--host-resolver-rules=MAP insecure.test 127.0.0.1'];  // by this name the page is not one that is served securely

/// Serves a folder by web/serve.mjs until `stop` is called.
export async function serve(served = pageFolder) {
  const server = spawn(process.execPath, [path.join(root, 'web/serve.mjs'), served, '--port', '0'],
    { stdio: ['ignore', 'pipe', 'inherit'] });
  const lines = createInterface({ input: server.stdout });
  const address = await new Promise((found, failed) => {
    lines.on('line', line => { const url = line.match(/http:\/\/\S+/)?.[0]; if (url) found(url); });
    server.on('exit', code => failed(new Error(`web/serve.mjs ended with ${code}`)));
  });
  return { address, stop: () => server.kill() };
}

export const launch = () => chromium.launch({ executablePath: '/usr/bin/chromium', args: flags });

export const sizes = { laptop: { width: 1440, height: 900 }, phone: { width: 390, height: 844 } };

/// Counts draw calls and frames asked for, from before the page's own script runs.
export function countFrames() {
  window.frames_asked = window.draws = 0;
  const ask = window.requestAnimationFrame;
  window.requestAnimationFrame = callback => { ++window.frames_asked; return ask.call(window, callback); };
  for (const name of ['drawElements', 'drawArrays']) {
    const draw = WebGL2RenderingContext.prototype[name];
    WebGL2RenderingContext.prototype[name] = function (...given) { ++window.draws; return draw.apply(this, given); };
  }
}

/// Server and browser for the tests of a file. Call at its top; `visit()` then gives a page per test.
export function browserForThisFile() {
  let server, browser;
  before(async () => {
    if (!existsSync(path.join(pageFolder, 'index.html'))) throw new Error(`no page in ${pageFolder}: run sh tests/run.sh --build-only`);
    [server, browser] = await Promise.all([serve(), launch()]);
  });
  after(async () => {
    await browser?.close();
    server?.stop();
  });
  /// A new visitor, or with `context` another tab of an earlier one; `before` runs in the page before its own script, `until`
  /// tells that it has started.
  /// `complaints` gathers what must stay empty: errors of the page and requests elsewhere.
  return async function visit({ size = 'laptop', language = 'zh', query = '', address = server.address, before: first, until = 'html.started', context: known, ...more } = {}) {
    const context = known ?? await browser.newContext({
      viewport: sizes[size], hasTouch: size === 'phone', locale: language === 'zh' ? 'zh-CN' : 'en-GB',
      permissions: ['clipboard-read', 'clipboard-write'], serviceWorkers: 'block', ...more,
    });
    context.setDefaultTimeout(15_000);
    const page = await context.newPage();
    const complaints = [];
    page.on('pageerror', error => complaints.push(String(error)));
    page.on('console', message => { if (message.type() === 'error') complaints.push(message.text()); });
    page.on('request', request => {
      if (!request.url().startsWith(address) && !/^(data|blob):/.test(request.url())) complaints.push(`asked for ${request.url()}`);
    });
    await page.addInitScript(countFrames);
    if (first) await page.addInitScript(first);
    await page.goto(address + query);
    await page.locator(until).waitFor({ state: 'attached' });
    return { page, context, complaints, words: words(language) };
  };
}

/// The interface's words in a language: words('en')('open_file').
export function words(language) {
  const all = JSON.parse(readFileSync(path.join(root, 'assets/words/interface.json'), 'utf8'));
  return key => all[key][language];
}

export const views = ['overview', 'breakdown', 'change', 'checks', 'performance', 'source', 'protection', 'rules', 'words'];

/// Opens the bundled sample from the start screen.
export async function openSample({ page, words }) {
  await page.getByRole('button', { name: words('start.sample') }).click();
  await page.getByRole('heading', { level: 1, name: sample.entity }).waitFor();
}

/// What the bundled sample is known to say.
export const sample = { entity: '临禾县人大常委会办公室', total: '512.36', file: path.join(root, 'assets/samples/linhe-npc-2021-budget.txt') };

/// Opens a view from the rail, or on a phone from the bar below or, where it has no place there, from the page behind 'more'.
export async function go({ page, words }, view) {
  const places = page.getByRole('navigation');
  const named = places.getByRole('button', { name: words(`view.${view}`), exact: true });
  const shortly = places.locator(`[data-id="view-${view}"]`);
  if (await named.or(shortly).count() === 0) {
    await places.getByRole('button', { name: words('view.more'), exact: true }).click();
    await page.getByRole('region').getByRole('button', { name: words(`view.${view}`), exact: true }).click();
  } else {
    await named.or(shortly).first().click();
  }
  const title = view === 'overview' ? sample.entity : words(`${view}.title`);
  await page.getByRole('heading', { level: 1, name: title }).waitFor();
}

/// Gives files to the page's own input, as the file dialog would.
export const give = (page, ...files) => page.locator('input[type=file]').setInputFiles(files);

/// Drops a file on the page, as from a file manager.
export async function drop(page, name, bytes) {
  const transfer = await page.evaluateHandle(({ name, base64 }) => {
    const data = Uint8Array.from(atob(base64), character => character.charCodeAt(0));
    const transfer = new DataTransfer();
    transfer.items.add(new File([data], name));
    return transfer;
  }, { name, base64: Buffer.from(bytes).toString('base64') });
  for (const type of ['dragenter', 'dragover', 'drop']) await page.dispatchEvent('main', type, { dataTransfer: transfer });
}

/// Waits until this device keeps so many documents, each with its bytes.
export const kept = (page, count) => page.waitForFunction(async count => {
  const database = await new Promise(done => { const request = indexedDB.open('mingzhang'); request.onsuccess = () => done(request.result); });
  const counted = name => new Promise(done => { const request = database.transaction(name).objectStore(name).count(); request.onsuccess = () => done(request.result); });
  const counts = await Promise.all(['shelf', 'bytes'].map(counted));
  database.close();
  return counts.every(each => each === count);
}, count);

export const alertText = page => page.getByRole('alert').filter({ hasText: /\S{2,}/ }).first();

/// Waits until the page has drawn nothing and asked for nothing for a while.
export async function settled(page) {
  await page.evaluate(() => new Promise(done => {
    let before = -1;
    const look = () => {
      if (window.frames_asked === before) return done();
      before = window.frames_asked;
      setTimeout(look, 250);
    };
    look();
  }));
}

/// A picture kept as a build artefact.
export async function picture(page, name) {
  const pictures = path.join(root, 'build/screenshots');
  mkdirSync(pictures, { recursive: true });
  await page.screenshot({ path: path.join(pictures, `${name}.png`) });
}

/// What holds for every view of every document: a picture is kept, nothing scrolls sideways or sticks out, axe-core finds nothing
/// serious.
export async function judge(page, name) {
  await settled(page);
  await picture(page, name);
  assert.ok(await page.evaluate(() => document.scrollingElement.scrollWidth <= innerWidth), `${name} scrolls sideways`);
  const outside = await page.evaluate(() => [...document.querySelectorAll('.region *')]
    .filter(it => it.getBoundingClientRect().right > it.closest('.region').getBoundingClientRect().right + 1)
    .map(it => it.outerHTML.slice(0, 200)));
  assert.deepEqual(outside, [], `${name}: elements that stick out of their region`);
  assert.deepEqual(await axeFindings(page), [], `${name}: axe-core`);
}

/// Serious findings of axe-core on the page as it stands.
export async function axeFindings(page) {
  await page.evaluate(readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8'));
  const { violations } = await page.evaluate(() => window.axe.run(document));
  return violations.filter(it => ['serious', 'critical'].includes(it.impact))
    .map(it => `${it.id}: ${it.nodes.slice(0, 3).map(node => node.html.slice(0, 120)).join(' | ')}`);
}

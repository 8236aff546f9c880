// The page inside another page: by frame and by element, on another site, with messages that are limited and told only to whom they concern.
import assert from 'node:assert/strict';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { browserForThisFile, pageFolder, picture, sample, serve, settled } from './page.mjs';

const visit = browserForThisFile();
const disclosure = (entity, total) => `${entity}2024年部门预算公开\n\n一、收支情况\n\n本年收入${total}万元，本年支出${total}万元。\n`;

// A site of another origin (another port) that embeds the page, and the page's own site with a document beside it.
let folder, host, own;
before(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'mingzhang-host-'));
  mkdirSync(path.join(folder, 'host'));
  cpSync(pageFolder, path.join(folder, 'own/ledger'), { recursive: true });
  writeFileSync(path.join(folder, 'own/budget.txt'), disclosure('丁县档案馆', '61.25'));
  writeFileSync(path.join(folder, 'host/other.txt'), disclosure('丙县图书馆', '72.5'));
  cpSync(sample.file, path.join(folder, 'host/sample.txt'));
  [host, own] = await Promise.all([serve(path.join(folder, 'host')), serve(path.join(folder, 'own'))]);
  const note = `window.told = []; const note = (name, detail) => window.told.push([name, detail]);`;
  writeFileSync(path.join(folder, 'host/element.html'), `<!doctype html><meta charset="utf-8"><title>Host</title>
<script src="${own.address}ledger/embed.js"></script><body style="margin:0"><mingzhang-view src="sample.txt" view="checks" lang="en" theme="dark" style="height:800px"></mingzhang-view>
<script>${note} for (const name of ['ready', 'opened', 'failed', 'place']) document.querySelector('mingzhang-view').addEventListener('mingzhang-' + name, event => note(name, event.detail));</script>`);
  writeFileSync(path.join(folder, 'own/frame.html'), `<!doctype html><meta charset="utf-8"><title>Host</title><body style="margin:0">
<iframe src="ledger/?embed=1&src=../budget.txt&view=source&lang=zh" style="width:1200px;height:800px;border:0"></iframe>
<script>${note} addEventListener('message', event => note(event.data.mingzhang, event.data));</script>`);
  writeFileSync(path.join(folder, 'host/plain.html'), `<!doctype html><meta charset="utf-8"><title>Host</title><body style="margin:0">
<iframe src="${own.address}ledger/?embed=1" style="width:1200px;height:800px;border:0"></iframe>
<script>${note} addEventListener('message', event => note(event.data.mingzhang, event.data));</script>`);
});
after(() => {
  host?.stop();
  own?.stop();
  rmSync(folder, { recursive: true, force: true });
});

/// Without what the host's own site was asked for, its icon among it, which it does not have.
const serious = complaints => complaints.filter(it => !it.startsWith(`asked for ${own.address}`) && !/404/.test(it));

const open = async address => {
  const visitor = await visit({ address, until: 'body' });
  const { page } = visitor;
  const inside = () => page.frames().find(frame => frame.url().includes('ledger/'));
  const told = (name, check = () => true) => page.waitForFunction(([name, check]) => window.told.find(([kind, detail]) => kind === name && eval(check)(detail)), [name, String(check)]);
  return { ...visitor, inside, told };
};

test('The element hands a document over, follows its attributes and tells what happens; drilling works inside', async () => {
  const { page, inside, told, words } = await open(`${host.address}element.html`);
  const opened = await (await told('opened')).jsonValue();
  assert.equal(opened[1].entity, sample.entity);
  assert.equal(opened[1].year, '2021');
  assert.ok(Number(opened[1].contradictions) > 0 && /^[0-9a-f]+$/.test(opened[1].key));
  const frame = inside();
  await frame.getByRole('heading', { level: 1, name: 'Checks' }).waitFor();
  assert.ok(words);
  assert.equal(await frame.locator('[data-id=open-file]').count(), 0, 'the host chooses the document');
  await settled(page);
  await picture(page, 'embed');
  // Drilling.
  await frame.locator('[data-id=view-source]').click();
  await told('place', detail => detail.view === 'source');
  await page.evaluate(() => { const view = document.querySelector('mingzhang-view'); view.setAttribute('lang', 'zh'); view.setAttribute('view', 'overview'); });
  await frame.getByRole('heading', { level: 1, name: sample.entity }).waitFor();
  await frame.waitForFunction(() => document.documentElement.lang === 'zh-Hans');
  await page.evaluate(() => document.querySelector('mingzhang-view').setAttribute('src', 'other.txt'));
  await frame.getByRole('heading', { level: 1, name: '丙县图书馆' }).waitFor();
  await page.evaluate(() => document.querySelector('mingzhang-view').setAttribute('src', 'absent.txt'));
  await told('failed', detail => detail.name === 'absent.txt');
});

test('A plain frame opens a document of its own site', async () => {
  const { inside, told, complaints } = await open(`${own.address}frame.html`);
  await told('ready');
  await inside().getByText('本年收入').first().waitFor();
  assert.deepEqual(serious(complaints), []);
});

test('A host that speaks gets answers; bytes, names and words have limits, and a stranger is not heard', async () => {
  const { page, inside, told } = await open(`${host.address}plain.html`);
  await told('ready');
  await inside().locator('html.started').waitFor({ state: 'attached' });
  const post = message => page.evaluate(message => document.querySelector('iframe').contentWindow.postMessage(message, '*'), message);
  await inside().getByText('材料还没有到').or(inside().getByText('has not arrived')).first().waitFor();
  for (const message of [null, 1, 'open', {}, { mingzhang: 3 }, { mingzhang: 'open' }, { mingzhang: 'open', name: 7, bytes: 'x' }, { mingzhang: 'view', value: 'x'.repeat(5000) },
    { mingzhang: '__proto__', value: 'x' }, { mingzhang: 'place', value: 'y'.repeat(100_000) }]) await post(message);
  await page.evaluate(() => document.querySelector('iframe').contentWindow.postMessage({ mingzhang: 'open', name: 'large.txt', bytes: new ArrayBuffer(33 << 20) }, '*'));
  await told('failed', detail => detail.code === 'file.too_large');
  await post({ mingzhang: 'open', name: 'one.txt', text: disclosure('丁县档案馆', '61.25') });
  await told('opened', detail => detail.entity === '丁县档案馆');
  // Another window, here another frame of the host, is passed over.
  await page.evaluate(text => new Promise(done => {
    const other = document.createElement('iframe');
    other.srcdoc = '<script>parent.frames[0].postMessage({ mingzhang: "open", name: "stranger.txt", text: ' + JSON.stringify(text) + ' }, "*"); parent.postMessage({ mingzhang: "sent" }, "*")</' + 'script>';
    addEventListener('message', event => { if (event.data.mingzhang === 'sent') done(); });
    document.body.append(other);
  }), disclosure('戊县气象局', '1.25'));
  await post({ mingzhang: 'open', name: 'two.txt', text: disclosure('丙县图书馆', '72.5') });
  await told('opened', detail => detail.entity === '丙县图书馆');
  assert.equal(await page.evaluate(() => window.told.some(([, detail]) => detail?.entity === '戊县气象局')), false);
  // Of what the visitor opens beside it the host hears nothing, neither what it is nor where they look.
  const before = await page.evaluate(() => window.told.length);
  await inside().locator('input[type=file]').setInputFiles({ name: 'own.txt', mimeType: 'text/plain', buffer: Buffer.from(disclosure('己县水文站', '9.5')) });
  await inside().getByRole('heading', { level: 1, name: '己县水文站' }).waitFor();
  await inside().locator('[data-id=view-checks]').click();
  await inside().locator('[data-id=view-checks][aria-current], [data-id=view-checks][aria-selected=true]').waitFor({ state: 'attached' });
  assert.equal(await page.evaluate(() => window.told.length), before);
});

test('The example page that is built with the page works', async () => {
  const { page, complaints } = await open(`${own.address}ledger/embed/`);
  await page.getByText('opened {').waitFor();
  await page.getByRole('button', { name: /Source/ }).click();
  await page.getByText('"view":"source"').waitFor();
  assert.deepEqual(serious(complaints), []);
});

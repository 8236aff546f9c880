// What is handed on: links, reports, data. Each says which program, which rules and which file; a document's words stay words.
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { inflateRawSync } from 'node:zlib';
import { axeFindings, browserForThisFile, drop, openSample, picture, sample, settled } from './page.mjs';

const visit = browserForThisFile();
const title = (page, name) => page.getByRole('heading', { level: 1, name }).waitFor();
const disclosure = (entity, total, more = '') => Buffer.from(`${entity}2024年部门预算公开\n\n一、收支情况\n\n本年收入${total}万元，本年支出${total}万元。\n${more}`);
const hash = createHash('sha256').update(readFileSync(sample.file)).digest('hex');

async function offers({ page, words }) {
  await page.locator('[data-id=hand-on]').click();
  await title(page, words('hand.title'));
}
async function saved({ page, words }, name) {
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: words(name), exact: true }).click()]);
  return { name: download.suggestedFilename(), bytes: readFileSync(await download.path()) };
}
const link = async ({ page, words }, state = 'hand.link_whole') => {
  await page.getByText(words(state)).waitFor();
  return page.getByRole('textbox', { name: words('hand.link') }).inputValue();
};

test('Every file says program, rules and hash, in its name and, where it has a place for them, inside', async () => {
  const visitor = await visit();
  await openSample(visitor);
  await offers(visitor);
  await settled(visitor.page);
  await picture(visitor.page, 'handing-on');
  assert.deepEqual(await axeFindings(visitor.page), []);
  const files = {};
  for (const kind of ['html', 'markdown', 'report_json', 'facts_csv', 'facts_json', 'findings_csv', 'package']) {
    files[kind] = await saved(visitor, `hand.${kind}`);
    assert.match(files[kind].name, new RegExp(`^临禾县人大常委会办公室-2021-\\w+-mingzhang-[\\d.]+-\\d{4}-\\d\\d-\\d\\d-${hash.slice(0, 8)}\\.`), kind);
  }
  const text = kind => files[kind].bytes.toString();
  for (const kind of ['html', 'markdown']) assert.ok(text(kind).includes(hash) && /2\d{3}-\d\d-\d\d/.test(text(kind)), kind);
  const [report] = [JSON.parse(text('report_json'))].flat();
  assert.equal(report.input.sha256, hash);
  assert.ok(report.generator.version && report.generator.rules);
  assert.ok(text('facts_csv').startsWith('\uFEFF'));
  assert.ok(text('facts_json').includes('expenditure.total'));
  assert.ok(files.package.bytes.includes('datapackage.json') && files.package.bytes.includes(hash));
  assert.deepEqual(visitor.complaints, []);
});

test('The link holds a short document: whoever opens it sees the same place', async () => {
  const visitor = await visit();
  await openSample(visitor);
  await visitor.page.locator('[data-id=view-checks]').click();
  await title(visitor.page, visitor.words('checks.title'));
  await offers(visitor);
  const address = await link(visitor);
  await visitor.page.getByRole('button', { name: visitor.words('hand.copy_link') }).click();
  assert.equal(await visitor.page.evaluate(() => navigator.clipboard.readText()), address);

  const other = await visit({ query: address.slice(address.indexOf('#')) });
  await title(other.page, other.words('checks.title'));
  assert.ok(!other.page.url().includes('data='), 'the address bar names the place only');
  assert.deepEqual(other.complaints, []);
});

test('Telephone numbers are left out of a link unless the visitor wants them in', async () => {
  const visitor = await visit();
  const { page, words } = visitor;
  await drop(page, 'one.txt', disclosure('丁县档案馆', '61.25', '\n联系电话：13912345678\n'));
  await title(page, '丁县档案馆');
  await offers(visitor);
  await page.getByText(words('hand.numbers.one')).waitFor();
  const inside = address => inflateRawSync(Buffer.from(new URLSearchParams(address.slice(address.indexOf('#') + 1)).get('data'), 'base64url')).toString();
  const without = await link(visitor);
  assert.ok(inside(without).includes('***********') && !inside(without).includes('13912345678'));
  await page.getByRole('button', { name: words('hand.with_numbers') }).click();
  await page.waitForFunction(before => ![before, ''].includes(document.querySelector('main input:not([type=file])').value), without);
  assert.ok(inside(await link(visitor)).includes('13912345678'));
});

test('A document that is too long for a link stays behind, and the page says so', async () => {
  const visitor = await visit();
  const noise = Array.from({ length: 4000 }, (_, i) => `第${(i * 7919) % 9973}号文字${String.fromCharCode(0x4E00 + (i * 6007) % 20000)}`).join('\n');
  await drop(visitor.page, 'one.txt', disclosure('丁县档案馆', '61.25', noise));
  await title(visitor.page, '丁县档案馆');
  await offers(visitor);
  const address = await link(visitor, 'hand.link_place');
  assert.ok(!address.includes('data=') && address.length < 300);
});

test('What a stranger wrote into a link does no harm', async () => {
  for (const fragment of ['data=AAAA&name=x', 'data=%3Cscript%3E&marks=***', `marks=${'A'.repeat(5000)}`, 'data=', `data=${'A'.repeat(250_000)}`]) {
    const { page, context, words, complaints } = await visit({ query: `#${fragment}` });
    await openSample({ page, words });
    assert.deepEqual(complaints, [], fragment.slice(0, 40));
    await context.close();
  }
});

test('Printing: a page of its own, with the document\'s mark-up as text', async () => {
  const visitor = await visit({ before: () => { window.print = () => {}; } });
  const { page, words } = visitor;
  await drop(page, 'one.txt', disclosure('丁县档案馆', '61.25', '\n<img src=x onerror=alert(1)>本年支出61.35万元。\n'));
  await title(page, '丁县档案馆');
  await offers(visitor);
  await page.getByRole('button', { name: words('hand.print'), exact: true }).click();
  const frame = await (await page.waitForSelector('iframe.hidden', { state: 'attached' })).contentFrame();
  await frame.getByRole('heading', { level: 1 }).waitFor({ state: 'attached' });
  assert.equal(await frame.evaluate(() => document.images.length), 0);
  assert.ok(await frame.evaluate(() => document.styleSheets.length > 0 && document.styleSheets[0].cssRules.length > 5), 'its style is allowed');
  assert.deepEqual(visitor.complaints, []);
});

// PDF files in the page: read in a worker that comes with the first of them, with progress, a way to stop, and errors in plain words.
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { madePdf } from './made_pdf.mjs';
import { alertText, browserForThisFile, give, openSample, picture, sample } from './page.mjs';

const visit = browserForThisFile();
const title = (page, name) => page.getByRole('heading', { level: 1, name }).waitFor();
const first = ['丁县档案馆2024年部门预算公开', '一、收支情况', '本年收入61.25万元，本年支出61.25万元。', '支出预算表', '单位：万元',
  ['项目', '预算数'], ['基本支出', '41.25'], ['项目支出', '20.00'], ['合计', '61.25']];
const filler = number => Array.from({ length: 30 }, (_, i) => `第${number}页第${i + 1}行只为把材料写长，没有任何数字。`);
const file = (name, buffer) => ({ name, mimeType: 'application/pdf', buffer });
const fetched = page => page.evaluate(() => performance.getEntriesByType('resource').map(it => it.name).filter(name => name.includes('pdfjs')));

test('A PDF opens with its figures; its reader comes only then', async () => {
  const visitor = await visit();
  const { page, complaints } = visitor;
  await openSample(visitor);
  assert.deepEqual(await fetched(page), []);
  await give(page, file('budget.pdf', madePdf([first])));
  await title(page, '丁县档案馆');
  await page.getByRole('button', { name: /^61\.25 万元/ }).first().waitFor();
  assert.ok((await fetched(page)).some(name => /pdfjs-reader\.\w+\.js$/.test(name)));
  await page.locator('[data-id=view-source]').click();
  await page.getByRole('row').filter({ hasText: '基本支出' }).filter({ hasText: '41.25' }).first().waitFor();
  await picture(page, 'pdf-source');
  assert.deepEqual(complaints, []);
});

test('A long PDF is read beside the page, and its pages are counted meanwhile', async () => {
  const { page, complaints } = await visit();
  await page.evaluate(() => {
    window.pages = new Set();
    new MutationObserver(() => {
      const bar = document.querySelector('[role=progressbar]');
      if (bar) window.pages.add(bar.closest('aside')?.textContent);
    }).observe(document.querySelector('main'), { subtree: true, childList: true, attributes: true, characterData: true });
  });
  await give(page, file('long.pdf', madePdf([first, ...Array.from({ length: 150 }, (_, i) => filler(i + 2))])));
  await title(page, '丁县档案馆');
  assert.ok(await page.evaluate(() => window.pages.size) > 1, 'progress was shown');
  assert.deepEqual(complaints, []);
});

test('Reading a PDF can be stopped; the next one is read', async () => {
  const visitor = await visit();
  const { page, words, complaints } = visitor;
  await openSample(visitor);
  await give(page, file('long.pdf', madePdf(Array.from({ length: 600 }, (_, i) => filler(i + 1)))));
  await page.getByRole('button', { name: words('progress.stop') }).click();
  await page.getByRole('complementary', { name: words('progress.name') }).waitFor({ state: 'detached' });
  await title(page, sample.entity);
  await give(page, file('budget.pdf', madePdf([first])));
  await title(page, '丁县档案馆');
  assert.deepEqual(complaints, []);
});

test('A damaged PDF, and a reader that cannot be loaded, are named in plain words', async () => {
  const visitor = await visit();
  const { page, context } = visitor;
  await openSample(visitor);
  await give(page, file('cut.pdf', Buffer.from('%PDF-1.7\n1 0 obj\n')));
  await alertText(page).filter({ hasText: /cut\.pdf.*PDF 文件已损坏/ }).waitFor({ state: 'attached' });
  await title(page, sample.entity);

  const other = await visit({ context, language: 'en', query: '?lang=en' });
  await context.route(/pdfjs-reader/, route => route.abort());
  await give(other.page, file('budget.pdf', madePdf([first])));
  await alertText(other.page).filter({ hasText: /budget\.pdf.*could not be loaded/ }).waitFor({ state: 'attached' });
});

test('Also where the page is not served securely the document has its file\'s hash', async () => {
  const probe = await visit();
  const { page, words } = await visit({ address: probe.page.url().replace(/^http:\/\/[^:/]+/, 'http://insecure.test') });
  const bytes = madePdf([first]);
  assert.equal(await page.evaluate(() => isSecureContext), false);
  await give(page, file('budget.pdf', bytes));
  await title(page, '丁县档案馆');
  await page.locator('[data-id=hand-on]').click();
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: words('hand.report_json'), exact: true }).click()]);
  assert.ok(readFileSync(await download.path(), 'utf8').includes(createHash('sha256').update(bytes).digest('hex')));
});

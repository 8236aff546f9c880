// The page as one file: opened from a disk, without a network, it shows the document that it was saved with, opens others, and can be
// saved again. The same of the file that the build makes of the bundled sample.
import assert from 'node:assert/strict';
import { copyFileSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { madePdf } from './made_pdf.mjs';
import { browserForThisFile, drop, give, openSample, picture, root, sample } from './page.mjs';

const visit = browserForThisFile();
const title = (page, name) => page.getByRole('heading', { level: 1, name }).waitFor();
const disclosure = (entity, total, more = '') => Buffer.from(`${entity}2024年部门预算公开\n\n一、收支情况\n\n本年收入${total}万元，本年支出${total}万元。\n${more}`);
const long = '本段文字只为把材料写长，没有任何数字。\n\n'.repeat(4000);

let folder;
before(() => { folder = mkdtempSync(path.join(tmpdir(), 'mingzhang-saved-')); });
after(() => rmSync(folder, { recursive: true, force: true }));

/// Opens a file of the disk as a visitor without a network; everything that is asked for elsewhere is a complaint.
async function openFile(file, more = {}) {
  const context = more.context ?? await (await visit(more)).context;
  await context.setOffline(true);
  const visitor = await visit({ ...more, context, address: pathToFileURL(file).href });
  visitor.page.on('request', request => {
    if (!/^(data|blob|file):/.test(request.url())) visitor.complaints.push(request.url());
  });
  return visitor;
}

/// Saves what the page offers under a name of the buttons on 'Export and share'.
async function save({ page, words }, name, as) {
  await page.locator('[data-id=hand-on]').click();
  await title(page, words('hand.title'));
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: words(name), exact: true }).click()]);
  const file = path.join(folder, as);
  copyFileSync(await download.path(), file);
  return { file, name: download.suggestedFilename() };
}

test('The build\'s own file of the sample opens from the disk', async () => {
  const made = path.join(root, 'build/web-release/one-file');
  const [name] = readdirSync(made);
  const { page, words, complaints } = await openFile(path.join(made, name));
  await title(page, sample.entity);
  await page.getByRole('button', { name: `${sample.total} 万元` }).first().waitFor();
  await page.locator('[data-id=view-checks]').click();
  await title(page, words('checks.title'));
  await picture(page, 'one-file-checks');
  assert.deepEqual(complaints, []);
});

test('Saved as a page: the same document, view and language, without a network; further files open in it; it saves itself again', async () => {
  const visitor = await visit({ language: 'en' });
  await openSample(visitor);
  await visitor.page.locator('[data-id=view-checks]').click();
  await title(visitor.page, visitor.words('checks.title'));
  const saved = await save(visitor, 'hand.save_page', 'saved.html');
  assert.match(saved.name, /^临禾县人大常委会办公室-2021-report-mingzhang-[\d.]+-\d{4}-\d\d-\d\d-[0-9a-f]{8}\.html$/);
  assert.deepEqual(visitor.complaints, []);

  const second = await openFile(saved.file, { language: 'zh' });
  const { page, words, complaints } = second;
  await page.waitForFunction(() => document.documentElement.lang === 'en');
  const english = visitor.words;
  await title(page, english('checks.title'));
  assert.ok(words);
  // A short text on the page's own thread, a long one in a worker.
  await drop(page, 'one.txt', disclosure('丁县档案馆', '61.25'));
  await title(page, '丁县档案馆');
  await drop(page, 'two.txt', disclosure('丙县图书馆', '72.5', long));
  await title(page, '丙县图书馆');
  const again = await save({ page, words: english }, 'hand.save_page', 'again.html');
  assert.deepEqual(complaints, []);

  const third = await openFile(again.file, { language: 'zh' });
  await title(third.page, '丙县图书馆');
  assert.deepEqual(third.complaints, []);
});

test('Without the PDF reader a PDF is refused in plain words; with it, it is read', async () => {
  const pdf = { name: 'budget.pdf', mimeType: 'application/pdf', buffer: madePdf([['丁县档案馆2024年部门预算公开', '一、收支情况', '本年收入61.25万元，本年支出61.25万元。']]) };
  const visitor = await visit();
  await openSample(visitor);
  const { file } = await save(visitor, 'hand.save_page', 'without.html');
  const without = await openFile(file);
  await give(without.page, pdf);
  await without.page.getByRole('alert').filter({ hasText: /budget\.pdf.*没有带上读 PDF 的部件/ }).waitFor({ state: 'attached' });

  const more = await save(visitor, 'hand.save_page_pdf', 'with.html');
  const { page, complaints } = await openFile(more.file);
  await title(page, sample.entity);
  await give(page, pdf);
  await title(page, '丁县档案馆');
  await page.getByRole('button', { name: /^61\.25 万元/ }).first().waitFor();
  assert.deepEqual(complaints, []);
});

test('Mark-up in a document and in its name is text in the saved page, and numbers of persons are left out', async () => {
  const visitor = await visit();
  const evil = '</script><script>window.broken=1</script><img src=x onerror="window.broken=2">';
  await drop(visitor.page, 'a<b>.txt', disclosure('丁县档案馆', '61.25', `\n${evil}\n联系电话：13912345678\n`));
  await title(visitor.page, '丁县档案馆');
  const { file } = await save(visitor, 'hand.save_page', 'evil.html');
  assert.ok(!readFileSync(file, 'utf8').includes(evil));
  const { page, complaints } = await openFile(file);
  await title(page, '丁县档案馆');
  await page.locator('[data-id=view-source]').click();
  await page.getByText('window.broken=1').first().waitFor();
  const shown = await page.locator('main').textContent();
  assert.ok(shown.includes('***********') && !shown.includes('13912345678'));
  assert.equal(await page.evaluate(() => window.broken), undefined);
  assert.deepEqual(complaints, []);
});

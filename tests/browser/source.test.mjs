// The document's own words: found, selected, copied as they stand there, explained.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { browserForThisFile, go, openSample, sample, settled } from './page.mjs';

const visit = browserForThisFile();

async function source(options) {
  const visitor = await visit(options);
  await openSample(visitor);
  await go(visitor, 'source');
  await settled(visitor.page);
  return visitor;
}

/// Selects from the first occurrence of some words of the document to the end of the last of others.
const select = (page, from, to) => page.evaluate(([from, to]) => {
  const lines = [...document.querySelectorAll('[data-at]')];
  const first = lines.find(line => line.textContent.includes(from)), last = lines.find(line => line.textContent.includes(to));
  getSelection().setBaseAndExtent(first.firstChild, first.textContent.indexOf(from), last.firstChild, last.textContent.indexOf(to) + to.length);
}, [from, to]);

test('Ctrl+F is answered: count, next and previous, in sight', async () => {
  const visitor = await visit();
  await openSample(visitor);
  const { page, words } = visitor;
  await page.keyboard.press('Control+f');
  const field = page.getByRole('textbox', { name: words('source.find') });
  await page.waitForFunction(() => document.activeElement?.dataset.id === 'find');
  await field.fill('三公');
  const bar = page.getByRole('complementary', { name: words('source.find_bar') });
  await bar.getByRole('status').filter({ hasText: /^1 \/ \d+/ }).waitFor();
  await page.keyboard.press('Enter');
  await bar.getByRole('status').filter({ hasText: /^2 \/ \d+/ }).waitFor();
  await bar.getByRole('button', { name: words('source.find_previous') }).click();
  await bar.getByRole('button', { name: words('source.find_previous') }).click();
  const last = await bar.getByRole('status').textContent();
  assert.equal(last.split(' / ')[0], last.split(' / ')[1]);
  await field.fill('１１６．４０');  // wide digits find narrow ones
  await bar.getByRole('status').filter({ hasText: /^1 \/ \d+/ }).waitFor();
  await page.waitForFunction(() => [...document.querySelectorAll('[data-at]')].some(line => {
    const box = line.getBoundingClientRect();
    return line.textContent.includes('116.40') && box.top > 0 && box.bottom < innerHeight;
  }));
  await field.fill('绝对没有的话');
  await bar.getByRole('status').filter({ hasText: words('source.find_none') }).waitFor();
});

test('The whole document is there as text, each line at its place in the file', async () => {
  const { page } = await source();
  const bytes = readFileSync(sample.file);
  const lines = await page.locator('[data-at]').evaluateAll(all => all.map(line => [Number(line.dataset.at), line.textContent]));
  assert.ok(lines.length > 150);
  for (const [at, words] of lines) {
    const printed = bytes.subarray(at, at + Buffer.byteLength(words)).toString();
    assert.equal(words, printed);
  }
});

test('Selected words are shown above the canvas and copied exactly as they stand in the file', async () => {
  const { page } = await source();
  await select(page, '主要职责', '编印');
  await page.waitForFunction(() => document.querySelectorAll('#selection div').length > 2);
  await page.keyboard.press('Control+c');
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  const text = readFileSync(sample.file, 'utf8');
  const start = text.indexOf('主要职责'), end = text.indexOf('编印') + '编印'.length;
  assert.equal(copied, text.slice(start, end));
  await page.evaluate(() => getSelection().removeAllRanges());
  await page.waitForFunction(() => document.querySelectorAll('#selection div').length === 0);
});

test('A term is marked where it occurs and explained when it is pressed', async () => {
  const { page, words } = await source();
  const name = words('evidence.meaning').replace('{term}', '基本支出');
  await page.getByRole('button', { name }).first().click();
  const panel = page.getByRole('complementary', { name: words('evidence.title') });
  await panel.getByText('维持机构运转的固定开支').waitFor();
  await page.keyboard.press('Escape');
  await panel.waitFor({ state: 'detached' });
});

test('A changed figure is marked in the source, whose words stay as they are', async () => {
  const { page, words } = await source();
  await page.getByRole('button', { name: /^318\.72万元/ }).first().click();
  const evidence = page.getByRole('complementary', { name: words('evidence.title') });
  await evidence.getByRole('textbox').fill('400');
  await evidence.getByText('318.72').first().waitFor();
  await page.keyboard.press('Escape');
  assert.ok((await page.locator('[data-at]').allTextContents()).join('').includes('318.72万元'));
});

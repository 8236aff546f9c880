// Where the money goes: the same selection in every picture, in other measures, found by name; gone into and out of.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { browserForThisFile, go, openSample, settled } from './page.mjs';

const visit = browserForThisFile();

async function breakdown(options) {
  const visitor = await visit(options);
  await openSample(visitor);
  await go(visitor, 'breakdown');
  return visitor;
}

const names = group => group.getByRole('button').evaluateAll(all => all.map(it => it.getAttribute('aria-label')));

test('Treemap, flow, bars and table show the same parts; the choice stays while going in', async () => {
  const { page, words } = await breakdown();
  const pictures = page.getByRole('group', { name: words('breakdown.picture') });
  const treemap = page.getByRole('group', { name: words('breakdown.treemap') });
  assert.deepEqual((await names(treemap)).slice(0, 1), ['人员经费 318.72 万元 62.2%']);

  await pictures.getByRole('button', { name: words('breakdown.flow') }).click();
  const flow = page.getByRole('group', { name: words('breakdown.flow_name') });
  const shown = await names(flow);
  for (const part of ['财政拨款收入 512.36 万元', '人员经费 318.72 万元', '项目支出 110 万元', '人代会会务经费 42 万元']) {
    assert.ok(shown.some(name => name.startsWith(part)), `${part} flows`);
  }
  await flow.getByRole('button', { name: /^项目支出 110/ }).click();
  await flow.getByRole('button', { name: /^人代会会务经费 42/ }).waitFor();

  await pictures.getByRole('button', { name: words('breakdown.bars') }).click();
  const bars = page.getByRole('list', { name: words('breakdown.bars') });
  await bars.getByRole('button', { name: /^人代会会务经费 42 万元/ }).waitFor();
  assert.equal(await bars.getByRole('listitem').count(), 5);

  await pictures.getByRole('button', { name: words('breakdown.table') }).click();
  assert.equal(await page.getByRole('table', { name: words('breakdown.list') }).getByRole('row').count(), 6);
  await page.getByRole('button', { name: words('breakdown.all'), exact: true }).click();
  await page.getByRole('row').filter({ hasText: '人员经费' }).waitFor();
});

test('A tile goes in, a figure shows its words, the way back stands above', async () => {
  const { page, words } = await breakdown();
  const treemap = page.getByRole('group', { name: words('breakdown.treemap') });
  await page.getByRole('row').filter({ hasText: '项目支出' }).getByRole('button', { name: /›/ }).click();
  await settled(page);
  assert.equal((await names(treemap)).length, 5);
  await treemap.getByRole('button', { name: /^人代会会务经费/ }).click();
  const evidence = page.getByRole('complementary', { name: words('evidence.title') });
  await evidence.getByText('42').first().waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: words('breakdown.all'), exact: true }).click();
  await treemap.getByRole('button', { name: /^人员经费/ }).waitFor();
});

test('Amounts in other measures, one of which asks for a number', async () => {
  const { page, words } = await breakdown();
  const measure = page.getByRole('combobox', { name: words('scale.name') });
  const tile = name => page.getByRole('group', { name: words('breakdown.treemap') }).getByRole('button', { name });
  await measure.selectOption({ label: words('scale.yuan') });
  await tile('人员经费 3,187,200 元 62.2%').waitFor();
  await measure.selectOption({ label: words('scale.per_day') });
  await tile('人员经费 8,732 元/天 62.2%').waitFor();
  await measure.selectOption({ label: words('scale.per_staff') });
  await tile('人员经费 127,488 元/人 62.2%').waitFor();  // of 25 in service
  await measure.selectOption({ label: words('scale.per_resident') });
  await page.getByRole('status').filter({ hasText: words('scale.lacks') }).waitFor();
  await page.getByRole('textbox', { name: words('scale.residents') }).fill('400,000');
  await tile('人员经费 7.97 元/人 62.2%').waitFor();
  await measure.selectOption({ label: words('scale.things') });
  await page.getByRole('textbox', { name: words('scale.price') }).fill('20');
  await tile(/^人员经费 159,360 碗牛肉面/).waitFor();
});

test('What is looked for is found wherever it stands', async () => {
  const { page, words } = await breakdown();
  await page.getByRole('textbox', { name: words('breakdown.search') }).fill('培训');
  await page.getByRole('row').filter({ hasText: '代表学习培训费' }).waitFor();
  assert.equal(await page.getByRole('table', { name: words('breakdown.list') }).getByRole('row').count(), 3);  // head, its part, itself
  await page.getByRole('textbox', { name: words('breakdown.search') }).fill('没有这一项');
  await page.getByText(words('breakdown.not_found')).waitFor();
});

test('The table sorts by each column, back to the order of the document', async () => {
  const { page, words } = await breakdown();
  await page.getByRole('group', { name: words('breakdown.picture') }).getByRole('button', { name: words('breakdown.table') }).click();
  const first = () => page.getByRole('rowheader').allTextContents();
  const before = await first();
  const head = page.getByRole('columnheader').filter({ hasText: '万元' }).getByRole('button');
  await head.click();
  assert.match((await first())[0], /人员经费/);
  await head.click();
  assert.match((await first())[0], /公用经费/);
  await head.click();
  assert.deepEqual(await first(), before);
});

test('A link leads to the same picture, measure and part', async () => {
  const { page, words } = await breakdown();
  await page.getByRole('group', { name: words('breakdown.picture') }).getByRole('button', { name: words('breakdown.bars') }).click();
  await page.getByRole('combobox', { name: words('scale.name') }).selectOption({ label: words('scale.share') });
  await page.getByRole('list', { name: words('breakdown.bars') }).getByRole('button', { name: /^项目支出/ }).click();
  await page.waitForFunction(() => /drill=/.test(location.hash) && /measure=share/.test(location.hash));
  await page.goBack();
  await page.getByRole('list', { name: words('breakdown.bars') }).getByRole('button', { name: /^人员经费 62\.2/ }).waitFor();
  await page.goForward();
  await page.getByRole('list', { name: words('breakdown.bars') }).getByRole('button', { name: /^人代会会务经费 8\.2/ }).waitFor();
});

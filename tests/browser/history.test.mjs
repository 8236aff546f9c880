// The browser's Back and Forward move between views, figures and documents; a page that is loaded again shows what it showed.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { browserForThisFile, drop, go, kept, openSample, sample, settled } from './page.mjs';

const visit = browserForThisFile();
const title = (page, name) => page.getByRole('heading', { level: 1, name }).waitFor();
const disclosure = (entity, total) => Buffer.from(`${entity}2024年部门预算公开\n\n一、收支情况\n\n本年收入${total}万元，本年支出${total}万元。\n`);
const length = page => page.evaluate(() => history.length);

test('Back and Forward go through the views', async () => {
  const visitor = await visit();
  const { page, words } = visitor;
  await openSample(visitor);
  await go(visitor, 'checks');
  await go(visitor, 'source');
  await page.goBack();
  await title(page, words('checks.title'));
  await page.goBack();
  await title(page, sample.entity);
  await page.goForward();
  await title(page, words('checks.title'));
  await page.goBack();
  await page.goBack();
  await title(page, words('start.title'));
  await page.goForward();
  await title(page, sample.entity);
});

test('Back closes a figure\'s evidence; Escape closes it without leaving a trace', async () => {
  const visitor = await visit();
  const { page, words } = visitor;
  await openSample(visitor);
  const evidence = page.getByRole('complementary', { name: words('evidence.title') });
  const figure = page.getByRole('button', { name: '83.64 万元 机关运行经费' });
  await figure.click();
  await evidence.waitFor();
  await page.goBack();
  await evidence.waitFor({ state: 'detached' });
  await title(page, sample.entity);
  await figure.click();
  await evidence.waitFor();
  const before = await length(page);
  await page.keyboard.press('Escape');
  await evidence.waitFor({ state: 'detached' });
  await settled(page);
  await page.goBack();
  await title(page, words('start.title'));
  assert.ok(await length(page) <= before);
});

test('A place is left and found again at the height to which it was scrolled', async () => {
  const visitor = await visit();
  const { page, words } = visitor;
  await openSample(visitor);
  await go(visitor, 'source');
  const content = page.locator('main > section.region');
  await content.evaluate(region => { region.scrollTop = 700; });
  await settled(page);
  await go(visitor, 'checks');
  await page.goBack();
  await title(page, words('source.title'));
  await settled(page);
  assert.equal(await content.evaluate(region => region.scrollTop), 700);
});

test('Documents opened one after another are gone back to', async () => {
  const { page } = await visit();
  await drop(page, 'first.txt', disclosure('丁县档案馆', '61.25'));
  await title(page, '丁县档案馆');
  await drop(page, 'second.txt', disclosure('丙县图书馆', '72.5'));
  await title(page, '丙县图书馆');
  await page.goBack();
  await title(page, '丁县档案馆');
  await page.goForward();
  await title(page, '丙县图书馆');
});

test('Loaded again, the page shows the document, the view and the figure that it showed', async () => {
  const visitor = await visit();
  const { page, words, complaints } = visitor;
  await drop(page, 'kept.txt', disclosure('丁县档案馆', '61.25'));
  await title(page, '丁县档案馆');
  await page.getByRole('button', { name: /^61\.25 万元/ }).first().click();
  await page.getByRole('complementary', { name: words('evidence.title') }).waitFor();
  await go(visitor, 'checks');
  await page.getByRole('complementary', { name: words('evidence.title') }).waitFor();
  await kept(page, 1);
  await page.reload();
  await title(page, words('checks.title'));
  await page.getByRole('complementary', { name: words('evidence.title') }).waitFor();
  await page.goBack();
  await title(page, '丁县档案馆');
  assert.deepEqual(complaints, []);
});

test('A fragment from anywhere does no harm', async () => {
  const { page, words, complaints } = await visit({ query: '#view=%00&doc=../../x&figure=99999999999&drill=1.2.3&at=5-<script>' });
  await title(page, words('start.title'));
  await drop(page, 'first.txt', disclosure('丁县档案馆', '61.25'));
  await title(page, '丁县档案馆');
  for (const fragment of ['view=breakdown&drill=9.9.9.9', 'view=source&at=900000.900001', 'figure=1', '%%%', 'view=nowhere', 'n123', 'a'.repeat(9000)]) {
    await page.evaluate(it => { location.hash = it; }, fragment);
    await settled(page);
    assert.match(await page.getByRole('main').textContent(), /丁县档案馆/);
  }
  assert.deepEqual(complaints, []);
});

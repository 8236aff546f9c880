// Reading the result as a visitor does: headline, verdict, failures; from a finding to its sentence; a figure's evidence.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { browserForThisFile, go, openSample, sample } from './page.mjs';

const visit = browserForThisFile();

async function withSample(options) {
  const visitor = await visit(options);
  await openSample(visitor);
  return visitor;
}

/// The paragraph or row stands inside the window of the region that scrolls, not above or below it.
const inSight = locator => locator.evaluate(element => {
  const region = element.closest('.region').getBoundingClientRect(), own = element.getBoundingClientRect();
  return own.top >= region.top && own.bottom <= region.bottom;
});

async function waitUntilInSight(page, locator) {
  await locator.waitFor();
  await page.waitForFunction(element => {
    const region = element.closest('.region').getBoundingClientRect(), own = element.getBoundingClientRect();
    return own.top >= region.top && own.bottom <= region.bottom;
  }, await locator.elementHandle());
}

test('The overview tells total, change, parts and the verdict, its kinds apart', async () => {
  const { page, words } = await withSample();
  const main = page.getByRole('main');
  for (const figure of ['512.36 万元 支出合计', '+35.85 万元', '30.60 元', '83.64 万元 机关运行经费']) {
    await main.getByRole('button', { name: figure }).first().waitFor();
  }
  for (const part of ['人员经费 318.72 万元', '公用经费 83.64 万元', '项目支出 110 万元']) {
    await main.getByRole('button', { name: part }).waitFor();
  }
  await main.getByRole('button', { name: /^2 处矛盾/ }).waitFor();
  for (const kind of ['to_explain', 'remarks', 'holding', 'not_checkable']) {
    const words_of_kind = words(`verdict.${kind}_count`).replace('{n}', '');
    const box = main.getByRole('button', { name: words_of_kind.trim() });
    assert.match(await box.textContent(), /^[1-9]\d* /);
  }
});

test('A box of the verdict leads to its findings alone', async () => {
  const { page, words } = await withSample();
  await page.getByRole('button', { name: /^2 处矛盾/ }).click();
  await page.getByRole('heading', { level: 1, name: words('checks.title') }).waitFor();
  assert.equal(await page.getByRole('list', { name: words('verdict.contradictions') }).getByRole('listitem').count(), 2);
  assert.equal(await page.getByRole('list', { name: words('verdict.holding') }).count(), 0);
});

test('Failures come first, each written in the figures of the document', async () => {
  const visitor = await withSample();
  const { page, words } = visitor;
  await go(visitor, 'checks');
  const lists = await page.getByRole('region').getByRole('list').evaluateAll(all => all.map(it => it.getAttribute('aria-label')));
  assert.deepEqual(lists.slice(0, 3), ['contradictions', 'to_explain', 'remarks'].map(kind => words(`verdict.${kind}`)));
  const contradictions = page.getByRole('list', { name: words('verdict.contradictions') });
  await contradictions.getByRole('heading', { name: /13\.20.*17\.40.*≠.*30\.60/ }).waitFor();
  await contradictions.getByRole('heading', { name: '116.40 > 52.15' }).waitFor();
  await page.getByRole('list', { name: words('verdict.to_explain') }).getByRole('heading', { name: /98.*≠.*110/ }).waitFor();
});

test('A finding leads to its sentence in the source', async () => {
  const visitor = await withSample();
  const { page, words } = visitor;
  await go(visitor, 'checks');
  const finding = page.getByRole('listitem').filter({ has: page.getByRole('heading', { name: /≠.*30\.60/ }) });
  await finding.getByRole('button', { name: words('finding.to_source') }).click();
  await page.getByRole('heading', { level: 1, name: words('source.title') }).waitFor();
  const sentence = page.getByRole('paragraph').filter({ hasText: '“三公”经费一般公共预算拨款30.60元' });
  await waitUntilInSight(page, sentence);
  assert.ok(await inSight(sentence.getByRole('button', { name: /^30\.60元/ })));
});

test('From the overview a table finding leads to its row', async () => {
  const { page, words } = await withSample();
  const finding = page.getByRole('listitem').filter({ has: page.getByRole('heading', { name: '116.40 > 52.15' }) });
  await finding.getByRole('button').last().click();
  await page.getByRole('heading', { level: 1, name: words('source.title') }).waitFor();
  await waitUntilInSight(page, page.getByRole('row').filter({ hasText: '116.40' }).first());
});

test('A figure opens its evidence: its words, the other places, its checks; closing gives the focus back', async () => {
  const { page, words } = await withSample();
  const figure = page.getByRole('button', { name: '83.64 万元 机关运行经费' });
  await figure.click();
  const evidence = page.getByRole('complementary', { name: words('evidence.title') });
  await evidence.waitFor();
  await evidence.getByText(words('evidence.also')).waitFor();
  assert.match(await evidence.textContent(), /83\.64/);
  await page.keyboard.press('Escape');
  await evidence.waitFor({ state: 'detached' });
  await page.waitForFunction(() => document.activeElement.textContent === '83.64');
});

test('Another value for a figure tells at once which checks would change', async () => {
  const { page, words } = await withSample();
  await page.getByRole('button', { name: `${sample.total} 万元` }).first().click();
  const evidence = page.getByRole('complementary', { name: words('evidence.title') });
  await evidence.getByRole('textbox').fill('999.99');
  const [before, after] = words('evidence.trial_noticed').split('{n}');
  await evidence.getByText(new RegExp(`${before}\\d+${after}`)).first().waitFor();
});

test('The language switches at once, for the page and its findings', async () => {
  const { page } = await withSample();
  await page.getByRole('button', { name: 'English' }).click();
  await page.waitForFunction(() => document.documentElement.lang === 'en');
  await page.getByRole('button', { name: /^2 contradictions/ }).waitFor();
  await page.getByRole('heading', { level: 1, name: /departmental budget 2021/ }).waitFor();
  await page.getByRole('button', { name: '中文' }).click();
  await page.waitForFunction(() => document.documentElement.lang.startsWith('zh'));
  await page.getByRole('button', { name: /^2 处矛盾/ }).waitFor();
});

test('An achieved value gets the grade that the document itself prints for it', async () => {
  const visitor = await withSample();
  const { page, words } = visitor;
  await go(visitor, 'performance');
  const field = page.getByRole('textbox', { name: /代表学习培训/ });
  const says = text => page.getByRole('status').filter({ hasText: text }).first().waitFor();
  for (const [value, level] of [['100', 'excellent'], ['95.0', 'good'], ['90', 'fair'], ['89.99', 'poor']]) {
    await field.fill(value);
    await says(words('performance.grade').replace('{grade}', words(`level.${level}`)));
  }
  await field.fill('all');
  await says(words('performance.no_number'));
});

test('Going into a part and back', async () => {
  const visitor = await withSample();
  const { page, words } = visitor;
  await go(visitor, 'breakdown');
  await page.getByRole('row').filter({ hasText: '项目支出' }).getByRole('button', { name: /项目支出/ }).first().click();
  await page.getByRole('row').filter({ hasText: '人代会会务经费' }).first().waitFor();
  await page.getByRole('button', { name: words('breakdown.all') }).click();
  await page.getByRole('row').filter({ hasText: '人员经费' }).first().waitFor();
});

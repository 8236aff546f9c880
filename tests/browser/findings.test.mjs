// Working through the checks: searching, ordering, marking, noting, explaining, copying, linking; the rule book, what is protected, words.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { browserForThisFile, give, go, openSample, sample, settled } from './page.mjs';

const visit = browserForThisFile();

async function checks(options) {
  const visitor = await visit(options);
  await openSample(visitor);
  await go(visitor, 'checks');
  return visitor;
}

const card = (page, name) => page.getByRole('listitem').filter({ has: page.getByRole('heading', { name }) }).first();
const filled = (text, values) => text.replace(/\{(\w+)\}/g, (_, name) => values[name]);

test('Findings are searched by what they say, by their rule and by their section', async () => {
  const { page, words } = await checks();
  const field = page.getByRole('textbox', { name: words('checks.search') });
  const count = () => page.getByRole('region').getByRole('listitem').count();
  const all = await count();
  await field.fill('116.40');
  await card(page, '116.40 > 52.15').waitFor();
  assert.ok(await count() < all);
  await field.fill('unit.suspect');
  await card(page, /≠.*30\.60/).waitFor();
  assert.equal(await count(), 1);
  await field.fill('没有这样的话');
  await page.getByText(words('checks.none_shown')).waitFor();
});

test('By section the findings stand in the order of the document', async () => {
  const { page, words } = await checks();
  await page.getByRole('group', { name: words('checks.order') }).getByRole('button', { name: words('checks.by_section') }).click();
  const heads = await page.getByRole('region').getByRole('heading', { level: 2 }).allTextContents();
  const numbers = heads.map(head => '一二三四五六七八九'.indexOf(head[0])).filter(number => number >= 0);
  assert.deepEqual(numbers, numbers.toSorted((a, b) => a - b));
  assert.ok(numbers.length > 3);
});

test('A finding is looked at, set aside, noted; filtered by that; and kept', async () => {
  const visitor = await checks();
  const { page, words } = visitor;
  const finding = card(page, /≠.*30\.60/);
  await finding.getByRole('button', { name: words('judgement.set_aside'), exact: true }).click();
  await finding.getByRole('button', { name: words('judgement.note'), exact: true }).click();
  await finding.getByRole('textbox', { name: words('judgement.note') }).fill('已问过财务：单位笔误');
  await finding.getByText(`${words('judgement.set_aside')} · ${words('judgement.has_note')}`).waitFor();
  await page.getByRole('combobox', { name: words('checks.judged') }).selectOption({ label: words('judgement.set_aside') });
  await settled(page);
  assert.equal(await page.getByRole('region').getByRole('listitem').count(), 1);
  await page.getByRole('combobox', { name: words('checks.judged') }).selectOption({ label: words('checks.judged_none') });
  await card(page, '116.40 > 52.15').waitFor();
  assert.equal(await card(page, /≠.*30\.60/).count(), 0);
});

test('A misread figure is corrected from its finding', async () => {
  const { page, words } = await checks();
  const finding = card(page, /≠.*30\.60/);
  await finding.getByRole('button', { name: words('judgement.misread'), exact: true }).click();
  await finding.getByRole('button', { name: filled(words('judgement.correct'), { printed: '30.60元' }) }).click();
  const evidence = page.getByRole('complementary', { name: words('evidence.title') });
  assert.equal(await evidence.getByRole('button', { name: words('trial.correct'), exact: true }).getAttribute('aria-pressed'), 'true');
});

test('What it means, as text, and a link that opens it', async () => {
  const visitor = await visit();
  const { page, words, context } = visitor;
  await give(page, sample.file);  // a file of the visitor's, which is kept on this device
  await page.getByRole('heading', { level: 1, name: sample.entity }).waitFor();
  await go(visitor, 'checks');
  const finding = card(page, /≠.*30\.60/);
  await finding.getByRole('button', { name: words('finding.meaning'), exact: true }).click();
  await finding.getByText('三类容易被关注的开支').waitFor();
  await finding.getByRole('button', { name: words('finding.copy'), exact: true }).click();
  assert.match(await page.evaluate(() => navigator.clipboard.readText()), /13\.20.*\n[\s\S]*unit\.suspect/);
  await finding.getByRole('button', { name: words('finding.copy_link'), exact: true }).click();
  await page.waitForFunction(async () => (await navigator.clipboard.readText()).includes('finding='));
  const link = await page.evaluate(() => navigator.clipboard.readText());
  const other = await context.newPage();
  await other.goto(link);
  await other.getByRole('heading', { level: 1, name: words('checks.title') }).waitFor();
  await card(other, /≠.*30\.60/).getByRole('button', { name: words('finding.to_source') }).waitFor();
});

test('The rule book says what each rule asks and how it came out; from there to its results', async () => {
  const visitor = await checks();
  const { page, words } = visitor;
  await go(visitor, 'rules');
  await page.getByRole('textbox', { name: words('rules.search') }).fill('unit.suspect');
  const rule = page.getByRole('listitem').filter({ hasText: 'unit.suspect' });
  await rule.getByRole('button', { name: words('rules.to_checks') }).click();
  await page.getByRole('heading', { level: 1, name: words('checks.title') }).waitFor();
  await card(page, /≠.*30\.60/).waitFor();
});

test('What is protected is said of every figure, and the unprotected can be seen alone', async () => {
  const visitor = await checks();
  const { page, words } = visitor;
  await go(visitor, 'protection');
  const rows = page.getByRole('table', { name: words('protection.title') }).getByRole('row');
  await settled(page);
  const all = await rows.count();
  assert.ok(all > 90);
  await page.getByRole('button', { name: words('protection.only_alone') }).click();
  await settled(page);
  const alone = await rows.count();
  assert.ok(alone > 5 && alone < all);
  assert.match(await rows.nth(1).textContent(), new RegExp(words('protection.nothing')));
});

test('Words are explained by the document itself and in general, and lead to where they stand', async () => {
  const visitor = await checks();
  const { page, words } = visitor;
  await go(visitor, 'words');
  await page.getByRole('textbox', { name: words('words.search') }).fill('项目支出');
  await page.getByText(words('words.own')).first().waitFor();
  await page.getByRole('button', { name: /›$/ }).first().click();
  await page.getByRole('heading', { level: 1, name: words('source.title') }).waitFor();
});

// A figure changed by the visitor: everything follows at once, each change can be taken back, and what was printed stays in sight.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { browserForThisFile, go, openSample, settled } from './page.mjs';

const visit = browserForThisFile();

async function withFigure(name) {
  const visitor = await visit();
  await openSample(visitor);
  const { page, words } = visitor;
  await page.getByRole('main').getByRole('button', { name }).first().click();
  const evidence = page.getByRole('complementary', { name: words('evidence.title') });
  const field = evidence.getByRole('textbox', { name: new RegExp(words('evidence.trial')) });
  await field.waitFor();
  return { ...visitor, evidence, field };
}

const filled = (text, values) => text.replace(/\{(\w+)\}/g, (_, name) => values[name]);

test('A tried figure changes charts and checks; it is marked, listed, undone and done again', async () => {
  const visitor = await withFigure('人员经费 318.72 万元');
  const { page, words, evidence, field } = visitor;
  await field.fill('400');
  await page.getByRole('button', { name: /^人员经费 400 万元/ }).waitFor();
  await evidence.getByText(filled(words('trial.printed'), { value: '318.72 万元' })).waitFor();
  await page.getByRole('status').filter({ hasText: words('changes.trials.one') }).waitFor();
  await page.getByRole('button', { name: /^[3-9] 处矛盾/ }).waitFor();

  await page.getByRole('button', { name: words('changes.list'), exact: true }).click();
  const list = page.getByRole('list', { name: words('changes.list') });
  assert.match(await list.getByRole('listitem').first().textContent(), /318\.72 万元 → 400 万元/);

  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: words('changes.undo'), exact: true }).click();
  await page.getByRole('button', { name: /^2 处矛盾/ }).waitFor();
  await page.getByRole('button', { name: /^人员经费 318\.72 万元/ }).waitFor();
  await page.getByRole('button', { name: words('changes.redo'), exact: true }).click();
  await page.getByRole('button', { name: /^人员经费 400 万元/ }).waitFor();
  await page.keyboard.press('Control+z');
  await page.getByRole('button', { name: /^人员经费 318\.72 万元/ }).waitFor();
});

test('Totals and other places follow where that is wanted', async () => {
  const { page, words, evidence, field } = await withFigure('人员经费 318.72 万元');
  await field.fill('320.72');
  await page.getByRole('button', { name: /^[3-9] 处矛盾/ }).waitFor();
  await evidence.getByRole('button', { name: words('trial.carry') }).click();
  await page.getByRole('button', { name: /^2 处矛盾/ }).waitFor();
  await page.getByRole('button', { name: '514.36 万元 支出合计' }).waitFor();
});

test('What the figure would have to be for the relations to hold', async () => {
  const { page, words, evidence, field } = await withFigure('人员经费 318.72 万元');
  await field.fill('400');
  await evidence.getByRole('heading', { name: words('trial.ways') }).waitFor();
  await evidence.getByRole('button', { name: /^318\.72 万元 \d/ }).click();
  await page.getByRole('button', { name: /^2 处矛盾/ }).waitFor();
});

test('A corrected reading is a correction, not a trial, and the checks run again', async () => {
  const { page, words, evidence, field } = await withFigure('30.60 元');
  await evidence.getByRole('button', { name: words('trial.correct'), exact: true }).click();
  await field.fill('30.60万元');
  await page.getByRole('button', { name: /^1 处矛盾/ }).waitFor();
  await page.getByRole('status').filter({ hasText: words('changes.corrections.one') }).waitFor();
  await evidence.getByRole('button', { name: words('trial.restore'), exact: true }).click();
  await page.getByRole('button', { name: /^2 处矛盾/ }).waitFor();
});

test('What is no number changes nothing and says so', async () => {
  const { page, words, evidence, field } = await withFigure('人员经费 318.72 万元');
  await field.fill('很多');
  await evidence.getByRole('status').filter({ hasText: words('evidence.trial_no_number') }).waitFor();
  await page.getByRole('button', { name: /^2 处矛盾/ }).waitFor();
});

test('A change is still there when the document is opened again', async () => {
  const visitor = await withFigure('人员经费 318.72 万元');
  const { page } = visitor;
  await visitor.field.fill('400');
  await page.getByRole('button', { name: /^人员经费 400 万元/ }).waitFor();
  await settled(page);
  await go(visitor, 'breakdown');
  await page.getByRole('group', { name: visitor.words('breakdown.treemap') }).getByRole('button', { name: /^人员经费 400 万元/ }).waitFor();
});

// The whole way without a pointer: from the start screen to a contradiction and its sentence, by Tab, Enter and Escape.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { browserForThisFile, openSample, sample, settled } from './page.mjs';

const visit = browserForThisFile();

/// Presses Tab until the element with the focus has the name; fails where a whole round has not met it.
async function tabTo(page, name, most = 120) {
  for (let presses = 0; presses < most; ++presses) {
    await page.keyboard.press('Tab');
    const focused = await page.evaluate(() => {
      const it = document.activeElement;
      return it.getAttribute('aria-label') ?? it.textContent;
    });
    if (focused.includes(name)) return;
  }
  assert.fail(`no ${name} in ${most} presses of Tab`);
}

test('Sample, checks, finding, source: by keyboard alone', async () => {
  const { page, words } = await visit();
  await tabTo(page, words('start.sample'));
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 1, name: sample.entity }).waitFor();
  await tabTo(page, words('view.checks'));
  await page.keyboard.press('Space');
  await page.getByRole('heading', { level: 1, name: words('checks.title') }).waitFor();
  await tabTo(page, words('finding.to_source'));
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 1, name: words('source.title') }).waitFor();
});

test('From an open page to the sentence behind the first contradiction in at most 15 presses', async () => {
  const visitor = await visit();
  const { page, words } = visitor;
  await openSample(visitor);
  await page.evaluate(() => document.activeElement.blur());
  let presses = 0;
  const press = key => { ++presses; return page.keyboard.press(key); };
  const pressUntil = async name => {
    for (let tabs = 0; tabs < 12; ++tabs) {
      await press('Tab');
      if (await page.evaluate(() => document.activeElement.getAttribute('aria-label') ?? document.activeElement.textContent) === name) return;
    }
    assert.fail(`no ${name} within 12 presses`);
  };
  await pressUntil(words('skip.contradiction'));
  await press('Enter');
  await page.getByRole('heading', { level: 1, name: words('checks.title') }).waitFor();
  await page.waitForFunction(close => document.activeElement.textContent === close, words('finding.close'));
  await pressUntil(words('finding.to_source'));
  await press('Enter');
  await page.getByRole('heading', { level: 1, name: words('source.title') }).waitFor();
  await page.waitForFunction(() => document.activeElement.closest('.region') !== null);
  assert.ok(presses <= 15, `${presses} presses`);
});

test('The focus is seen on the canvas: a ring is drawn around it', async () => {
  const { page, words } = await visit();
  const button = page.getByRole('button', { name: words('start.sample') });
  const box = await button.boundingBox();
  const clip = { x: box.x - 6, y: box.y - 6, width: box.width + 12, height: box.height + 12 };
  await settled(page);
  const before = await page.screenshot({ clip });
  await tabTo(page, words('start.sample'));
  await settled(page);
  assert.ok(!before.equals(await page.screenshot({ clip })));
});

test('Evidence takes the focus when it opens and gives it back when Escape closes it', async () => {
  const { page, words } = await visit();
  await tabTo(page, words('start.sample'));
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 1, name: sample.entity }).waitFor();
  await tabTo(page, `${sample.total} 万元`);
  await page.keyboard.press('Enter');
  const evidence = page.getByRole('complementary', { name: words('evidence.title') });
  await evidence.waitFor();
  await page.waitForFunction(() => document.activeElement.closest('aside') !== null);
  await page.keyboard.press('Escape');
  await evidence.waitFor({ state: 'detached' });
  await page.waitForFunction(total => document.activeElement.textContent === total, sample.total);
});

test('Tab reaches no element twice and leaves none of the view out', async () => {
  const { page, words } = await visit();
  await tabTo(page, words('start.sample'));
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 1, name: sample.entity }).waitFor();
  const reachable = await page.evaluate(() => document.querySelectorAll('main :is(button, a, input:not([type=file])):not([tabindex="-1"])').length);
  await page.evaluate(() => document.activeElement.blur());
  const met = new Set();
  for (let presses = 0; presses < reachable; ++presses) {
    await page.keyboard.press('Tab');
    met.add(await page.evaluate(() => document.activeElement.id));
  }
  met.delete('');
  assert.equal(met.size, reachable);
});

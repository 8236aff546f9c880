// The presentation: one finding at a time, large, by keys alone.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { axeFindings, browserForThisFile, openSample, picture, sample, settled } from './page.mjs';

const visit = browserForThisFile();
const where = page => page.getByRole('status').filter({ hasText: /\d/ }).first();
const formula = page => page.getByRole('heading', { level: 1 });

test('One finding at a time in large type: arrows turn the pages, Escape leads back', async () => {
  const { page, words, complaints } = await visit();
  await openSample({ page, words });
  await page.locator('[data-id=view-checks]').click();
  await page.keyboard.press('p');
  await page.getByRole('region', { name: words('hall.name') }).waitFor();
  const size = await formula(page).evaluate(it => parseFloat(getComputedStyle(it).fontSize));
  assert.ok(size >= 48, `formula at ${size} px`);
  await settled(page);
  await picture(page, 'hall');
  assert.deepEqual(await axeFindings(page), []);
  const first = await formula(page).textContent();
  assert.match(first, /≠/);
  await page.keyboard.press('ArrowRight');
  await page.waitForFunction(before => document.querySelector('h1').textContent !== before, first);
  assert.match(await where(page).textContent(), /^2 \//);
  await page.keyboard.press('ArrowLeft');
  await page.waitForFunction(before => document.querySelector('h1').textContent === before, first);
  await page.keyboard.press('End');
  await page.keyboard.press('ArrowRight');  // the last one stays
  assert.match(await where(page).textContent(), /^(\d+) \/ \1 /);
  await page.keyboard.press('Escape');
  await page.getByRole('heading', { level: 1, name: words('checks.title') }).waitFor();
  assert.deepEqual(complaints, []);
});

test('By buttons too, on the wall and on a phone, in the dark and in English', async () => {
  for (const [size, query] of [[{ width: 1920, height: 1080 }, '?lang=en&theme=dark'], [{ width: 390, height: 844 }, '?lang=en']]) {
    const { page, context, words } = await visit({ language: 'en', query });
    await openSample({ page, words });
    await page.locator('[data-id=hall]').click();
    await page.setViewportSize(size);
    await page.getByRole('button', { name: words('hall.next') }).click();
    await page.waitForFunction(() => [...document.querySelectorAll('[role=status]')].some(it => it.textContent.startsWith('2 of')));
    await settled(page);
    await picture(page, `hall-${size.width}`);
    assert.equal(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), true);
    await page.getByRole('button', { name: words('hall.leave') }).click();
    await page.getByRole('heading', { level: 1, name: sample.entity }).waitFor();
    await context.close();
  }
});

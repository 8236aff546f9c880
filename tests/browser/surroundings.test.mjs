// What the system of the visitor wishes: colours of its own, more contrast, less motion, larger text; and the page as far as it follows.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { axeFindings, browserForThisFile, openSample, picture, sample, settled } from './page.mjs';

const visit = browserForThisFile();
const paper = page => page.evaluate(() => getComputedStyle(document.documentElement).getPropertyValue('--paper').trim() || getComputedStyle(document.querySelector('main')).backgroundColor);

test('Light, dark and high contrast follow the system at once, and forced colours mean high contrast', async () => {
  const { page, words } = await visit({ colorScheme: 'light' });
  await openSample({ page, words });
  const seen = [await paper(page)];
  for (const [name, media] of [['dark', { colorScheme: 'dark' }], ['contrast', { contrast: 'more' }]]) {
    await page.emulateMedia({ colorScheme: 'light', contrast: 'no-preference', ...media });
    await page.waitForFunction(before => { const s = getComputedStyle(document.documentElement).getPropertyValue('--paper').trim(); return s !== before; }, seen.at(-1));
    await settled(page);
    seen.push(await paper(page));
    await picture(page, `theme-${name}`);
    assert.deepEqual(await axeFindings(page), [], name);
  }
  assert.equal(new Set(seen).size, 3);
  await page.emulateMedia({ colorScheme: 'light', contrast: 'no-preference', forcedColors: 'active' });
  await settled(page);
  assert.equal(await paper(page), seen[2]);
  await picture(page, 'theme-forced');
});

test('With reduced motion nothing moves: one frame and the page is still', async () => {
  const { page, words } = await visit({ reducedMotion: 'reduce' });
  await openSample({ page, words });
  await settled(page);
  const before = await page.evaluate(() => window.draws);
  await page.getByRole('button', { name: `${sample.total} 万元` }).first().click();
  await page.getByRole('complementary', { name: words('evidence.title') }).waitFor();
  await settled(page);
  const frames = await page.evaluate(() => window.frames_asked);
  assert.ok(before > 0);
  await page.keyboard.press('Escape');
  await settled(page);
  assert.ok(await page.evaluate(() => window.frames_asked) - frames <= 3, 'no frames of an animation');
});

test('The browser\'s own text size and zoom are followed, and nothing scrolls sideways', async () => {
  const { page, words } = await visit();
  await openSample({ page, words });
  const high = () => page.getByRole('heading', { level: 1 }).first().evaluate(it => parseFloat(getComputedStyle(it).fontSize));
  const before = await high();
  // What a larger text size in the browser's settings does to the root of a page.
  await page.evaluate(() => { const sheet = new CSSStyleSheet(); sheet.replaceSync(':root { font-size: 24px }'); document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet]; });
  await page.setViewportSize({ width: 1439, height: 900 });
  await page.waitForFunction(before => parseFloat(getComputedStyle(document.querySelector('h1')).fontSize) > before * 1.2, before);
  await settled(page);
  await picture(page, 'text-150');
  for (const width of [1440, 720, 360]) {
    await page.setViewportSize({ width, height: 700 });
    await settled(page);
    assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), `${width}`);
  }
});

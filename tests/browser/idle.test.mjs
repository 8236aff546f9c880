// An idle page costs nothing: no draw call and no frame asked for, on the start screen, in every view and beside an open panel.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { browserForThisFile, go, openSample, settled, views } from './page.mjs';

const visit = browserForThisFile();
const idle_milliseconds = 1000;

/// What the page draws and asks for while nobody touches it.
async function idleCounts(page) {
  await settled(page);
  await settled(page);  // a frame that takes long, as one that works something out, is still to come
  return page.evaluate(milliseconds => new Promise(done => {
    window.draws = window.frames_asked = 0;
    setTimeout(() => done([window.draws, window.frames_asked]), milliseconds);
  }), idle_milliseconds);
}

test('Nothing is drawn and no frame asked for while nothing happens', async () => {
  const visitor = await visit();
  const { page } = visitor;
  assert.deepEqual(await idleCounts(page), [0, 0], 'start');
  await openSample(visitor);
  for (const view of views) {
    await go(visitor, view);
    assert.deepEqual(await idleCounts(page), [0, 0], view);
  }
  await go(visitor, 'overview');
  await page.getByRole('button', { name: '83.64 万元 机关运行经费' }).click();
  assert.deepEqual(await idleCounts(page), [0, 0], 'evidence');
});

test('The first press after idling draws', async () => {
  const visitor = await visit();
  const { page } = visitor;
  await openSample(visitor);
  await settled(page);
  await page.evaluate(() => { window.draws = 0; });
  await go(visitor, 'checks');
  await settled(page);
  assert.ok(await page.evaluate(() => window.draws) > 0);
});

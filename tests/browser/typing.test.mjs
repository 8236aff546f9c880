// Typing with an input method: the browser's own field takes the word while it is put together, stays still meanwhile, and the program
// hears of it once, when it is done. The sequences are those that Chromium sends for pinyin, recorded in composition.json.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { browserForThisFile, openSample, sample } from './page.mjs';

const visit = browserForThisFile();
const recorded = JSON.parse(readFileSync(path.join(import.meta.dirname, 'composition.json'), 'utf8'));

for (const { name, steps, commits } of recorded) {
  test(`${name}: nothing is lost, nothing moves, one word arrives`, async () => {
    const { page, context, words, complaints } = await visit();
    await openSample({ page, words });
    await page.getByRole('button', { name: `${sample.total} 万元` }).first().click();
    const field = page.getByRole('complementary', { name: words('evidence.title') }).getByRole('textbox').first();
    await field.fill('');
    await field.focus();
    await field.evaluate(it => {
      window.field = it;
      window.heard = [];
      for (const type of ['compositionstart', 'compositionupdate', 'compositionend', 'input']) it.addEventListener(type, event => window.heard.push(event.type));
      window.moves = 0;
      new MutationObserver(list => { window.moves += list.filter(each => each.target === it || [...each.removedNodes].includes(it)).length; })
        .observe(document.querySelector('main'), { subtree: true, childList: true, attributes: true });
    });
    const device = await context.newCDPSession(page);
    for (const [i, step] of steps.entries()) {
      await device.send('Input.imeSetComposition', { text: step, selectionStart: step.length, selectionEnd: step.length });
      assert.equal(await field.inputValue(), step);
      // Whatever else happens on the page: a window of another size lays everything out anew.
      if (i === 0) await page.setViewportSize({ width: 1300, height: 800 });
      if (i === 0) await page.waitForFunction(() => document.querySelector('canvas').width === 1300 * devicePixelRatio);
      assert.equal(await page.evaluate(() => document.activeElement === window.field && window.moves), 0, step);
    }
    await device.send('Input.insertText', { text: commits });
    assert.equal(await field.inputValue(), commits);
    assert.equal(await page.evaluate(() => window.heard.filter(each => each === 'compositionend').length), 1);
    // The field is the program's again: it takes its place in the new layout, with the word in it.
    await page.waitForFunction(() => window.moves > 0);
    assert.equal(await field.inputValue(), commits);
    assert.deepEqual(complaints, []);
  });
}

test('A word that is given up leaves the field as it was', async () => {
  const { page, context, words } = await visit();
  await openSample({ page, words });
  await page.getByRole('button', { name: `${sample.total} 万元` }).first().click();
  const field = page.getByRole('complementary', { name: words('evidence.title') }).getByRole('textbox').first();
  await field.fill('999.99');
  const device = await context.newCDPSession(page);
  await device.send('Input.imeSetComposition', { text: 'wan', selectionStart: 3, selectionEnd: 3 });
  await device.send('Input.imeSetComposition', { text: '', selectionStart: 0, selectionEnd: 0 });
  assert.equal(await field.inputValue(), '999.99');
  const [before, after] = words('evidence.trial_noticed').split('{n}');
  await page.getByRole('complementary', { name: words('evidence.title') }).getByText(new RegExp(`${before}\\d+${after}`)).first().waitFor();
});

// The keys, the page that lists them, and what the page says of itself.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { axeFindings, browserForThisFile, openSample, picture, sample, settled } from './page.mjs';

const visit = browserForThisFile();
const title = (page, name) => page.getByRole('heading', { level: 1, name }).waitFor();

test('Single keys go to the views, switch the language and show the list of keys', async () => {
  const { page, words, complaints } = await visit();
  await openSample({ page, words });
  for (const [key, view] of [['2', 'breakdown'], ['3', 'change'], ['4', 'checks'], ['5', 'performance'], ['6', 'source']]) {
    await page.keyboard.press(key);
    await title(page, words(`${view}.title`));
  }
  await page.keyboard.press('1');
  await title(page, sample.entity);
  await page.keyboard.press('e');
  await title(page, words('hand.title'));
  await page.keyboard.press('?');
  await title(page, words('help.title'));
  await settled(page);
  await picture(page, 'help');
  assert.deepEqual(await axeFindings(page), []);
  await page.keyboard.press('l');
  await page.waitForFunction(() => document.documentElement.lang === 'en');
  await page.keyboard.press('d');
  await page.locator('[data-id=open-file]').waitFor();
  assert.deepEqual(complaints, []);
});

test('Single keys can be switched off, and stay off; they do nothing in a field', async () => {
  const first = await visit();
  await openSample(first);
  await first.page.locator('[data-id=hand-on]').click();
  await first.page.getByRole('textbox').first().focus();
  await first.page.keyboard.press('6');
  await title(first.page, first.words('hand.title'));
  await first.page.locator('[data-id=help]').click();
  await first.page.getByRole('button', { name: first.words('help.keys_off') }).click();
  await first.page.getByRole('button', { name: first.words('help.keys_on') }).waitFor();
  await first.page.keyboard.press('6');
  await title(first.page, first.words('help.title'));

  const second = await visit({ context: first.context });
  await openSample(second);
  await second.page.keyboard.press('6');
  await second.page.keyboard.press('?');
  await settled(second.page);
  await title(second.page, sample.entity);
});

test('Help says version, rules and licences, in full', async () => {
  const { page, words } = await visit();
  await page.keyboard.press('?');
  await title(page, words('help.title'));
  await page.getByText(/\d+\.\d+\.\d+.*\d{4}-\d\d-\d\d/).first().waitFor();
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: words('about.licences') }).click()]);
  const text = readFileSync(await download.path(), 'utf8');
  for (const name of ['Dear ImGui', 'nlohmann/json', 'pugixml', 'zlib', 'pdf.js', 'Mingzhang']) assert.ok(text.includes(name), name);
  assert.ok(text.length > 15_000);
});

// Every view on a laptop and a phone, in both languages: nothing scrolls sideways, axe-core finds nothing serious, and a
// picture of each is left in build/screenshots.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { browserForThisFile, go, judge, openSample, sizes, views } from './page.mjs';

const visit = browserForThisFile();

for (const size of Object.keys(sizes)) {
  for (const language of ['zh', 'en']) {
    test(`Start and views, ${size}, ${language}`, async () => {
      const visitor = await visit({ size, language });
      const { page, complaints } = visitor;
      await judge(page, `start-${size}-${language}`);
      await openSample(visitor);
      for (const view of views) {
        await go(visitor, view);
        await judge(page, `${view}-${size}-${language}`);
      }
      assert.deepEqual(complaints, []);
    });
  }
}

test('Evidence, a message, the dark and the narrowest page', async () => {
  const dark = await visit({ colorScheme: 'dark' });
  await openSample(dark);
  await dark.page.getByRole('button', { name: '83.64 万元 机关运行经费' }).click();
  await judge(dark.page, 'evidence-laptop-dark');

  const phone = await visit({ size: 'phone' });
  await openSample(phone);
  await phone.page.getByRole('button', { name: '83.64 万元 机关运行经费' }).click();
  await judge(phone.page, 'evidence-phone-zh');

  const narrow = await visit({ size: 'phone', viewport: { width: 360, height: 640 } });
  await openSample(narrow);
  for (const view of views) {
    await go(narrow, view);
    await judge(narrow.page, `${view}-narrow-zh`);
  }
});

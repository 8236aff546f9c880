// What this device keeps between visits, and that a store which is denied, broken or full never stands in the way.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { browserForThisFile, drop, give, kept, openSample, sample } from './page.mjs';

const visit = browserForThisFile();
const title = (page, name) => page.getByRole('heading', { level: 1, name }).waitFor();
const disclosure = (entity, total) => Buffer.from(`${entity}2024年部门预算公开\n\n一、收支情况\n\n本年收入${total}万元，本年支出${total}万元。\n`);
const file = (name, entity, total) => ({ name, mimeType: 'text/plain', buffer: disclosure(entity, total) });
const known = ({ page, words }) => page.getByRole('list', { name: words('documents.known') });

test('Documents of an earlier visit are listed and open again, until they are forgotten', async () => {
  const first = await visit();
  await give(first.page, file('one.txt', '丁县档案馆', '61.25'), file('two.txt', '丙县图书馆', '72.5'));
  await title(first.page, '丁县档案馆');
  await kept(first.page, 2);
  await first.page.close();

  const second = await visit({ context: first.context });
  const { page, words, complaints } = second;
  await known(second).getByRole('listitem').nth(1).waitFor();
  await known(second).getByRole('button', { name: /^丙县图书馆/ }).click();
  await title(page, '丙县图书馆');
  await page.getByRole('button', { name: /^72\.5 万元/ }).first().waitFor();

  await page.locator('[data-id=documents]').click();
  await known(second).getByRole('button', { name: words('documents.forget').replace('{name}', '丁县档案馆') }).click();
  await page.waitForFunction(() => !document.querySelector('main').textContent.includes('丁县档案馆'));
  await kept(page, 1);
  await page.getByRole('button', { name: words('documents.forget_all') }).click();
  await kept(page, 0);
  assert.deepEqual(complaints, []);
});

test('Of several files the first lies on top, and what could not be opened is named', async () => {
  const visitor = await visit();
  const { page, complaints } = visitor;
  await give(page, { name: 'empty.txt', mimeType: 'text/plain', buffer: Buffer.alloc(0) }, file('one.txt', '丁县档案馆', '61.25'),
    file('two.txt', '丙县图书馆', '72.5'));
  await title(page, '丁县档案馆');
  assert.match(await page.getByRole('alert').textContent(), /empty\.txt/);
  await page.locator('[data-id=documents]').click();
  assert.equal(await known(visitor).getByRole('listitem').count(), 2);
  assert.deepEqual(complaints, []);
});

test('What one tab opens, another lists', async () => {
  const first = await visit(), second = await visit({ context: first.context });
  await drop(first.page, 'one.txt', disclosure('丁县档案馆', '61.25'));
  await known(second).getByRole('button', { name: /^丁县档案馆/ }).waitFor();
});

test('Language and appearance are as they were left', async () => {
  const first = await visit({ language: 'zh' });
  await first.page.getByRole('button', { name: 'English' }).click();
  await first.page.waitForFunction(() => document.documentElement.lang === 'en');
  await first.page.close();
  const second = await visit({ context: first.context });
  assert.equal(await second.page.evaluate(() => document.documentElement.lang), 'en');
});

const stores = {
  denied: () => { indexedDB.open = () => { throw new DOMException('denied', 'SecurityError'); }; },
  broken: () => { IDBFactory.prototype.open = () => { const request = new EventTarget(); setTimeout(() => request.onerror?.(new Event('error')), 0); return request; }; },
  silent: () => { IDBFactory.prototype.open = () => new EventTarget(); },
  'without its settings': () => { Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('denied', 'SecurityError'); } }); },
};
for (const [how, before] of Object.entries(stores)) {
  test(`A store that is ${how} stands in nobody's way`, async () => {
    const visitor = await visit({ before });
    const { page, words, complaints } = visitor;
    await openSample(visitor);
    await drop(page, 'one.txt', disclosure('丁县档案馆', '61.25'));
    await title(page, '丁县档案馆');
    await page.locator('[data-id=documents]').click();
    assert.equal(await known(visitor).getByRole('listitem').count(), 2);
    if (how === 'denied' || how === 'broken') await page.getByText(words('documents.denied')).waitFor();
    await known(visitor).getByRole('button', { name: sample.entity }).first().click();
    await title(page, sample.entity);
    assert.deepEqual(complaints, []);
  });
}

test('A full store says so; the document is open all the same', async () => {
  const visitor = await visit({
    before: () => {
      const put = IDBObjectStore.prototype.put;
      IDBObjectStore.prototype.put = function (...given) {
        if (this.name === 'bytes') throw new DOMException('full', 'QuotaExceededError');
        return put.apply(this, given);
      };
    },
  });
  const { page, words, complaints } = visitor;
  await drop(page, 'one.txt', disclosure('丁县档案馆', '61.25'));
  await title(page, '丁县档案馆');
  await page.locator('[data-id=documents]').click();
  await page.getByText(words('documents.full')).waitFor();
  assert.deepEqual(complaints, []);
});

test('A tab that is killed in the middle of saving leaves what was kept before', async () => {
  const first = await visit({
    before: () => {
      const put = IDBObjectStore.prototype.put;
      IDBObjectStore.prototype.put = function (...given) {
        const request = put.apply(this, given);
        // The second document: the list has it, its bytes are not there yet, and the transaction is kept open.
        if (this.name === 'shelf' && given[0].name === 'two.txt') {
          const store = this;
          const hold = () => { store.get('').onsuccess = hold; };
          hold();
          window.saving = true;
        }
        return request;
      };
    },
  });
  await drop(first.page, 'one.txt', disclosure('丁县档案馆', '61.25'));
  await kept(first.page, 1);
  await drop(first.page, 'two.txt', disclosure('丙县图书馆', '72.5'));
  await first.page.waitForFunction(() => window.saving);
  const debug = await first.context.newCDPSession(first.page);
  void debug.send('Page.crash').catch(() => {});  // never answered
  await first.page.waitForEvent('crash');
  const second = await visit({ context: first.context });
  await kept(second.page, 1);
  await known(second).getByRole('button', { name: /^丁县档案馆/ }).click();
  await title(second.page, '丁县档案馆');
});

// Long work happens beside the page: progress, a way to stop, and the page answers meanwhile. What goes wrong there stays there.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { alertText, browserForThisFile, drop, give, openSample, sample } from './page.mjs';

const visit = browserForThisFile();
const title = (page, name) => page.getByRole('heading', { level: 1, name }).waitFor();
const disclosure = (entity, total, more = '') => Buffer.from(`${entity}2024年部门预算公开\n\n一、收支情况\n\n本年收入${total}万元，本年支出${total}万元。\n${more}`);
const file = (name, entity, total, more) => ({ name, mimeType: 'text/plain', buffer: disclosure(entity, total, more) });
/// So much text that it is read in the worker.
const long = '本段文字只为把材料写长，没有任何数字。\n\n'.repeat(4000);
const known = ({ page, words }) => page.getByRole('list', { name: words('documents.known') });
const progress = ({ page, words }) => page.getByRole('complementary', { name: words('progress.name') });

/// Every worker of the page hears `order` only after the test has let it go on.
const slowWorkers = () => {
  const post = Worker.prototype.postMessage;
  window.held = [];
  Worker.prototype.postMessage = function (message, ...more) {
    if (message.job === undefined || window.freely) return post.call(this, message, ...more);
    window.held.push(() => post.call(this, message, ...more));
  };
  window.goOn = () => window.held.splice(0).forEach(each => each());
};

test('A long text is read in a worker and shows what a short one shows', async () => {
  const { page, complaints } = await visit();
  await page.evaluate(() => {
    window.tasks = [];
    new PerformanceObserver(list => window.tasks.push(...list.getEntries().map(it => it.duration))).observe({ type: 'longtask' });
  });
  await give(page, file('long.txt', '丁县档案馆', '61.25', long));
  await title(page, '丁县档案馆');
  await page.getByRole('button', { name: /^61\.25 万元/ }).first().waitFor();
  assert.equal(await page.evaluate(() => performance.getEntriesByType('resource').filter(it => /worker\.\w+\.js/.test(it.name)).length > 0), true);
  assert.deepEqual(complaints, []);
});

test('Forty files: progress with names, the page answers meanwhile, and all are there at the end', async () => {
  const visitor = await visit({ before: slowWorkers });
  const { page, words, complaints } = visitor;
  await openSample(visitor);
  const files = Array.from({ length: 40 }, (_, i) => file(`file-${i}.txt`, `${'甲乙丙丁戊己庚辛壬癸'[i % 10]}县第${i + 1}中学`, `${100 + i}.25`, i === 20 ? long : ''));
  await give(page, ...files);
  await title(page, '甲县第1中学');
  await progress(visitor).getByText('file-20.txt').waitFor();
  assert.equal(await progress(visitor).getByRole('progressbar').getAttribute('aria-valuenow'), '50');
  await page.getByText(words('progress.reading_many').replace('{done}', '21').replace('{of}', '40')).first().waitFor();
  // The page is not held up: another view opens at once.
  await page.locator('[data-id=view-checks]').click();
  await title(page, words('checks.title'));
  await page.evaluate(() => { window.freely = true; window.goOn(); });
  await progress(visitor).waitFor({ state: 'detached' });
  await page.locator('[data-id=documents]').click();
  assert.equal(await known(visitor).getByRole('listitem').count(), 41);
  assert.deepEqual(complaints, []);
});

test('Reading can be stopped: what was read stays, the rest does not come', async () => {
  const visitor = await visit({ before: slowWorkers });
  const { page, words, complaints } = visitor;
  await give(page, file('one.txt', '丁县档案馆', '61.25'), file('two.txt', '丙县图书馆', '72.5', long), file('three.txt', '乙县博物馆', '83.75'));
  await title(page, '丁县档案馆');
  await page.getByRole('button', { name: words('progress.stop') }).click();
  await progress(visitor).waitFor({ state: 'detached' });
  await page.evaluate(() => { window.freely = true; window.goOn(); });
  await page.locator('[data-id=documents]').click();
  assert.equal(await known(visitor).getByRole('listitem').count(), 1);
  // And the next one is read as ever.
  await give(page, file('two.txt', '丙县图书馆', '72.5', long));
  await title(page, '丙县图书馆');
  assert.deepEqual(complaints, []);
});

test('A worker that runs out of memory, or breaks, costs one file: the page and the next file are not touched', async () => {
  const visitor = await visit({
    before: () => {
      const make = window.Worker;
      window.Worker = class extends make {
        postMessage(message, ...more) {
          if (!window.fault || message.job === undefined) return super.postMessage(message, ...more);
          const fault = window.fault;
          window.fault = undefined;
          if (fault === 'error') this.dispatchEvent(new Event('error'));
          else this.dispatchEvent(new MessageEvent('message', { data: { job: message.job, stopped: fault, memory: fault === 'memory' } }));
        }
      };
    },
  });
  const { page, words, complaints } = visitor;
  await openSample(visitor);
  for (const [fault, says] of [['memory', /two\.txt.*内存不够/], ['unreachable', /two\.txt.*意外停止/], ['error', /two\.txt.*意外停止/]]) {
    await page.evaluate(it => { window.fault = it; }, fault);
    await give(page, file('two.txt', '丙县图书馆', '72.5', long));
    await page.getByRole('alert').filter({ hasText: says }).waitFor({ state: 'attached' });
    await title(page, sample.entity);
  }
  await give(page, file('two.txt', '丙县图书馆', '72.5', long));
  await title(page, '丙县图书馆');
  assert.deepEqual(complaints, []);
});

test('Where no worker starts the page reads by itself', async () => {
  const { page, complaints } = await visit({ before: () => { window.Worker = class { constructor() { throw new DOMException('no', 'SecurityError'); } }; } });
  await give(page, file('long.txt', '丁县档案馆', '61.25', long));
  await title(page, '丁县档案馆');
  assert.deepEqual(complaints, []);
});

test('A copied web table opens with its cells', async () => {
  const { page } = await visit();
  await page.evaluate(() => {
    const rows = [['项目', '预算数'], ['支出合计', '61.25'], ['基本支出', '41.25'], ['项目支出', '20.00']];
    const html = `<meta charset='utf-8'><h1>丁县档案馆2024年部门预算支出总表</h1><p>单位：万元</p><table>${rows.map(row => `<tr>${row.map(cell => `<td>${cell}</td>`).join('')}</tr>`).join('')}</table>`;
    const data = new DataTransfer();
    data.setData('text/html', html);
    data.setData('text/plain', rows.map(row => row.join('\t')).join('\n'));
    document.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
  });
  await title(page, '丁县档案馆');
  await page.locator('[data-id=view-source]').click();
  await page.getByRole('row').filter({ hasText: '基本支出' }).first().waitFor();
});

test('A dropped folder opens with its files, whatever its depth', async () => {
  const visitor = await visit();
  const { page } = visitor;
  await page.evaluate(texts => {
    // What a browser gives for a dropped folder.
    const fileEntry = (name, text) => ({ isFile: true, isDirectory: false, name, file: found => found(new File([text], name)) });
    const folder = (name, inside) => ({ isFile: false, isDirectory: true, name, createReader: () => { let given = false; return { readEntries: found => { found(given ? [] : inside); given = true; } }; } });
    const tree = folder('材料', [fileEntry('b.txt', texts[1]), folder('更多', [fileEntry('c.txt', texts[2])]), fileEntry('a.txt', texts[0]), fileEntry('.DS_Store', 'x')]);
    const event = new Event('drop', { bubbles: true, cancelable: true });
    event.dataTransfer = { items: [{ kind: 'file', webkitGetAsEntry: () => tree }], files: [], types: ['Files'], getData: () => '' };
    document.querySelector('main').dispatchEvent(event);
  }, [['丁县档案馆', '61.25'], ['丙县图书馆', '72.5'], ['乙县博物馆', '83.75']].map(([entity, total]) => disclosure(entity, total).toString()));
  await title(page, '丁县档案馆');
  await page.locator('[data-id=documents]').click();
  await known(visitor).getByRole('listitem').nth(2).waitFor();
});

test('An error of a file that was read in the worker names file and place in the visitor\'s language', async () => {
  const { page } = await visit({ language: 'en' });
  await drop(page, 'letter.txt', Buffer.from('亲爱的朋友：\n\n山里下雪了，盼你早日归来。\n'.repeat(5000)));
  await alertText(page).waitFor({ state: 'attached' });
  assert.match(await alertText(page).textContent(), /letter\.txt.*(disclosure|budget)/);
});

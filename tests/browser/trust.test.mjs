// Nothing leaves, nothing gets in: every request of a whole visit, what the policy lets happen, and documents that would like to be more
// than text.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { browserForThisFile, drop, openSample, pageFolder, sample } from './page.mjs';
import { existsSync } from 'node:fs';
import path from 'node:path';

const visit = browserForThisFile();
const title = (page, name) => page.getByRole('heading', { level: 1, name }).waitFor();
const watchPolicy = () => {
  window.violations = [];
  document.addEventListener('securitypolicyviolation', event => window.violations.push(`${event.violatedDirective} ${event.blockedURI} ${event.sample}`));
};

test('Of the whole main job every request is for a file of the page itself or the document that ?src= names', async () => {
  const asked = [];
  const visitor = await visit({ before: watchPolicy, serviceWorkers: 'allow' });
  const { page, context, words, complaints } = visitor;
  context.on('request', request => asked.push(request));
  context.on('page', other => other.on('request', request => asked.push(request)));
  await page.goto(`${new URL(page.url()).origin}/?src=samples/linhe-npc-2021-budget.txt`);
  await title(page, sample.entity);
  for (const view of ['breakdown', 'change', 'checks', 'performance', 'source']) {
    await page.locator(`[data-id=view-${view}]`).click();
    await title(page, words(`${view}.title`));
  }
  await page.locator('[data-id=hand-on]').click();
  await title(page, words('hand.title'));
  for (const kind of ['save_page', 'markdown', 'package']) {
    await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: words(`hand.${kind}`), exact: true }).click()]);
  }
  await page.getByRole('button', { name: words('hand.print'), exact: true }).click();
  await page.waitForSelector('iframe.hidden', { state: 'attached' });
  const origin = new URL(page.url()).origin;
  for (const request of asked) {
    if (/^(blob|data):/.test(request.url())) continue;
    const { origin: to, pathname } = new URL(request.url());
    assert.equal(to, origin);
    assert.equal(request.method(), 'GET');
    assert.ok(existsSync(path.join(pageFolder, pathname === '/' ? 'index.html' : pathname)), pathname);
  }
  assert.ok(asked.some(request => request.url().endsWith('linhe-npc-2021-budget.txt')));
  assert.deepEqual(await page.evaluate(() => window.violations), []);
  assert.deepEqual(complaints, []);
});

test('The policy stops script from text, from elsewhere and by eval, requests elsewhere, and text as mark-up', async () => {
  const { page } = await visit({ before: watchPolicy });
  const stopped = await page.evaluate(async () => {
    const results = {};
    const attempt = async (name, action) => { try { await action(); results[name] = false; } catch { results[name] = true; } };
    await attempt('innerHTML', () => { document.createElement('p').innerHTML = '<b>x</b>'; });
    await attempt('text as a timer', () => { setTimeout('window.broken = 1'); });
    await attempt('elsewhere', () => fetch('https://example.org/'));
    await attempt('worker', () => new Worker('samples/evil.js'));
    const script = document.createElement('script');
    await attempt('script', () => { script.text = 'window.broken = 1'; });
    await attempt('policy', () => window.trustedTypes.createPolicy('another', {}));
    return results;
  });
  assert.deepEqual(stopped, { innerHTML: true, 'text as a timer': true, elsewhere: true, worker: true, script: true, policy: true });
});

test('A document with script, mark-up, control characters and marks that turn the direction stays text everywhere', async () => {
  const { page, words, complaints } = await visit({ before: watchPolicy });
  const evil = '<script>window.broken=1</script><img src=x onerror=window.broken=2> \u202Etxt.exe\u202C =cmd|\'/c calc\'!A0 javascript:alert(1)';
  await drop(page, '<img src=x onerror=window.broken=3>.txt', Buffer.from(`丁县档案馆2024年部门预算公开\n\n一、收支情况\n\n本年收入61.25万元，本年支出61.35万元。\n\n${evil}\n\n项目名称：${evil}\n预算数：3.5万元\n`));
  await title(page, '丁县档案馆');
  for (const view of ['breakdown', 'checks', 'source']) {
    await page.locator(`[data-id=view-${view}]`).click();
    await title(page, words(`${view}.title`));
  }
  assert.ok((await page.locator('main').textContent()).includes('<script>window.broken=1'));
  assert.equal(await page.evaluate(() => document.querySelectorAll('main img, main script').length), 0);
  assert.equal(await page.evaluate(() => window.broken), undefined);
  assert.deepEqual(await page.evaluate(() => window.violations), []);
  assert.deepEqual(complaints, []);
});

test('The sample can be opened, and everything said of it read, where the page is a guest: all storage denied', async () => {
  const { page, words } = await visit({
    before: () => {
      const denied = () => { throw new DOMException('denied', 'SecurityError'); };
      for (const name of ['indexedDB', 'localStorage', 'sessionStorage', 'caches']) Object.defineProperty(window, name, { get: denied, configurable: true });
    },
  });
  await openSample({ page, words });
  await page.locator('[data-id=view-checks]').click();
  await title(page, words('checks.title'));
});

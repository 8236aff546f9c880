// The main job in the other engines: Firefox ESR and WebKitGTK, where Debian's packages of them are installed (`sh tests/run.sh --engines`
// brings them), each in a virtual screen of its own. From the start to the sentence behind a contradiction, through roles and names only.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { root, sample, serve, words } from './page.mjs';

const require = createRequire(path.join(root, 'web/package.json'));
const say = words('zh');
const firefoxProgram = '/usr/bin/firefox-esr', webkitProgram = '/usr/bin/WebKitWebDriver';
const miniBrowser = ['/usr/lib/x86_64-linux-gnu', '/usr/lib/aarch64-linux-gnu'].filter(existsSync)
  .flatMap(folder => readdirSync(folder).filter(name => /^webkit2gtk-4/.test(name)).map(name => path.join(folder, name, 'MiniBrowser')))
  .find(existsSync);
const screen = existsSync('/usr/bin/Xvfb') || existsSync('/usr/bin/xvfb-run');
const needs = (...files) => ({ skip: screen && files.every(file => file && existsSync(file)) ? false : 'its packages are not installed (sh tests/run.sh --engines)', timeout: 120_000 });

let server, display;
before(async () => {
  server = await serve();
  if (!screen) return;
  // WebGL needs a screen in both, and finds one in software.
  display = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', '1440x900x24', '-nolisten', 'tcp'], { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] });
  const number = await new Promise(found => display.stdio[3].once('data', data => found(String(data).trim())));
  process.env.DISPLAY = `:${number}`;
});
after(() => {
  server?.stop();
  display?.kill();
});

/// The main job, by three verbs that both drivers have: wait for words, press what has a name, ask the page.
async function mainJob({ ask, press, waitFor }) {
  await waitFor(() => document.documentElement.classList.contains('started'));
  assert.equal(await ask(() => document.documentElement.classList.contains('no-canvas')), false, 'drawn with WebGL');
  await press(say('start.sample'));
  await waitFor(entity => document.querySelector('h1')?.textContent.startsWith(entity), sample.entity);
  assert.ok(await ask(total => document.querySelector('main').textContent.includes(total), sample.total));
  await press(say('view.checks'));
  await waitFor(title => document.querySelector('h1')?.textContent === title, say('checks.title'));
  assert.ok(await ask(() => document.querySelector('main').textContent.includes('≠')));
  await press(say('finding.to_source'));
  await waitFor(title => document.querySelector('h1')?.textContent === title, say('source.title'));
}

/// Runs in the page: what a press finds, by its name.
const named = name => [...document.querySelectorAll('main button')].find(it => (it.getAttribute('aria-label') ?? it.textContent).includes(name));

test('Firefox ESR does the main job', needs(firefoxProgram), async () => {
  const { firefox } = require('playwright-core');
  const browser = await firefox.launch({ channel: 'moz-firefox', executablePath: firefoxProgram, headless: false });
  try {
    const page = await (await browser.newContext({ locale: 'zh-CN', viewport: { width: 1400, height: 800 } })).newPage();
    const complaints = [];
    page.on('pageerror', error => complaints.push(String(error)));
    await page.goto(`${server.address}?lang=zh`);
    await mainJob({
      ask: (question, value) => page.evaluate(question, value),
      waitFor: (question, value) => page.waitForFunction(question, value),
      press: name => page.getByRole('button', { name }).first().click(),
    });
    assert.deepEqual(complaints, []);
  } finally {
    await browser.close();
  }
});

test('WebKitGTK does the main job', needs(webkitProgram, miniBrowser), async () => {
  const port = 40_000 + process.pid % 20_000;
  const driver = spawn(webkitProgram, [`--port=${port}`], { stdio: 'ignore' });
  const call = async (method, way, body) => {
    const answer = await fetch(`http://127.0.0.1:${port}${way}`, { method, ...body ? { body: JSON.stringify(body) } : {} });
    const { value } = await answer.json();
    if (!answer.ok) throw new Error(`${way}: ${value?.message}`);
    return value;
  };
  const until = async attempt => {
    for (let tries = 0; ; ++tries) {
      try {
        const value = await attempt();
        if (value) return value;
      } catch (error) {
        if (tries > 400) throw error;
      }
      assert.ok(tries <= 400, 'never came');
      await new Promise(done => { setTimeout(done, 50); });
    }
  };
  try {
    await until(() => call('GET', '/status'));
    const { sessionId } = await call('POST', '/session', { capabilities: { alwaysMatch: { 'webkitgtk:browserOptions': { binary: miniBrowser, args: ['--automation'] } } } });
    const here = `/session/${sessionId}`;
    const ask = (question, ...values) => call('POST', `${here}/execute/sync`, { script: `return (${question})(...arguments)`, args: values });
    await call('POST', `${here}/url`, { url: `${server.address}?lang=zh` });
    const complaints = [];
    await mainJob({
      ask, waitFor: (question, ...values) => until(() => ask(question, ...values)),
      press: async name => {
        await until(() => ask(`name => !!(${named})(name)`, name));
        await ask(`name => (${named})(name).click()`, name);
      },
    });
    assert.deepEqual(complaints, []);
    await call('DELETE', here);
  } finally {
    driver.kill();
  }
});

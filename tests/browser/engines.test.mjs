// Engines older than the page is built for get a plain sentence, not a blank page: each feature that it needs is taken away in turn.
// And nothing younger than those engines is used by the page's own script.
import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { browserForThisFile, openSample, pageFolder, root } from './page.mjs';

const visit = browserForThisFile();
const sentence = /请换用较新的浏览器（Chrome 103、Safari 16\.4、Firefox 115[^]*Try a newer one \(Chrome 103, Safari 16\.4, Firefox 115/;

const removals = {
  'WebAssembly': () => { delete globalThis.WebAssembly; },
  'modules': () => { delete HTMLScriptElement.prototype.noModule; },
  'TextDecoder': () => { delete window.TextDecoder; },
  'ResizeObserver': () => { delete window.ResizeObserver; },
  'adoptedStyleSheets': () => { delete Document.prototype.adoptedStyleSheets; delete DocumentOrShadowRoot?.prototype.adoptedStyleSheets; },
  'structuredClone': () => { delete window.structuredClone; },
  'Array.prototype.at': () => { delete Array.prototype.at; },
  'Object.hasOwn': () => { delete Object.hasOwn; },
  'CompressionStream': () => {
    const whole = window.CompressionStream;
    window.CompressionStream = function (format) { if (format === 'deflate-raw') throw new TypeError(format); return new whole(format); };
  },
};

test('Each feature that is needed and missing is named beside the sentence', async () => {
  const { context } = await visit();
  for (const [name, before] of Object.entries(removals)) {
    const { page } = await visit({ context, before, until: 'html.failed' });
    const shown = await page.locator('#failed').innerText();
    assert.match(shown, sentence, name);
    assert.ok(shown.includes(name), `${shown} names ${name}`);
    await page.close();
  }
  // The list of the page itself has no feature that is not taken away here.
  const needed = [...readFileSync(path.join(root, 'web/early.js'), 'utf8').matchAll(/^ {4}'([\w.]+)': function/gm)].map(it => it[1]);
  assert.deepEqual(needed.sort(), Object.keys(removals).sort());
});

test('A script that the engine cannot parse or fetch is a sentence too', async () => {
  const { context } = await visit();
  for (const answer of [{ body: 'let x = 1 +;' }, { status: 404, body: '' }, { body: 'throw new SyntaxError("odd")' }]) {
    await context.route(/main\.\w+\.js/, route => route.fulfill({ contentType: 'text/javascript', ...answer }));
    const { page } = await visit({ context, until: 'html.failed' });
    assert.match(await page.locator('#failed').innerText(), sentence);
    await page.close();
    await context.unroute(/main\.\w+\.js/);
  }
});

test('A program that does not come is a sentence, with its name', async () => {
  const { context } = await visit();
  await context.route(/\.wasm/, route => route.fulfill({ status: 503, body: '' }));
  const { page } = await visit({ context, until: 'html.failed' });
  assert.match(await page.locator('#failed').innerText(), /mingzhang\.\w+\.wasm: 503/);
});

test('What the oldest engines lack is not called', async () => {
  // By name, and the engine that has it first; esbuild takes care of syntax, this of the library.
  const young = ['toSorted', 'toReversed', 'toSpliced', 'findLast', 'findLastIndex', 'groupBy', 'withResolvers', 'fromAsync', 'canParse',
    'isWellFormed', 'ariaDisabled', 'ariaLabel', 'ariaSelected', 'checkVisibility', 'startViewTransition', 'showPopover', 'moveBefore'];
  const scripts = readdirSync(pageFolder).filter(name => /^(main|worker|sw|embed)\b.*\.js$/.test(name));
  assert.ok(scripts.length >= 2);
  for (const name of scripts) {
    const text = readFileSync(path.join(pageFolder, name), 'utf8');
    assert.deepEqual(young.filter(word => new RegExp(`\\.${word}\\b`).test(text)), [], name);
  }
});

test('The page works where an engine lacks what is only a comfort', async () => {
  const visitor = await visit({
    before: () => {
      delete window.requestIdleCallback;
      delete window.BroadcastChannel;
      delete window.trustedTypes;
      delete Object.getPrototypeOf(CanvasRenderingContext2D.prototype).lang;
      delete CanvasRenderingContext2D.prototype.lang;
      delete CanvasRenderingContext2D.prototype.fontKerning;
      for (const name of ['ariaDisabled', 'role', 'ariaLabel']) delete Element.prototype[name];
    },
  });
  await openSample(visitor);
  assert.deepEqual(visitor.complaints, []);
});

// The ground under the app: glyphs as crisp as the browser's own and at the same places, a page without WebGL, a graphics card
// that goes and comes back, a program that stops, a browser that is too old.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { alertText, browserForThisFile, give, root, settled } from './page.mjs';
import { readFileSync } from 'node:fs';
import path from 'node:path';

const visit = browserForThisFile();
const sample = { name: 'sample.txt', mimeType: 'text/plain', buffer: Buffer.from('二〇二〇年部门预算公开\n\n收入预算454.19万元。\n') };

/// Pixels of a part of the page: how sharp its edges are (mean square of the step from pixel to pixel) and the box of its ink.
async function look(page, clip) {
  const png = (await page.screenshot({ clip })).toString('base64');
  return page.evaluate(async base64 => {
    const blob = new Blob([Uint8Array.from(atob(base64), c => c.charCodeAt(0))], { type: 'image/png' });
    const image = await createImageBitmap(blob);
    const context = new OffscreenCanvas(image.width, image.height).getContext('2d');
    context.drawImage(image, 0, 0);
    const { data, width, height } = context.getImageData(0, 0, image.width, image.height);
    const paper = data[1];
    let steps = 0, left = width, right = 0, top = height, bottom = 0;
    for (let y = 0; y < height; ++y) {
      for (let x = 1; x < width; ++x) {
        const at = (y * width + x) * 4 + 1;
        steps += (data[at] - data[at - 4]) ** 2;
        if (Math.abs(data[at] - paper) > 96) {
          left = Math.min(left, x), right = Math.max(right, x), top = Math.min(top, y), bottom = Math.max(bottom, y);
        }
      }
    }
    return { sharpness: steps / (width * height), ink: [left, right, top, bottom] };
  }, png);
}

for (const ratio of [1, 1.25, 1.5, 2, 3]) {
  test(`At ${ratio} device pixels per CSS pixel the canvas's text is as crisp as the browser's, at the same place`, async () => {
    const { page } = await visit({ deviceScaleFactor: ratio });
    await give(page, sample);
    await page.getByText('454.19').first().waitFor();
    await settled(page);
    const size = await page.evaluate(() => [document.querySelector('canvas').width, innerWidth * devicePixelRatio]);
    assert.ok(Math.abs(size[0] - size[1]) <= 1, `canvas of ${size[0]} pixels in a window of ${size[1]}`);
    const { x, y, width, height } = await page.getByRole('heading', { level: 1 }).first().boundingBox();
    const clip = { x: Math.floor(x) - 4, y: Math.floor(y), width: Math.ceil(width) + 8, height: Math.ceil(height) };
    const drawn = await look(page, clip);
    // The same words by the browser itself: the mirror, without the canvas over it.
    await page.evaluate(() => document.documentElement.classList.add('no-canvas'));
    const own = await look(page, clip);
    assert.ok(drawn.sharpness > 0.85 * own.sharpness, `sharpness ${drawn.sharpness} against ${own.sharpness}`);
    drawn.ink.forEach((side, i) => assert.ok(Math.abs(side - own.ink[i]) <= 1.5 * ratio, `${drawn.ink} against ${own.ink}`));
  });
}

test('Text comes from the visitor\'s own fonts: no font is fetched', async () => {
  const { page } = await visit();
  const fetched = await page.evaluate(() => performance.getEntriesByType('resource').map(it => it.name));
  assert.deepEqual(fetched.filter(name => /woff|ttf|otf/.test(name)), []);
});

test('Without WebGL the mirror is the page: it shows a document and answers clicks', async () => {
  const { page, words } = await visit({
    before: () => {
      const get = HTMLCanvasElement.prototype.getContext;
      HTMLCanvasElement.prototype.getContext = function (kind, ...more) {
        return kind.startsWith('webgl') ? null : get.call(this, kind, ...more);
      };
    },
  });
  assert.ok(words);
  assert.equal(await page.locator('canvas').isVisible(), false);
  await give(page, sample);
  await page.getByText('454.19').first().waitFor();
  assert.ok(await page.getByText('454.19').first().isVisible());
});

test('When the graphics card takes the canvas away the mirror shows; when it comes back everything is drawn again', async () => {
  const { page } = await visit();
  await give(page, sample);
  await page.getByText('454.19').first().waitFor();
  await settled(page);
  const clip = { x: 0, y: 0, width: 1000, height: 600 };
  const before = await page.screenshot({ clip });
  await page.evaluate(() => {
    window.card = document.querySelector('canvas').getContext('webgl2').getExtension('WEBGL_lose_context');
    window.card.loseContext();
  });
  await page.locator('html.no-canvas').waitFor();
  await page.evaluate(() => window.card.restoreContext());
  await page.locator('html:not(.no-canvas)').waitFor();
  await settled(page);
  assert.ok(before.equals(await page.screenshot({ clip })), 'the picture is not the same as before');
});

test('A program that stops over a file starts afresh with the document that was open, and says so', async () => {
  const { page, complaints } = await visit({
    before: () => {
      const make = WebAssembly.instantiate;
      WebAssembly.instantiate = async (...given) => {
        const { exports } = await make.apply(WebAssembly, given);
        const open_file = (...given) => {
          if (window.stop_at_next_file) {
            window.stop_at_next_file = false;
            throw new WebAssembly.RuntimeError('unreachable');
          }
          return exports.open_file(...given);
        };
        return { exports: { ...exports, open_file } };
      };
    },
  });
  await give(page, sample);
  await page.getByText('454.19').first().waitFor();
  await page.evaluate(() => { window.stop_at_next_file = true; });
  await give(page, { ...sample, name: 'fatal.txt' });
  await alertText(page).waitFor({ state: 'attached' });
  await page.getByText('454.19').first().waitFor();
  await give(page, { ...sample, name: 'next.txt', buffer: Buffer.from('二〇二一年部门预算公开\n\n收入预算777.77万元。\n') });
  await page.getByText('777.77').first().waitFor();
  assert.deepEqual(complaints, []);
});

test('The rehearsal while the page is idle shows, says and asks for nothing', async () => {
  const { page } = await visit({
    before: () => {
      const make = WebAssembly.instantiate;
      WebAssembly.instantiate = async (...given) => {
        const { exports } = await make.apply(WebAssembly, given);
        const seen = () => [document.querySelector('main').textContent, document.title, document.documentElement.lang,
          window.frames_asked, window.draws].join('|');
        const watched = call => (...given) => {
          const before = seen();
          call(...given);
          if (seen() !== before) window.traces = (window.traces ?? '') + before + seen();
        };
        const [rehearse, rehearse_view] = [exports.rehearse, exports.rehearse_view].map(watched);
        const end_rehearsal = () => { exports.end_rehearsal(); window.rehearsed = true; };
        return { exports: { ...exports, rehearse, rehearse_view, end_rehearsal } };
      };
    },
  });
  await page.waitForFunction(() => window.rehearsed);
  assert.equal(await page.evaluate(() => window.traces), undefined);
});

test('?src= of another origin is refused without a request', async () => {
  const { page, complaints } = await visit({ query: '?src=https://example.org/budget.txt' });
  await alertText(page).waitFor({ state: 'attached' });
  assert.deepEqual(complaints, []);
});

test('?lang= decides over the browser\'s language', async () => {
  const { page } = await visit({ language: 'zh', query: '?lang=en' });
  assert.equal(await page.evaluate(() => document.documentElement.lang.slice(0, 2)), 'en');
});

test('The page allows no script from text and no request elsewhere', () => {
  const shell = readFileSync(path.join(root, 'shell.html'), 'utf8');
  const policy = shell.match(/Content-Security-Policy" content="([^"]*)"/)[1];
  assert.match(policy, /default-src 'none'/);
  assert.match(policy, /require-trusted-types-for 'script'/);
  assert.match(policy, /trusted-types mingzhang$/);
  assert.doesNotMatch(policy, /unsafe-inline|'unsafe-eval'|https?:/);
});

// Measures the built page: its bytes; in headless Chromium the time from navigation to the first drawn view and from the
// drop of a document to the verdict in the mirror; frames drawn and asked for in five idle seconds. Beside each time
// stands that of a bare page (a canvas that is cleared, a file whose text is shown) in the same run: machines differ, the ratio less.
// usage: node tests/bench/page.mjs [FILE]      default: the seed of the corpus where it is there, else the bundled sample
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { countFrames, launch, root, seed, serve, settled, sizes } from '../browser/page.mjs';
import { pageBytes, total } from './page_bytes.mjs';

const visits = 9;
const idleSeconds = 5;
const page = path.join(root, 'build/web-release/page');
const samples = path.join(root, 'assets/samples');
const file = process.argv[2] ?? (existsSync(seed) ? seed : path.join(samples, readdirSync(samples).find(name => name.endsWith('.txt'))));

function bytes() {
  console.log('The page, bytes');
  const files = pageBytes(page);
  const line = (name, raw, brotli) => console.log(name.padEnd(34) + String(raw).padStart(10) + String(brotli).padStart(10));
  line('', 'raw', 'brotli 11');
  for (const { name, raw, brotli } of files) line(name, raw, brotli);
  line('in all, without the PDF reader', total(files, 'raw'), `${(total(files, 'brotli') / 1024).toFixed(0)} KB`);
}

const barePage = `<!doctype html><html lang="zh"><title>bare</title><canvas></canvas><input type="file"><main></main><script>
const gl = document.querySelector('canvas').getContext('webgl2');
const program = gl.createProgram();
for (const [type, source] of [[gl.VERTEX_SHADER, 'void main(){gl_Position=vec4(0);}'], [gl.FRAGMENT_SHADER, 'void main(){gl_FragColor=vec4(1);}']]) {
  const shader = gl.createShader(type); gl.shaderSource(shader, source); gl.compileShader(shader); gl.attachShader(program, shader);
}
gl.linkProgram(program); gl.useProgram(program);
requestAnimationFrame(() => gl.drawArrays(gl.TRIANGLES, 0, 3));
document.addEventListener('dragover', event => event.preventDefault());
document.addEventListener('drop', async event => {
  event.preventDefault();
  const bytes = await event.dataTransfer.files[0].arrayBuffer();
  requestAnimationFrame(() => { document.querySelector('main').textContent = new TextDecoder().decode(bytes) + '≠'; });
});
</script></html>`;

/// Runs in the page before its script: the moment of the first draw call.
function noteFirstDraw() {
  for (const name of ['drawElements', 'drawArrays']) {
    const draw = WebGL2RenderingContext.prototype[name];
    WebGL2RenderingContext.prototype[name] = function (...given) { window.first_draw ??= performance.now(); return draw.apply(this, given); };
  }
}

/// Runs in the page: drops the file, answers with the milliseconds until main shows the text and a sign of the verdict.
function dropAndWait({ name, base64, wanted }) {
  const main = document.querySelector('main');
  const data = Uint8Array.from(atob(base64), character => character.charCodeAt(0));
  const dataTransfer = new DataTransfer();
  dataTransfer.items.add(new File([data], name));
  return new Promise(done => {
    const began = performance.now();
    const look = () => { if (main.textContent.includes(wanted) && main.textContent.includes('≠')) done(performance.now() - began); };
    new MutationObserver(look).observe(main, { subtree: true, childList: true, characterData: true });
    for (const type of ['dragenter', 'dragover', 'drop']) main.dispatchEvent(new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true }));
  });
}

const middle = times => times.toSorted((a, b) => a - b)[times.length >> 1];

async function times(browser, address, dropped) {
  const draws = [], verdicts = [];
  let idle;
  for (let visit = 0; visit < visits; ++visit) {
    const context = await browser.newContext({ viewport: sizes.laptop, locale: 'zh-CN' });
    const tab = await context.newPage();
    await tab.addInitScript(countFrames);
    await tab.addInitScript(noteFirstDraw);
    await tab.goto(address);
    await tab.waitForFunction(() => window.first_draw !== undefined);
    draws.push(await tab.evaluate(() => window.first_draw));
    await settled(tab);  // a visitor drops a file on a page that has come to rest
    verdicts.push(await tab.evaluate(dropAndWait, dropped));
    if (visit === visits - 1) idle = await idleFrames(tab);
    await context.close();
  }
  return { draw: middle(draws), verdict: middle(verdicts), idle };
}

async function idleFrames(tab) {
  await tab.waitForTimeout(1500);  // what the drop set off
  await tab.evaluate(() => { window.draws = window.frames_asked = 0; });
  await tab.waitForTimeout(idleSeconds * 1000);
  return tab.evaluate(() => ({ draws: window.draws, asked: window.frames_asked }));
}

const content = readFileSync(file);
// The document's largest printed amount is on every overview and nowhere before.
const wanted = [...new TextDecoder().decode(content).matchAll(/\d+\.\d+(?=万元)/g)].map(found => found[0]).sort((a, b) => b - a)[0];
const dropped = { name: path.basename(file), base64: content.toString('base64'), wanted };

bytes();
mkdirSync(path.join(root, 'build'), { recursive: true });
const bareFolder = mkdtempSync(path.join(root, 'build/bare-page-'));
writeFileSync(path.join(bareFolder, 'index.html'), barePage);
const [ours, bare, browser] = await Promise.all([serve(page), serve(bareFolder), launch()]);
try {
  const bareTimes = await times(browser, bare.address, dropped);
  const ourTimes = await times(browser, ours.address, dropped);
  const line = (what, our, other) => console.log(what.padEnd(44) + `${our.toFixed(0)} ms`.padStart(10) + `${other.toFixed(0)} ms`.padStart(12) + `${(our / other).toFixed(1)}×`.padStart(8));
  console.log(`\nThe page in Chromium ${browser.version()} (software WebGL), median of ${visits} visits; ${dropped.name}`);
  console.log(''.padEnd(44) + 'ours'.padStart(10) + 'bare page'.padStart(12) + 'ratio'.padStart(8));
  line('navigation to first drawn view', ourTimes.draw, bareTimes.draw);
  line('drop to verdict in the mirror', ourTimes.verdict, bareTimes.verdict);
  console.log(`in ${idleSeconds} idle seconds: ${ourTimes.idle.draws} draw calls, ${ourTimes.idle.asked} frames asked for`);
} finally {
  await browser.close();
  ours.stop();
  bare.stop();
  rmSync(bareFolder, { recursive: true });
}

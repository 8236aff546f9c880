// Links are made and read back; and what a stranger writes into one does no harm.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { webModule } from './module.mjs';

const { makeLink, readLink, MOST_LINK } = await webModule('links.ts');
const page = 'https://example.org/ledger/';
const bytes = text => new TextEncoder().encode(text);
const fragment = link => link.slice(link.indexOf('#') + 1);

test('Place, marks and a short document come back as they were', async () => {
  const document = { name: '临禾县 2021 年预算.txt', bytes: bytes('本年收入61.25万元。\n'.repeat(200)) };
  const { link, whole } = await makeLink(page, { place: 'doc=0123456789abcdef&view=checks&figure=12', marks: '{"format":"mingzhang-marks/1"}', document });
  assert.ok(whole);
  assert.ok(link.startsWith(`${page}#`) && link.length < 1000, link);
  const read = await readLink(fragment(link));
  assert.equal(read.place, 'view=checks&figure=12');
  assert.equal(read.marks, '{"format":"mingzhang-marks/1"}');
  assert.deepEqual(read.document, document);
});

test('A document that is too long for a link stays behind: the link names it', async () => {
  const noise = crypto.getRandomValues(new Uint8Array(60_000));
  const { link, whole } = await makeLink(page, { place: 'doc=0123456789abcdef&view=checks', marks: '', document: { name: 'a', bytes: noise } });
  assert.equal(whole, false);
  assert.ok(link.length < MOST_LINK);
  assert.deepEqual(await readLink(fragment(link)), { place: 'doc=0123456789abcdef&view=checks', marks: '', document: undefined });
});

test('A bomb, damaged data, wrong letters and endless fragments are passed over', async () => {
  const bomb = await makeLink(page, { place: 'view=checks', marks: '', document: { name: 'a', bytes: new Uint8Array(100_000) } });
  const packed = new URLSearchParams(fragment(bomb.link)).get('data');
  const { deflated, toAddress } = await webModule('packing.ts');
  const large = toAddress(await deflated(new Uint8Array(40 << 20)));
  for (const data of [large, packed.slice(0, 20), '***', '<script>', 'AAAA', '%FF', '=']) {
    const read = await readLink(`view=checks&data=${data}&marks=${data}`);
    assert.equal(read.document, undefined, data.slice(0, 20));
    assert.equal(read.marks, '');
    assert.equal(read.place, 'view=checks');
  }
  assert.deepEqual(await readLink('a'.repeat(300_000)), { place: '', marks: '', document: undefined });
});

test('A name is only a name', async () => {
  for (const [name, plain] of [['../../etc/passwd', 'passwd'], ['a\\b.txt', 'b.txt'], ['gnp\u202Etxt.exe', 'gnptxt.exe'], ['\u0000\u0007', 'link.txt'], ['x'.repeat(5000), 'x'.repeat(200)]]) {
    const { link } = await makeLink(page, { place: '', marks: '', document: { name, bytes: bytes('a') } });
    assert.equal((await readLink(fragment(link))).document.name, plain);
  }
});

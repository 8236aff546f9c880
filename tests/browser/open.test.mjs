// Every way to open a document, and what happens to what is none: a clear message, and the open document stays.
import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { alertText, browserForThisFile, drop, give, needsCorpus, openSample, sample, seed, settled } from './page.mjs';

const visit = browserForThisFile();
const seen = (page, words) => page.getByRole('main').getByText(words).first().waitFor();
const disclosure = (entity, total) => `${entity}2024年部门预算公开\n\n一、收支情况\n\n本年收入${total}万元，本年支出${total}万元。\n`;

test('The start screen names no figure and asks for a file; the sample is one press away', async () => {
  const visitor = await visit();
  const { page, words, complaints } = visitor;
  assert.doesNotMatch(await page.getByRole('main').textContent(), /\d+\.\d+/);
  await page.getByRole('button', { name: words('action.open'), exact: true }).waitFor();
  await openSample(visitor);
  await page.getByRole('button', { name: `${sample.total} 万元` }).first().waitFor();
  assert.deepEqual(complaints, []);
});

test('The open button shows the file dialog', async () => {
  const { page, words } = await visit();
  const [dialog] = await Promise.all([page.waitForEvent('filechooser'),
    page.getByRole('button', { name: words('action.open'), exact: true }).click()]);
  await dialog.setFiles(sample.file);
  await seen(page, sample.total);
});

test('A dropped file opens; the next one takes its place', async () => {
  const { page, complaints } = await visit();
  await drop(page, 'first.txt', Buffer.from(disclosure('丁县档案馆', '61.25')));
  await seen(page, '61.25');
  await drop(page, 'second.txt', Buffer.from(disclosure('丙县图书馆', '72.5')));
  await seen(page, '72.5');
  assert.doesNotMatch(await page.getByRole('main').textContent(), /61\.25/);
  assert.deepEqual(complaints, []);
});

test('Pasted text opens', async () => {
  const { page } = await visit();
  await page.evaluate(text => navigator.clipboard.writeText(text), disclosure('乙县博物馆', '83.75'));
  await page.keyboard.press('Control+V');
  await seen(page, '83.75');
});

test('A table pasted from a web page keeps its cells', async () => {
  const { page } = await visit();
  const html = '<h1>乙县档案馆2024年部门预算公开</h1><table><tr><td colspan=2>部门收支总表</td></tr><tr><td>单位：万元</td><td></td></tr>' +
    '<tr><th>项目</th><th>预算数</th></tr><tr><td>基本支出</td><td>52.5</td></tr><tr><td>支出总计</td><td>52.5</td></tr></table>';
  await page.evaluate(text => navigator.clipboard.write([new ClipboardItem({
    'text/html': new Blob([text], { type: 'text/html' }), 'text/plain': new Blob(['乙县'], { type: 'text/plain' }) })]), html);
  await page.keyboard.press('Control+V');
  await page.getByRole('heading', { level: 1, name: '乙县档案馆' }).waitFor();  // the plain text is no disclosure
});

test('A Word document opens, and of an archive every document that can be read', async () => {
  const { page, complaints } = await visit();
  await drop(page, 'yunling.docx', readFileSync(fixture('yunling-archive-2022.docx')));
  await page.getByRole('heading', { level: 1, name: '云岭县档案馆' }).waitFor();
  await seen(page, '386.52');
  await drop(page, 'two.zip', stored({ 'a.txt': Buffer.from(disclosure('丁县档案馆', '61.25')), 'b.docx': readFileSync(fixture('yunling-archive-2022.docx')),
                                       'c.png': Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]) }));
  await page.getByRole('heading', { level: 1, name: '丁县档案馆' }).waitFor();
  assert.match(await alertText(page).textContent(), /two\.zip\/c\.png/);
  assert.deepEqual(complaints, []);
});

test('?src= opens a document beside the page', async () => {
  const { page } = await visit({ query: '?src=samples/linhe-npc-2021-budget.txt&view=checks' });
  await page.getByRole('heading', { level: 3 }).first().waitFor();
});

const fixture = name => path.join(import.meta.dirname, '../unit/document/files', name);

/// A ZIP archive of files that are stored as they are.
function stored(files) {
  const number = (value, size) => { const bytes = Buffer.alloc(size); bytes.writeUIntLE(value, 0, size); return bytes; };
  const parts = [], directory = [];
  let at = 0;
  for (const [name, content] of Object.entries(files)) {
    const common = Buffer.concat([number(20, 2), number(0, 6), number(0x21, 2), number(crc32(content), 4), number(content.length, 4),
                                  number(content.length, 4), number(Buffer.byteLength(name), 2), number(0, 2)]);
    const local = Buffer.concat([number(0x04034b50, 4), common, Buffer.from(name), content]);
    directory.push(Buffer.concat([number(0x02014b50, 4), number(20, 2), common, number(0, 6), number(0, 4), number(at, 4), Buffer.from(name)]));
    parts.push(local);
    at += local.length;
  }
  const list = Buffer.concat(directory);
  return Buffer.concat([...parts, list, number(0x06054b50, 4), number(0, 4), number(parts.length, 2), number(parts.length, 2),
                        number(list.length, 4), number(at, 4), number(0, 2)]);
}

function crc32(bytes) {
  let crc = ~0;
  for (const byte of bytes) {
    crc ^= byte;
    for (let i = 0; i < 8; ++i) crc = crc >>> 1 ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return ~crc >>> 0;
}

const gb18030 = Buffer.from([0xbc, 0xd7, 0xcf, 0xd8, 0xb2, 0xc6, 0xd5, 0xfe, 0xbe, 0xd6]);  // 甲县财政局
test('GB18030 and UTF-16 are read as well', async () => {
  const { page } = await visit();
  // 2024年部门预算公开 and 本年支出64.5万元 around it.
  const title = Buffer.from([0x32, 0x30, 0x32, 0x34, 0xc4, 0xea, 0xb2, 0xbf, 0xc3, 0xc5, 0xd4, 0xa4, 0xcb, 0xe3, 0xb9, 0xab, 0xbf, 0xaa, 0x0a, 0x0a]);
  const sentence = Buffer.concat([Buffer.from([0xb1, 0xbe, 0xc4, 0xea, 0xd6, 0xa7, 0xb3, 0xf6]), Buffer.from('64.5'), Buffer.from([0xcd, 0xf2, 0xd4, 0xaa, 0xa1, 0xa3, 0x0a])]);
  await drop(page, 'gb.txt', Buffer.concat([gb18030, title, sentence]));
  await page.getByRole('heading', { level: 1, name: '甲县财政局' }).waitFor();
  await seen(page, '64.5');
  await drop(page, 'utf16.txt', Buffer.from(`\ufeff${disclosure('戊县审计局', '95.25')}`, 'utf16le'));
  await page.getByRole('heading', { level: 1, name: '戊县审计局' }).waitFor();
});

/// The sample is open; then a bad file comes: an alert that names it, and the sample still stands there.
async function refused(name, bytes, pattern, language = 'zh', bring = page => drop(page, name, bytes)) {
  const visitor = await visit({ language });
  const { page, complaints } = visitor;
  await openSample(visitor);
  await bring(page);
  await alertText(page).waitFor({ state: 'attached' });
  const said = await alertText(page).textContent();
  assert.ok(said.includes(name), said);
  assert.match(said, pattern);
  await page.getByRole('heading', { level: 1, name: sample.entity }).waitFor();
  await page.getByRole('button', { name: `${sample.total} 万元` }).first().waitFor();
  assert.deepEqual(complaints, []);
  return visitor;
}

test('An empty file is refused', async () => { await refused('empty.txt', Buffer.alloc(0), /空/); });
test('A binary file is refused', async () => {
  const bytes = Buffer.from(Array.from({ length: 20_000 }, (_, at) => (at * 7919 + (at >> 3) * 131) % 256));
  await refused('noise.bin', bytes, /文本|编码/);
});
test('A broken PDF is refused, and its format named', async () => {
  await refused('broken.pdf', Buffer.concat([Buffer.from('%PDF-1.7\n'), Buffer.alloc(500, 0x80)]), /PDF/);
});
test('A file of 50 MB is refused at once', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'mingzhang-'));
  const large = path.join(folder, 'large.txt');
  writeFileSync(large, Buffer.alloc(50 << 20, 'a'));
  try {
    await refused('large.txt', null, /太大.*MB/, 'zh', page => give(page, large));
  } finally {
    rmSync(folder, { recursive: true });
  }
});
test('A text that is no disclosure is refused', async () => {
  await refused('letter.txt', Buffer.from('亲爱的朋友：\n\n山里下雪了，盼你早日归来。\n'), /不像部门预算/);
});
test('The refusal speaks the language of the page', async () => {
  await refused('empty.txt', Buffer.alloc(0), /the file is empty/, 'en');
});

test('A refusal can be closed', async () => {
  const { page, words } = await refused('empty.txt', Buffer.alloc(0), /空/);
  const message = page.getByRole('complementary', { name: words('message.name') });
  await message.getByRole('button').first().click();
  await message.waitFor({ state: 'detached' });
  await settled(page);
});

test('The seed document: its total, and its contradictions as formulas', needsCorpus, async () => {
  const { page, words, complaints } = await visit();
  await drop(page, 'seed.txt', readFileSync(seed));
  await page.getByRole('button', { name: '454.19 万元' }).first().waitFor();
  await page.getByRole('navigation').getByRole('button', { name: words('view.checks') }).click();
  await page.getByRole('heading', { level: 3, name: /28\.55/ }).first().waitFor();
  await page.getByRole('heading', { level: 3, name: '107.89 > 49.36' }).waitFor();
  assert.deepEqual(complaints, []);
});

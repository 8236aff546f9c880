// Makes table.bin from the GB18030 decoder of Node.js, which is that of the browsers, and prints the checksums that
// tests/unit/document/gb18030_test.cpp holds. Run it again only if the standard changes:
//
//   node assets/gb18030/make.mjs
//
// table.bin: the characters of the 126 × 190 two-byte codes, all high bytes before all low bytes (which packs best);
// then the four-byte codes of the BMP as ranges, (index, first character) in 16 bits each, little-endian.
import {writeFileSync} from 'node:fs';

const decoder = new TextDecoder('gb18030', {fatal: true, ignoreBOM: true});
const decode = (...bytes) => decoder.decode(Uint8Array.from(bytes));

const twoByte = [];
for (let lead = 0x81; lead <= 0xfe; ++lead) {
  for (let trail = 0x40; trail <= 0xfe; ++trail) {
    if (trail !== 0x7f) twoByte.push(decode(lead, trail));
  }
}

const fourByte = index => decode(Math.floor(index / 12600) + 0x81, Math.floor(index / 1260) % 10 + 0x30,
                                 Math.floor(index / 10) % 126 + 0x81, index % 10 + 0x30);
const basic = Array.from({length: 39420}, (_, index) => fourByte(index));
const ranges = [];
let previous = -1;
basic.forEach((text, index) => {
  const character = text.codePointAt(0);
  if (character !== previous + 1) ranges.push(index, character);
  previous = character;
});

const codes = twoByte.map(text => text.codePointAt(0));
const rangeBytes = ranges.flatMap(number => [number & 0xff, number >> 8]);
const table = Uint8Array.from([...codes.map(code => code >> 8), ...codes.map(code => code & 0xff), ...rangeBytes]);
writeFileSync(new URL('table.bin', import.meta.url), table);

/** FNV-1a over the UTF-8 of the characters in the order of their codes. */
function checksum(texts) {
  let hash = 0xcbf29ce484222325n;
  for (const byte of Buffer.from(texts.join(''), 'utf8')) {
    hash = BigInt.asUintN(64, (hash ^ BigInt(byte)) * 0x100000001b3n);
  }
  return `0x${hash.toString(16)}`;
}
const supplementary = Array.from({length: 0x100000}, (_, index) => fourByte(189000 + index));
console.log(`table.bin: ${table.length} bytes, ${ranges.length / 2} ranges`);
console.log(`two bytes ${checksum(twoByte)}, four bytes ${checksum(basic)}, beyond ${checksum(supplementary)}`);

// The positioned pages of a document as bytes: what src/document/pages/positioned_stream.h reads. Little-endian.
//
//   "MZPAGES1"  media (text)  input bytes (u64)  SHA-256 (32 bytes, zero where it was not computed)
//          flags (u8: 1 the file is cut off)  pages (u32)
//   page:  width, height (f32)  unseen, unknown (u32)  flags (u8: 1 picture, 2 could not be read)  rulings (u32)  runs (u32)
//   ruling: x0 y0 x1 y1 (f32)
//   run:   x y width size (f32)  turns (u8, + 4 where it is cut)  characters (u16)  text  characters × advance (u16,
//          sixty-fourths of the page's unit)
//   text:  bytes (u16) and UTF-8
import type { Run } from './words.js';

export interface PositionedPage {
  width: number; height: number;
  unseen: number; unknown: number;
  picture: boolean;
  /// Damaged: what of it could be read is here.
  damaged: boolean;
  rulings: readonly number[];
  runs: readonly Run[];
}

/// Longer runs are cut: 16 bits count their bytes.
const MOST_CHARACTERS = 16_000;

export class StreamWriter {
  private bytes = new Uint8Array(1 << 16);
  private view = new DataView(this.bytes.buffer);
  private at = 0;
  private pagesAt = 0;
  private pages = 0;
  private readonly encoder = new TextEncoder();

  constructor(media: string, inputBytes: number, sha256: Uint8Array, cutOff: boolean) {
    this.raw(this.encoder.encode('MZPAGES1'));
    this.text(media);
    this.room(8);
    this.view.setBigUint64(this.at, BigInt(inputBytes), true);
    this.at += 8;
    this.raw(sha256);
    this.u8(cutOff ? 1 : 0);
    this.pagesAt = this.at;
    this.u32(0);
  }

  page(page: PositionedPage): void {
    ++this.pages;
    this.f32(page.width);
    this.f32(page.height);
    this.u32(page.unseen);
    this.u32(page.unknown);
    this.u8((page.picture ? 1 : 0) | (page.damaged ? 2 : 0));
    this.u32(page.rulings.length / 4);
    const runs = page.runs.flatMap(short);
    this.u32(runs.length);
    for (const value of page.rulings) this.f32(value);
    for (const run of runs) this.run(run);
  }

  finish(): Uint8Array<ArrayBuffer> {
    this.view.setUint32(this.pagesAt, this.pages, true);
    return this.bytes.slice(0, this.at);
  }

  private run(run: Run): void {
    this.f32(run.x);
    this.f32(run.y);
    this.f32(run.width);
    this.f32(run.size);
    this.u8(run.turns + (run.cut ? 4 : 0));
    this.u16(run.advances.length);
    this.text(run.text);
    for (const advance of run.advances) this.u16(Math.max(0, Math.min(0xFFFF, Math.round(advance * 64))));
  }

  private text(words: string): void {
    const bytes = this.encoder.encode(words);
    this.u16(bytes.length);
    this.raw(bytes);
  }
  private raw(bytes: Uint8Array): void {
    this.room(bytes.length);
    this.bytes.set(bytes, this.at);
    this.at += bytes.length;
  }
  private u8(value: number): void {
    this.room(1);
    this.bytes[this.at++] = value;
  }
  private u16(value: number): void {
    this.room(2);
    this.view.setUint16(this.at, value, true);
    this.at += 2;
  }
  private u32(value: number): void {
    this.room(4);
    this.view.setUint32(this.at, value, true);
    this.at += 4;
  }
  private f32(value: number): void {
    this.room(4);
    this.view.setFloat32(this.at, value, true);
    this.at += 4;
  }
  private room(size: number): void {
    if (this.at + size <= this.bytes.length) return;
    const larger = new Uint8Array(Math.max(2 * this.bytes.length, this.at + size));
    larger.set(this.bytes);
    this.bytes = larger;
    this.view = new DataView(larger.buffer);
  }
}

function short(run: Run): Run[] {
  if (run.advances.length <= MOST_CHARACTERS) return [run];
  return [{ ...run, text: [...run.text].slice(0, MOST_CHARACTERS).join(''), advances: run.advances.slice(0, MOST_CHARACTERS), cut: true }];
}

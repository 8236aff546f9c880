// Glyphs from the browser's own fonts: measured one by one, drawn all together into one canvas and read back once.
// Black on nothing, so that the browser's own contrast for dark text ends up in the coverage.
// Tests: tests/browser (crispness at several pixel ratios).
import type { Memory } from './program.js';

/// page::GlyphOrder of src/platform/page.h: ten fields of four bytes.
const ORDER_BYTES = 40;
const SHEET_WIDTH = 1024;
const SHEET_HEIGHT = 4096;
/// Around the outline that the browser tells, for what its smoothing adds.
const MARGIN = 1;

interface Placed { at: number; x: number; y: number }

export class Glyphs {
  private readonly sheet = document.createElement('canvas');
  private readonly context: CanvasRenderingContext2D;
  private readonly family: string;
  private font = '';

  constructor(private readonly memory: Memory) {
    const context = this.sheet.getContext('2d', { willReadFrequently: true });
    if (!context) throw new Error('canvas');
    this.context = context;
    this.family = getComputedStyle(document.documentElement).fontFamily;
  }

  metrics(weight: number, pixelSize: number, out: number): void {
    this.use(weight, pixelSize);
    const box = this.context.measureText('国');
    this.memory.view.setFloat32(out, box.fontBoundingBoxAscent, true);
    this.memory.view.setFloat32(out + 4, box.fontBoundingBoxDescent, true);
  }

  measure(weight: number, pixelSize: number, codepoint: number, out: number): void {
    this.use(weight, pixelSize);
    const box = this.context.measureText(character(codepoint));
    const view = this.memory.view;
    view.setFloat32(out, box.width, true);
    const width = box.actualBoundingBoxRight + box.actualBoundingBoxLeft;
    const height = box.actualBoundingBoxAscent + box.actualBoundingBoxDescent;
    const empty = !(width > 0 && height > 0);
    const left = Math.floor(-box.actualBoundingBoxLeft) - MARGIN;
    const top = Math.floor(-box.actualBoundingBoxAscent) - MARGIN;
    view.setInt32(out + 4, left, true);
    view.setInt32(out + 8, top, true);
    view.setInt32(out + 12, empty ? 0 : Math.ceil(box.actualBoundingBoxRight) + MARGIN - left, true);
    view.setInt32(out + 16, empty ? 0 : Math.ceil(box.actualBoundingBoxDescent) + MARGIN - top, true);
  }

  draw(orders: number, count: number, pixels: number, pitch: number): void {
    const batch: Placed[] = [];
    let x = 0, y = 0, rowHeight = 0;
    for (let i = 0; i < count; ++i) {
      const at = orders + i * ORDER_BYTES;
      const width = this.memory.view.getInt32(at + 24, true), height = this.memory.view.getInt32(at + 28, true);
      if (x + width > SHEET_WIDTH) { y += rowHeight; x = rowHeight = 0; }
      if (y + height > SHEET_HEIGHT && batch.length > 0) {
        this.drawBatch(batch.splice(0), y + rowHeight, pixels, pitch);
        x = y = rowHeight = 0;
      }
      batch.push({ at, x, y });
      x += width;
      rowHeight = Math.max(rowHeight, height);
    }
    if (batch.length > 0) this.drawBatch(batch, y + rowHeight, pixels, pitch);
  }

  private drawBatch(batch: Placed[], height: number, pixels: number, pitch: number): void {
    this.sheet.width = SHEET_WIDTH;  // also empties it and forgets the font
    this.sheet.height = height;
    this.font = '';
    const view = this.memory.view;
    for (const { at, x, y } of batch) {
      this.use(view.getUint32(at, true), view.getFloat32(at + 8, true));
      const left = view.getInt32(at + 16, true) - view.getFloat32(at + 4, true), top = view.getInt32(at + 20, true);
      this.context.fillText(character(view.getUint32(at + 12, true)), x - left, y - top);
    }
    const drawn = this.context.getImageData(0, 0, SHEET_WIDTH, height).data;
    const out = this.memory.bytes;
    for (const { at, x, y } of batch) {
      const width = view.getInt32(at + 24, true), rows = view.getInt32(at + 28, true);
      let to = pixels + view.getInt32(at + 36, true) * pitch + view.getInt32(at + 32, true);
      let from = (y * SHEET_WIDTH + x) * 4 + 3;  // the fourth byte of a pixel is its coverage
      for (let row = 0; row < rows; ++row) {
        for (let column = 0; column < width; ++column) out[to + column] = drawn[from + column * 4]!;
        to += pitch;
        from += SHEET_WIDTH * 4;
      }
    }
  }

  private use(weight: number, pixelSize: number): void {
    const font = `${weight} ${pixelSize}px ${this.family}`;
    if (font === this.font) return;
    this.font = font;
    this.context.font = font;
    // Dear ImGui places each character by itself, so no pair may be drawn closer than the sum of its widths.
    this.context.fontKerning = 'none';
    // Han characters differ by language; the documents are Chinese whatever the interface's language is.
    if ('lang' in this.context) (this.context as { lang: string }).lang = 'zh-Hans';
  }
}

function character(codepoint: number): string {
  const valid = codepoint <= 0x10FFFF && (codepoint < 0xD800 || codepoint > 0xDFFF);
  return String.fromCodePoint(valid ? codepoint : 0xFFFD);
}

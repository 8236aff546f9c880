// Goes through the operators of a page, as pdf.js lists them, and keeps the graphics state that says where words and lines
// stand: the same arithmetic as that of pdf.js's own canvas (display/canvas.js), with nothing drawn.
//
// Of clips only the upright box around them is kept: disclosures clip by cells. Words in Type 3 fonts, which are drawings,
// are read by the map to Unicode that they bring.
import { OPS } from 'pdfjs-dist';
import { type Box, boxAround, identity, intersection, type Matrix, times, xOf, yOf } from './geometry.js';
import { type Paint, Painting } from './paint.js';
import { Words } from './words.js';

/// What is needed to know of a font of pdf.js.
export interface Font {
  fontMatrix?: Matrix;
  vertical?: boolean;
  isType3Font?: boolean;
  defaultVMetrics?: [number, number, number];
}
interface GlyphOfFont { unicode: string; width: number; isSpace: boolean; vmetric?: [number, number, number] | null }
type OptionalContent = { isVisible(group: unknown): boolean } | null;

interface State {
  ctm: Matrix;
  clip: Box;
  font: Font | undefined;
  size: number;
  /// −1 where the size is negative, which turns the words about.
  direction: number;
  charSpacing: number; wordSpacing: number; scale: number; leading: number; rise: number;
  mode: number;
  textMatrix: Matrix;
  x: number; y: number; lineX: number; lineY: number;
  fill: Paint; stroke: Paint;
  blends: boolean;
}

const thousandth: Matrix = [0.001, 0, 0, 0.001, 0, 0];
const INVISIBLE = 3, CLIPS_ONLY = 7;
/// States that are saved and not restored; a hostile file may save for ever.
const DEEPEST = 10_000;
const black: Paint = { white: false, opaque: true };

export class PageReader {
  readonly words: Words;
  readonly painting: Painting;
  /// Share of the page that pictures take up.
  pictured = 0;
  private state: State;
  private readonly stack: State[] = [];
  private readonly page: Box;
  private pendingClip = false;
  private order = 0;
  private readonly visible: boolean[] = [];
  private hiddenDepth = 0;

  constructor(private readonly base: Matrix, width: number, height: number, private readonly fonts: (name: string) => Font | undefined,
              private readonly optional: OptionalContent) {
    this.page = { x0: 0, y0: 0, x1: width, y1: height };
    this.words = new Words(this.page);
    this.painting = new Painting(this.page);
    this.state = this.fresh(base);
  }

  read(operators: { fnArray: ArrayLike<number>; argsArray: ArrayLike<unknown> }): void {
    for (let i = 0; i < operators.fnArray.length; ++i) {
      ++this.order;
      this.operator(operators.fnArray[i]!, (operators.argsArray[i] ?? []) as never);
    }
    this.words.removeCovered(this.painting.covers(this.words.runs[0]?.order ?? Infinity));
  }

  private fresh(ctm: Matrix): State {
    return { ctm, clip: this.page, font: undefined, size: 0, direction: 1, charSpacing: 0, wordSpacing: 0, scale: 1, leading: 0,
      rise: 0, mode: 0, textMatrix: identity, x: 0, y: 0, lineX: 0, lineY: 0, fill: black, stroke: black, blends: false };
  }

  // eslint-disable-next-line complexity
  private operator(op: number, args: never[]): void {
    const s = this.state, n = args as readonly number[];
    switch (op) {
      case OPS.save: return this.save();
      case OPS.restore: return this.restore();
      case OPS.transform: s.ctm = times(s.ctm, args as unknown as Matrix); return;
      case OPS.setGState: return this.graphicsState(args[0]!);
      case OPS.setFillRGBColor: s.fill = { ...s.fill, white: isWhite(args[0]) }; return;
      case OPS.setStrokeRGBColor: s.stroke = { ...s.stroke, white: isWhite(args[0]) }; return;
      case OPS.setFillColorN: s.fill = { ...s.fill, white: false }; return;
      case OPS.setStrokeColorN: s.stroke = { ...s.stroke, white: false }; return;

      case OPS.beginText: s.textMatrix = identity; s.x = s.y = s.lineX = s.lineY = 0; return;
      case OPS.setTextMatrix: s.textMatrix = Array.from(args[0]! as ArrayLike<number>) as unknown as Matrix; s.x = s.y = s.lineX = s.lineY = 0; return;
      case OPS.moveText: return this.moveText(n[0]!, n[1]!);
      case OPS.setLeadingMoveText: s.leading = n[1]!; return this.moveText(n[0]!, n[1]!);
      case OPS.nextLine: return this.moveText(0, s.leading);
      case OPS.setLeading: s.leading = -n[0]!; return;
      case OPS.setCharSpacing: s.charSpacing = n[0]!; return;
      case OPS.setWordSpacing: s.wordSpacing = n[0]!; return;
      case OPS.setHScale: s.scale = n[0]! / 100; return;
      case OPS.setTextRise: s.rise = n[0]!; return;
      case OPS.setTextRenderingMode: s.mode = n[0]!; return;
      case OPS.setFont: return this.setFont(args[0]!, n[1]!);
      case OPS.showText: return this.showText(args[0]!);

      case OPS.clip: case OPS.eoClip: this.pendingClip = true; return;
      case OPS.constructPath: return this.path(n[0]!, args[1]!, args[2]!);

      case OPS.paintFormXObjectBegin: return this.beginForm(args[0]!, args[1]!);
      case OPS.paintFormXObjectEnd: return this.restore();
      case OPS.beginGroup: return this.beginGroup(args[0]!);
      case OPS.endGroup: return this.restore();
      case OPS.beginAnnotation: return this.beginAnnotation(args[1]!, args[2]!, args[3]!);
      case OPS.endAnnotation: return this.restore();

      case OPS.beginMarkedContent: this.mark(true); return;
      case OPS.beginMarkedContentProps: this.mark((args[0] as unknown) !== 'OC' || (this.optional?.isVisible(args[1]) ?? true)); return;
      case OPS.endMarkedContent: if (this.visible.pop() === false) --this.hiddenDepth; return;

      case OPS.paintImageXObject: case OPS.paintInlineImageXObject: return this.picture(args[3] === true);
      case OPS.paintImageMaskXObject: return this.picture(true);
      default:
    }
  }

  private mark(visible: boolean): void {
    this.visible.push(visible);
    if (!visible) ++this.hiddenDepth;
  }

  private save(): void { if (this.stack.length < DEEPEST) this.stack.push({ ...this.state }); }
  private restore(): void { this.state = this.stack.pop() ?? this.state; }

  private graphicsState(entries: readonly (readonly [string, never])[]): void {
    const s = this.state;
    for (const [key, value] of entries) {
      if (key === 'ca') s.fill = { ...s.fill, opaque: (value as number) > 0.99 };
      else if (key === 'CA') s.stroke = { ...s.stroke, opaque: (value as number) > 0.99 };
      else if (key === 'BM') s.blends = (value as string) !== 'source-over';
      else if (key === 'Font') this.setFont(value[0]!, value[1]!);
    }
  }

  private moveText(x: number, y: number): void {
    const s = this.state;
    s.x = s.lineX += x;
    s.y = s.lineY += y;
  }

  private setFont(name: string, size: number): void {
    this.state.font = this.fonts(name);
    this.state.size = Math.abs(size);
    this.state.direction = size < 0 ? -1 : 1;
  }

  private showText(glyphs: readonly (GlyphOfFont | number)[]): void {
    const s = this.state, { font, size } = s;
    if (!font || size === 0) return;
    const vertical = font.vertical === true, fontMatrix = font.fontMatrix ?? thousandth;
    const m = times(s.ctm, s.textMatrix);
    const unit = size * fontMatrix[0], scale = s.scale * s.direction;
    const em = (font.isType3Font ? Math.min(1, Math.abs(fontMatrix[3]) * 1000) : 1) * size * Math.hypot(m[2], m[3]);
    for (const glyph of glyphs) {
      if (typeof glyph === 'number') {
        const gap = (vertical ? 1 : -1) * glyph * size / 1000;
        if (vertical) s.y -= gap;
        else s.x += gap * scale;
        continue;
      }
      const spacing = (glyph.isSpace ? s.wordSpacing : 0) + s.charSpacing;
      const metrics = glyph.vmetric ?? font.defaultVMetrics;
      // From the place of the next glyph to that of this one, in the text's own space.
      let startX = s.x, startY = s.y + s.rise, wayX = 0, wayY = 0;
      if (vertical && metrics) {
        startX -= (glyph.vmetric ? metrics[1] : glyph.width / 2) * unit * scale;
        startY -= metrics[2] * unit;
        wayX = glyph.width * unit * scale;
        s.y -= -metrics[0] * unit - spacing * s.direction;
      } else {
        wayX = glyph.width * unit * scale;
        s.x += (glyph.width * unit + spacing * s.direction) * scale;
      }
      this.glyph(glyph, xOf(m, startX, startY), yOf(m, startX, startY), m[0] * wayX + m[2] * wayY, m[1] * wayX + m[3] * wayY, em);
    }
  }

  private glyph(glyph: GlyphOfFont, x: number, y: number, dx: number, dy: number, size: number): void {
    const s = this.state, text = glyph.unicode;
    if (text === '') { ++this.words.unknown; return; }
    if (/^\s+$/u.test(text)) return this.words.space();
    const invisible = this.hiddenDepth > 0 || s.mode === INVISIBLE || s.mode === CLIPS_ONLY ||
      s.mode % 4 === 0 && s.fill.white && s.fill.opaque && this.painting.isWhiteBelow(x + dx / 2, y + dy / 2 - size * 0.35, this.order);
    if (invisible) return this.words.hide(text);
    this.words.add({ text, x, y, dx, dy, size }, s.clip, this.order);
  }

  private path(op: number, data: readonly (Float32Array | null)[], bounds: ArrayLike<number> | null): void {
    const s = this.state, path = data[0];
    if (path && bounds && this.hiddenDepth === 0) {
      const strokes = op === OPS.stroke || op === OPS.closeStroke || op === OPS.fillStroke || op === OPS.eoFillStroke ||
        op === OPS.closeFillStroke || op === OPS.closeEOFillStroke;
      const fills = op === OPS.fill || op === OPS.eoFill || strokes && op !== OPS.stroke && op !== OPS.closeStroke;
      if (fills) this.painting.fill(path, s.ctm, s.clip, { white: s.fill.white, opaque: s.fill.opaque && !s.blends }, this.order);
      if (strokes) this.painting.stroke(path, s.ctm, s.clip, s.stroke);
    }
    if (!this.pendingClip) return;
    this.pendingClip = false;
    if (bounds) s.clip = intersection(s.clip, boxAround(s.ctm, bounds[0]!, bounds[1]!, bounds[2]!, bounds[3]!));
  }

  private beginForm(matrix: Matrix | null, box: readonly number[] | null): void {
    this.save();
    this.enter(matrix, box);
  }

  private beginGroup(group: { matrix?: Matrix | null; bbox?: readonly number[] | null; smask?: unknown }): void {
    this.save();
    this.enter(group.matrix ?? null, group.bbox ?? null);
    this.state.fill = { ...this.state.fill, opaque: true };
    this.state.stroke = { ...this.state.stroke, opaque: true };
    this.state.blends = group.smask != null;  // what a mask holds covers nothing
  }

  private enter(matrix: Matrix | null, box: readonly number[] | null): void {
    const s = this.state;
    if (matrix) s.ctm = times(s.ctm, matrix);
    if (box) s.clip = intersection(s.clip, boxAround(s.ctm, box[0]!, box[1]!, box[2]!, box[3]!));
  }

  private beginAnnotation(rect: readonly number[] | null, transform: Matrix, matrix: Matrix): void {
    this.save();
    this.state = this.fresh(this.base);
    if (rect) this.state.clip = boxAround(this.base, rect[0]!, rect[1]!, rect[2]!, rect[3]!);
    this.state.ctm = times(times(this.base, transform), matrix);
  }

  private picture(shinesThrough: boolean): void {
    if (this.hiddenDepth > 0) return;
    const { ctm, clip, fill, blends } = this.state;
    const box = this.painting.picture(ctm, clip, this.order, fill.opaque && !blends && !shinesThrough);
    const page = (this.page.x1 - this.page.x0) * (this.page.y1 - this.page.y0);
    this.pictured += Math.max(0, box.x1 - box.x0) * Math.max(0, box.y1 - box.y0) / page;
  }
}

/// '#rrggbb', as pdf.js gives every colour.
function isWhite(colour: unknown): boolean {
  if (typeof colour !== 'string' || colour.length < 7) return false;
  return [1, 3, 5].every(at => parseInt(colour.slice(at, at + 2), 16) >= 0xFA);
}

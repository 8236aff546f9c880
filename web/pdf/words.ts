// Words of a page: glyphs become runs, each on one baseline in one size without a gap wider than a space. Glyphs that
// cannot be seen (outside the page, clipped away, invisible, white on white, covered later) are left out and counted.
import { type Box, holds } from './geometry.js';
import type { Area } from './paint.js';

/// Gaps in ems. Words of Latin script stand apart from this on; ideographs never have a space between them.
const LATIN_SPACE = 0.15;
/// A wider gap ends the run.
const WIDEST_GAP = 0.45;
/// Where a space is printed in it, the gap may be wider: a space of Latin script is 0.25 to 0.6 wide.
const WIDEST_SPACE = 0.7;
/// A glyph may begin so far before the end of the one before (kerning), or so far off its baseline.
const OVERLAP = 0.3;
const OFF_BASELINE = 0.12;
const MOST_RUNS = 400_000;
/// Directions that differ from a quarter turn by more than this slope are no lines to read: watermarks.
const SLANT = 0.05;

export interface Run {
  x: number; y: number; width: number; size: number;
  turns: number;
  text: string;
  /// One for each code point.
  advances: number[];
  /// Something of it is clipped away beside what is here.
  cut: boolean;
  order: number;
}

/// A glyph where it stands on the page.
export interface Glyph {
  text: string;
  /// Start on the baseline, and the way to the start of the next one.
  x: number; y: number; dx: number; dy: number;
  size: number;
}

export class Words {
  readonly runs: Run[] = [];
  unseen = 0;
  unknown = 0;
  private run: Run | undefined;
  private end = 0;          // of the run, along its direction, from its start
  private spaceBefore = false;
  private cutBefore = false;

  constructor(private readonly page: Box) {}

  /// A blank glyph: it only says that what comes next may stand apart.
  space(): void { this.spaceBefore = true; }

  hide(text: string): void {
    this.unseen += [...text].length;
    this.run = undefined;
  }

  add(glyph: Glyph, clip: Box, order: number): void {
    const length = Math.hypot(glyph.dx, glyph.dy);
    if (!(glyph.size > 0.5) || !Number.isFinite(glyph.x + glyph.y + length)) return this.hide(glyph.text);
    const turns = quarterTurns(glyph);
    if (turns === undefined) return this.hide(glyph.text);
    const [x, y] = middle(glyph.x, glyph.y, length, glyph.size, turns);
    if (!holds(this.page, x, y) || !holds(clip, x, y)) {
      this.unseen += [...glyph.text].length;
      if (this.run) this.run.cut = holds(this.page, x, y);
      this.run = undefined;
      this.cutBefore = holds(this.page, x, y);
      return;
    }
    const text = readable(glyph.text);
    if (text === '') {
      this.unknown += 1;
      return;
    }
    this.append(glyph, text, length, turns, order);
  }

  /// Takes away runs that one of the areas painted later covers.
  removeCovered(areas: readonly Area[]): void {
    if (areas.length === 0) return;
    const seen = this.runs.filter(run => {
      const [x, y] = middle(run.x, run.y, run.width, run.size, run.turns);
      const covered = areas.some(area => area.order > run.order && holds(area, x, y));
      if (covered) this.unseen += run.advances.length;
      return !covered;
    });
    this.runs.length = 0;
    for (const run of seen) this.runs.push(run);
  }

  private append(glyph: Glyph, text: string, advance: number, turns: number, order: number): void {
    const characters = [...text];
    const joins = this.run ? this.joins(this.run, glyph, turns, characters[0]!) : undefined;
    if (joins === undefined) {
      if (this.runs.length >= MOST_RUNS) return;
      this.run = { x: glyph.x, y: glyph.y, width: 0, size: glyph.size, turns, text: '', advances: [], cut: this.cutBefore, order };
      this.runs.push(this.run);
      this.end = 0;
    } else {
      const run = this.run!;
      if (run.advances.length > 0) run.advances[run.advances.length - 1]! += joins.gap;
      this.end += joins.gap;
      if (joins.space) {
        run.text += ' ';
        run.advances.push(0);
      }
    }
    const run = this.run!;
    run.text += text;
    for (let i = 0; i < characters.length; ++i) run.advances.push(advance / characters.length);
    this.end += advance;
    run.width = this.end;
    this.spaceBefore = this.cutBefore = false;
  }

  /// The gap before the glyph where it goes on with the run.
  private joins(run: Run, glyph: Glyph, turns: number, first: string): { gap: number; space: boolean } | undefined {
    if (turns !== run.turns || Math.abs(glyph.size - run.size) > 0.1 * run.size) return undefined;
    const dx = glyph.x - run.x, dy = glyph.y - run.y;
    const along = [dx, dy, -dx, -dy][turns]!, across = [dy, -dx, -dy, dx][turns]!;
    const gap = along - this.end, em = run.size;
    if (Math.abs(across) > OFF_BASELINE * em || gap < -OVERLAP * em) return undefined;
    if (gap > (this.spaceBefore ? WIDEST_SPACE : WIDEST_GAP) * em) return undefined;
    const latin = isLatin(run.text[run.text.length - 1]!) && isLatin(first);
    return { gap, space: this.spaceBefore || latin && gap > LATIN_SPACE * em };
  }
}

/// Letters stand above their baseline.
function middle(x: number, y: number, length: number, size: number, turns: number): [number, number] {
  const cosine = [1, 0, -1, 0][turns]!, sine = [0, 1, 0, -1][turns]!, up = 0.35 * size;
  return [x + length / 2 * cosine + up * sine, y + length / 2 * sine - up * cosine];
}

function quarterTurns({ dx, dy }: Glyph): number | undefined {
  if (Math.abs(dy) <= SLANT * Math.abs(dx)) return dx >= 0 ? 0 : 2;
  if (Math.abs(dx) <= SLANT * Math.abs(dy)) return dy >= 0 ? 1 : 3;
  return undefined;
}

const isLatin = (character: string): boolean => character > ' ' && character < '\u0250';

/// Without control characters and what the font did not name: private use and replacement characters.
function readable(text: string): string {
  // eslint-disable-next-line no-control-regex
  return text.replace(/[\u0000-\u001F\u007F-\u009F\uE000-\uF8FF\uFFFD\uFFFE\uFFFF]/g, '');
}

// What a page paints beside words: ruling lines, areas of colour, pictures. From these come the sides of table cells and
// the answer whether words can be seen: white words on white paper cannot, nor words that something covers later.
import { type Box, boxAround, holds, intersection, type Matrix, xOf, yOf } from './geometry.js';

/// A fill thinner than this, in points, is a line.
const THICKEST_LINE = 2.5;
/// A line shorter than this is a dot of a dotted one or part of a drawing.
const SHORTEST_LINE = 1.5;
/// Two ends of a line may differ by this and it still runs along an axis.
const SKEW = 0.6;
/// More than any table needs; a map or a drawing may have millions.
const MOST_RULINGS = 50_000;
const MOST_AREAS = 20_000;
/// What lies beneath is looked for among so many of the latest areas.
const MOST_LAYERS = 2_000;

export interface Area extends Box {
  /// Position in the order of painting.
  order: number;
  white: boolean;
  /// Nothing shines through.
  opaque: boolean;
}

export interface Paint { white: boolean; opaque: boolean }

const enum Draw { moveTo, lineTo, curveTo, quadraticCurveTo, closePath }
const coordinates = [2, 2, 6, 4, 0];

export class Painting {
  readonly rulings: number[] = [];  // x0, y0, x1, y1 of each
  readonly areas: Area[] = [];

  constructor(private readonly page: Box) {}

  /// Segments of a path that is stroked.
  stroke(path: Float32Array, m: Matrix, clip: Box, paint: Paint): void {
    this.eachSubpath(path, m, points => {
      for (let i = 2; i < points.length; i += 2) this.line(points[i - 2]!, points[i - 1]!, points[i]!, points[i + 1]!, clip, paint);
    });
  }

  /// Thin parts of a path that is filled are lines, others are areas.
  fill(path: Float32Array, m: Matrix, clip: Box, paint: Paint, order: number): void {
    this.eachSubpath(path, m, (points, straight) => {
      const box = around(points);
      const width = box.x1 - box.x0, height = box.y1 - box.y0;
      if (Math.min(width, height) <= THICKEST_LINE) {
        const x = (box.x0 + box.x1) / 2, y = (box.y0 + box.y1) / 2;
        if (width >= height) this.line(box.x0, y, box.x1, y, clip, paint);
        else this.line(x, box.y0, x, box.y1, clip, paint);
      } else if (straight && isRectangle(points)) {
        this.area({ ...intersection(box, clip), order, ...paint });
      }
    });
  }

  picture(m: Matrix, clip: Box, order: number, opaque: boolean): Box {
    const box = intersection(boxAround(m, 0, 0, 1, 1), clip);
    this.area({ ...box, order, white: false, opaque });
    return box;
  }

  /// What lies beneath words painted as number `order` is white.
  isWhiteBelow(x: number, y: number, order: number): boolean {
    const last = Math.max(0, this.areas.length - MOST_LAYERS);
    for (let i = this.areas.length - 1; i >= last; --i) {
      const area = this.areas[i]!;
      if (area.order < order && holds(area, x, y)) return area.white;
    }
    return true;
  }

  /// Those that may hide words painted before them.
  covers(firstOrder: number): Area[] { return this.areas.filter(area => area.opaque && area.order > firstOrder); }

  private area(area: Area): void {
    if (area.x1 > area.x0 && area.y1 > area.y0 && this.areas.length < MOST_AREAS) this.areas.push(area);
  }

  private line(ax: number, ay: number, bx: number, by: number, clip: Box, paint: Paint): void {
    const flat = Math.abs(ay - by) <= SKEW, upright = Math.abs(ax - bx) <= SKEW;
    if (flat === upright || !paint.opaque && paint.white) return;
    let { x0, y0, x1, y1 } = intersection({ x0: Math.min(ax, bx), y0: Math.min(ay, by), x1: Math.max(ax, bx), y1: Math.max(ay, by) },
      intersection(clip, this.page));
    if (x1 < x0 - SKEW || y1 < y0 - SKEW || Math.max(x1 - x0, y1 - y0) < SHORTEST_LINE) return;
    if (flat) y0 = y1 = (ay + by) / 2;
    else x0 = x1 = (ax + bx) / 2;
    if (paint.white && this.isWhiteBelow((x0 + x1) / 2, (y0 + y1) / 2, Infinity)) return;
    if (this.rulings.length < 4 * MOST_RULINGS) this.rulings.push(x0, y0, x1, y1);
  }

  /// Points of each subpath on the page, x and y in turn; a closed one ends where it began. Curves end the straightness.
  private eachSubpath(path: Float32Array, m: Matrix, use: (points: number[], straight: boolean) => void): void {
    let points: number[] = [], straight = true;
    const finish = (): void => {
      if (points.length >= 4) use(points, straight);
      points = [];
      straight = true;
    };
    for (let i = 0; i < path.length;) {
      const kind = path[i++]! as Draw, n = coordinates[kind];
      if (n === undefined) return;
      if (kind === Draw.moveTo) finish();
      if (kind === Draw.closePath) {
        const x = points[0], y = points[1];
        if (x === undefined || y === undefined) continue;
        points.push(x, y);
        finish();
        points.push(x, y);  // what follows without a move begins where the path closed
        continue;
      }
      straight = straight && n === 2;
      const x = path[i + n - 2]!, y = path[i + n - 1]!;
      points.push(xOf(m, x, y), yOf(m, x, y));
      i += n;
    }
    finish();
  }
}

function around(points: readonly number[]): Box {
  const box = { x0: Infinity, y0: Infinity, x1: -Infinity, y1: -Infinity };
  for (let i = 0; i < points.length; i += 2) {
    box.x0 = Math.min(box.x0, points[i]!);
    box.x1 = Math.max(box.x1, points[i]!);
    box.y0 = Math.min(box.y0, points[i + 1]!);
    box.y1 = Math.max(box.y1, points[i + 1]!);
  }
  return box;
}

/// Each side runs along an axis and there are four of them.
function isRectangle(points: readonly number[]): boolean {
  if (points.length < 8 || points.length > 12) return false;
  for (let i = 2; i < points.length; i += 2) {
    if (Math.abs(points[i]! - points[i - 2]!) > SKEW && Math.abs(points[i + 1]! - points[i - 1]!) > SKEW) return false;
  }
  return true;
}

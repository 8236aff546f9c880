// Matrices and boxes, as PDF has them: a matrix [a b c d e f] takes (x, y) to (a x + c y + e, b x + d y + f).
export type Matrix = readonly [number, number, number, number, number, number];

export const identity: Matrix = [1, 0, 0, 1, 0, 0];

/// `inner` first, then `outer`.
export function times(outer: Matrix, inner: Matrix): Matrix {
  const [a, b, c, d, e, f] = outer, [g, h, i, j, k, l] = inner;
  return [a * g + c * h, b * g + d * h, a * i + c * j, b * i + d * j, a * k + c * l + e, b * k + d * l + f];
}

export const xOf = (m: Matrix, x: number, y: number): number => m[0] * x + m[2] * y + m[4];
export const yOf = (m: Matrix, x: number, y: number): number => m[1] * x + m[3] * y + m[5];

export interface Box { x0: number; y0: number; x1: number; y1: number }

export const intersection = (a: Box, b: Box): Box =>
  ({ x0: Math.max(a.x0, b.x0), y0: Math.max(a.y0, b.y0), x1: Math.min(a.x1, b.x1), y1: Math.min(a.y1, b.y1) });

export const holds = (box: Box, x: number, y: number): boolean => x >= box.x0 && x <= box.x1 && y >= box.y0 && y <= box.y1;

/// The upright box around a box that a matrix has turned.
export function boxAround(m: Matrix, x0: number, y0: number, x1: number, y1: number): Box {
  const xs = [xOf(m, x0, y0), xOf(m, x1, y0), xOf(m, x0, y1), xOf(m, x1, y1)];
  const ys = [yOf(m, x0, y0), yOf(m, x1, y0), yOf(m, x0, y1), yOf(m, x1, y1)];
  return { x0: Math.min(...xs), y0: Math.min(...ys), x1: Math.max(...xs), y1: Math.max(...ys) };
}

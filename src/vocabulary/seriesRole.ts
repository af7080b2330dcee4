/**
 * Whose figures a mark stands for, which fixes its colour, shape and dash on every chart: the partnership's districts
 * `a`, `b` (and `c`, `d` when it has more) and the state; `together` is the average of districts that took part in
 * something, `synthetic` that of others weighted to be like them.
 */
export type SeriesRole = 'a' | 'b' | 'c' | 'd' | 'state' | 'together' | 'synthetic';

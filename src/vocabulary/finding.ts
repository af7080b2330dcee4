/**
 * Something wrong in somebody's data. An `error` refuses the whole file; a `note` is listed and counted and the
 * row is kept. `line` counts from 1 as an editor does; `column` is the header's own word.
 */
export type Finding = {
  readonly severity: 'error' | 'note';
  readonly rule: string;
  readonly file: string;
  readonly line: number | null;
  readonly column: string | null;
  readonly message: string;
  readonly remedy: string;
};

/**
 * A rule that a row (or file) breaks. An `error` refuses the whole file; a `note` is kept and counted. `column` is the
 * header's own word. `valueClass` describes the value and is never the value of a field that identifies a student.
 */
export type Breach = {
  readonly rule: string;
  readonly severity: 'error' | 'note';
  readonly column: string | null;
  readonly valueClass: string;
  readonly message: string;
  readonly remedy: string;
};

/** A file that cannot be read further: where, why and what to do. It becomes a finding of the file. */
export class ReadingStopped extends Error {
  override readonly name = 'ReadingStopped';
  readonly rule: string;
  /** Counted from 1; null when the trouble is the file as a whole. */
  readonly line: number | null;
  readonly remedy: string;

  constructor(rule: string, line: number | null, message: string, remedy: string) {
    super(message);
    this.rule = rule;
    this.line = line;
    this.remedy = remedy;
  }
}

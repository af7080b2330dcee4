import type { Breach } from './breach.ts';

/** A file that cannot be read further. It becomes a finding of the file. */
export class ReadingStopped extends Error {
  override readonly name = 'ReadingStopped';
  readonly breach: Breach;
  /** Counted from 1; null when the trouble is the file as a whole. */
  readonly line: number | null;

  constructor(rule: string, line: number | null, kind: string, message: string, remedy: string) {
    super(message);
    this.line = line;
    this.breach = { rule, severity: 'error', column: null, valueClass: kind, message, remedy };
  }
}

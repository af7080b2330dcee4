import type { Sink } from './layout.ts';

/** How a row breaks a rule. The rule is named as the sentence it stands for. */
export type Breach = {
  readonly severity: 'error' | 'note';
  readonly rule: string;
  readonly message: string;
  readonly remedy: string;
};

/** Reports a breach, if there is one, at its column; true when there was one that refuses the file. */
export function report(sink: Sink, column: string | null, breach: Breach | undefined): boolean {
  if (!breach) return false;
  sink.finding(breach.severity, breach.rule, column, breach.message, breach.remedy);
  return breach.severity === 'error';
}

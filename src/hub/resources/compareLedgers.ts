import type { Finding } from '../../vocabulary/finding.ts';
import { type LedgerLine, lineKey } from './readLedgerLines.ts';

/** What a corrected file changes: lines that were not there before, and lines that are gone. */
export type LedgerDifference = {
  readonly added: readonly LedgerLine[];
  readonly removed: readonly LedgerLine[];
  readonly same: number;
  readonly changeCents: number;
};

/** Compares two files line by line; the same line may stand more than once. */
export function compareLedgers(
  before: readonly LedgerLine[],
  after: readonly LedgerLine[],
): LedgerDifference {
  const left = Map.groupBy(before, lineKey);
  const added = after.filter((line) => left.get(lineKey(line))?.shift() === undefined);
  const removed = [...left.values()].flat();
  const sum = (lines: readonly LedgerLine[]) =>
    lines.reduce((cents, { amountCents }) => cents + amountCents, 0);
  return { added, removed, same: after.length - added.length, changeCents: sum(added) - sum(removed) };
}

/** An error for each line that stands in an earlier file of another period already. */
export function findEarlierLines(
  lines: readonly LedgerLine[],
  earlier: readonly { readonly fileName: string; readonly lines: readonly LedgerLine[] }[],
  file: string,
): Finding[] {
  const known = new Map<string, string>();
  for (const { fileName, lines: theirs } of earlier)
    for (const line of theirs) known.set(lineKey(line), `line ${line.line} of ${fileName}`);
  return lines.flatMap((line) => {
    const where = known.get(lineKey(line));
    if (!where) return [];
    const message = `this row is ${where}, which is applied already`;
    const remedy = 'give the period of that file to correct it, or take the row out';
    return [
      {
        severity: 'error',
        rule: 'rowIsInAnEarlierFile',
        file,
        line: line.line,
        column: null,
        message,
        remedy,
      },
    ];
  });
}

import type { Finding } from '../../vocabulary/finding.ts';
import { ReadingStopped } from '../../layouts/readingStopped.ts';
import type { MemberView } from '../store/view.ts';
import { compareLedgers, findEarlierLines, type LedgerDifference } from './compareLedgers.ts';
import { findHeadings, guessMapping, type LedgerMapping, mappingErrors } from './ledgerMapping.ts';
import {
  applyLedgerImport,
  type LedgerImport,
  lockLedger,
  selectLedgerImports,
  selectLinesOfImport,
  selectOptionalLedgerFile,
  selectOptionalLedgerImport,
} from './ledger.store.ts';
import { type LedgerTable, readLedgerTable } from './ledgerTable.ts';
import { type LedgerReading, readLedgerLines } from './readLedgerLines.ts';
import type { LedgerHolding } from './resourceKinds.ts';
import { spannedMonths } from './spannedMonths.ts';

/** What a file would do if it were applied now. */
export type LedgerPreview = {
  readonly headings: readonly string[];
  readonly samples: readonly (readonly string[])[];
  /** Undefined as long as it is not said which column is what. */
  readonly reading: LedgerReading | undefined;
  /** The applied file of the same days, which this one would replace, and what would change. */
  readonly replaces: LedgerImport | undefined;
  readonly difference: LedgerDifference | undefined;
};

/** The mapping of the newest file of the district that was applied. */
export function rememberedMapping(
  imports: readonly LedgerImport[],
  { districtId, holds }: { readonly districtId: string; readonly holds: LedgerHolding },
): LedgerMapping | undefined {
  const last = imports.find(
    (one) =>
      one.districtId === districtId &&
      one.holds === holds &&
      one.state !== 'discarded' &&
      one.mapping &&
      one.decidedAt,
  );
  return last?.mapping ?? undefined;
}

export type LedgerGuess = {
  readonly mapping: LedgerMapping | null;
  readonly period: { readonly fromDay: string; readonly untilDay: string } | null;
};

/** Which column is what by its headings, and the months that the days of a file lie in. Throws ReadingStopped on what is no table. */
export async function guessLedger(
  bytes: Uint8Array,
  holds: LedgerHolding,
  remembered: LedgerMapping | undefined,
): Promise<LedgerGuess> {
  const table = await readLedgerTable(bytes);
  const { headings } = findHeadings(table.rows);
  const mapping = guessMapping(headings, remembered);
  if (mappingErrors(mapping, headings).size > 0) return { mapping: null, period: null };
  const question = { file: '', mapping, holds, fromDay: '1990-01-01', untilDay: '2100-12-31' };
  const period = mapping.day
    ? spannedMonths(readLedgerLines(table, question).lines.map(({ day }) => day))
    : null;
  return { mapping, period };
}

/** Reads a waiting file again as it would be applied. */
export async function previewLedger(view: MemberView, file: LedgerImport): Promise<LedgerPreview> {
  const bytes = await selectOptionalLedgerFile(view, file.id);
  if (!bytes) throw new Error(`ledger file ${file.id} waits without its bytes`);
  const table = await readTable(bytes);
  const { row, headings } = findHeadings(table.rows);
  const samples = table.rows.slice(row + 1, row + 4);
  const { mapping, fromDay, untilDay } = file;
  if (!mapping || !fromDay || !untilDay)
    return { headings, samples, reading: undefined, replaces: undefined, difference: undefined };
  const question = { file: file.fileName, mapping, holds: file.holds, fromDay, untilDay };
  const own = readLedgerLines(table, question);
  const applied = (await selectLedgerImports(view)).filter(
    (one) => one.districtId === file.districtId && one.holds === file.holds && one.state === 'applied',
  );
  const replaces = applied.find((one) => one.fromDay === fromDay && one.untilDay === untilDay);
  const overlapping = applied.filter(
    (one) => one.id !== replaces?.id && (one.fromDay ?? '') <= untilDay && (one.untilDay ?? '') >= fromDay,
  );
  const earlier = [];
  for (const one of overlapping)
    earlier.push({ fileName: one.fileName, lines: await selectLinesOfImport(view, one.id) });
  const again: Finding[] = findEarlierLines(own.lines, earlier, file.fileName);
  const before = replaces && (await selectLinesOfImport(view, replaces.id));
  return {
    headings,
    samples,
    reading: { ...own, findings: [...again, ...own.findings] },
    replaces,
    difference: before && compareLedgers(before, own.lines),
  };
}

/** A file that was taken in as a table stays one. */
async function readTable(bytes: Uint8Array): Promise<LedgerTable> {
  try {
    return await readLedgerTable(bytes);
  } catch (cause) {
    if (cause instanceof ReadingStopped)
      throw new Error('a kept ledger file cannot be read any more', { cause });
    throw cause;
  }
}

/** `faulty`: the file has errors, and nothing of it was applied. */
export type LedgerApplied =
  | { readonly done: true }
  | { readonly done: false; readonly reason: 'changed meanwhile' | 'faulty' };

/** Applies a waiting file whole or not at all, as it was looked at: `basedOn` is its version, `replaced` the file it was said to replace. */
export async function applyLedger(
  view: MemberView,
  importId: string,
  { basedOn, replaced }: { readonly basedOn: number; readonly replaced: string | null },
  at: Date,
): Promise<LedgerApplied> {
  const first = await selectOptionalLedgerImport(view, importId);
  if (first) await lockLedger(view, first.districtId);
  const file = await selectOptionalLedgerImport(view, importId);
  if (!file || file.state !== 'waiting' || file.version !== basedOn)
    return { done: false, reason: 'changed meanwhile' };
  const { reading, replaces } = await previewLedger(view, file);
  if ((replaces?.id ?? null) !== replaced) return { done: false, reason: 'changed meanwhile' };
  if (!reading || reading.findings.some(({ severity }) => severity === 'error'))
    return { done: false, reason: 'faulty' };
  return applyLedgerImport(view, file, { reading, replaces }, at);
}

import { writeFileSync } from 'node:fs';
import { previewCsv } from '../vault/release/previewCsv.ts';
import {
  closestFirst,
  closestText,
  foundText,
  type PreviewRow,
  previewRows,
  seenText,
  whyText,
} from '../vault/release/previewRows.ts';
import { selectPlaceNames } from '../vault/release/countedTables.store.ts';
import { requireDraft } from '../vault/release/signDraft.store.ts';
import { selectSigners } from '../vault/release/signers.store.ts';
import { Refusal } from '../vocabulary/refusal.ts';
import { schoolYearName } from '../vocabulary/schoolYear.ts';
import type { CommandStreams } from './command.ts';
import type { ReleaseFlags } from './vaultReleaseFlags.ts';
import { draftText } from './vaultReleaseText.ts';
import { withVault } from './withVault.ts';
import { calendarDay } from '../vocabulary/calendarDay.ts';

const closest = 20;

/** `tandem vault release DIR preview`: exactly what would leave, what is withheld and why, and how closely. */
export async function previewDraft(folder: string, flags: ReleaseFlags, io: CommandStreams): Promise<number> {
  const { draft, names, signers } = await withVault(folder, flags, io, async (vault) => ({
    signers: await selectSigners(vault),
    draft: await requireDraft(vault),
    names: await selectPlaceNames(vault),
  }));
  const rows = previewRows(draft);
  if (flags.csv !== undefined) writeCsv(flags.csv, rows, names);
  if (flags.json) {
    const { hash, release, preview, signatures } = draft;
    io.stdout.write(`${JSON.stringify({ hash, release, preview, signatures })}\n`);
    return 0;
  }
  const hidden = closestFirst(rows);
  const listed = flags.every ? hidden : hidden.slice(0, closest);
  io.stdout.write(`${draftText(draft, { today: calendarDay(new Date()), signers })}\n${tableText(rows)}\n`);
  if (listed.length > 0) io.stdout.write(`\n${hiddenText(listed, names)}\n`);
  const more = hidden.length - listed.length;
  if (more > 0) io.stdout.write(`… and ${more.toLocaleString('en')} more (--every, or --csv FILE)\n`);
  if (flags.csv !== undefined) {
    io.stdout.write(
      `Every cell is in ${flags.csv}. It holds hidden counts: keep it on this machine, or remove it.\n`,
    );
  }
  io.stdout.write(
    `\nTo sign it: tandem vault release ${folder} sign --hash ${draft.hash.slice(0, 12)} --signing-key YOUR.key\n`,
  );
  return 0;
}

function writeCsv(path: string, rows: readonly PreviewRow[], names: ReadonlyMap<string, string>): void {
  try {
    writeFileSync(path, previewCsv(rows, names), { mode: 0o600 });
  } catch (cause) {
    const { code } = cause as { code?: string };
    throw new Refusal(`${path} cannot be written (${code ?? 'unknown reason'}).`, { cause });
  }
}

/** A line a measure and year: how many cells are shown, told as a range, withheld. */
function tableText(rows: readonly PreviewRow[]): string {
  const tables = Map.groupBy(rows, ({ measure, schoolYear }) => `${measure} ${schoolYearName(schoolYear)}`);
  const count = (cells: readonly PreviewRow[], seen: string): string =>
    String(cells.filter(({ cell }) => cell.seen === seen).length);
  return aligned([
    ['what leaves', 'shown', 'range', 'withheld'],
    ...[...tables].map(([name, cells]) => [
      name,
      count(cells, 'shown'),
      count(cells, 'coded'),
      count(cells, 'suppressed'),
    ]),
  ]);
}

function hiddenText(rows: readonly PreviewRow[], names: ReadonlyMap<string, string>): string {
  return aligned(
    [
      ['closest to being found', 'leaves as', 'because', 'closest count', 'can be found', 'times asked'],
      ...rows.map((row) => [
        `${row.measure} ${row.schoolYear} ${names.get(row.cell.place) ?? row.cell.place} ${row.cell.grade} ${row.cell.group}`,
        seenText(row.cell),
        whyText(row),
        row.hidden ? closestText(row.hidden) : '',
        row.hidden ? foundText(row.hidden) : '',
        row.hidden?.tightest.narrowness?.toFixed(2) ?? '',
      ]),
    ],
    [5],
  );
}

function aligned(lines: readonly (readonly string[])[], right: readonly number[] = [1, 2, 3]): string {
  const widths = (lines[0] ?? []).map((_, at) => Math.max(...lines.map((line) => (line[at] ?? '').length)));
  return lines
    .map((line) =>
      line
        .map((text, at) =>
          right.includes(at) ? text.padStart(widths[at] ?? 0) : text.padEnd(widths[at] ?? 0),
        )
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

import type { CommitmentDraft, CommitmentStep } from '../commitments/commitmentDraft.ts';
import type { SeriesDraft } from '../benchmarks/benchmarkDraft.ts';
import { commitmentRow, commitmentSteps, newCommitment, plainCells } from './commitmentRows.ts';
import { baseKey, type ReadSheets } from './readSheets.ts';
import { commitmentColumns, seriesColumns, sheetNames, yearOfColumn } from './sheetColumns.ts';
import { type FieldChange, type KeptRow, mergeRow, type SheetRow } from './sheetRow.ts';
import type { Standing } from './standing.ts';
import { plainTargetCells, targetDraft, targetRow } from './targetRows.ts';

type Cells = Readonly<Record<string, string>>;

/** What is done when a row is taken. */
export type Planned =
  | { readonly kind: 'new commitment'; readonly draft: CommitmentDraft }
  | {
      readonly kind: 'commitment';
      readonly id: string;
      readonly version: number;
      readonly steps: readonly CommitmentStep[];
    }
  | {
      readonly kind: 'targets';
      readonly benchmarkId: string;
      readonly version: number;
      readonly draft: SeriesDraft;
    };

export type RowOutcome = {
  readonly sheet: string;
  readonly line: number;
  readonly title: string;
  /** `refused` and `conflict` rows stop the file; the others are done or left. */
  readonly outcome: 'new' | 'change' | 'conflict' | 'refused';
  readonly fields: readonly FieldChange[];
  readonly sentences: readonly string[];
};

export type Comparison = {
  readonly rows: readonly RowOutcome[];
  readonly unchanged: number;
  /** Own rows that stand and are not in the file: nothing happens to them. */
  readonly missing: readonly KeptRow[];
  readonly plan: readonly Planned[];
};

type Judged = { readonly row?: RowOutcome; readonly planned?: Planned };

/** Holds the rows of a workbook against what stands: every difference, what would be done, and what cannot be. */
export function compareSheets(read: ReadSheets, standing: Standing): Comparison {
  const commitments = standing.commitments.map(commitmentRow);
  const targets = standing.benchmarks.flatMap((one) =>
    standing.parties.map((party) => targetRow(one, party)),
  );
  const judged = [
    ...judgeSheet(sheetNames.commitments, read.commitments, commitments, (row, kept) =>
      judgeCommitment(row, kept, read.base, standing),
    ),
    ...judgeSheet(sheetNames.targets, read.targets, targets, (row, kept) =>
      judgeTargets(row, kept, read.base, standing),
    ),
  ];
  const inFile = (rows: readonly SheetRow[] | undefined) => new Set(rows?.map(({ cells }) => cells.Id));
  const missingFrom = (rows: readonly SheetRow[] | undefined, kept: readonly KeptRow[]) => {
    const there = inFile(rows);
    return rows
      ? kept.filter(({ id, districtId }) => districtId === standing.own.districtId && !there.has(id))
      : [];
  };
  return {
    rows: judged.flatMap(({ row }) => row ?? []),
    unchanged: judged.filter(({ row }) => !row).length,
    missing: [...missingFrom(read.commitments, commitments), ...missingFrom(read.targets, targets)],
    plan: judged.flatMap(({ planned }) => planned ?? []),
  };
}

/** The rows of one sheet; an id that stands twice is judged once and refused the second time. */
function judgeSheet(
  sheet: string,
  rows: readonly SheetRow[] | undefined,
  kept: readonly KeptRow[],
  judge: (row: SheetRow, kept: KeptRow | undefined) => Judged,
): Judged[] {
  const seen = new Set<string>();
  return (rows ?? []).map((row) => {
    const id = row.cells.Id ?? '';
    if (id !== '' && seen.has(id))
      return refused(sheet, row, 'This id stands in two rows: leave the Id of a new row empty.');
    seen.add(id);
    const found = kept.find((one) => one.id === id);
    if (id !== '' && !found)
      return refused(
        sheet,
        row,
        'Nothing here has this id: leave it empty for something new, and do not change it.',
      );
    return judge(row, found);
  });
}

function judgeCommitment(
  row: SheetRow,
  kept: KeptRow | undefined,
  base: ReadSheets['base'],
  standing: Standing,
): Judged {
  const cells = plainCells(row.cells);
  const sheet = sheetNames.commitments;
  if (!kept) {
    const made = newCommitment(cells, standing);
    if (!made.ok) return refused(sheet, row, ...made.sentences);
    const fields = commitmentColumns.flatMap((column) =>
      cells[column] ? [{ column, from: '', to: cells[column] }] : [],
    );
    return {
      row: { sheet, line: row.line, title: made.draft.what, outcome: 'new', fields, sentences: [] },
      planned: { kind: 'new commitment', draft: made.draft },
    };
  }
  return judgeKept(sheet, row, kept, {
    columns: commitmentColumns,
    cells,
    base: base.get(baseKey(sheet, kept.id)),
    standing,
    plan: (fields, merged) => {
      const commitment = standing.commitments.find(({ id }) => id === kept.id);
      if (!commitment) return { sentences: ['It is not there any more.'] };
      const made = commitmentSteps(commitment, fields, merged, standing);
      return made.ok
        ? { planned: { kind: 'commitment', id: kept.id, version: kept.version, steps: made.steps } }
        : { sentences: made.sentences };
    },
  });
}

function judgeTargets(
  row: SheetRow,
  kept: KeptRow | undefined,
  base: ReadSheets['base'],
  standing: Standing,
): Judged {
  const sheet = sheetNames.targets;
  if (!kept)
    return refused(sheet, row, 'A benchmark is made on its page, by both districts: a new row makes none.');
  const cells = plainTargetCells(row.cells);
  const years = [...new Set([...Object.keys(cells), ...Object.keys(kept.cells)])].filter(
    (column) => yearOfColumn(column) !== undefined,
  );
  return judgeKept(sheet, row, kept, {
    columns: [...seriesColumns, ...years],
    cells,
    base: base.get(baseKey(sheet, kept.id)),
    standing,
    plan: (_, merged) => {
      const benchmark = standing.benchmarks.find(({ id }) => kept.id.startsWith(id));
      if (!benchmark) return { sentences: ['It is not there any more.'] };
      const figures = standing.figures.get(benchmark.id) ?? [];
      const made = targetDraft(benchmark, kept.districtId, merged, {
        figures,
        currentYear: standing.currentYear,
      });
      return made.ok
        ? {
            planned: { kind: 'targets', benchmarkId: benchmark.id, version: kept.version, draft: made.draft },
          }
        : { sentences: made.sentences };
    },
  });
}

type Judging = {
  readonly columns: readonly string[];
  readonly cells: Cells;
  readonly base: Cells | undefined;
  readonly standing: Standing;
  readonly plan: (
    fields: readonly FieldChange[],
    merged: Cells,
  ) => { readonly planned: Planned } | { readonly sentences: readonly string[] };
};

function judgeKept(sheet: string, row: SheetRow, kept: KeptRow, judging: Judging): Judged {
  const { columns, cells, base, standing, plan } = judging;
  const isCurrent = cells.Version === String(kept.version);
  const was = isCurrent ? kept.cells : base;
  const merged = mergeRow(columns, { base: was, file: cells, standing: kept.cells });
  if (merged.kind === 'unchanged') return {};
  const about = { sheet, line: row.line, title: kept.title, fields: merged.fields };
  if (kept.districtId !== standing.own.districtId) {
    const name = standing.parties.find(({ districtId }) => districtId === kept.districtId)?.shortName;
    return {
      row: {
        ...about,
        outcome: 'refused',
        sentences: [`${name ?? 'The partner'} changes its own rows: put this one back.`],
      },
    };
  }
  if (merged.kind === 'conflict')
    return {
      row: {
        ...about,
        outcome: 'conflict',
        sentences: [
          'Somebody changed the same cells here since this file was made. Write into the file what is right now, or change it on its page.',
        ],
      },
    };
  // What was changed on the pages meanwhile, and not in the file, stays as it stands.
  const whole = {
    ...cells,
    ...kept.cells,
    ...Object.fromEntries(merged.fields.map(({ column, to }) => [column, to])),
  };
  const made = plan(merged.fields, whole);
  return 'planned' in made
    ? { row: { ...about, outcome: 'change', sentences: [] }, planned: made.planned }
    : { row: { ...about, outcome: 'refused', sentences: made.sentences } };
}

function refused(sheet: string, { line, cells }: SheetRow, ...sentences: readonly string[]): Judged {
  const title = cells['What is promised'] || cells.Benchmark || `Row ${line}`;
  return { row: { sheet, line, title, outcome: 'refused', fields: [], sentences } };
}

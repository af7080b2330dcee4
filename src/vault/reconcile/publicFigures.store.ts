import { readVaultStatements } from '../store/readVaultStatements.ts';
import type { Vault, VaultConnection } from '../store/vault.ts';
import type { PublicFigure } from './publicFigure.ts';
import { type ReadPublicFile, readPublicFile } from './readPublicFile.ts';

const statements = readVaultStatements(import.meta.url, [
  'selectFileBySha',
  'selectNextFile',
  'insertFile',
  'updateAsOf',
  'deleteReplaced',
  'selectFiles',
  'selectFigures',
  'selectSchoolNames',
  'selectFigureYears',
  'selectAbsentSchools',
]);

/** What became of a public file. */
export type PublicFileOutcome = {
  readonly file: string;
  /** unchanged: the vault keeps this content already. none: it holds no figure of this district. */
  readonly status: 'loaded' | 'unchanged' | 'none' | 'refused';
  readonly title: string | null;
  readonly figures: number;
  /** Figures of earlier files that it says again. */
  readonly replaced: number;
  /** Why it was refused, or what was noted, each a sentence with its line. */
  readonly said: readonly string[];
};

/**
 * Keeps the figures of this district and its schools that a public file holds, with its name and SHA-256; rows of others are
 * not kept. A figure of the same dataset and slice in an earlier file gives way. `asOf` is the day on which the publisher
 * took its data, where somebody knows it.
 */
export async function loadPublicFile(
  vault: Vault,
  path: string,
  { asOf, now }: { readonly asOf: string | null; readonly now: () => Date },
): Promise<PublicFileOutcome> {
  const read = await readPublicFile(path, vault.district.cds);
  const plain = { file: read.name, title: read.title, figures: 0, replaced: 0, said: read.said };
  if (read.refused) return { ...plain, status: 'refused' };
  if (read.figures.length === 0) return { ...plain, status: 'none' };
  return vault.transaction(async (connection) => {
    const [known] = await connection.rows<{ file: number }>(statements.selectFileBySha, {
      sha256: read.sha256,
    });
    if (known) {
      if (asOf !== null) await connection.run(statements.updateAsOf, { file: known.file, asOf });
      return { ...plain, status: 'unchanged', figures: read.figures.length };
    }
    const replaced = await keep(connection, read, asOf, now());
    return { ...plain, status: 'loaded', figures: read.figures.length, replaced };
  });
}

const columns = [
  'public_file_id',
  'line',
  'dataset',
  'publisher',
  'title',
  'difference',
  'measure_id',
  'school_year',
  'school_cds',
  'grade',
  'student_group',
  'seen',
  'n',
  'numerator',
  'value',
  'reason',
];

async function keep(
  connection: VaultConnection,
  { name, sha256, layout, figures }: ReadPublicFile,
  asOf: string | null,
  now: Date,
): Promise<number> {
  const [next] = await connection.rows<{ file: number }>(statements.selectNextFile);
  const file = next?.file ?? 1;
  await connection.run(statements.insertFile, {
    file,
    name,
    sha256,
    layout: layout ?? '',
    asOf,
    kept: figures.length,
    now,
  });
  const rows = figures.map((one) => [
    file,
    one.line,
    one.dataset,
    one.publisher,
    one.title,
    one.difference,
    one.measure,
    one.year,
    one.school,
    one.grade,
    one.group,
    one.seen,
    one.n,
    one.numerator,
    one.value,
    one.reason,
  ]);
  await connection.append('public_figure', columns, rows);
  return connection.run(statements.deleteReplaced, { file });
}

export type PublicFile = {
  readonly file: number;
  readonly name: string;
  readonly sha256: string;
  readonly layout: string;
  readonly asOf: string | null;
  readonly loadedAt: Date;
  readonly figures: number;
};

/** The public files that figures were taken from. */
export async function selectPublicFiles(vault: Pick<VaultConnection, 'rows'>): Promise<PublicFile[]> {
  return vault.rows<PublicFile>(statements.selectFiles);
}

/** The published figures, of all years and measures or of one. */
export async function selectPublicFigures(
  vault: Pick<VaultConnection, 'rows'>,
  { year, measure }: { readonly year?: number | undefined; readonly measure?: string | undefined } = {},
): Promise<PublicFigure[]> {
  return vault.rows<PublicFigure>(statements.selectFigures, {
    year: year ?? null,
    measure: measure ?? null,
  });
}

export async function selectSchoolNames(
  vault: Pick<VaultConnection, 'rows'>,
): Promise<ReadonlyMap<string, string>> {
  const rows = await vault.rows<{ cds: string; name: string }>(statements.selectSchoolNames);
  return new Map(rows.map(({ cds, name }) => [cds, name]));
}

/** The years that have published figures, the newest first. */
export async function selectFigureYears(
  vault: Pick<VaultConnection, 'rows'>,
): Promise<{ readonly year: number; readonly figures: number }[]> {
  return vault.rows(statements.selectFigureYears);
}

/** Schools that have published figures of a year and no stay in the vault in it, by year. */
export async function selectAbsentSchools(
  vault: Pick<VaultConnection, 'rows'>,
): Promise<ReadonlyMap<number, readonly string[]>> {
  const rows = await vault.rows<{ cds: string; year: number }>(statements.selectAbsentSchools);
  const byYear = Map.groupBy(rows, ({ year }) => year);
  return new Map([...byYear].map(([year, own]) => [year, own.map(({ cds }) => cds)]));
}

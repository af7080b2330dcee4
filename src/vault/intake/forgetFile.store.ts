import { Refusal } from '../../vocabulary/refusal.ts';
import { readVaultStatements } from '../store/readVaultStatements.ts';
import type { Vault, VaultConnection } from '../store/vault.ts';
import { removeFacts } from './factTables.store.ts';

const statements = readVaultStatements(import.meta.url, [
  'selectNamed',
  'selectReferring',
  'selectReplaced',
  'selectSetsBeside',
  'insertForgotten',
  'releaseContent',
  'removeSupersededEnrolment',
  'removeSupersededAttendance',
  'removeSupersededTests',
  'removeSupersededElpac',
  'removeStrangers',
  'selectLeft',
  'selectInForce',
  'selectForgotten',
]);

type NamedFile = {
  readonly file_id: number;
  readonly name: string;
  readonly layout: string;
  readonly year: number | null;
  readonly kept: number;
  readonly superseded_by: number | null;
};

/** What went with a file that was taken out, and what stays as it was. */
export type ForgottenFile = {
  readonly name: string;
  readonly layout: string;
  readonly year: number | null;
  /** Rows of facts that are gone. */
  readonly removed: number;
  /** Students whom no other file names; they are gone too. */
  readonly students: number;
  /** Files whose place it had taken: they stay out until they are loaded again. */
  readonly replaced: readonly string[];
  /** Sets of the same year, which it may have taken something from. */
  readonly sets: readonly string[];
  /** Releases that left; none of them changes. */
  readonly released: number;
  readonly drafts: number;
  /** Counts that stand, made with its facts or not. */
  readonly counts: number;
};

/**
 * Takes a file in force out of the vault with all its facts, in one transaction, and keeps its name, its SHA-256, when and
 * why. Nothing that it had replaced comes back, but can be loaded again, and so can the file. Refused without a reason,
 * where the file is not in force or its name is that of several, of a list of schools, and while other files' results
 * belong to its incidents.
 */
export async function forgetFile(
  vault: Pick<Vault, 'transaction'>,
  named: string,
  why: string,
  at: Date,
): Promise<ForgottenFile> {
  if (why.trim() === '') throw new Refusal('Say why the file is taken out: the reason stays in the vault.');
  return vault.transaction(async (connection) => {
    const file = await requireInForce(connection, named);
    const { file_id, name, layout, year } = file;
    const replaced = await connection.rows<{ file_id: number; name: string }>(statements.selectReplaced, {
      file: file_id,
    });
    const removed = await removeFacts(connection, file_id);
    for (const one of [file, ...replaced]) {
      for (const statement of supersededRows) await connection.run(statement, { file: one.file_id });
    }
    const students = await connection.run(statements.removeStrangers);
    await connection.run(statements.insertForgotten, {
      file: file_id,
      removed,
      students,
      at,
      why: why.trim(),
    });
    for (const one of [file, ...replaced])
      await connection.run(statements.releaseContent, { file: one.file_id });
    const [left] = await connection.rows<Pick<ForgottenFile, 'released' | 'drafts' | 'counts'>>(
      statements.selectLeft,
    );
    if (!left) throw new RangeError('The count of releases has no row.');
    const beside = { file: file_id, year: year ?? 0 };
    const sets = layout.startsWith('calpads_')
      ? await connection.rows<{ name: string }>(statements.selectSetsBeside, beside)
      : [];
    return {
      name,
      layout,
      year,
      removed,
      students,
      replaced: replaced.map((one) => one.name),
      sets: sets.map((one) => one.name),
      ...left,
    };
  });
}

const supersededRows = [
  statements.removeSupersededEnrolment,
  statements.removeSupersededAttendance,
  statements.removeSupersededTests,
  statements.removeSupersededElpac,
];

async function requireInForce(connection: VaultConnection, named: string): Promise<NamedFile> {
  const number = /^\d{1,9}$/.test(named) ? Number(named) : 0;
  const all = await connection.rows<NamedFile>(statements.selectNamed, { file: number, name: named });
  const inForce = all.filter(({ kept, superseded_by }) => kept > 0 && superseded_by === null);
  const [one, another] = inForce;
  if (another) {
    const numbers = inForce.map(({ file_id }) => file_id).join(', ');
    throw new Refusal(`Several files in force are named ${named}. Say which by its number: ${numbers}.`);
  }
  if (!one) {
    const [last] = all;
    throw new Refusal(
      last === undefined
        ? `No file named ${named} was loaded. tandem vault forget DIR lists those in force, each with its number.`
        : last.superseded_by === null
          ? `Nothing of ${last.name} is in the vault: it was refused, or taken out before.`
          : `Nothing of ${last.name} is in the vault: another file took its place.`,
    );
  }
  if (one.layout === 'places')
    throw new Refusal(
      'A list of schools cannot be taken out, for other files refer to its schools. Load a corrected one.',
    );
  const referring = await connection.rows<{ name: string }>(statements.selectReferring, {
    file: one.file_id,
  });
  if (referring.length > 0) {
    const names = referring.map(({ name }) => name).join(' and ');
    throw new Refusal(
      `Results or offences of ${names} belong to incidents of ${one.name}. Take out ${names} first.`,
    );
  }
  return one;
}

export type FileInForce = {
  readonly file: number;
  readonly name: string;
  readonly layout: string;
  readonly year: number | null;
  readonly rows: number;
  readonly loadedAt: Date;
};

export type FileTakenOut = Pick<ForgottenFile, 'name' | 'layout' | 'year' | 'removed'> & {
  readonly forgottenAt: Date;
  readonly why: string;
};

/** The files in force, by year and kind, and those that were taken out, the first first. */
export async function selectStandingFiles(
  vault: VaultConnection,
): Promise<{ readonly inForce: FileInForce[]; readonly takenOut: FileTakenOut[] }> {
  return {
    inForce: await vault.rows<FileInForce>(statements.selectInForce),
    takenOut: await vault.rows<FileTakenOut>(statements.selectForgotten),
  };
}

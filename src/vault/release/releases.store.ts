import { hashCanonical } from '../../release/hashRelease.ts';
import { Grant } from '../../vocabulary/grant.ts';
import { Refusal } from '../../vocabulary/refusal.ts';
import type { Release, ReleaseSignature } from '../../vocabulary/release.ts';
import { readVaultStatements } from '../store/readVaultStatements.ts';
import type { VaultConnection } from '../store/vault.ts';
import type { ReleasePreview } from './releasePreview.ts';

const statements = readVaultStatements(import.meta.url, [
  'selectAccount',
  'selectWithdrawn',
  'selectReleased',
  'selectLastReleased',
  'selectDraft',
  'insertDraft',
  'emptyDraft',
  'deleteSignaturesOf',
  'deleteCountsOf',
  'markReleased',
  'insertDisclosure',
  'selectDisclosures',
  'selectSignatures',
  'insertSignature',
  'selectCountsOf',
]);

type Reader = Pick<VaultConnection, 'rows'>;
type Writer = Pick<VaultConnection, 'rows' | 'run' | 'append'>;

/** A count of a release as it stood: whole numbers, sums as decimal text. `school` is 14 zeros for the district. */
export type ReleasedCount = {
  readonly measure: string;
  readonly schoolYear: number;
  readonly school: string;
  readonly grade: string;
  readonly group: string;
  readonly n: number;
  readonly numerator: number | null;
  readonly sum: string | null;
  readonly denominator: string | null;
};

/** A line of the account of everything that was ever released, and of the draft that stands. */
export type AccountLine = {
  readonly hash: string;
  readonly sequence: number;
  readonly preparedAt: Date;
  readonly releasedAt: Date | null;
  readonly supersedes: string | null;
  readonly embargoUntil: string | null;
  readonly partnership: string;
  readonly shown: number;
  readonly coded: number;
  readonly suppressed: number;
  readonly measures: string;
  readonly years: string;
};

export type WithdrawnDraft = {
  readonly hash: string;
  readonly sequence: number;
  readonly preparedAt: Date;
  readonly withdrawnAt: Date;
  readonly why: string;
};

export type Disclosure = {
  readonly disclosedAt: Date;
  readonly hash: string;
  readonly parties: readonly string[];
  readonly interest: string;
  readonly basis: string;
  readonly signedBy: string;
};

export type KeptRelease = {
  readonly hash: string;
  readonly release: Release;
  readonly grant: Grant;
  readonly signatures: readonly ReleaseSignature[];
};
export type KeptDraft = KeptRelease & { readonly preparedAt: Date; readonly preview: ReleasePreview };

export const selectAccount = (vault: Reader) => vault.rows<AccountLine>(statements.selectAccount);
export const selectWithdrawn = (vault: Reader) => vault.rows<WithdrawnDraft>(statements.selectWithdrawn);
export const selectDisclosures = (vault: Reader) => vault.rows<Disclosure>(statements.selectDisclosures);
export const selectSignatures = (vault: Reader, hash: string) =>
  vault.rows<ReleaseSignature>(statements.selectSignatures, { hash });
export const selectCountsOf = (vault: Reader, hash: string) =>
  vault.rows<ReleasedCount>(statements.selectCountsOf, { hash });

/** Everything that ever left, whole, the first first. Refuses when a text is not the one that was signed. */
export async function selectReleased(
  vault: Reader,
): Promise<(KeptRelease & { readonly releasedAt: Date })[]> {
  const rows = await vault.rows<KeptText & { releasedAt: Date }>(statements.selectReleased);
  return Promise.all(
    rows.map(async (row) => ({ ...(await keptRelease(vault, row)), releasedAt: row.releasedAt })),
  );
}

/** What left last, or undefined when nothing did. */
export async function selectLastReleased(
  vault: Reader,
): Promise<(KeptRelease & { readonly releasedAt: Date }) | undefined> {
  const [row] = await vault.rows<KeptText & { releasedAt: Date }>(statements.selectLastReleased);
  return row && { ...(await keptRelease(vault, row)), releasedAt: row.releasedAt };
}

/** The draft that stands, or undefined. */
export async function selectOptionalDraft(vault: Reader): Promise<KeptDraft | undefined> {
  const [row] = await vault.rows<KeptText & { preparedAt: Date; preview: string }>(statements.selectDraft);
  if (!row) return undefined;
  const preview = JSON.parse(row.preview) as ReleasePreview;
  return { ...(await keptRelease(vault, row)), preparedAt: row.preparedAt, preview };
}

type KeptText = { readonly hash: string; readonly canonical: string; readonly grantText: string };

async function keptRelease(vault: Reader, row: KeptText): Promise<KeptRelease> {
  // Read as a release when it was prepared: a text of this hash is that one.
  if (hashCanonical(row.canonical) !== row.hash) {
    throw new Refusal(
      `Release ${row.hash.slice(0, 12)} is not what it was: its text in the vault was changed. Put back a copy of the vault from before.`,
    );
  }
  const release = JSON.parse(row.canonical) as Release;
  const grant = Grant.parse(JSON.parse(row.grantText));
  return { hash: row.hash, release, grant, signatures: await selectSignatures(vault, row.hash) };
}

export type NewDraft = {
  readonly hash: string;
  readonly sequence: number;
  readonly at: Date;
  readonly grantText: string;
  readonly canonical: string;
  readonly preview: ReleasePreview;
  readonly counts: readonly ReleasedCount[];
};

export async function insertDraft(connection: Writer, draft: NewDraft): Promise<void> {
  const { hash, sequence, at, grantText, canonical, preview, counts } = draft;
  const values = { hash, sequence, at, grantText, canonical, preview: JSON.stringify(preview) };
  await connection.run(statements.insertDraft, values);
  await connection.append(
    'released_count',
    [
      'sha256',
      'measure_id',
      'school_cds',
      'school_year',
      'grade',
      'student_group',
      'n',
      'numerator',
      'sum',
      'denominator',
    ],
    counts.map((one) => [
      hash,
      one.measure,
      one.school,
      one.schoolYear,
      one.grade,
      one.group,
      one.n,
      one.numerator,
      decimal(one.sum),
      decimal(one.denominator),
    ]),
  );
}

/** Decimal text of at most four places as a number, which holds it exactly enough to be written as that decimal again. */
function decimal(text: string | null): number | null {
  return text === null ? null : Number(text);
}

/** Takes a draft back: its name and the reason stay, no figure and no signature does. */
export async function emptyDraft(connection: Writer, hash: string, why: string, at: Date): Promise<void> {
  await connection.run(statements.emptyDraft, { hash, why, at });
  await connection.run(statements.deleteSignaturesOf, { hash });
  await connection.run(statements.deleteCountsOf, { hash });
}

export async function insertSignature(
  connection: Writer,
  hash: string,
  signature: ReleaseSignature,
): Promise<void> {
  await connection.run(statements.insertSignature, { hash, ...signature });
}

/** A draft has left: it is in the account for good, and what was disclosed to whom is on record. */
export async function insertReleased(
  connection: Writer,
  hash: string,
  disclosure: Disclosure,
): Promise<void> {
  const { disclosedAt: at, parties, interest, basis, signedBy } = disclosure;
  if ((await connection.run(statements.markReleased, { hash, at })) !== 1) {
    throw new Error('the draft that was to be released does not stand');
  }
  await connection.run(statements.insertDisclosure, { at, hash, parties, interest, basis, signedBy });
}

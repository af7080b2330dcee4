import { z } from 'zod';
import { readRelease } from '../../release/readRelease.ts';
import type { Release, ReleasedTable, SignedRelease } from '../../vocabulary/release.ts';
import { readStatements } from '../store/statements.ts';
import type { OperatorView, PartnershipId, View } from '../store/view.ts';

const sql = readStatements(import.meta.url, [
  'selectReleases',
  'selectReleasedTables',
  'selectReleaseFiles',
  'selectReleaseFile',
  'insertRelease',
  'insertReleasedTable',
  'insertReleasedCells',
]);

const bytes = z.instanceof(Uint8Array);
const SignedBy = z.array(z.object({ name: z.string(), role: z.string(), signedAt: z.string() }));
const ReleaseRow = z.object({
  hash: z.string(),
  cds: z.string(),
  grantId: z.string(),
  sequence: z.number(),
  supersedes: z.string().nullable(),
  madeAt: z.date(),
  embargoUntil: z.string().nullable(),
  signedBy: SignedBy,
  certificate: z.custom<Release['certificate']>((value) => typeof value === 'object'),
  acceptedAt: z.date(),
});
/** An accepted release without its cells. */
export type KeptRelease = z.infer<typeof ReleaseRow>;

const FileRow = z.object({
  file: bytes,
  cds: z.string(),
  grantId: z.string(),
  embargoUntil: z.string().nullable(),
});

/** Every release the partnership has accepted, newest first. */
export function selectReleases(view: View, partnershipId: PartnershipId): Promise<KeptRelease[]> {
  return view.rows(sql.selectReleases, { partnershipId, hash: null }, ReleaseRow);
}

/** One accepted release, without its cells. */
export function selectOptionalRelease(
  view: View,
  partnershipId: PartnershipId,
  hash: string,
): Promise<KeptRelease | undefined> {
  return view.optionalRow(sql.selectReleases, { partnershipId, hash }, ReleaseRow);
}

const TableRow = z.object({
  measure: z.string(),
  schoolYear: z.number(),
  shown: z.number(),
  coded: z.number(),
  suppressed: z.number(),
  hasSchools: z.boolean(),
  /** Of the groups that are told of; null: of none. */
  smallest: z.number().nullable(),
});
/** What a release tells of a measure in a year, counted. */
export type KeptTable = z.infer<typeof TableRow>;

/** The measures and years of a release. */
export function selectReleasedTables(
  view: View,
  partnershipId: PartnershipId,
  hash: string,
): Promise<KeptTable[]> {
  return view.rows(sql.selectReleasedTables, { partnershipId, hash }, TableRow);
}

/** The signed file of one release, as it came. */
export function selectReleaseFile(
  view: View,
  partnershipId: PartnershipId,
  hash: string,
): Promise<z.infer<typeof FileRow> | undefined> {
  return view.optionalRow(sql.selectReleaseFile, { partnershipId, hash }, FileRow);
}

/** What is here of a district's vault, in whichever partnership, in the vault's order. */
export async function selectReleasesOf(view: OperatorView, cds: string): Promise<Release[]> {
  const rows = await view.rows(sql.selectReleaseFiles, { cds }, z.object({ hash: z.string(), file: bytes }));
  return rows.map(({ hash, file }) => {
    const read = readRelease(file);
    if (!read.ok || read.hash !== hash)
      throw new Error(`the kept file of release ${hash} is not what it was`);
    return read.signed.release;
  });
}

/** So many cells cross in one statement. */
const mostCells = 20_000;

/** Keeps an accepted release: its file, and its cells where pages find them. */
export async function insertRelease(
  view: View,
  partnershipId: PartnershipId,
  {
    hash,
    signed,
    file,
  }: { readonly hash: string; readonly signed: SignedRelease; readonly file: Uint8Array },
  at: Date,
): Promise<void> {
  const { release, signatures } = signed;
  await view.run(sql.insertRelease, {
    partnershipId,
    hash,
    cds: release.district.cds,
    grantId: release.grant.id,
    sequence: release.sequence,
    supersedes: release.supersedes,
    madeAt: release.madeAt,
    embargoUntil: release.embargoUntil,
    signedBy: JSON.stringify(signatures.map(({ name, role, signedAt }) => ({ name, role, signedAt }))),
    certificate: JSON.stringify(release.certificate),
    file,
    at,
  });
  for (const table of release.tables) await insertTable(view, { partnershipId, hash }, table);
}

async function insertTable(
  view: View,
  of: { readonly partnershipId: PartnershipId; readonly hash: string },
  { measure: measureId, schoolYear, definition, cells }: ReleasedTable,
): Promise<void> {
  const about = { ...of, measureId, schoolYear };
  await view.run(sql.insertReleasedTable, { ...about, definition });
  for (let from = 0; from < cells.length; from += mostCells) {
    const part = JSON.stringify(cells.slice(from, from + mostCells));
    await view.run(sql.insertReleasedCells, { ...about, cells: part });
  }
}

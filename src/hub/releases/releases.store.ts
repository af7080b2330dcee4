import { z } from 'zod';
import type { Release } from '../../vocabulary/release.ts';
import { readStatements } from '../store/statements.ts';
import type { OperatorView, PartnershipId, View } from '../store/view.ts';
import type { ReleaseRows } from './releaseRows.ts';

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

/** The files of what is here of a district's vault, in whichever partnership, in the vault's order. */
export function selectFilesOf(
  view: OperatorView,
  cds: string,
): Promise<{ readonly hash: string; readonly file: Uint8Array }[]> {
  return view.rows(sql.selectReleaseFiles, { cds }, z.object({ hash: z.string(), file: bytes }));
}

/** Keeps an accepted release: its file, and its cells where pages find them. */
export async function insertRelease(
  view: View,
  partnershipId: PartnershipId,
  { hash, head, signedBy, tables }: ReleaseRows,
  file: Uint8Array,
  at: Date,
): Promise<void> {
  await view.run(sql.insertRelease, {
    partnershipId,
    hash,
    cds: head.district.cds,
    grantId: head.grant.id,
    sequence: head.sequence,
    supersedes: head.supersedes,
    madeAt: head.madeAt,
    embargoUntil: head.embargoUntil,
    signedBy: JSON.stringify(signedBy),
    certificate: JSON.stringify(head.certificate),
    file,
    at,
  });
  for (const { measureId, schoolYear, definition, parts } of tables) {
    const about = { partnershipId, hash, measureId, schoolYear };
    await view.run(sql.insertReleasedTable, { ...about, definition });
    for (const cells of parts) await view.run(sql.insertReleasedCells, { ...about, cells });
  }
}

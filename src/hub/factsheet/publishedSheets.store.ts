import { z } from 'zod';
import { calendarDay } from '../../vocabulary/calendarDay.ts';
import type { PackFile } from '../../vocabulary/packFile.ts';
import { hashPack } from '../../release/hashPack.ts';
import { insertMemberAct } from '../audit/audit.store.ts';
import { selectParties } from '../partnership/partnership.store.ts';
import { mayPublish, type Publishing } from '../reviews/mayPublish.ts';
import { type KeptPack, readPackFile, selectPacks } from '../reviews/packs.store.ts';
import { type PublicStatement, selectConsents } from '../reviews/publicStatements.store.ts';
import { isSignedByAll } from '../reviews/reviewStanding.ts';
import { lockReview } from '../reviews/reviews.store.ts';
import { readStatements } from '../store/statements.ts';
import { newUuid } from '../store/uuid.ts';
import type { MemberView, View } from '../store/view.ts';
import { publicPartOf } from './publicPart.ts';
import { SheetFile, sheetFileOf, sheetFileText } from './sheetFile.ts';
import { publishingAct } from './verifySheet.ts';

const sql = readStatements(import.meta.url, [
  'selectPublicSheets',
  'selectPublicContent',
  'selectSheets',
  'insertSheet',
  'withdrawSheet',
  'withdrawSheetOfPack',
]);

const PublicRow = z.object({ packHash: z.string(), publishedAt: z.date() });
export type PublicSheet = z.infer<typeof PublicRow>;

/** The sheets of a partnership that anybody may read, newest first; nothing for a partnership that is not there. */
export function selectPublicSheets(view: View, slug: string): Promise<PublicSheet[]> {
  return view.rows(sql.selectPublicSheets, { slug }, PublicRow);
}

export async function selectOptionalPublicFile(
  view: View,
  slug: string,
  packHash: string,
): Promise<SheetFile | undefined> {
  const row = await view.optionalRow(
    sql.selectPublicContent,
    { slug, packHash },
    z.object({ content: z.string() }),
  );
  return row && SheetFile.parse(JSON.parse(row.content));
}

const KeptRow = z.object({
  id: z.string(),
  packHash: z.string(),
  publishedAt: z.date(),
  publishedBy: z.string(),
  withdrawnAt: z.date().nullable(),
  withdrawnBy: z.string().nullable(),
  withdrawnWords: z.string().nullable(),
});
export type KeptSheet = z.infer<typeof KeptRow>;

/** Every sheet that was ever published, newest first. */
export function selectSheets(view: MemberView): Promise<KeptSheet[]> {
  return view.rows(sql.selectSheets, { partnershipId: view.member.partnership.id }, KeptRow);
}

/** The sealed pack that a fact sheet would be made from, and whether it may be published on this day. */
export type SheetStanding = {
  readonly kept: KeptPack;
  readonly file: PackFile;
  /** The preview of the sheet as a whole, with the answers of the districts; undefined: not opened yet. */
  readonly statement: PublicStatement | undefined;
  readonly publishing: Publishing;
};

/**
 * The newest pack that every district has signed, nobody has unlocked, and that looks at every focus area: a review of one
 * area alone would let the others look empty.
 */
export async function readSheetStanding(view: MemberView, today: string): Promise<SheetStanding | undefined> {
  const parties = await selectParties(view);
  const signed = (await selectPacks(view)).filter((one) => !one.isUnlocked && isSignedByAll(one, parties));
  for (const kept of signed.toReversed()) {
    const file = await readPackFile(view, kept.hash);
    if (!file || !isWhole(file)) continue;
    const statement = (await selectConsents(view, kept.hash)).findLast(
      ({ part, isWithdrawn }) => part === 'fact-sheet' && !isWithdrawn,
    );
    const pack = { isSignedByAll: true, isUnlocked: false };
    return { kept, file, statement, publishing: mayPublish(pack, statement, parties, today) };
  }
  return undefined;
}

function isWhole({ pack: { partnership, review } }: PackFile): boolean {
  return partnership.focusAreas.every(({ id }) => review.focusAreas.some((one) => one.id === id));
}

/** The open data of the sealed sheet: as it was published where it is public, else as a preview. */
export function sheetOf({ file }: SheetStanding, sheets: readonly KeptSheet[]): SheetFile {
  const { hash, pack, signatures, keySignatures, history } = file;
  const isPublic = sheets.some(({ packHash, withdrawnAt }) => packHash === hash && withdrawnAt === null);
  const line = history.findLast(({ act }) => act === publishingAct);
  const published = isPublic && line ? line : null;
  return sheetFileOf({ pack: hash, signatures, keySignatures, published, part: publicPartOf(pack) });
}

export type Published =
  | { readonly done: true; readonly packHash: string }
  | {
      readonly done: false;
      readonly reason: 'nothing sealed' | 'another pack' | 'may not' | 'published already';
    };

/** Publishes the sheet of the pack that the coordinator looked at, if it is still the newest and everything allows it. */
export async function publishSheet(view: MemberView, packHash: string, at: Date): Promise<Published> {
  const seen = (await selectPacks(view)).find(({ hash }) => hash === packHash);
  // From here nobody unlocks it or answers for it before this is done.
  if (seen) await lockReview(view, seen.reviewId);
  const standing = await readSheetStanding(view, calendarDay(at));
  if (!standing) return { done: false, reason: 'nothing sealed' };
  if (standing.kept.hash !== packHash) return { done: false, reason: 'another pack' };
  if (!standing.publishing.may) return { done: false, reason: 'may not' };
  const isPublic = ({ packHash: hash, withdrawnAt }: KeptSheet) => hash === packHash && withdrawnAt === null;
  if ((await selectSheets(view)).some(isPublic)) return { done: false, reason: 'published already' };
  const part = publicPartOf(standing.file.pack);
  const subject = `pack ${packHash}`;
  const detail = { packHash, partHash: hashPack(part), title: part.review.title };
  await insertMemberAct(view, { act: publishingAct, subject, detail }, at);
  // Only now is there a line for the sheet to name; the chain is locked to the end of this transaction.
  const file = await readPackFile(view, packHash);
  const published = file?.history.findLast(({ act }) => act === publishingAct);
  if (!file || !published) throw new Error('the line that published a fact sheet is there');
  const { signatures, keySignatures } = file;
  const sheet = sheetFileOf({ pack: packHash, signatures, keySignatures, published, part });
  await view.row(
    sql.insertSheet,
    {
      partnershipId: view.member.partnership.id,
      sheetId: newUuid(at),
      packHash,
      partHash: sheet.partHash,
      content: sheetFileText(sheet),
      at,
      personId: view.member.personId,
    },
    z.object({ id: z.string() }),
  );
  return { done: true, packHash };
}

/** Takes a sheet from the public; false when somebody had already. */
export async function withdrawSheet(
  view: MemberView,
  sheetId: string,
  words: string,
  at: Date,
): Promise<boolean> {
  const { personId, partnership } = view.member;
  const taken = await view.optionalRow(
    sql.withdrawSheet,
    { partnershipId: partnership.id, sheetId, words, at, personId },
    z.object({ packHash: z.string() }),
  );
  if (!taken) return false;
  const { packHash } = taken;
  const act = { act: 'withdrew the fact sheet', subject: `pack ${packHash}`, detail: { packHash, words } };
  await insertMemberAct(view, act, at);
  return true;
}

/** Takes the sheet of a pack from the public, in the transaction of what it rested on and that has gone; false where none is public. */
export async function withdrawSheetOfPack(
  view: MemberView,
  packHash: string,
  words: string,
  at: Date,
): Promise<boolean> {
  const { personId, partnership } = view.member;
  const values = { partnershipId: partnership.id, packHash, words, at, personId };
  if (!(await view.optionalRow(sql.withdrawSheetOfPack, values, z.object({ packHash: z.string() }))))
    return false;
  const act = { act: 'withdrew the fact sheet', subject: `pack ${packHash}`, detail: { packHash, words } };
  await insertMemberAct(view, act, at);
  return true;
}

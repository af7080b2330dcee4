import { z } from 'zod';
import { Pack } from '../../vocabulary/pack.ts';
import type { PackAct, PackFile, PackKeySignature } from '../../vocabulary/packFile.ts';
import { type Party, selectParties } from '../partnership/partnership.store.ts';
import { readStatements } from '../store/statements.ts';
import type { MemberView } from '../store/view.ts';
import { isSignedByAll } from './reviewStanding.ts';
import { entryName, unlockReasons } from './reviewWords.ts';

const sql = readStatements(import.meta.url, [
  'selectPacks',
  'selectSignatures',
  'selectKeySignatures',
  'selectContent',
  'selectPackActs',
]);

const PackRow = z.object({
  hash: z.string(),
  reviewId: z.string(),
  seal: z.number(),
  signUntil: z.string(),
  sealedAt: z.date(),
  sealedBy: z.string(),
  sealedFor: z.string().nullable(),
  unlockedAt: z.date().nullable(),
  unlockedBy: z.string().nullable(),
  unlockReason: z.string().nullable(),
  unlockWords: z.string().nullable(),
});
const SignatureRow = z.object({
  hash: z.string(),
  districtId: z.string(),
  role: z.string(),
  signedAt: z.date(),
  name: z.string(),
});
const KeySignatureRow = z.object({
  districtId: z.string(),
  name: z.string(),
  role: z.string(),
  publicKey: z.string(),
  signedAt: z.string(),
  signature: z.string(),
});
const ActRow = z
  .object({
    partnershipId: z.string(),
    seq: z.number(),
    at: z.date(),
    personId: z.string().nullable(),
    personName: z.string().nullable(),
    act: z.string(),
    subject: z.string(),
    detail: z.record(z.string(), z.unknown()),
    previousHash: z.string(),
    hash: z.string(),
  })
  .transform((row): PackAct => ({ ...row, at: row.at.toISOString() }));

export type PackSignature = Omit<z.infer<typeof SignatureRow>, 'hash'>;

/** A sealed pack as a list shows it. */
export type KeptPack = z.infer<typeof PackRow> & {
  readonly isUnlocked: boolean;
  readonly signatures: readonly PackSignature[];
};

/** Every pack that was ever sealed in the partnership, oldest first. */
export async function selectPacks(view: MemberView): Promise<KeptPack[]> {
  const partnershipId = view.member.partnership.id;
  const rows = await view.rows(sql.selectPacks, { partnershipId }, PackRow);
  const signatures = Map.groupBy(
    await view.rows(sql.selectSignatures, { partnershipId }, SignatureRow),
    ({ hash }) => hash,
  );
  return rows.map((row) => ({
    ...row,
    isUnlocked: row.unlockedAt !== null,
    signatures: (signatures.get(row.hash) ?? []).map(({ districtId, role, signedAt, name }) => ({
      districtId,
      role,
      signedAt,
      name,
    })),
  }));
}

/** A pack with what it says, as it was sealed. */
export type SealedPackReading = { readonly kept: KeptPack; readonly pack: Pack };

export async function selectOptionalPack(
  view: MemberView,
  hash: string,
): Promise<SealedPackReading | undefined> {
  const kept = (await selectPacks(view)).find((one) => one.hash === hash);
  return kept && { kept, pack: await readContent(view, hash) };
}

async function readContent(view: MemberView, hash: string): Promise<Pack> {
  const partnershipId = view.member.partnership.id;
  const { content } = await view.row(
    sql.selectContent,
    { partnershipId, hash },
    z.object({ content: z.string() }),
  );
  return Pack.parse(JSON.parse(content));
}

/** The newest pack that every district has signed and nobody has unlocked: what may be published comes from it alone. */
export async function selectLastSealedPack(view: MemberView): Promise<SealedPackReading | undefined> {
  const parties = await selectParties(view);
  const kept = lastSigned(await selectPacks(view), parties);
  return kept && { kept, pack: await readContent(view, kept.hash) };
}

export function lastSigned(
  packs: readonly KeptPack[],
  parties: readonly Pick<Party, 'districtId'>[],
): KeptPack | undefined {
  return packs.findLast((one) => !one.isUnlocked && isSignedByAll(one, parties));
}

/** A pack as a file for anybody: what it says, who sealed and signed it, and the lines of the history about it. */
export async function readPackFile(view: MemberView, hash: string): Promise<PackFile | undefined> {
  const reading = await selectOptionalPack(view, hash);
  if (!reading) return undefined;
  const { kept, pack } = reading;
  const partnershipId = view.member.partnership.id;
  const parties = await selectParties(view);
  const cdsOf = (districtId: string | null) =>
    parties.find((party) => party.districtId === districtId)?.cds ?? null;
  const keys = await view.rows(sql.selectKeySignatures, { partnershipId, hash }, KeySignatureRow);
  const later = (await selectPacks(view)).find(
    (one) => one.reviewId === kept.reviewId && one.seal === kept.seal + 1,
  );
  const { unlockedAt, unlockedBy, unlockReason, unlockWords } = kept;
  return {
    format: 'tandem pack file 1',
    hash,
    pack,
    sealed: { at: kept.sealedAt.toISOString(), by: kept.sealedBy, cds: cdsOf(kept.sealedFor) },
    signUntil: kept.signUntil,
    signatures: kept.signatures.flatMap(({ districtId, name, role, signedAt }) => {
      const cds = cdsOf(districtId);
      return cds ? [{ cds, name, role, signedAt: signedAt.toISOString() }] : [];
    }),
    keySignatures: keys.flatMap(({ districtId, ...signature }): PackKeySignature[] => {
      const cds = cdsOf(districtId);
      return cds ? [{ cds, ...signature }] : [];
    }),
    unlocked: unlockedAt && {
      at: unlockedAt.toISOString(),
      by: unlockedBy ?? '',
      reason: `${entryName(unlockReasons, unlockReason ?? '')}: ${unlockWords ?? ''}`,
    },
    supersededBy: later?.hash ?? null,
    history: await view.rows(sql.selectPackActs, { partnershipId, subject: `pack ${hash}` }, ActRow),
  };
}

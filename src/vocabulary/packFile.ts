import { z } from 'zod';
import { Pack } from './pack.ts';
import { Cds, Hash, Instant } from './packParts.ts';

/**
 * One act about the pack as the hub's history holds it. Its `hash` is SHA-256 over the bytes of `previousHash` followed by
 * the canonical JSON of `{ act, at, detail, partnershipId, personId, seq, subject }`, so that anybody can work it out anew;
 * `subject` is `pack HASH`. That the hub's history holds this line at `seq` is for somebody with access to it to compare:
 * a file alone cannot prove that.
 */
export const PackAct = z.strictObject({
  partnershipId: z.uuid(),
  seq: z.int().positive(),
  at: Instant,
  personId: z.uuid().nullable(),
  personName: z.string().nullable(),
  act: z.string(),
  subject: z.string(),
  detail: z.record(z.string(), z.unknown()),
  previousHash: Hash,
  hash: Hash,
});
export type PackAct = z.infer<typeof PackAct>;

/** A sponsor signed on the hub, signed in there, for a district. The act in `history` with `detail.cds` is its trace. */
export const PackSigning = z.strictObject({
  cds: Cds,
  name: z.string(),
  role: z.string(),
  signedAt: Instant,
});
export type PackSigning = z.infer<typeof PackSigning>;

/**
 * Besides, and not in place of it: Ed25519 over the UTF-8 bytes of the canonical JSON of `{ format: 'tandem pack signature
 * 1', pack, cds, name, role, publicKey, signedAt }`, where `pack` is the hash that names the pack (`packSignatureText`). The
 * raw 32 bytes of the key and the 64 of the signature, in base64. This an outsider checks without trusting the hub.
 */
export const PackKeySignature = z.strictObject({
  cds: Cds,
  name: z.string().min(1),
  role: z.string().min(1),
  publicKey: z.string(),
  signedAt: Instant,
  signature: z.string(),
});
export type PackKeySignature = z.infer<typeof PackKeySignature>;

/**
 * A pack as it is downloaded: indented or canonical JSON of this (`hash` is over the canonical JSON of `pack` as it stands
 * in the file). What it proves: (1) the content is what `hash` names; (2) each key signature holds, and whose key it is for
 * whoever knows the key; (3) else that the hub says who signed, in lines whose own hashes hold. `supersededBy`: the pack was
 * unlocked and sealed anew; `unlocked`: it was unlocked, and why.
 */
export const PackFile = z.strictObject({
  format: z.literal('tandem pack file 1'),
  hash: Hash,
  pack: Pack,
  sealed: z.strictObject({ at: Instant, by: z.string(), cds: Cds.nullable() }),
  /** Until this day (in California) districts could sign it. */
  signUntil: z.iso.date(),
  signatures: z.array(PackSigning),
  keySignatures: z.array(PackKeySignature),
  unlocked: z.strictObject({ at: Instant, by: z.string(), reason: z.string() }).nullable(),
  supersededBy: Hash.nullable(),
  /** Sealing, signing, unlocking: oldest first. */
  history: z.array(PackAct),
});
export type PackFile = z.infer<typeof PackFile>;

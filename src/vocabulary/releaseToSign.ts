import { z } from 'zod';
import { ReleaseSignature } from './release.ts';

const Hash = z.string().regex(/^[0-9a-f]{64}$/);

/**
 * What somebody takes to the machine that holds their key: the name of a draft, and as much of it as the preview says at its
 * top. No cell of it, since nothing leaves a vault before two people have signed.
 */
export const ReleaseToSign = z.strictObject({
  format: z.literal('tandem release to sign 1'),
  release: Hash,
  district: z.strictObject({ cds: z.string().regex(/^\d{14}$/), name: z.string() }),
  partnership: z.string(),
  sequence: z.int().positive(),
  madeAt: z.iso.datetime(),
  shown: z.int().nonnegative(),
  coded: z.int().nonnegative(),
  suppressed: z.int().nonnegative(),
});

/** What they bring back: their signature of that name. */
export const DetachedSignature = z.strictObject({
  format: z.literal('tandem release signature 1'),
  release: Hash,
  signature: ReleaseSignature,
});

export type ReleaseToSign = z.infer<typeof ReleaseToSign>;
export type DetachedSignature = z.infer<typeof DetachedSignature>;

import { z } from 'zod';

/** The public half of a person's key for signing releases: what the vault registers and the hub is handed. */
export const SigningKey = z.strictObject({
  format: z.literal('tandem signing key 1'),
  name: z.string().trim().min(1).max(200),
  role: z.string().trim().min(1).max(200),
  /** The 32 bytes of an Ed25519 key in base64. */
  publicKey: z.string().regex(/^[A-Za-z0-9+/]{43}=$/),
  madeAt: z.iso.datetime(),
});

export type SigningKey = z.infer<typeof SigningKey>;

import { z } from 'zod';

const said = {
  name: z.string().trim().min(1).max(200),
  role: z.string().trim().min(1).max(200),
  /** The 32 bytes of an Ed25519 key in base64. */
  publicKey: z.string().regex(/^[A-Za-z0-9+/]{43}=$/),
  madeAt: z.iso.datetime(),
};

/** The mail address of somebody who signs. */
export const SigningMail = z.email().max(200);

/**
 * The public half of a person's key for signing releases: what the vault registers and the hub is handed. `proof` is the
 * key's own signature over all the rest (`signingKeyText`): whoever holds the private half wrote this name and address.
 * Files of format 1 have neither; their signatures can be checked, they cannot be registered.
 */
export const SigningKey = z.discriminatedUnion('format', [
  z.strictObject({ format: z.literal('tandem signing key 1'), ...said }),
  z.strictObject({
    format: z.literal('tandem signing key 2'),
    ...said,
    mail: SigningMail,
    proof: z.string().max(100),
  }),
]);

/** What the holder of a key answers to a challenge: that they hold it now. */
export const KeyProof = z.strictObject({
  format: z.literal('tandem key proof 1'),
  key: SigningKey.options[1],
  challenge: z.string().min(1).max(200),
  signature: z.string().max(100),
});

export type SigningKey = z.infer<typeof SigningKey>;
export type ProvenKey = Extract<SigningKey, { readonly format: 'tandem signing key 2' }>;
export type KeyProof = z.infer<typeof KeyProof>;

import { type KeyObject, sign, verify } from 'node:crypto';
import { canonicalJson } from '../vocabulary/canonicalJson.ts';
import { KeyProof, type ProvenKey } from '../vocabulary/signingKey.ts';
import { parsePublicKey } from './checkSignatures.ts';
import { publicKeyText } from './signRelease.ts';

/** The public half of a key as its owner writes it, signed by the key itself (Ed25519). */
export function makeProvenKey(
  person: Pick<ProvenKey, 'name' | 'role' | 'mail'>,
  privateKey: KeyObject,
  at: Date,
): ProvenKey {
  const said = {
    format: 'tandem signing key 2' as const,
    ...person,
    publicKey: publicKeyText(privateKey),
    madeAt: at.toISOString(),
  };
  return { ...said, proof: signed(signingKeyText(said), privateKey) };
}

/** Whether whoever holds the private half wrote this name, role and address. */
export function isProvenKey(key: ProvenKey): boolean {
  return holds(key.publicKey, signingKeyText(key), key.proof);
}

/** Answers a challenge with a key: that its owner holds it now. */
export function proveKey(key: ProvenKey, challenge: string, privateKey: KeyObject): KeyProof {
  const signature = signed(challengeText(key.publicKey, challenge), privateKey);
  return { format: 'tandem key proof 1', key, challenge, signature };
}

export type CheckedProof =
  | { readonly ok: true; readonly key: ProvenKey }
  | { readonly ok: false; readonly reason: string };

/** The key of an answer to this very challenge; refuses with a sentence what is none. */
export function checkKeyProof(text: string, challenge: string): CheckedProof {
  const proof = parseProof(text);
  if (!proof)
    return { ok: false, reason: 'Paste the whole line that tandem vault key prove wrote, from { to }.' };
  if (proof.challenge !== challenge)
    return {
      ok: false,
      reason:
        'It answers another challenge than the one that stands here, which changes with each sign-in: answer this one.',
    };
  const { key, signature } = proof;
  if (!isProvenKey(key))
    return { ok: false, reason: `The public key of ${key.name} was changed after its owner made it.` };
  if (!holds(key.publicKey, challengeText(key.publicKey, challenge), signature))
    return { ok: false, reason: `Whoever answered does not hold the key of ${key.name}.` };
  return { ok: true, key };
}

function parseProof(text: string): KeyProof | undefined {
  try {
    const said = KeyProof.safeParse(JSON.parse(text));
    return said.success && parsePublicKey(said.data.key.publicKey) ? said.data : undefined;
  } catch {
    return undefined;
  }
}

function signingKeyText({ format, name, role, mail, publicKey, madeAt }: Omit<ProvenKey, 'proof'>): string {
  return canonicalJson({ format, name, role, mail, publicKey, madeAt });
}

function challengeText(publicKey: string, challenge: string): string {
  return canonicalJson({ format: 'tandem key proof 1', publicKey, challenge });
}

function signed(text: string, privateKey: KeyObject): string {
  return sign(null, Buffer.from(text, 'utf8'), privateKey).toString('base64');
}

function holds(publicKey: string, text: string, signature: string): boolean {
  const key = parsePublicKey(publicKey);
  return key !== undefined && verify(null, Buffer.from(text, 'utf8'), key, Buffer.from(signature, 'base64'));
}

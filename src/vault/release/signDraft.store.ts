import type { KeyObject } from 'node:crypto';
import { signatureTrouble } from '../../release/checkSignatures.ts';
import { plainName } from '../../release/plainName.ts';
import { publicKeyText, signRelease } from '../../release/signRelease.ts';
import { Refusal } from '../../vocabulary/refusal.ts';
import type { ReleaseSignature } from '../../vocabulary/release.ts';
import type { DetachedSignature } from '../../vocabulary/releaseToSign.ts';
import type { Vault, VaultConnection } from '../store/vault.ts';
import { insertSignature, type KeptDraft, selectOptionalDraft } from './releases.store.ts';
import { type RegisteredSigner, selectSigners } from './signers.store.ts';
import { calendarDay } from '../../vocabulary/calendarDay.ts';

/** As much of a hash as must be said to sign a draft. */
export const fewestHashLetters = 8;

/** The draft that stands. Refuses where there is none. */
export async function requireDraft(vault: Pick<Vault, 'rows'>): Promise<KeptDraft> {
  const draft = await selectOptionalDraft(vault);
  if (draft) return draft;
  throw new Refusal('No draft stands. Prepare one: tandem vault release DIR prepare --grant FILE');
}

type Signed = { readonly signer: RegisteredSigner; readonly draft: KeptDraft };

/**
 * Signs the draft that begins with this hash, as the person whose registered key it is. Refuses another draft than the one
 * that was read, a key that is not registered or has ended, and a second signature of one person.
 */
export function signDraft(
  vault: Pick<Vault, 'transaction'>,
  { hash, privateKey, at }: { readonly hash: string; readonly privateKey: KeyObject; readonly at: Date },
): Promise<Signed> {
  return vault.transaction(async (connection) => {
    const draft = await requireDraftOf(connection, hash);
    const signer = await whoMaySign(connection, draft, publicKeyText(privateKey));
    return keepSignature(
      connection,
      draft,
      signer,
      signRelease(draft.release, { ...signer, privateKey }, at),
    );
  });
}

/**
 * Takes a signature of the draft that was made on another machine (`tandem sign`). Refuses what `signDraft` refuses, one of
 * another release, and one that does not hold under the very name and role that the key is registered of.
 */
export function addSignature(
  vault: Pick<Vault, 'transaction'>,
  { hash, detached }: { readonly hash: string; readonly detached: DetachedSignature },
): Promise<Signed> {
  return vault.transaction(async (connection) => {
    const draft = await requireDraftOf(connection, hash);
    const { release, signature } = detached;
    if (release !== draft.hash) {
      throw new Refusal(
        `It is a signature of ${release.slice(0, 12)}…, and the draft that stands is ${draft.hash.slice(0, 12)}…. Nothing was signed.`,
      );
    }
    const signer = await whoMaySign(connection, draft, signature.publicKey);
    if (signature.name !== signer.name || signature.role !== signer.role) {
      throw new Refusal(
        `It is signed as ${signature.name} (${signature.role}), with the key that is registered of ${signer.name} (${signer.role}). Nothing was signed.`,
      );
    }
    const trouble = signatureTrouble(draft.hash, signature);
    if (trouble) throw new Refusal(`${trouble} Nothing was signed.`);
    return keepSignature(connection, draft, signer, signature);
  });
}

async function requireDraftOf(connection: VaultConnection, hash: string): Promise<KeptDraft> {
  const draft = await requireDraft(connection);
  if (hash.length >= fewestHashLetters && draft.hash.startsWith(hash)) return draft;
  throw new Refusal(
    `The draft that stands is ${draft.hash.slice(0, 12)}…, not ${hash.slice(0, 12)}. Read its preview again before you sign. Nothing was signed.`,
  );
}

async function whoMaySign(
  connection: VaultConnection,
  draft: KeptDraft,
  publicKey: string,
): Promise<RegisteredSigner> {
  const signer = signerOf(await selectSigners(connection), publicKey);
  const isSame = (one: { readonly name: string; readonly publicKey: string }): boolean =>
    one.publicKey === publicKey || plainName(one.name) === plainName(signer.name);
  if (draft.signatures.some(isSame)) {
    throw new Refusal(
      `${signer.name} has signed this draft already. It needs a second person, not a second signature.`,
    );
  }
  return signer;
}

async function keepSignature(
  connection: VaultConnection,
  draft: KeptDraft,
  signer: RegisteredSigner,
  signature: ReleaseSignature,
): Promise<Signed> {
  await insertSignature(connection, draft.hash, signature);
  return { signer, draft: { ...draft, signatures: [...draft.signatures, signature] } };
}

function signerOf(signers: readonly RegisteredSigner[], publicKey: string): RegisteredSigner {
  const signer = signers.find((one) => one.publicKey === publicKey);
  if (!signer) {
    throw new Refusal(
      'This key is not registered in the vault: only registered people sign. Register it first: tandem vault key register DIR FILE.pub',
    );
  }
  if (signer.endedAt) {
    throw new Refusal(
      `This key of ${signer.name} ended on ${calendarDay(signer.endedAt)} and signs no more.`,
    );
  }
  return signer;
}

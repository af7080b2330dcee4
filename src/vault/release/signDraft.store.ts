import type { KeyObject } from 'node:crypto';
import { plainName } from '../../release/checkSignatures.ts';
import { publicKeyText, signRelease } from '../../release/signRelease.ts';
import { Refusal } from '../../vocabulary/refusal.ts';
import type { Vault } from '../store/vault.ts';
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

/**
 * Signs the draft that begins with this hash, as the person whose registered key it is. Refuses another draft than the one
 * that was read, a key that is not registered or has ended, and a second signature of one person.
 */
export function signDraft(
  vault: Pick<Vault, 'transaction'>,
  { hash, privateKey, at }: { readonly hash: string; readonly privateKey: KeyObject; readonly at: Date },
): Promise<{ readonly signer: RegisteredSigner; readonly draft: KeptDraft }> {
  return vault.transaction(async (connection) => {
    const draft = await requireDraft(connection);
    if (hash.length < fewestHashLetters || !draft.hash.startsWith(hash)) {
      throw new Refusal(
        `The draft that stands is ${draft.hash.slice(0, 12)}…, not ${hash.slice(0, 12)}. Read its preview again before you sign. Nothing was signed.`,
      );
    }
    const signer = signerOf(await selectSigners(connection), publicKeyText(privateKey));
    const before = draft.signatures.find((one) => plainName(one.name) === plainName(signer.name));
    if (before) {
      throw new Refusal(
        `${signer.name} has signed this draft already. It needs a second person, not a second signature.`,
      );
    }
    const signature = signRelease(draft.release, { ...signer, privateKey }, at);
    await insertSignature(connection, draft.hash, signature);
    return { signer, draft: { ...draft, signatures: [...draft.signatures, signature] } };
  });
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

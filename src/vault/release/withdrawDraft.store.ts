import { Refusal } from '../../vocabulary/refusal.ts';
import type { Vault } from '../store/vault.ts';
import { emptyDraft, type KeptDraft } from './releases.store.ts';
import { requireDraft } from './signDraft.store.ts';

/** Takes the draft back, signed or not: its name and the reason stay in the account, its figures do not. */
export async function withdrawDraft(
  vault: Pick<Vault, 'transaction'>,
  why: string,
  at: Date,
): Promise<KeptDraft> {
  if (why.trim() === '')
    throw new Refusal('Say why the draft is taken back: the reason stays in the account.');
  return vault.transaction(async (connection) => {
    const draft = await requireDraft(connection);
    const signed = draft.signatures.map(({ name }) => name).join(' and ');
    const reason = signed === '' ? why.trim() : `${why.trim()} (it was signed by ${signed})`;
    await emptyDraft(connection, draft.hash, reason, at);
    return draft;
  });
}

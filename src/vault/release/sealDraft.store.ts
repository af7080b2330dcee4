import { checkCells } from '../../release/checkCells.ts';
import { checkChain } from '../../release/checkChain.ts';
import { checkSigners } from '../../release/checkSigners.ts';
import { checkUnderGrant } from '../../release/checkUnderGrant.ts';
import { checkValues } from '../../release/checkValues.ts';
import { Refusal } from '../../vocabulary/refusal.ts';
import type { SignedRelease } from '../../vocabulary/release.ts';
import type { Vault } from '../store/vault.ts';
import { isRefusedOutside, outsideSentence } from './outsideAttack.ts';
import { insertReleased, type KeptRelease, selectReleased } from './releases.store.ts';
import { requireDraft } from './signDraft.store.ts';
import { selectSigners } from './signers.store.ts';
import { calendarDay } from '../../vocabulary/calendarDay.ts';

export type SealedRelease = KeptRelease & { readonly signed: SignedRelease };

/**
 * Lets the draft leave: two registered people have signed it, its grant is in force, its chain is unbroken and its own
 * certificate counts rightly. From then on it is in the account for good, and the record of disclosures (34 CFR 99.32) says
 * what went to whom; both are written before the file is, so that nothing leaves without them. Refuses with the reason.
 */
export async function sealDraft(vault: Vault, at: Date): Promise<SealedRelease> {
  const earlier = (await selectReleased(vault)).map(({ release }) => release);
  return vault.transaction(async (connection) => {
    const draft = await requireDraft(connection);
    const { hash, release, grant, signatures } = draft;
    const signed: SignedRelease = { release, signatures: [...signatures] };
    const signers = await selectSigners(connection);
    const live = signers.filter(({ endedAt }) => endedAt === null);
    const [unsigned] = checkSigners(signed, live);
    if (unsigned) throw new Refusal(`${unsigned} Nothing left the vault.`);
    const [trouble] = [
      ...checkUnderGrant(release, grant, calendarDay(at)),
      ...checkChain(release, earlier),
      ...checkCells(release),
      ...checkValues(release),
    ];
    if (trouble) throw new Refusal(`${trouble.sentence} Nothing left the vault.`);
    const { shown, coded, suppressed, narrowest } = release.certificate;
    if (narrowest !== null && narrowest < 1) {
      throw new Refusal(
        'A hidden count is closer to being found than the policy allows. Nothing left the vault.',
      );
    }
    if (isRefusedOutside(draft.preview.outside)) {
      throw new Refusal(`${outsideSentence(draft.preview.outside)} Nothing left the vault.`);
    }
    await insertReleased(connection, hash, {
      disclosedAt: at,
      hash,
      parties: grant.to,
      interest: `${grant.partnership}, agreement ${grant.agreement.id} version ${grant.agreement.version}, grant ${grant.id}: comparing measures between the districts`,
      basis: `34 CFR 99.31 (b)(1): ${shown + coded + suppressed} cells of groups, ${suppressed} of them withheld, no record of a student; proved by the certificate of release ${release.sequence}`,
      signedBy: signatures.map(({ name, role }) => `${name} (${role})`).join(', '),
    });
    return { hash, release, grant, signatures, signed };
  });
}

/** A release that left, to write its file again: the same bytes. Refuses a number that there is not. */
export async function selectSealed(vault: Pick<Vault, 'rows'>, sequence: number): Promise<SealedRelease> {
  const found = (await selectReleased(vault)).find(({ release }) => release.sequence === sequence);
  if (!found) throw new Refusal(`There is no release ${sequence} in this vault.`);
  return { ...found, signed: { release: found.release, signatures: [...found.signatures] } };
}

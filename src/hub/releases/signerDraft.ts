import { createHash } from 'node:crypto';
import { plainName, mixesAlphabets } from '../../release/plainName.ts';
import { checkKeyProof } from '../../release/provenKey.ts';
import type { Parsed } from '../benchmarks/benchmarkDraft.ts';

export type SignerDraft = {
  readonly name: string;
  readonly role: string;
  readonly mail: string;
  readonly publicKey: string;
};

/** The account that registers: a key is registered by the person whose it is, and by nobody for them. */
export type Registering = {
  readonly personId: string;
  readonly name: string;
  readonly mail: string;
  readonly partnershipId: string;
  /** Of the session: the challenge that was made from it holds for nobody else and no longer than it. */
  readonly csrfToken: string;
};

type KnownKey = {
  readonly name: string;
  readonly role: string;
  readonly mail: string | null;
  readonly publicKey: string;
  readonly holderId: string | null;
  readonly removedAt: Date | null;
};

/** What the door shows for a key to answer: good for this account, this partnership and this sign-in. */
export function signingChallenge({ personId, partnershipId, csrfToken }: Registering): string {
  const said = `tandem signing challenge\n${partnershipId}\n${personId}\n${csrfToken}`;
  return createHash('sha256').update(said).digest('hex').slice(0, 32);
}

/**
 * Reads what `tandem vault key prove` wrote: the member's own key, which answers this very challenge. Refuses by name another
 * person's key, a person who has one, and a key that is or was anybody else's.
 */
export function parseSignerDraft(
  form: Readonly<Record<string, string>>,
  registering: Registering,
  signers: readonly KnownKey[],
): Parsed<SignerDraft> {
  const refused = (reason: string): Parsed<SignerDraft> => ({
    ok: false,
    errors: new Map([['key', reason]]),
  });
  const text = form.key?.trim() ?? '';
  if (text === '') return refused('Paste the line that tandem vault key prove wrote.');
  const checked = checkKeyProof(text, signingChallenge(registering));
  if (!checked.ok) return refused(checked.reason);
  const { name, role, mail, publicKey } = checked.key;
  if (plainName(name) !== plainName(registering.name) || mixesAlphabets(name))
    return refused(
      `This is a key of ${name}, and you are signed in as ${registering.name}: each registers their own.`,
    );
  if (mail.toLowerCase() !== registering.mail.toLowerCase())
    return refused(
      `The key was made for the address ${mail}, and you sign in by ${registering.mail}: make one for that address.`,
    );
  const live = signers.filter(({ removedAt }) => removedAt === null);
  const same = signers.find((one) => one.publicKey === publicKey);
  if (same?.removedAt === null) return refused('This key is registered already.');
  if (same && same.holderId !== registering.personId)
    return refused(`This key was ${same.name}’s: a key belongs to one person. Make one of your own.`);
  const own = live.find((one) => one.holderId === registering.personId);
  if (own)
    return refused('You have a key here already. One person signs with one key: take the other off first.');
  const double = live.find(
    (one) => plainName(one.name) === plainName(name) || one.mail === mail.toLowerCase(),
  );
  if (double)
    return refused(
      `${double.name} (${double.role}) signs here already under that name or address: one person signs with one key. Have the other taken off first.`,
    );
  return { ok: true, value: { name, role, mail: mail.toLowerCase(), publicKey } };
}

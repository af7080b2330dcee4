import { mixesAlphabets, plainName } from '../../release/plainName.ts';
import { isProvenKey } from '../../release/provenKey.ts';
import { Refusal } from '../../vocabulary/refusal.ts';
import type { SigningKey } from '../../vocabulary/signingKey.ts';
import { readVaultStatements } from '../store/readVaultStatements.ts';
import type { Vault, VaultConnection } from '../store/vault.ts';

const statements = readVaultStatements(import.meta.url, ['selectSigners', 'insertSigner', 'endSigner']);

/** A person whose key may sign releases, or might until it ended; `mail` and `registeredBy` are null of old rows. */
export type RegisteredSigner = {
  readonly name: string;
  readonly role: string;
  readonly mail: string | null;
  readonly publicKey: string;
  readonly registeredAt: Date;
  /** The account of the machine under which it was registered. */
  readonly registeredBy: string | null;
  readonly endedAt: Date | null;
};

/** Everyone whose key was ever registered, in that order. */
export function selectSigners(vault: Pick<VaultConnection, 'rows'>): Promise<RegisteredSigner[]> {
  return vault.rows<RegisteredSigner>(statements.selectSigners);
}

/**
 * Lets a key sign. Refuses by name: a key that its owner did not write themselves, one that anybody has or had, a person who
 * has one already (by name however spelled, or by mail address), and a name that mixes alphabets. `by` is the account of the
 * machine: who it is that registers cannot be known here, so it is written down and told to those who sign.
 */
export async function registerSigner(
  vault: Pick<Vault, 'transaction'>,
  key: SigningKey,
  { at, by }: { readonly at: Date; readonly by: string },
): Promise<void> {
  const { name, role, publicKey } = key;
  if (key.format === 'tandem signing key 1') {
    throw new Refusal(
      `This key of ${name} was made by an older Tandem, without a mail address and without proof that its owner wrote it. ${name} makes a new one: tandem vault key new`,
    );
  }
  if (!isProvenKey(key)) {
    throw new Refusal(
      `This is not as ${name} wrote it: name, role, mail address or key were changed, or whoever wrote it does not hold the key. Nothing was registered.`,
    );
  }
  if (mixesAlphabets(name) || plainName(name) === '') {
    throw new Refusal(
      `The name “${name}” has no letters, or mixes those of alphabets that look alike. Nothing was registered.`,
    );
  }
  const mail = key.mail.toLowerCase();
  return vault.transaction(async (connection) => {
    const all = await selectSigners(connection);
    const holder = all.find((one) => one.publicKey === publicKey);
    if (holder)
      throw new Refusal(
        `This key is registered already: it ${holder.endedAt ? 'was' : 'is'} the key of ${holder.name}.`,
      );
    const live = all.filter(({ endedAt }) => endedAt === null);
    const same = live.find((one) => plainName(one.name) === plainName(name));
    if (same) {
      throw new Refusal(
        `${same.name} has a key already. One person signs with one key: end the other first (tandem vault key end).`,
      );
    }
    const reached = live.find((one) => one.mail === mail);
    if (reached) {
      throw new Refusal(
        `${mail} is the address of ${reached.name}, who has a key already: ${name} would be the same person twice.`,
      );
    }
    await connection.run(statements.insertSigner, { name, role, mail, publicKey, at, by });
  });
}

/** Ends the key of a person: what it signed stays signed, it signs no more. Answers whose it was. */
export function endSigner(
  vault: Pick<Vault, 'transaction'>,
  name: string,
  at: Date,
): Promise<RegisteredSigner> {
  return vault.transaction(async (connection) => {
    const all = await selectSigners(connection);
    const signer = all.find((one) => one.endedAt === null && plainName(one.name) === plainName(name));
    if (!signer) throw new Refusal(`Nobody called ${name} may sign. tandem vault key list says who may.`);
    await connection.run(statements.endSigner, { publicKey: signer.publicKey, at });
    return signer;
  });
}

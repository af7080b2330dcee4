import { plainName } from '../../release/checkSignatures.ts';
import { Refusal } from '../../vocabulary/refusal.ts';
import type { SigningKey } from '../../vocabulary/signingKey.ts';
import { readVaultStatements } from '../store/readVaultStatements.ts';
import type { Vault, VaultConnection } from '../store/vault.ts';

const statements = readVaultStatements(import.meta.url, ['selectSigners', 'insertSigner', 'endSigner']);

/** A person whose key may sign releases, or might until it ended. */
export type RegisteredSigner = {
  readonly name: string;
  readonly role: string;
  readonly publicKey: string;
  readonly registeredAt: Date;
  readonly endedAt: Date | null;
};

/** Everyone whose key was ever registered, in that order. */
export function selectSigners(vault: Pick<VaultConnection, 'rows'>): Promise<RegisteredSigner[]> {
  return vault.rows<RegisteredSigner>(statements.selectSigners);
}

/** Lets a key sign. Refuses a person who has one already, and a key that anybody has or had. */
export function registerSigner(vault: Pick<Vault, 'transaction'>, key: SigningKey, at: Date): Promise<void> {
  const { name, role, publicKey } = key;
  return vault.transaction(async (connection) => {
    const all = await selectSigners(connection);
    const holder = all.find((one) => one.publicKey === publicKey);
    if (holder)
      throw new Refusal(
        `This key is registered already: it ${holder.endedAt ? 'was' : 'is'} the key of ${holder.name}.`,
      );
    const same = all.find((one) => one.endedAt === null && plainName(one.name) === plainName(name));
    if (same) {
      throw new Refusal(
        `${same.name} has a key already. One person signs with one key: end the other first (tandem vault key end).`,
      );
    }
    await connection.run(statements.insertSigner, { name, role, publicKey, at });
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

import { readFileSync } from 'node:fs';
import { cdsLevel, parseCds } from '../../vocabulary/cds.ts';
import { Refusal } from '../../vocabulary/refusal.ts';
import type { VaultFolder } from './vaultFolder.ts';

/** How a vault is sealed: by words somebody knows, or to the public half of a key that lies in a file. */
export type VaultLock =
  | { readonly kind: 'passphrase' }
  | { readonly kind: 'key-file'; readonly recipient: string };

/** What `vault.json` says: nothing secret. */
export type VaultDescription = {
  readonly format: 'tandem-vault';
  readonly version: 1;
  readonly district: { readonly cds: string; readonly name: string };
  readonly lock: VaultLock;
  readonly madeAt: string;
};

/** Refuses a folder that holds no vault, or one of a newer Tandem. */
export function readDescription({ folder, description }: VaultFolder): VaultDescription {
  let text: string;
  try {
    text = readFileSync(description, 'utf8');
  } catch (cause) {
    throw new Refusal(
      `There is no vault in ${folder}. Make one: tandem vault init ${folder} --district CDS`,
      { cause },
    );
  }
  const said = parseJson(text) as Partial<VaultDescription> | undefined;
  if (said?.format !== 'tandem-vault') {
    throw new Refusal(
      `${description} does not describe a vault. Put the file back from a copy of the folder.`,
    );
  }
  if (said.version !== 1) {
    throw new Refusal(`The vault in ${folder} was made by a newer Tandem. Use that version.`);
  }
  const cds = parseCds(said.district?.cds ?? '');
  const lockIsKnown =
    said.lock?.kind === 'passphrase' ||
    (said.lock?.kind === 'key-file' && typeof said.lock.recipient === 'string');
  if (!cds || cdsLevel(cds) !== 'district' || !lockIsKnown) {
    throw new Refusal(`${description} is damaged. Put the file back from a copy of the folder.`);
  }
  return said as VaultDescription;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

import { WrongUse } from './readOptions.ts';
import type { VaultKeyFlags } from './vaultKeyOptions.ts';

/** The flags of `tandem vault release`, each of which only some of its steps take. */
export type ReleaseFlags = VaultKeyFlags & {
  readonly grant?: string;
  readonly measure?: readonly string[];
  readonly year?: string;
  readonly detail?: string;
  readonly supersedes?: string;
  readonly seconds?: string;
  readonly csv?: string;
  readonly every?: boolean;
  readonly hash?: string;
  readonly 'signing-key'?: string;
  readonly 'signing-passphrase-file'?: string;
  readonly signature?: string;
  readonly out?: string;
  readonly number?: string;
  readonly why?: string;
  readonly json?: boolean;
};

/** A whole number of a flag; undefined when it was not given. */
export function wholeFlag(
  text: string | undefined,
  flag: string,
  least: number,
  most: number,
): number | undefined {
  if (text === undefined) return undefined;
  const number = /^\d{1,6}$/.test(text) ? Number(text) : Number.NaN;
  if (number >= least && number <= most) return number;
  throw new WrongUse(`${flag} takes a whole number from ${least} to ${most}, not "${text}".`);
}

import { Refusal } from '../vocabulary/refusal.ts';
import { askSecret, hasTerminal } from './askSecret.ts';
import type { CommandStreams } from './command.ts';
import { WrongUse } from './readOptions.ts';
import { readSecret } from './readSecret.ts';

/** The passphrase of a person's signing key: the first line of the file that a flag names, else typed in a terminal. */
export async function readSigningPassphrase(
  file: string | undefined,
  flag: string,
  question: string,
  io: CommandStreams,
): Promise<string> {
  if (file !== undefined) {
    const [passphrase = ''] = readSecret(file, io).split(/\r?\n/);
    if (passphrase === '') throw new Refusal(`The first line of ${file} is empty.`);
    return passphrase;
  }
  if (!hasTerminal(io)) {
    throw new WrongUse(
      `Give ${flag} FILE: there is no terminal to ask for the passphrase of the signing key.`,
    );
  }
  return askSecret(io, question);
}

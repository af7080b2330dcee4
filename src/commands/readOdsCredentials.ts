import type { Credentials } from '../ods/odsSession.ts';
import { Refusal } from '../vocabulary/refusal.ts';
import { askSecret, hasTerminal } from './askSecret.ts';
import type { CommandStreams } from './command.ts';
import { readSecret } from './readSecret.ts';

/**
 * Key and secret of an ODS: the first and second line of a file, or typed at a terminal, unseen. Refuses when there are
 * none to be had. What they are is never repeated.
 */
export async function readOdsCredentials(file: string | undefined, io: CommandStreams): Promise<Credentials> {
  if (file === undefined && !hasTerminal(io))
    throw new Refusal('Give a file with key and secret of the ODS, a line each: --credentials FILE.');
  const [key = '', secret = '', ...more] =
    file === undefined
      ? [await askSecret(io, 'Key of the ODS: '), await askSecret(io, 'Secret of the ODS: ')]
      : linesOf(file, io);
  if (key.trim() === '' || secret.trim() === '' || more.some((line) => line.trim() !== ''))
    throw new Refusal(
      file === undefined
        ? 'Key or secret is empty. Nothing was asked.'
        : `${file} must hold two lines: the key of the ODS, then its secret.`,
    );
  return { key: key.trim(), secret: secret.trim() };
}

function linesOf(file: string, io: CommandStreams): readonly string[] {
  return readSecret(file, io).split(/\r?\n/);
}

import { openSigningKey } from '../vault/release/signingKey.ts';
import { requireDraft, signDraft } from '../vault/release/signDraft.store.ts';
import { Refusal } from '../vocabulary/refusal.ts';
import { hasTerminal } from './askSecret.ts';
import type { CommandStreams } from './command.ts';
import { WrongUse } from './readOptions.ts';
import { readSigningPassphrase } from './readSigningPassphrase.ts';
import { readSecret } from './readSecret.ts';
import type { ReleaseFlags } from './vaultReleaseFlags.ts';
import { draftText } from './vaultReleaseText.ts';
import { withVault } from './withVault.ts';
import { calendarDay } from '../vocabulary/calendarDay.ts';

/** `tandem vault release DIR sign`: one of the two people signs the hash that they read. */
export async function signWithKey(folder: string, flags: ReleaseFlags, io: CommandStreams): Promise<number> {
  const { hash, 'signing-key': keyFile, 'signing-passphrase-file': passphraseFile } = flags;
  if (keyFile === undefined)
    throw new WrongUse('Give --signing-key FILE: your own, from tandem vault key new.');
  if (hash === undefined) {
    throw new WrongUse('Give --hash: at least the first 8 letters of the hash that you read in the preview.');
  }
  if (passphraseFile === undefined && !hasTerminal(io)) {
    throw new WrongUse(
      'Give --signing-passphrase-file FILE: there is no terminal to ask for your passphrase.',
    );
  }
  const text = readSecret(keyFile, io);
  const signed = await withVault(folder, flags, io, async (vault) => {
    const draft = await requireDraft(vault);
    const today = calendarDay(new Date());
    if (!flags.json && passphraseFile === undefined) io.stderr.write(`${draftText(draft, today)}\n`);
    const passphrase = await readSigningPassphrase(
      passphraseFile,
      '--signing-passphrase-file',
      'Passphrase of your signing key: ',
      io,
    );
    if (passphrase === '') throw new Refusal('No passphrase was given. Nothing was signed.');
    const privateKey = await openSigningKey(text, passphrase, keyFile);
    return signDraft(vault, { hash: hash.toLowerCase(), privateKey, at: new Date() });
  });
  const { signer, draft } = signed;
  const names = draft.signatures.map(({ name }) => name);
  if (flags.json) {
    io.stdout.write(`${JSON.stringify({ hash: draft.hash, signed: signer.name, signatures: names })}\n`);
    return 0;
  }
  io.stdout.write(`${signer.name} (${signer.role}) has signed ${draft.hash}.\n`);
  io.stdout.write(
    names.length < 2
      ? 'It needs a second person with a key of their own.\n'
      : `Two people have signed. Write the file: tandem vault release ${folder} seal\n`,
  );
  return 0;
}

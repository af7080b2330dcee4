import { openSigningKey } from '../vault/release/signingKey.ts';
import { addSignature, requireDraft, signDraft } from '../vault/release/signDraft.store.ts';
import { selectSigners } from '../vault/release/signers.store.ts';
import { Refusal } from '../vocabulary/refusal.ts';
import { DetachedSignature } from '../vocabulary/releaseToSign.ts';
import { hasTerminal } from './askSecret.ts';
import type { CommandStreams } from './command.ts';
import { readJsonFile } from './readJsonFile.ts';
import { WrongUse } from './readOptions.ts';
import { readSigningPassphrase } from './readSigningPassphrase.ts';
import { readSecret } from './readSecret.ts';
import type { ReleaseFlags } from './vaultReleaseFlags.ts';
import { draftText } from './vaultReleaseText.ts';
import { withVault } from './withVault.ts';
import { calendarDay } from '../vocabulary/calendarDay.ts';

/** `tandem vault release DIR sign`: one of the two people signs the hash that they read. */
export async function signWithKey(folder: string, flags: ReleaseFlags, io: CommandStreams): Promise<number> {
  const { hash, signature, 'signing-key': keyFile, 'signing-passphrase-file': passphraseFile } = flags;
  if ((keyFile === undefined) === (signature === undefined))
    throw new WrongUse(
      'Give --signing-key FILE, your own from tandem vault key new, or --signature FILE, which tandem sign wrote elsewhere.',
    );
  if (hash === undefined) {
    throw new WrongUse('Give --hash: at least the first 8 letters of the hash that you read in the preview.');
  }
  if (signature !== undefined && passphraseFile !== undefined)
    throw new WrongUse('--signing-passphrase-file goes with --signing-key: a signature has no passphrase.');
  const said = hash.toLowerCase();
  const signed =
    signature === undefined
      ? await signHere(folder, { hash: said, keyFile: keyFile ?? '', passphraseFile }, flags, io)
      : await withVault(folder, flags, io, (vault) =>
          addSignature(vault, { hash: said, detached: readDetached(signature) }),
        );
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

async function signHere(
  folder: string,
  asked: {
    readonly hash: string;
    readonly keyFile: string;
    readonly passphraseFile: string | undefined;
  },
  flags: ReleaseFlags,
  io: CommandStreams,
): Promise<Awaited<ReturnType<typeof signDraft>>> {
  const { hash, keyFile, passphraseFile } = asked;
  if (passphraseFile === undefined && !hasTerminal(io)) {
    throw new WrongUse(
      'Give --signing-passphrase-file FILE: there is no terminal to ask for your passphrase.',
    );
  }
  const text = readSecret(keyFile, io);
  return withVault(folder, flags, io, async (vault) => {
    const draft = await requireDraft(vault);
    const today = calendarDay(new Date());
    if (!flags.json && passphraseFile === undefined)
      io.stderr.write(`${draftText(draft, { today, signers: await selectSigners(vault) })}\n`);
    const flag = '--signing-passphrase-file';
    const passphrase = await readSigningPassphrase(
      passphraseFile,
      flag,
      'Passphrase of your signing key: ',
      io,
    );
    if (passphrase === '') throw new Refusal('No passphrase was given. Nothing was signed.');
    const privateKey = await openSigningKey(text, passphrase, keyFile);
    return signDraft(vault, { hash, privateKey, at: new Date() });
  });
}

function readDetached(path: string): DetachedSignature {
  const parsed = DetachedSignature.safeParse(readJsonFile(path));
  if (parsed.success) return parsed.data;
  throw new Refusal(`${path} is no signature of a release, as tandem sign writes it. Nothing was signed.`);
}

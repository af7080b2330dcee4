import { details } from '../vault/release/countedTables.store.ts';
import { type Prepared, prepareRelease } from '../vault/release/prepareRelease.store.ts';
import { protectInThread } from '../vault/release/protectInThread.ts';
import type { ProtectProgress } from '../vault/release/protectQuestion.ts';
import { releaseSoftware } from '../vault/release/releaseSoftware.ts';
import type { CommandStreams } from './command.ts';
import { readGrantFile } from './readGrantFile.ts';
import { WrongUse } from './readOptions.ts';
import { type ReleaseFlags, wholeFlag } from './vaultReleaseFlags.ts';
import { draftText } from './vaultReleaseText.ts';
import { withVault } from './withVault.ts';

/** `tandem vault release DIR prepare`: what the grant allows becomes a draft. */
export async function prepareDraft(folder: string, flags: ReleaseFlags, io: CommandStreams): Promise<number> {
  if (flags.grant === undefined)
    throw new WrongUse('Give --grant FILE: what may leave, to whom, until when.');
  const grant = readGrantFile(flags.grant);
  const year = wholeFlag(flags.year, '--year', 1990, 2100);
  const supersedes = wholeFlag(flags.supersedes, '--supersedes', 1, 999_999);
  const seconds = wholeFlag(flags.seconds, '--seconds', 0, 86_400);
  const detail = details.find((one) => one === (flags.detail ?? 'usual'));
  if (!detail) throw new WrongUse(`--detail is usual or all, not "${flags.detail}".`);
  const prepared = await withVault(folder, flags, io, (vault) =>
    prepareRelease(vault, {
      grant,
      ...(flags.measure ? { measures: flags.measure } : {}),
      ...(year === undefined ? {} : { year }),
      ...(supersedes === undefined ? {} : { supersedes }),
      ...(seconds === undefined ? {} : { seconds }),
      detail,
      now: new Date(),
      made: releaseSoftware(),
      protect: protectInThread,
      tell: progressLine(io),
    }),
  );
  if (io.stderr.isTTY) io.stderr.write('\r\u001b[K');
  io.stdout.write(
    flags.json ? `${JSON.stringify(preparedReport(prepared))}\n` : preparedText(prepared, folder),
  );
  return 0;
}

function preparedReport({ draft, kept }: Prepared) {
  const { hash, release, preview } = draft;
  const { sequence, previous, supersedes, embargoUntil, certificate } = release;
  const { warnings, notCounted, held } = preview;
  return {
    hash,
    kept,
    sequence,
    previous,
    supersedes,
    embargoUntil,
    certificate,
    warnings,
    notCounted,
    held,
  };
}

function preparedText({ draft, kept }: Prepared, folder: string): string {
  const first = kept ? 'Nothing has changed since it was prepared: the draft stands as it was.\n' : '';
  return `${first}${draftText(draft)}\nRead exactly what would leave: tandem vault release ${folder} preview\n`;
}

function progressLine(io: CommandStreams): (progress: ProtectProgress) => void {
  return ({ sentence, done, of }) => {
    const line = `${done} of ${of}  ${sentence}`;
    io.stderr.write(io.stderr.isTTY ? `\r\u001b[K${line}` : `${line}\n`);
  };
}

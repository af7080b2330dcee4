import { writeFileSync } from 'node:fs';
import { requireDraft } from '../vault/release/signDraft.store.ts';
import { Refusal } from '../vocabulary/refusal.ts';
import type { ReleaseToSign } from '../vocabulary/releaseToSign.ts';
import type { CommandStreams } from './command.ts';
import type { ReleaseFlags } from './vaultReleaseFlags.ts';
import { withVault } from './withVault.ts';

/** `tandem vault release DIR export`: what to sign, for a person whose key is on another machine. It holds no cell. */
export async function exportToSign(folder: string, flags: ReleaseFlags, io: CommandStreams): Promise<number> {
  const { hash, release } = await withVault(folder, flags, io, requireDraft);
  const { shown, coded, suppressed } = release.certificate;
  const toSign: ReleaseToSign = {
    format: 'tandem release to sign 1',
    release: hash,
    district: release.district,
    partnership: release.grant.partnership,
    sequence: release.sequence,
    madeAt: release.madeAt,
    shown,
    coded,
    suppressed,
  };
  const text = `${JSON.stringify(toSign, null, 2)}\n`;
  if (flags.out === undefined) {
    io.stdout.write(flags.json ? `${JSON.stringify(toSign)}\n` : text);
    return 0;
  }
  write(flags.out, text);
  io.stdout.write(
    flags.json
      ? `${JSON.stringify(toSign)}\n`
      : `What to sign is in ${flags.out}; it holds no cell. On the machine with your key: tandem sign ${flags.out} --signing-key YOUR.key --hash ${hash.slice(0, 16)} > your.signature\nThen here: tandem vault release ${folder} sign --hash ${hash.slice(0, 16)} --signature your.signature\n`,
  );
  return 0;
}

function write(path: string, text: string): void {
  try {
    writeFileSync(path, text, { flag: 'wx' });
  } catch (cause) {
    const { code } = cause as { code?: string };
    const why = code === 'EEXIST' ? 'is there already' : `cannot be written (${code ?? 'unknown reason'})`;
    throw new Refusal(`${path} ${why}. Nothing was written.`, { cause });
  }
}

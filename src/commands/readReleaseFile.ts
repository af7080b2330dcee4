import { readRelease } from '../release/readRelease.ts';
import { Refusal } from '../vocabulary/refusal.ts';
import type { SignedRelease } from '../vocabulary/release.ts';
import type { CommandStreams } from './command.ts';
import { readInput } from './readInput.ts';

/** A release file, or standard input for `-`. Refuses by its name what is none, with the reason. */
export async function readReleaseFile(
  file: string,
  io: CommandStreams,
): Promise<{ readonly hash: string; readonly signed: SignedRelease; readonly bytes: Uint8Array }> {
  const bytes = await readInput(file, io);
  const read = readRelease(bytes);
  if (!read.ok)
    throw new Refusal(`${file === '-' ? 'Standard input' : file} is no release file. ${read.reason}`);
  return { hash: read.hash, signed: read.signed, bytes };
}

import type { Release } from '../vocabulary/release.ts';
import type { CommandStreams } from './command.ts';

export type ReleaseToAttack = { readonly release: Release; readonly earlier: readonly Release[] };

export type ReleaseAttack = undefined;

export async function askReleaseThread(
  _question: ReleaseToAttack,
  _stderr: CommandStreams['stderr'],
  _clock: () => number,
): Promise<ReleaseAttack> {
  return undefined;
}

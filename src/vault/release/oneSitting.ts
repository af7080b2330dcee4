import type { RegisteredSigner } from './signers.store.ts';

/** Keys that were registered closer together than this may have been registered by one person. */
const sittingMinutes = 24 * 60;

/**
 * What those who sign should know of how the keys came in, in sentences: two that were let in under one account of the machine
 * within a day. Software cannot tell who sat there; the two can ask each other.
 */
export function oneSittingSentences(signers: readonly RegisteredSigner[]): string[] {
  const live = signers.filter(({ endedAt }) => endedAt === null);
  return live.flatMap((one, at) =>
    live
      .slice(at + 1)
      .filter(
        (other) => other.registeredBy === one.registeredBy && minutesBetween(one, other) < sittingMinutes,
      )
      .map(
        (other) =>
          `The keys of ${one.name} and ${other.name} were registered by ${one.registeredBy === null ? 'an unknown account' : `the same account of the machine (${one.registeredBy})`} within ${spanText(minutesBetween(one, other))}. Ask each of them, in person or by telephone, for the fingerprint of their key.`,
      ),
  );
}

function minutesBetween(one: RegisteredSigner, other: RegisteredSigner): number {
  return Math.abs(one.registeredAt.getTime() - other.registeredAt.getTime()) / 60_000;
}

function spanText(minutes: number): string {
  if (minutes < 1) return 'a minute';
  return minutes < 120 ? `${Math.ceil(minutes)} minutes` : `${Math.ceil(minutes / 60)} hours`;
}

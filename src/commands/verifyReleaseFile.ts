import { findRule } from '../vault/measuring/ruleText.ts';
import { plainName } from '../release/plainName.ts';
import { readRelease } from '../release/readRelease.ts';
import { type VerifiedCheck, verifyRelease } from '../release/verifyRelease.ts';
import { calendarDay } from '../vocabulary/calendarDay.ts';
import { Refusal } from '../vocabulary/refusal.ts';
import type { SigningKey } from '../vocabulary/signingKey.ts';
import { askReleaseThread } from './askReleaseThread.ts';
import { attackedCheck } from './attackedCheck.ts';
import type { CommandStreams } from './command.ts';
import { readGrantFile } from './readGrantFile.ts';
import { readEarlierReleases } from './readEarlierReleases.ts';
import { readSigningKeyFile } from './readSigningKeyFile.ts';

export type ReleaseOptions = {
  readonly earlier: readonly string[] | undefined;
  readonly grant: string | undefined;
  readonly key: readonly string[] | undefined;
  readonly seconds: number;
};

/** What came of verifying one file: what it is, in a line for people and fields for programs, and every check. */
export type VerifiedFile = {
  readonly about: Readonly<Record<string, unknown>>;
  readonly title: string;
  readonly checks: readonly VerifiedCheck[];
};

/** The keys that the verifier knows the district by. Refuses one person's two: they would answer for each other. */
function knownSigners(paths: readonly string[]): SigningKey[] {
  const keys = paths.map(readSigningKeyFile);
  keys.forEach((key, at) => {
    const before = keys.slice(0, at);
    const same = before.find((one) => one.publicKey === key.publicKey || isSamePerson(one, key));
    if (same)
      throw new Refusal(
        `${paths[at]} and ${paths[keys.indexOf(same)]} are keys of one person (${key.name}): two sign a release. Give each person’s key once.`,
      );
  });
  return keys;
}

function isSamePerson(one: SigningKey, other: SigningKey): boolean {
  const mailOf = (key: SigningKey) =>
    key.format === 'tandem signing key 2' ? key.mail.toLowerCase() : undefined;
  return (
    plainName(one.name) === plainName(other.name) ||
    (mailOf(one) !== undefined && mailOf(one) === mailOf(other))
  );
}

/** A release from its file alone, the attacker included. */
export async function verifyReleaseFile(
  name: string,
  bytes: Uint8Array,
  options: ReleaseOptions,
  io: CommandStreams,
): Promise<VerifiedFile> {
  const read = readRelease(bytes);
  if (!read.ok) throw new Refusal(`${name} is no release file. ${read.reason}`);
  const { hash, signed } = read;
  const { release } = signed;
  const earlier = await readEarlierReleases(options.earlier ?? [], release, io);
  const measures = release.tables.map(({ measure }) => measure);
  const checks: VerifiedCheck[] = [
    { check: 'file', result: 'holds', sentences: [`Whole, and named by its hash ${hash}.`] },
    ...verifyRelease(signed, {
      ...(options.earlier ? { earlier } : {}),
      ...(options.grant === undefined ? {} : { grant: readGrantFile(options.grant) }),
      ...(options.key ? { knownSigners: knownSigners(options.key) } : {}),
      knownRules: new Map(measures.map((measure) => [measure, findRule(measure)?.hash ?? ''])),
      today: calendarDay(new Date()),
    }),
  ];
  const attacked = await askReleaseThread(
    { release, earlier, seconds: options.seconds },
    io.stderr,
    Date.now,
  );
  checks.splice(-1, 0, attackedCheck(attacked));
  const { district, sequence, madeAt, embargoUntil, supersedes } = release;
  const embargo = embargoUntil === null ? '' : `, under embargo until ${embargoUntil}`;
  const place = supersedes === null ? '' : `; takes the place of ${supersedes.slice(0, 12)}`;
  return {
    about: { hash, district, sequence },
    title: `Release ${sequence} of ${district.name}, made ${calendarDay(new Date(madeAt))}${embargo}${place}.`,
    checks,
  };
}

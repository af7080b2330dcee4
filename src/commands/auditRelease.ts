import type { FoundCount } from '../disclosure/counts/attackRelease.ts';
import { checkKnownChain, releasesText } from '../release/checkChain.ts';
import { hashRelease } from '../release/hashRelease.ts';
import { Refusal } from '../vocabulary/refusal.ts';
import type { SignedRelease } from '../vocabulary/release.ts';
import { askReleaseThread } from './askReleaseThread.ts';
import type { CommandStreams } from './command.ts';
import { readEarlierReleases } from './readEarlierReleases.ts';
import { refuseTable } from './refuseTable.ts';

const shown = 20;
const order = { exposed: 0, trusted: 1, protected: 2 } as const;

type AuditAsked = {
  readonly name: string;
  /** Files of releases of the same vault before it, to be attacked together with it. */
  readonly earlier: readonly string[];
  readonly every: boolean;
  readonly json: boolean;
  readonly seconds: number;
};

/**
 * `tandem audit RELEASE`: within which ends anyone who reads the release, and the earlier ones given with it,
 * finds each count that it does not print. Answers the exit code: 1 when a count is exposed or the release says what it must not.
 * Refuses earlier ones that it does not follow from.
 */
export async function auditRelease(
  { hash, signed }: { readonly hash: string; readonly signed: SignedRelease },
  asked: AuditAsked,
  io: CommandStreams,
): Promise<number> {
  const { release } = signed;
  const { name, every, json, seconds } = asked;
  const earlier = await readEarlierReleases(asked.earlier, release, io);
  const { troubles, missing } = checkKnownChain(release, earlier);
  if (troubles.length > 0 && earlier.length > 0) {
    const sentences = troubles.map(({ sentence }) => sentence).join(' ');
    throw new Refusal(`${name} does not follow from the earlier releases that were given. ${sentences}`);
  }
  const unseen = missing.map(({ sequence }) => sequence);
  if (unseen.length > 0)
    io.stderr.write(
      `${name}: attacked without what ${releasesText(unseen)} of its vault told (--earlier FILE)\n`,
    );
  const attack = await askReleaseThread({ release, earlier, seconds, exact: true }, io.stderr, Date.now);
  if (!attack) {
    return refuseTable(['its policy is not one that this Tandem knows'], name, json, io);
  }
  const { ok, problems, unanswered } = attack;
  const counts = attack.counts.toSorted(
    (a, b) =>
      order[a.verdict ?? 'protected'] - order[b.verdict ?? 'protected'] ||
      a.upper - a.lower - (b.upper - b.lower),
  );
  for (const { sentence, ...where } of problems.slice(0, shown)) {
    io.stderr.write(`${name}: ${sliceText(where)}: ${sentence}\n`);
  }
  if (unanswered > 0)
    io.stderr.write(`${unanswered} counts were not worked out in the time given (--time-limit)\n`);
  const status = ok ? 'protected' : 'exposed';
  if (json) {
    const listed = counts.map(({ upper, ...one }) => ({
      ...one,
      upper: Number.isFinite(upper) ? upper : null,
    }));
    io.stdout.write(
      `${JSON.stringify({ status, hash, earlier: earlier.map(hashRelease), unseen, problems, unanswered, audit: listed })}\n`,
    );
    return ok ? 0 : 1;
  }
  const together =
    earlier.length === 0 ? '' : ` together with ${releasesText(earlier.map(({ sequence }) => sequence))}`;
  const head = `Release ${release.sequence} of ${release.district.name}${together}`;
  io.stdout.write(`${head}: ${ok ? 'nothing is exposed' : 'EXPOSED'}. `);
  io.stdout.write(
    `${attack.protected} counts protected whatever they are, ${attack.trusted} for most of what they may be, ${attack.exposed} exposed.\n`,
  );
  const most = every ? counts.length : Math.max(shown, attack.exposed);
  io.stdout.write(countLines(counts.slice(0, most)));
  if (counts.length > most) io.stdout.write(`… and ${counts.length - most} more (--every)\n`);
  return ok ? 0 : 1;
}

function countLines(counts: readonly FoundCount[]): string {
  const names = counts.map(
    (one) => `${sliceText(one)}  ${one.count}${one.left === null ? '' : ` of ${one.left}`}`,
  );
  const width = Math.max(4, ...names.map(({ length }) => length));
  const figure = (value: number): string =>
    (Number.isFinite(value) ? value.toLocaleString('en', { maximumFractionDigits: 2 }) : 'no limit').padStart(
      10,
    );
  const lines = counts.map(
    ({ lower, upper, verdict }, at) =>
      `${(names[at] ?? '').padEnd(width)}${figure(lower)}${figure(upper)}   ${verdict === 'exposed' ? 'EXPOSED' : verdict}\n`,
  );
  return counts.length === 0
    ? 'Everything is printed.\n'
    : `${'count'.padEnd(width)}${'from'.padStart(10)}${'to'.padStart(10)}\n${lines.join('')}`;
}

function sliceText(one: Pick<FoundCount, 'measure' | 'schoolYear' | 'place' | 'grade' | 'group'>): string {
  return `${one.measure} ${one.schoolYear} ${one.place} ${one.grade} ${one.group}`;
}

import type { EarlierRelease } from '../../disclosure/counts/countedState.ts';
import type { CoarserTables, ProtectedCounts } from '../../disclosure/counts/protectedCounts.ts';
import { hashPolicy, type Policy } from '../../disclosure/policies/policy.ts';
import { tandemDefault } from '../../disclosure/policies/tandemDefault.ts';
import { hashDefinition } from '../../measures/hashDefinition.ts';
import { measureById } from '../../measures/registry.ts';
import { dayAfter } from '../../release/checkUnderGrant.ts';
import { hashGrant, hashRelease } from '../../release/hashRelease.ts';
import { canonicalJson } from '../../vocabulary/canonicalJson.ts';
import type { Grant } from '../../vocabulary/grant.ts';
import { Refusal } from '../../vocabulary/refusal.ts';
import { Release } from '../../vocabulary/release.ts';
import { findRule } from '../measuring/ruleText.ts';
import type { Vault } from '../store/vault.ts';
import {
  areCountsStale,
  countedTables,
  isInDetail,
  type ReleasableCount,
  type ReleaseDetail,
  selectReleasable,
} from './countedTables.store.ts';
import type { ProtectAnswer, ProtectProgress, ProtectQuestion } from './protectQuestion.ts';
import { type Asked, withinGrant } from './withinGrant.ts';
import { previewCells } from './releasePreview.ts';
import type { releaseSoftware } from './releaseSoftware.ts';
import {
  emptyDraft,
  insertDraft,
  type KeptDraft,
  type KeptRelease,
  type ReleasedCount,
  selectCountsOf,
  selectOptionalDraft,
  selectReleased,
} from './releases.store.ts';
import { calendarDay } from '../../vocabulary/calendarDay.ts';

export type PrepareAsked = Asked & {
  readonly grant: Grant;
  /** The number of the release whose figures these take the place of. */
  readonly supersedes?: number;
  readonly policy?: Policy;
  readonly detail?: ReleaseDetail;
  readonly seconds?: number;
  readonly now: Date;
  readonly made: ReturnType<typeof releaseSoftware>;
  readonly protect: (
    question: ProtectQuestion,
    tell: (progress: ProtectProgress) => void,
  ) => Promise<ProtectAnswer>;
  readonly tell?: (progress: ProtectProgress) => void;
};

/** `kept`: a draft of the very same counts, grant and chain stood already, and stands unchanged. */
export type Prepared = { readonly draft: KeptDraft; readonly kept: boolean };

type Earlier = KeptRelease & { readonly counts: readonly ReleasedCount[] };

/** Seconds of search for something better than the first suppression. */
const usualSeconds = 120;
/** Seconds after which what is not proved is told in less detail or held back; longer where more is asked for. */
const mostSeconds = 600;

/**
 * Makes a draft of what may leave under a grant: counts are protected against everything that was ever released, and the
 * cells with their certificate are kept in the vault. Asked again with nothing changed it answers the draft that stands,
 * byte for byte; an unsigned one of other content is replaced. Refuses what the grant does not allow, counts of another
 * definition, a signed draft that would change, and figures that were released before without saying that these take
 * their place.
 */
export async function prepareRelease(vault: Vault, asked: PrepareAsked): Promise<Prepared> {
  const { grant, now, policy = tandemDefault, tell = () => {} } = asked;
  const within = withinGrant(grant, vault.district, asked, calendarDay(now));
  const all = await selectReleasable(vault, vault.district.cds, grant, within);
  const counts = all.filter((count) => isInDetail(count, asked.detail ?? 'usual'));
  countsMustBeCurrent(counts);
  const released = await selectReleased(vault);
  const supersedes = supersededHash(released, counts, grant, asked.supersedes);
  const standing = await selectOptionalDraft(vault);
  const isSame =
    standing !== undefined && (await isOfSame(vault, standing, counts, { grant, supersedes, policy }));
  if (isSame) return { draft: standing, kept: true };
  if (standing && standing.signatures.length > 0) {
    throw new Refusal(
      `Draft ${standing.hash.slice(0, 12)} is signed by ${standing.signatures.map(({ name }) => name).join(' and ')} and would change. Seal it, or take it back first: tandem vault release DIR withdraw --why "…"`,
    );
  }
  const earlier = await Promise.all(
    released.map(async (one) => ({ ...one, counts: await selectCountsOf(vault, one.hash) })),
  );
  const question = questionOf(vault, counts, earlier, policy, asked);
  const { counts: answer, outside } = await asked.protect(question, tell);
  const release = releaseOf(vault, released, supersedes, policy, asked, answer);
  const hash = hashRelease(release);
  const preview = {
    warnings: [
      ...((await areCountsStale(vault))
        ? [
            'Files were loaded or taken out after the measures were counted: these figures do not know it. Measure again first, unless that is meant.',
          ]
        : []),
      ...answer.coarser.map(coarserSentence),
    ],
    notCounted: within.measures.filter((id) => !counts.some(({ measure }) => measure === id)),
    outside,
    lessened: answer.figures.lessened,
    held: answer.held,
    cells: previewCells(answer.hidden),
  };
  await vault.transaction(async (connection) => {
    if (standing) await emptyDraft(connection, standing.hash, 'another draft took its place', now);
    await insertDraft(connection, {
      hash,
      sequence: release.sequence,
      at: now,
      grantText: canonicalJson(grant),
      canonical: canonicalJson(release),
      preview,
      counts,
    });
  });
  return { draft: { hash, release, grant, signatures: [], preparedAt: now, preview }, kept: false };
}

function coarserSentence({ measures, schoolYear, reason, left }: CoarserTables): string {
  const what = left === 'groups by grade' ? 'no groups by grade' : 'neither groups nor grades';
  return `${measures.join(', ')} of ${schoolYear}: schools tell ${what}, since more could not be told (${reason}).`;
}

function countsMustBeCurrent(counts: readonly ReleasableCount[]): void {
  if (counts.length === 0) {
    throw new Refusal(
      'Nothing of what is asked for has been counted. Load the files of those years, then: tandem vault measure DIR',
    );
  }
  const old = counts.find(
    ({ measure, definition, rule }) =>
      definition !== hashDefinition(measureById(measure)) || rule !== findRule(measure)?.hash,
  );
  if (old) {
    throw new Refusal(
      `${old.measure} of ${old.schoolYear} was counted under another definition or rule than this Tandem's. Count it again: tandem vault measure DIR --measure ${old.measure}`,
    );
  }
}

/** The hash of the release that is superseded; refuses figures that left before when none is named. */
function supersededHash(
  released: readonly KeptRelease[],
  counts: readonly ReleasableCount[],
  grant: Grant,
  sequence: number | undefined,
): string | null {
  if (sequence !== undefined) {
    const named = released.find(({ release }) => release.sequence === sequence);
    if (!named)
      throw new Refusal(
        `There is no release ${sequence} in this vault. tandem vault release DIR list says which there are.`,
      );
    if (named.grant.partnership !== grant.partnership) {
      throw new Refusal(
        `Release ${sequence} was made for ${named.grant.partnership}, which these figures do not reach: they can take the place of none of its releases.`,
      );
    }
    return named.hash;
  }
  const now = new Set(counts.map(({ measure, schoolYear }) => `${measure} ${schoolYear}`));
  const replaced = new Set(released.map(({ release }) => release.supersedes));
  const again = released.find(
    ({ hash, release }) =>
      release.grant.id === grant.id &&
      !replaced.has(hash) &&
      release.tables.some(({ measure, schoolYear }) => now.has(`${measure} ${schoolYear}`)),
  );
  if (again) {
    throw new Refusal(
      `Release ${again.release.sequence} told the partner figures of the same measures and years. Say that these take their place: --supersedes ${again.release.sequence}`,
    );
  }
  return null;
}

async function isOfSame(
  vault: Vault,
  draft: KeptDraft,
  counts: readonly ReleasableCount[],
  asked: { readonly grant: Grant; readonly supersedes: string | null; readonly policy: Policy },
): Promise<boolean> {
  const { grant, supersedes, certificate } = draft.release;
  if (grant.hash !== hashGrant(asked.grant) || supersedes !== asked.supersedes) return false;
  if (certificate.policy.hash !== hashPolicy(asked.policy)) return false;
  const stands = draft.release.tables.every(({ measure, schoolYear, definition, rule }) =>
    counts.some(
      (one) =>
        one.measure === measure &&
        one.schoolYear === schoolYear &&
        one.definition === definition &&
        one.rule === rule,
    ),
  );
  if (!stands) return false;
  const before = await selectCountsOf(vault, draft.hash);
  return (
    before.length === counts.length && before.every((count, at) => isSameCount(count, counts[at] ?? count))
  );
}

function isSameCount(one: ReleasedCount, other: ReleasedCount): boolean {
  return (Object.keys(one) as (keyof ReleasedCount)[]).every((field) => one[field] === other[field]);
}

function questionOf(
  vault: Vault,
  counts: readonly ReleasableCount[],
  earlier: readonly Earlier[],
  policy: Policy,
  { grant, seconds = usualSeconds }: PrepareAsked,
): ProtectQuestion {
  const { cds } = vault.district;
  const now = new Map(counts.map((one) => [`${one.measure} ${one.schoolYear}`, one]));
  const none = { definition: '', rule: '' };
  const thresholds = earlier.map(({ release }) => release.certificate.policy.threshold);
  return {
    district: cds,
    policy,
    smallestGroup: Math.max(grant.smallestGroup, ...thresholds),
    tables: countedTables(
      counts,
      cds,
      ({ measure, schoolYear }) => now.get(`${measure} ${schoolYear}`) ?? none,
    ),
    earlier: earlier.map(({ release, counts: then }): EarlierRelease => {
      const hashes = new Map(release.tables.map((table) => [`${table.measure} ${table.schoolYear}`, table]));
      const hashesOf = ({ measure, schoolYear }: ReleasedCount) =>
        hashes.get(`${measure} ${schoolYear}`) ?? none;
      return { tables: release.tables, counts: countedTables(then, cds, hashesOf) };
    }),
    seconds,
    mostSeconds: Math.max(mostSeconds, 2 * seconds),
  };
}

function releaseOf(
  vault: Vault,
  released: readonly KeptRelease[],
  supersedes: string | null,
  policy: Policy,
  { grant, now, made }: PrepareAsked,
  { tables, figures, held, coarser }: ProtectedCounts,
): Release {
  const { shown, coded, suppressed, primary, complementary, objective, bound, narrowest, lessened } = figures;
  const madeOn = calendarDay(now);
  const thresholds = released.map(({ release }) => release.certificate.policy.threshold);
  const threshold = Math.max(policy.smallestGroup.rule, grant.smallestGroup, ...thresholds);
  return Release.parse({
    format: 'tandem release 1',
    district: { cds: vault.district.cds, name: vault.district.name },
    grant: { id: grant.id, hash: hashGrant(grant), partnership: grant.partnership },
    sequence: released.length + 1,
    previous: released.at(-1)?.hash ?? null,
    supersedes,
    madeAt: now.toISOString(),
    embargoUntil: grant.embargoDays > 0 ? dayAfter(madeOn, grant.embargoDays) : null,
    software: made.software,
    tables,
    certificate: {
      policy: { id: policy.id, version: policy.version, hash: hashPolicy(policy), threshold },
      solver: made.solver,
      shown,
      coded,
      suppressed,
      primary,
      complementary,
      objective,
      bound,
      // Where no end of anything hidden is known there is no closest call.
      narrowest: narrowest === Number.POSITIVE_INFINITY ? null : narrowest,
      lessened,
      held: perMeasure(held).map(({ measure, schoolYear }) => ({ measure, schoolYear })),
      coarser: perMeasure(coarser).map(({ measure, schoolYear, left }) => ({ measure, schoolYear, left })),
      audited: released.map(({ hash }) => hash),
      auditedUnder: released.map((one) => one.grant.id),
    },
  });
}

/** Tables that were told of together, one by one. */
function perMeasure<Told extends { readonly measures: readonly string[] }>(
  told: readonly Told[],
): readonly (Omit<Told, 'measures'> & { readonly measure: string })[] {
  return told.flatMap(({ measures, ...rest }) => measures.map((measure) => ({ ...rest, measure })));
}

import type { Pace } from '../benchmarks/pace.ts';
import { type EvidenceGradeId, type ResultAnswer, visibleResult } from './flexibilityResult.ts';

type StandingLike = {
  readonly party: { readonly districtId: string; readonly cds: string; readonly shortName: string };
  readonly pace: Pace | null;
  readonly newest: { readonly subject: { readonly schoolYear: number } } | undefined;
};
type AboutLike<S extends StandingLike> = {
  readonly benchmark: { readonly id: string };
  readonly measure: { readonly id: string };
  readonly group: { readonly code: string };
  readonly standings: readonly S[];
};
type ClaimLike = {
  readonly id: string;
  readonly state: { readonly whole: boolean };
  readonly registration: {
    readonly question: string;
    readonly outcome: { readonly measure: string; readonly group: string };
    readonly treated: readonly { readonly cds: string }[];
  };
};

/** One benchmark in one district under a flexibility, with what may be said of it. */
export type FlexibilityResult<S, A> = {
  readonly about: A;
  readonly standing: S;
  readonly answer: ResultAnswer;
  readonly grade: EvidenceGradeId;
  /** The claim about this measure and group in which this district is, with its own sentence; null before it was run. */
  readonly claim:
    | { readonly id: string; readonly question: string; readonly sentence: string | null }
    | undefined;
};

type Reading<S extends StandingLike, A extends AboutLike<S>> = {
  readonly benchmarks: readonly A[];
  readonly claims: readonly ClaimLike[];
  readonly findings: readonly { readonly claimId: string; readonly sentence: string }[];
};
type Tied = {
  readonly benchmarkIds: readonly string[];
  readonly districtId: string | null;
  readonly fromDay: string;
};

/** What can be seen of a flexibility on each benchmark it is tied to, in its district or in both. */
export function flexibilityResults<S extends StandingLike, A extends AboutLike<S>>(
  { benchmarks, claims, findings }: Reading<S, A>,
  { benchmarkIds, districtId, fromDay }: Tied,
): FlexibilityResult<A['standings'][number], A>[] {
  return benchmarks
    .filter(({ benchmark }) => benchmarkIds.includes(benchmark.id))
    .flatMap((about) =>
      about.standings
        .filter(({ party }) => districtId === null || party.districtId === districtId)
        .map((standing) => {
          const claim = claims.find(
            ({ state, registration: { outcome, treated } }) =>
              state.whole &&
              outcome.measure === about.measure.id &&
              outcome.group === about.group.code &&
              treated.some(({ cds }) => cds === standing.party.cds),
          );
          const finding = findings.find(({ claimId }) => claimId === claim?.id);
          const newestYear = standing.newest?.subject.schoolYear ?? null;
          return {
            about,
            standing,
            answer: visibleResult({ paceStatus: standing.pace?.status ?? null, newestYear, fromDay }),
            grade: claim ? (finding ? 'estimated' : 'registered') : 'pace only',
            claim: claim && {
              id: claim.id,
              question: claim.registration.question,
              sentence: finding?.sentence ?? null,
            },
          };
        }),
    );
}

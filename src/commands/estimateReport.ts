import { type VerdictWords, verdictSentence, verdictWord } from '../hub/claims/verdictSentence.ts';
import type { Panel } from '../stats/panel/panel.ts';
import type { Assessment } from './assessPanel.ts';
import type { BlockUse } from './estimateUse.ts';
import type { NamedPanel } from './readPanel.ts';

const namedTreated = 5;

/** The panel of the statistics, with all treated units from the first treated time on. */
export function blockPanel({ unitNames, timeNames, outcomes, starts }: NamedPanel): Panel {
  const treated = starts.flatMap((start, row) => (start === null ? [] : [row]));
  const firstTreated = Math.min(...starts.flatMap((start) => (start === null ? [] : [start])));
  return { units: unitNames.length, times: timeNames.length, outcomes, treated, firstTreated };
}

/** A time as JSON says it: a number where all times are numbers. */
export function timeValue({ timeNames, timesAreNumbers }: NamedPanel, time: number): string | number {
  const name = timeNames[time] ?? '';
  return timesAreNumbers ? Number(name) : name;
}

/** What `tandem estimate --json` answers: the contract's keys in the contract's order, then Tandem's own. */
export function estimateReport(named: NamedPanel, panel: Panel, assessment: Assessment, use: BlockUse) {
  const { chosen, others, leaveOneOut, inTime, judged } = assessment;
  const { effect, error } = chosen;
  const unitName = (row: number) => named.unitNames[row] ?? '';
  const words = verdictWords(named, panel, use);
  const placebos = error?.placebos ?? null;
  const { says } = judged;
  return {
    method: effect.method,
    solver: effect.solver,
    estimate: effect.estimate,
    se: error?.standardError ?? null,
    seMethod: error?.words ?? null,
    interval: error?.interval ?? null,
    seed: error?.seed ?? null,
    replications: error?.replications ?? null,
    weights: {
      units: byName(effect.donors.map(unitName), effect.donorWeights),
      times: byName(named.timeNames.slice(0, panel.firstTreated), effect.timeWeights),
    },
    units: panel.units,
    times: panel.times,
    treatedUnits: panel.treated.map(unitName),
    firstTreated: timeValue(named, panel.firstTreated),
    placebo: placebos && {
      effects: byName(
        placebos.placebos.map(({ rows }) => rows.map(unitName).join(' + ')),
        placebos.placebos.map((placebo) => placebo.effect),
      ),
      p: placebos.p,
    },
    sentence: verdictSentence(judged, words),
    verdict: {
      says,
      word: verdictWord(judged, words),
      because: says === 'cannot tell' ? judged.because : [],
      threshold: judged.threshold,
    },
    smallestDetectable: judged.smallestDetectable,
    monteCarloError: error?.monteCarloError ?? null,
    preFitError: effect.preFitError,
    placeboPreFitError: assessment.placeboPreFitError,
    ordinaryGap: assessment.spread.ordinaryGap,
    ordinaryChange: assessment.spread.ordinaryChange,
    otherMethods: others.map((other) => ({
      method: other.effect.method,
      estimate: other.effect.estimate,
      se: other.error?.standardError ?? null,
      interval: other.error?.interval ?? null,
      p: other.error?.placebos?.p ?? null,
      preFitError: other.effect.preFitError,
    })),
    leaveOneOut: leaveOneOut && {
      lowest: leaveOneOut.lowest,
      highest: leaveOneOut.highest,
      without: byName(
        leaveOneOut.without.map(({ row }) => unitName(row)),
        leaveOneOut.without.map(({ estimate }) => estimate),
      ),
    },
    inTime: inTime && {
      firstTreated: timeValue(named, inTime.pretended),
      estimate: inTime.effect.estimate,
    },
    treatedPath: byName(named.timeNames, effect.treatedPath),
    syntheticPath: byName(named.timeNames, effect.syntheticPath),
    certificate: { units: effect.unitCertificate, times: effect.timeCertificate },
  };
}

export type EstimateReport = ReturnType<typeof estimateReport>;

function byName(names: readonly string[], values: ArrayLike<number>): Record<string, number> {
  return Object.fromEntries(names.map((name, k) => [name, values[k] as number]));
}

function verdictWords(named: NamedPanel, panel: Panel, use: BlockUse): VerdictWords {
  return {
    outcome: use.columns.outcome,
    treated: treatedText(panel.treated.map((row) => named.unitNames[row] ?? '')),
    since: named.timeNames[panel.firstTreated] ?? '',
    unit: use.unitOfOutcome,
    donors: 'units',
    better: use.better,
  };
}

/** `A`, `A, B and C`, and from six on `12 treated units`. */
export function treatedText(names: readonly string[]): string {
  if (names.length > namedTreated) return `${names.length.toLocaleString('en')} treated units`;
  return names.length <= 1 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}

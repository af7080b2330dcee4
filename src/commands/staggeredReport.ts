import { type Verdict, verdict } from '../hub/claims/verdict.ts';
import { verdictDecimals } from '../hub/claims/verdictDecimals.ts';
import { verdictSentence, verdictWord } from '../hub/claims/verdictSentence.ts';
import { groupTimeAverages } from '../stats/panel/groupTimeAverages.ts';
import { groupTimeEffects } from '../stats/panel/groupTimeEffects.ts';
import type { GroupTimeEstimate } from '../stats/panel/groupTimeEstimate.ts';
import { formatInterval, formatNumber } from '../vocabulary/formatNumber.ts';
import { timeValue, treatedText } from './estimateReport.ts';
import type { EstimateUse } from './estimateUse.ts';
import type { NamedPanel } from './readPanel.ts';

/**
 * What `tandem estimate --method staggered` answers: the effect on a treated unit, averaged over groups by their sizes
 * (Callaway & Sant'Anna 2021, against the never treated), with the contract's keys and then its groups and times. A
 * refusal is one sentence.
 */
export function staggeredReport(named: NamedPanel, use: EstimateUse) {
  const { unitNames, timeNames, outcomes, starts } = named;
  const [units, times] = [unitNames.length, timeNames.length];
  const fit = groupTimeEffects({ units, times, outcomes, firstTreated: starts });
  if (!fit.ok) return { refusal: `Nothing can be estimated: ${fit.reason}.` };
  const averages = groupTimeAverages(fit);
  const { overall, byGroup } = averages.group;
  const { sample, preTest, smallGroups } = fit;
  const treatedUnits = unitNames.filter((_, row) => starts[row] !== null && starts[row] !== 0);
  const judged = verdict({
    estimate: overall.effect,
    standardError: overall.standardError,
    interval: overall.interval,
    basis: overall.standardError === null ? null : 'analytic',
    treatedUnits: smallGroups.length > 0 ? 0 : treatedUnits.length,
    placebo: null,
    preFit: preTest && { testP: preTest.p },
    smallestThatMatters: use.matters,
    ordinaryChange: null,
    otherMethods: [averages.simple, averages.dynamic.overall, averages.calendar.overall].map(
      ({ effect, interval }) => ({ estimate: effect, interval }),
    ),
    leaveOneOut: null,
    inTime: null,
  });
  const words = {
    outcome: use.columns.outcome,
    treated: treatedText(treatedUnits),
    since: "each one's start",
    unit: use.unitOfOutcome,
    donors: 'units',
    better: use.better,
  };
  const report = {
    method: use.method,
    solver: null,
    estimate: overall.effect,
    se: overall.standardError,
    seMethod: overall.standardError === null ? null : 'analytic',
    interval: overall.interval,
    seed: null,
    replications: null,
    weights: null,
    units,
    times,
    treatedUnits,
    firstTreated: null,
    placebo: null,
    sentence: verdictSentence(judged, words),
    verdict: {
      says: judged.says,
      word: verdictWord(judged, words),
      because: judged.says === 'cannot tell' ? judged.because : [],
      threshold: judged.threshold,
    },
    smallestDetectable: judged.smallestDetectable,
    groups: byGroup.map((one) => ({
      firstTreated: timeValue(named, one.group),
      units: sample.groups.find(({ start }) => start === one.group)?.units ?? 0,
      ...numbersOf(one),
    })),
    effects: fit.effects.map((one) => ({
      firstTreated: timeValue(named, one.group),
      time: timeValue(named, one.time),
      ...numbersOf(one),
    })),
    averages: {
      simple: numbersOf(averages.simple),
      dynamic: numbersOf(averages.dynamic.overall),
      group: numbersOf(overall),
      calendar: numbersOf(averages.calendar.overall),
    },
    preTest,
    leftOut: sample.dropped.map((row) => unitNames[row] ?? ''),
  };
  return { report, judged };
}

type StaggeredReport = Extract<ReturnType<typeof staggeredReport>, { report: unknown }>['report'];

function numbersOf({ effect, standardError, interval }: GroupTimeEstimate) {
  return { estimate: effect, se: standardError, interval };
}

/** The same for a reader: the sentence, each group, the four averages, and what to mind. */
export function staggeredText(report: StaggeredReport, judged: Verdict): string {
  const decimals = verdictDecimals(judged) + 1;
  const row = (name: string, units: string, { estimate, interval }: ReturnType<typeof numbersOf>) =>
    name.padEnd(24) +
    units.padStart(7) +
    formatNumber(estimate, decimals).padStart(12) +
    (interval ? formatInterval(...interval, decimals) : 'none').padStart(24);
  const { preTest, leftOut, averages } = report;
  const lines = [
    report.sentence,
    '',
    `${report.units} units at ${report.times} times; compared with units never treated`,
    '',
    `${'treated from'.padEnd(24)}${'units'.padStart(7)}${'estimate'.padStart(12)}${'95 % interval'.padStart(24)}`,
    ...report.groups.map((group) => row(String(group.firstTreated), String(group.units), group)),
    row('all, by treated unit', '', averages.group),
    row('all, by unit and time', '', averages.simple),
    row('all, by time since start', '', averages.dynamic),
    row('all, by time', '', averages.calendar),
    '',
    'Mind:',
    preTest
      ? `- Before the starts the groups moved like their comparison: p ${formatNumber(preTest.p, 3)} (${preTest.degreesOfFreedom} effects; a large p proves nothing).`
      : '- Nothing tests whether the groups moved like their comparison before the starts.',
  ];
  if (leftOut.length > 0)
    lines.push(`- Left out, since treated at the first time already: ${leftOut.slice(0, 20).join(', ')}.`);
  lines.push(
    '- Whatever else began for the treated at the same time is in the estimate too; the figures alone cannot tell it apart.',
  );
  return `${lines.join('\n')}\n`;
}

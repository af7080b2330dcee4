/**
 * The real question of the partnership worked through on the state's own file: every figure of
 * docs/did-the-pace-change.md. Usage: node launch.mjs bench/realQuestion.ts
 */
import { computeClaim } from '../src/hub/claims/computeClaim.ts';
import type { ClaimPanel } from '../src/hub/claims/claimPanel.ts';
import type { ClaimResult } from '../src/hub/claims/claimResult.ts';
import type { ClaimTerms } from '../src/hub/claims/claimTerms.ts';
import { panelProblemSentence, yearList } from '../src/hub/claims/panelProblemSentence.ts';
import { readClaimPanel } from '../src/hub/claims/readClaimPanel.store.ts';
import { asMember } from '../src/hub/store/view.ts';
import { quantile } from '../src/stats/quantile.ts';
import { noIndexFile, openRealStore, realTerms } from '../test/realClaim.ts';

if (noIndexFile) {
  console.error(noIndexFile);
  process.exit(1);
}

/** What was tried besides, each changing one thing. */
const others: readonly { readonly words: string; readonly change: Partial<ClaimTerms> }[] = [
  { words: 'start a year earlier, 2007-08', change: { firstTreatedYear: 2008 } },
  { words: 'start a year later, 2009-10', change: { firstTreatedYear: 2010 } },
  { words: 'from 2002-03 on', change: { firstYear: 2003 } },
  { words: 'without 2012-13', change: { lastYear: 2012 } },
  {
    words: 'at least 20,000 scores',
    change: { donors: { kind: 'students', least: 20_000, unifiedOnly: true } },
  },
  {
    words: 'at least 5,000 scores',
    change: { donors: { kind: 'students', least: 5_000, unifiedOnly: true } },
  },
  {
    words: 'districts of every kind',
    change: { donors: { kind: 'students', least: 10_000, unifiedOnly: false } },
  },
  { words: 'Fresno alone', change: { treated: ['10621660000000'] } },
  { words: 'Long Beach alone', change: { treated: ['19647250000000'] } },
  {
    words: 'growth score itself, not its gain',
    change: { outcome: { ...realTerms.outcome, taken: 'level' } },
  },
];

const { database, member } = await openRealStore(new Date());

async function askAbout(terms: ClaimTerms): Promise<{ panel: ClaimPanel; result: ClaimResult }> {
  const made = await asMember(database, member, (view) => readClaimPanel(view, terms));
  if (!made.ok) throw new Error(panelProblemSentence(made.problem));
  const names = terms.treated.map((cds) => made.panel.districts.find((one) => one.cds === cds)?.label ?? cds);
  const computed = computeClaim({ panel: made.panel, terms, names });
  if (!computed.ok) throw new Error(panelProblemSentence(computed.problem));
  return { panel: made.panel, result: computed.result };
}

const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
const one = (value: number) => value.toFixed(1);

function plainFacts({ districts, years, firstTreatedYear }: ClaimPanel): void {
  const before = years.filter((year) => year < firstTreatedYear).length;
  const changeOf = (values: readonly number[]) => mean(values.slice(before)) - mean(values.slice(0, before));
  console.log(`Mean yearly gain, ${yearList(years.slice(0, before))} and ${yearList(years.slice(before))}:`);
  for (const { label, treated, values } of districts)
    if (treated)
      console.log(
        `  ${label}: ${one(mean(values.slice(0, before)))} -> ${one(mean(values.slice(before)))}, change ${one(changeOf(values))}`,
      );
  const donors = districts.filter(({ treated }) => !treated).map(({ values }) => changeOf(values));
  const all = districts.map(({ values }) => changeOf(values));
  console.log(
    `  ${donors.length} other districts: median change ${one(quantile(donors, 0.5))}, mean ${one(mean(donors))}, from ${one(Math.min(...donors))} to ${one(Math.max(...donors))}; ${donors.filter((change) => change > 0).length} rose`,
  );
  console.log(`  all ${all.length} with the two: median change ${one(quantile(all, 0.5))}`);
  for (const [i, year] of years.entries()) {
    const others = districts.filter(({ treated }) => !treated).map(({ values }) => values[i] ?? 0);
    const own = districts
      .filter(({ treated }) => treated)
      .map(({ label, values }) => `${label} ${values[i]}`);
    console.log(`  ${yearList([year])}: ${own.join(', ')}, median of the others ${quantile(others, 0.5)}`);
  }
}

function methodLines({ methods }: ClaimResult): string[] {
  return methods.map(({ method, estimate, interval, placebo, preFitError }) => {
    const [low, high] = interval ?? [Number.NaN, Number.NaN];
    return `  ${method.padEnd(4)} ${one(estimate).padStart(5)} (${one(low)} to ${one(high)}), placebo p ${placebo?.p.toFixed(3)} of ${placebo?.placebos}, misfit ${one(preFitError)}   [${estimate}]`;
  });
}

try {
  const { panel, result } = await askAbout(realTerms);
  plainFacts(panel);
  console.log(`\n${result.sentence}\n`);
  console.log(methodLines(result).join('\n'));
  const left = result.leaveOneOut.map(({ estimate }) => estimate);
  console.log(
    `  without one district: ${one(Math.min(...left))} to ${one(Math.max(...left))} (${left.length})`,
  );
  console.log(
    `  made-up start in ${yearList([result.inTime?.firstTreatedYear ?? 0])}: ${one(result.inTime?.estimate ?? Number.NaN)}`,
  );
  console.log(
    `  pre-trend gap p ${result.preTrend?.p.toFixed(2)}; smallest detectable ${one(result.smallestDetectable ?? Number.NaN)}`,
  );
  console.log(
    `  left out: ${panel.excluded.map(({ name, missing }) => `${name} (${yearList(missing)})`).join(', ') || 'none'}; outside the rule ${panel.outsideRule}`,
  );
  console.log('\nTried besides:');
  for (const { words, change } of others) {
    const { panel: own, result: found } = await askAbout({ ...realTerms, ...change });
    console.log(`${words}: ${own.districts.length} districts, ${found.verdict.word}`);
    console.log(methodLines(found).join('\n'));
  }
} finally {
  await database.close();
}

import { isPublished, type MetricRule, metricRules } from './metricRules.ts';
import {
  datasetName,
  type OutcomeRow,
  outcomeYears,
  type Reliability,
  type Subgroup,
} from './outcomesLayout.ts';
import { meanText, rateText } from './publishedText.ts';
import { countOf, type Slot, type Tally } from './tally.ts';

/** The state marks figures of fewer students than these. */
const reliableFrom = 30;
const shownFrom = 11;

/**
 * The rows of one place in the outcomes file's order: metric, group, year. With `onlyGroups` those groups alone,
 * and of them those that have students. Figures of fewer than 11 students are withheld; unlike the state, which
 * withholds second figures to protect the first, this withholds no others.
 */
export function* outcomeRows(
  place: { readonly level: 'county' | 'district' | 'school'; readonly cds: string; readonly name: string },
  tally: Tally,
  onlyGroups?: ReadonlySet<Subgroup>,
): Generator<OutcomeRow> {
  for (const rule of metricRules) {
    if (!rule.years.some((year) => countIn(tally, outcomeYears.indexOf(year), 'all', rule, rule.size) > 0))
      continue;
    const groups = rule.groups.filter((group) => !onlyGroups || onlyGroups.has(group)).sort();
    for (const group of groups) {
      for (const year of rule.years) {
        if (!isPublished(group, year)) continue;
        const at = outcomeYears.indexOf(year);
        const size = countIn(tally, at, group, rule, rule.size);
        if (size === 0 && !writtenEmpty(tally, rule, group, onlyGroups !== undefined)) continue;
        yield {
          level: place.level,
          cds: place.cds,
          name: place.name,
          school_year: year,
          metric: rule.metric,
          subgroup: group,
          ...figure(
            rule,
            size,
            countIn(tally, at, group, rule, rule.numerator),
            countIn(tally, at, group, rule, rule.denominator),
          ),
          source_dataset: datasetName('tandem_sample', rule.metric, year),
        };
      }
    }
  }
}

/** A group without students: written in the count files, and as not available for a test it took in another year. */
function writtenEmpty(tally: Tally, rule: MetricRule, group: Subgroup, school: boolean): boolean {
  if (school) return false;
  if (rule.always.includes(group)) return true;
  return rule.mean && outcomeYears.some((_, year) => countIn(tally, year, group, rule, rule.size) > 0);
}

function figure(
  rule: MetricRule,
  size: number,
  numerator: number,
  denominator: number,
): Pick<OutcomeRow, 'value' | 'numerator' | 'denominator' | 'reliability'> {
  if (size < shownFrom) {
    const reliability: Reliability = size === 0 && rule.mean ? 'not-available' : 'suppressed';
    return { value: null, numerator: null, denominator: rule.coded ? denominator : null, reliability };
  }
  return {
    value: rule.mean ? meanText(numerator, denominator) : rateText(numerator, denominator),
    numerator: rule.mean ? null : numerator,
    denominator,
    reliability: size < reliableFrom ? 'small-sample' : 'reliable',
  };
}

/** The Dashboard counts recently reclassified students among the English learners of the two tests. */
function countIn(tally: Tally, year: number, group: Subgroup, rule: MetricRule, slot: Slot): number {
  if (group === 'english_learners_only') return countOf(tally, year, 'english_learners', slot);
  const count = countOf(tally, year, group, slot);
  if (group !== 'english_learners' || !rule.mean) return count;
  return count + countOf(tally, year, 'recently_reclassified', slot);
}

import type { LogitStop } from '../logit.ts';
import { type GroupTimeCell, groupTimeCells } from './groupTimeCells.ts';
import { groupTimeContrast } from './groupTimeContrast.ts';
import {
  type ContrastRefusal,
  type GroupTimeDesign,
  groupTimeDesign,
  type GroupTimeMethod,
} from './groupTimeDesign.ts';
import { type GroupTimeEstimate, groupTimeEstimate } from './groupTimeEstimate.ts';
import { type GroupTimePreTest, groupTimePreTest } from './groupTimePreTest.ts';
import {
  type GroupTimeComparison,
  type GroupTimeSample,
  groupTimeSample,
  type GroupTimeSampleRefusal,
} from './groupTimeSample.ts';
import type { StaggeredPanel } from './staggeredPanel.ts';

export type GroupTimeOptions = {
  readonly comparison?: GroupTimeComparison;
  readonly method?: GroupTimeMethod;
  /**
   * What a time before treatment is compared with: the time just before it (`varying`), or as all later times the
   * last time before treatment (`universal`).
   */
  readonly base?: 'varying' | 'universal';
  readonly level?: number;
  /** Where the logit of being treated ends: `deviance` as the R package does, to compare; default `exact`. */
  readonly logit?: LogitStop;
};

/** The average effect on the units first treated at `group`, at `time`; before `group` it should be near 0. */
export type GroupTimeEffect = GroupTimeEstimate & {
  readonly group: number;
  readonly time: number;
  readonly base: number;
  readonly treatedUnits: number;
  readonly comparisonUnits: number;
};

export type GroupTimeEffects = {
  readonly ok: true;
  readonly sample: GroupTimeSample;
  /** By group, then by time. */
  readonly effects: readonly GroupTimeEffect[];
  /** Null without a time before treatment to test, or when the effects there have no joint error. */
  readonly preTest: GroupTimePreTest | null;
  /** Groups with fewer units than 5 and one a covariate: the errors of their effects are too small. */
  readonly smallGroups: readonly number[];
  readonly level: number;
  readonly rounding: number;
};

export type GroupTimeRefusal =
  | GroupTimeSampleRefusal
  | (ContrastRefusal & { readonly group: number; readonly time: number });

/**
 * The average effect of treatment on each group of units that are first treated at one time, at each time: for
 * partnerships that start in different years. Callaway & Sant'Anna (2021), "Difference-in-differences with multiple
 * time periods", Journal of Econometrics 225, 200-230; the same numbers as the R package `did`. Each effect is the
 * change of the group since its base time less the change of units that are not treated (`comparison`, default never
 * treated) with like covariates (`method`, default doubly robust). Effects at times before treatment are
 * pseudo-effects: they show whether the comparison moved alike. `groupTimeAverages` sums them up.
 *
 * Errors are analytic, from influence functions across units drawn independently: they need many units in each group.
 * A group of one unit gives no error at all, nor does a comparison of no more units than the covariates can fit, for
 * their chance cannot be seen; `smallGroups` names the groups too small to trust.
 *
 * Refused with the reason when nobody can be compared, a covariate is missing, or covariates are collinear or tell a
 * group from its comparison. Throws a RangeError on lengths that differ and on an outcome that is not finite.
 */
export function groupTimeEffects(
  panel: StaggeredPanel,
  options: GroupTimeOptions = {},
): GroupTimeEffects | GroupTimeRefusal {
  const { comparison = 'never treated', method = 'doubly robust', base = 'varying', level = 0.95 } = options;
  if (!(level > 0 && level < 1)) throw new RangeError(`a level lies between 0 and 1, not ${level}`);
  const sample = groupTimeSample(panel, comparison);
  if (!sample.ok) return sample;
  const { kept, groups } = sample;
  const rounding = 1e-13 * panel.outcomes.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  const designOf = designs(panel, sample, method, options.logit);
  const effects: GroupTimeEffect[] = [];
  for (const cell of groupTimeCells(sample, comparison, base)) {
    const { group, time, treated, compared } = cell;
    const design = designOf(cell);
    if (!design.ok) return { ...design, group, time };
    const members = [...treated, ...compared];
    const changes = new Float64Array(members.length);
    for (const [i, member] of members.entries()) {
      const row = (kept[member] as number) * panel.times;
      changes[i] = (panel.outcomes[row + time] as number) - (panel.outcomes[row + cell.base] as number);
    }
    const contrast = groupTimeContrast(changes, design);
    if (!contrast.ok) return { ...contrast, group, time };
    const influence = new Float64Array(kept.length);
    for (const [i, member] of members.entries())
      influence[member] = (kept.length / members.length) * (contrast.influence[i] as number);
    const measurable = treated.length > 1 && compared.length > design.columns.length;
    effects.push({
      ...groupTimeEstimate(contrast.effect, influence, { level, rounding, measurable }),
      group,
      time,
      base: cell.base,
      treatedUnits: treated.length,
      comparisonUnits: compared.length,
    });
  }
  const enough = 5 + (panel.covariates?.[0]?.length ?? 0);
  return {
    ok: true,
    sample,
    effects,
    preTest: groupTimePreTest(effects),
    smallGroups: groups.filter(({ units }) => units < enough).map(({ start }) => start),
    level,
    rounding,
  };
}

/** A group has the same comparison wherever it has as many units, so its design is made once for all those times. */
function designs(
  panel: StaggeredPanel,
  { kept }: GroupTimeSample,
  method: GroupTimeMethod,
  stop: LogitStop | undefined,
): (cell: GroupTimeCell) => GroupTimeDesign | ContrastRefusal {
  const made = new Map<string, GroupTimeDesign | ContrastRefusal>();
  const width = panel.covariates?.[0]?.length ?? 0;
  return ({ group, treated, compared }) => {
    const key = `${group} ${compared.length}`;
    const before = made.get(key);
    if (before) return before;
    const members = [...treated, ...compared];
    const columns = Array.from({ length: 1 + width }, () => new Float64Array(members.length).fill(1));
    for (const [i, member] of members.entries())
      for (let j = 0; j < width; j++)
        (columns[1 + j] as Float64Array)[i] = panel.covariates?.[kept[member] as number]?.[j] as number;
    const isTreated = new Float64Array(members.length).fill(1, 0, treated.length);
    const design = groupTimeDesign(isTreated, columns, method, stop);
    made.set(key, design);
    return design;
  };
}

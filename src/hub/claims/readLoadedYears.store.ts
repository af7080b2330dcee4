import { selectParties } from '../partnership/partnership.store.ts';
import type { MemberView } from '../store/view.ts';
import { selectOutcomeFigures } from './claimData.store.ts';
import type { ClaimOutcome } from './claimTerms.ts';
import { outcomeReader } from './outcomeFigures.ts';

/** For which school years each district of the partnership has the outcome loaded; says nothing of the figures. */
export type LoadedYears = {
  readonly districts: readonly { readonly shortName: string; readonly years: readonly number[] }[];
  /** Every year that any of them has, oldest first. */
  readonly years: readonly number[];
};

const everyYear = { first: 1991, last: 2199 };

/** Looks which years of an outcome are there to choose from. */
export async function readLoadedYears(view: MemberView, outcome: ClaimOutcome): Promise<LoadedYears> {
  const parties = await selectParties(view);
  const ids = parties.map(({ districtId }) => districtId);
  const figures = await selectOutcomeFigures(view, outcome, everyYear, ids);
  const districts = parties.map(({ districtId, shortName }) => {
    const own = figures.get(districtId) ?? [];
    const outcomeOf = outcomeReader(own, outcome);
    const years = [...new Set(own.map(({ year }) => year))].filter((year) => outcomeOf(year));
    return { shortName, years: years.sort((a, b) => a - b) };
  });
  const years = [...new Set(districts.flatMap((one) => one.years))].sort((a, b) => a - b);
  return { districts, years };
}

import { formatNumber } from '../../vocabulary/formatNumber.ts';
import { schoolYearName } from '../../vocabulary/schoolYear.ts';
import type { PanelProblem } from './claimPanel.ts';
import { listed } from './claimWords.ts';

/** Why a claim cannot be estimated on what is loaded, and what to do, as a sentence or two. */
export function panelProblemSentence(problem: PanelProblem): string {
  switch (problem.reason) {
    case 'a district of the claim misses years': {
      const each = problem.districts.map(({ name, missing }) => `${name} ${yearList(missing)}`);
      return `The outcome is missing for ${each.join(', and for ')}, where other districts have it. Load the file that gives it, or register a claim over other years.`;
    }
    case 'no figure after the start':
      return 'No district has a figure of the outcome after the start yet. Load the files of those years when they are published, then run the claim again.';
    case 'fewer than two years before the start':
      return problem.years.length === 0
        ? 'No district has a figure of the outcome before the start. Load the files of those years.'
        : `The outcome is published for one year before the start only (${yearList(problem.years)}): one year shows no pace. Load the files of earlier years.`;
    case 'no similar district':
      return 'No district lies inside the caliper of any district of the claim: there is nothing fair to compare with. Load the files that similar districts are worked out from, or register a claim with another rule.';
    case 'no district is large enough':
      return `No other district has at least ${formatNumber(problem.least)} students behind the outcome in every year before the start. Register a claim with a smaller number.`;
    case 'too few districts to compare with': {
      const left = problem.excluded > 0 ? `; ${problem.excluded} more lack some years` : '';
      const have = problem.found === 1 ? 'Only 1 district has' : `Only ${problem.found} districts have`;
      return `${have} the outcome in every year${left}. At least ${problem.needed} are needed to tell a change from chance. Register a claim with a wider rule.`;
    }
    case 'the outcome never varies':
      return 'The outcome is the same in every district and year: nothing can be told from it.';
  }
}

/** `2003-04`, `2003-04 and 2005-06`, `2003-04 to 2007-08`, `2003-04 to 2005-06, 2008-09 and 2010-11`. */
export function yearList(years: readonly number[]): string {
  const runs: { first: number; last: number }[] = [];
  for (const year of [...years].sort((a, b) => a - b)) {
    const open = runs.at(-1);
    if (open && year === open.last + 1) open.last = year;
    else runs.push({ first: year, last: year });
  }
  return listed(
    runs.flatMap(({ first, last }) =>
      last - first >= 2
        ? `${schoolYearName(first)} to ${schoolYearName(last)}`
        : Array.from({ length: last - first + 1 }, (_, i) => schoolYearName(first + i)),
    ),
  );
}

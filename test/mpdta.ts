import { existsSync, readFileSync } from 'node:fs';
import type { StaggeredPanel } from '../src/stats/panel/staggeredPanel.ts';

const file = '../shared/reference/numerics/mpdta.csv';

/** Why tests on minimum wages are skipped, or false when their data is there. */
export const skipWithoutMpdta = existsSync(file)
  ? false
  : `${file} is not there: nothing was compared with R`;

/** The first year of `readMpdta`: its time 0. */
export const mpdtaYear = 2003;

/**
 * Log teen employment in 500 counties, 2003 to 2007, by the year of a higher minimum wage: the panel of the R package
 * `did`, with log population as covariate.
 */
export function readMpdta(): StaggeredPanel & { readonly covariates: readonly (readonly number[])[] } {
  const lines = readFileSync(file, 'utf8').trim().split('\n').slice(1);
  const rows = lines.map((line) => line.split(',').map(Number) as [number, number, number, number, number]);
  const counties = [...new Set(rows.map(([, county]) => county))];
  const place = new Map(counties.map((county, i) => [county, i]));
  const outcomes = new Float64Array(counties.length * 5).fill(Number.NaN);
  const firstTreated: (number | null)[] = counties.map(() => null);
  const covariates: number[][] = counties.map(() => []);
  for (const [year, county, population, employment, first] of rows) {
    const unit = place.get(county) as number;
    outcomes[unit * 5 + year - mpdtaYear] = employment;
    firstTreated[unit] = first === 0 ? null : first - mpdtaYear;
    covariates[unit] = [population];
  }
  return { units: counties.length, times: 5, outcomes, firstTreated, covariates };
}

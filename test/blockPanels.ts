import { existsSync, readFileSync } from 'node:fs';

const folder = '../shared/reference/numerics';

/** Why tests on panels beside Proposition 99 are skipped, or false when their data is there. */
export const skipWithoutBlockPanels =
  existsSync(`${folder}/basque.csv`) && existsSync(`${folder}/mpdta.csv`)
    ? false
    : `basque.csv or mpdta.csv of ${folder} is not there: nothing was compared with R`;

/** Gross product a head of 17 Spanish regions, 1955 to 1997, the Basque Country treated from 1970; tabs, years as 1955.0. */
export function basqueText(): string {
  const rows = readFileSync(`${folder}/basque.csv`, 'utf8').trim().split('\n').slice(1);
  const kept = rows
    .map((row) => row.split(',').slice(0, 4))
    .filter(([number]) => number !== '1.0')
    .map(([number, ...rest]) => [...rest, number === '17.0' && Number(rest[1]) >= 1970 ? 1 : 0].join('\t'));
  return ['region\tyear\tgdpcap\ttreated', ...kept].join('\n');
}

/** Log teen employment of counties with a higher minimum wage from the given years on, and of those without; bars. */
export function wagesText(...starts: number[]): string {
  const rows = readFileSync(`${folder}/mpdta.csv`, 'utf8').trim().split('\n').slice(1);
  const kept = rows
    .map((row) => row.split(','))
    .filter(([, , , , first]) => [0, ...starts].includes(Number(first)))
    .map(([year, county, , employment, first]) => {
      const isTreated = Number(first) > 0 && Number(year) >= Number(first);
      return [county, year, employment, isTreated ? 1 : 0].join('|');
    });
  return ['county|year|lemp|treated', ...kept].join('\n');
}

type BlockAnswer = {
  readonly method: 'sdid' | 'sc' | 'did';
  readonly solver: 'exact' | 'frank-wolfe';
  readonly estimate: number;
  readonly standardError: number;
};

// `frank-wolfe`: the source of the R package synthdid, its estimator with the second, sparse round, in R 4.2.2, where it gives the
// package's -15.6038278727338 for Proposition 99. `exact`: the same problems solved by an active set in R. `did` has no
// weights to solve.

/** Standard errors: population deviation of all 16 placebos. */
export const basqueAnswers: readonly BlockAnswer[] = [
  { method: 'sdid', solver: 'exact', estimate: -0.793414844790198, standardError: 0.319982491111815 },
  { method: 'sdid', solver: 'frank-wolfe', estimate: -0.793434965210669, standardError: 0.319887914320077 },
  { method: 'sc', solver: 'exact', estimate: -0.894588548375871, standardError: 0.490928152575372 },
  { method: 'sc', solver: 'frank-wolfe', estimate: -0.891936850919024, standardError: 0.497454810637456 },
  { method: 'did', solver: 'exact', estimate: -0.4308043960434, standardError: 0.642039240417214 },
];

/** The 40 counties of 2006 beside 309; standard errors: jackknife with fixed weights. */
export const wageAnswers: readonly BlockAnswer[] = [
  { method: 'sdid', solver: 'exact', estimate: -0.0236168681098501, standardError: 0.0167283662555595 },
  { method: 'sdid', solver: 'frank-wolfe', estimate: -0.0235682658496187, standardError: 0.0167269781028246 },
  { method: 'sc', solver: 'frank-wolfe', estimate: 0.0127569414069324, standardError: 4.058957800147 },
  { method: 'did', solver: 'exact', estimate: -0.0225700476084709, standardError: 0.0211641063561811 },
];

import { existsSync, readFileSync } from 'node:fs';
import type { Panel } from '../src/stats/panel/panel.ts';

const table = '../shared/data/evaluation/synthdid_california_prop99.csv';
const answers = '../shared/reference/numerics';

/** Why tests on California's tobacco control programme of 1989 are skipped, or false when its data is there. */
export const skipWithoutProp99 =
  existsSync(table) && existsSync(answers)
    ? false
    : `${table} or ${answers} is not there: nothing was compared with synthdid`;

export type Prop99 = {
  readonly panel: Panel;
  readonly states: readonly string[];
  readonly years: readonly number[];
};

/** Packs of cigarettes a head, 39 states x 1970 to 2000, California treated from 1989. */
export function readProp99(): Prop99 {
  const rows = readFileSync(table, 'utf8')
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => line.trim().split(';'));
  const states = [...new Set(rows.map(([state]) => state as string))].sort();
  const years = [...new Set(rows.map(([, year]) => Number(year)))].sort((a, b) => a - b);
  const outcomes = new Float64Array(states.length * years.length).fill(Number.NaN);
  for (const [state, year, packs] of rows)
    outcomes[states.indexOf(state as string) * years.length + years.indexOf(Number(year))] = Number(packs);
  const treated = [states.indexOf('California')];
  const firstTreated = years.indexOf(1989);
  return {
    panel: { units: states.length, times: years.length, outcomes, treated, firstTreated },
    states,
    years,
  };
}

/** A file of reference answers, as it is. */
export function readAnswers<T>(name: string): T {
  return JSON.parse(readFileSync(`${answers}/${name}`, 'utf8')) as T;
}

/** The panel of some of the states, in the order given, with some of them taken as treated. */
export function panelOfStates(
  { panel, states }: Prop99,
  chosen: readonly string[],
  treated: readonly string[],
): Panel {
  const outcomes = new Float64Array(chosen.length * panel.times);
  for (const [k, state] of chosen.entries()) {
    const at = states.indexOf(state) * panel.times;
    outcomes.set(panel.outcomes.subarray(at, at + panel.times), k * panel.times);
  }
  const rows = chosen.flatMap((state, k) => (treated.includes(state) ? [k] : []));
  return { ...panel, units: chosen.length, outcomes, treated: rows };
}

import { z } from 'zod';
import type { Panel } from '../../stats/panel/panel.ts';
import type { ClaimTerms } from './claimTerms.ts';
import { type Candidate, chooseDonors } from './donorPool.ts';
import type { OutcomeOf } from './outcomeFigures.ts';

const PanelDistrictShape = z.object({
  cds: z.string(),
  /** Unique in the panel: a code follows where two districts share a name. */
  label: z.string(),
  treated: z.boolean(),
  /** Some of its figures are the sample's. */
  synthetic: z.boolean(),
  values: z.array(z.number()),
});
/** One district of a panel with its outcome in each of the panel's years. */
export type PanelDistrict = z.infer<typeof PanelDistrictShape>;

/** What a claim's estimators read: every district with every year, in the order of their labels as `tandem estimate` reads them. */
export const ClaimPanelShape = z.object({
  years: z.array(z.number()),
  firstTreatedYear: z.number(),
  districts: z.array(PanelDistrictShape),
  /** Districts that the rule takes but that lack the outcome in some years. */
  excluded: z.array(z.object({ cds: z.string(), name: z.string(), missing: z.array(z.number()) })),
  outsideRule: z.number(),
  yearsWithoutStudents: z.array(z.number()),
  /** Years between the first and the newest in which nobody's outcome is published. */
  yearsWithoutOutcome: z.array(z.number()),
  /** The datasets the figures come from. */
  sourceIds: z.array(z.string()),
});
export type ClaimPanel = z.infer<typeof ClaimPanelShape>;

/** Why no panel can be made of what is loaded. */
export type PanelProblem =
  | {
      readonly reason: 'a district of the claim misses years';
      readonly districts: readonly { readonly name: string; readonly missing: readonly number[] }[];
    }
  | { readonly reason: 'no figure after the start' }
  | { readonly reason: 'the outcome never varies' }
  | { readonly reason: 'fewer than two years before the start'; readonly years: readonly number[] }
  | { readonly reason: 'no similar district' }
  | { readonly reason: 'no district is large enough'; readonly least: number }
  | {
      readonly reason: 'too few districts to compare with';
      readonly found: number;
      readonly needed: number;
      readonly excluded: number;
    };

export type PanelSources = {
  /** The treated districts in the partnership's order. */
  readonly treated: readonly Candidate[];
  /** Every other district that belongs to no side of the claim. */
  readonly candidates: readonly Candidate[];
  readonly similar: ReadonlySet<string>;
};

/**
 * Makes the balanced panel a claim asks for out of what is loaded, or says why there is none. A year counts when
 * anybody's outcome is published for it; every treated district must then have it.
 */
export function makeClaimPanel(
  terms: ClaimTerms,
  { treated, candidates, similar }: PanelSources,
):
  | { readonly ok: true; readonly panel: ClaimPanel }
  | { readonly ok: false; readonly problem: PanelProblem } {
  const refuse = (problem: PanelProblem) => ({ ok: false as const, problem });
  const asked = Array.from({ length: terms.lastYear - terms.firstYear + 1 }, (_, i) => terms.firstYear + i);
  const everybody = [...treated, ...candidates];
  const years = asked.filter((year) => everybody.some(({ outcome }) => outcome(year)));
  const before = years.filter((year) => year < terms.firstTreatedYear);
  if (before.length < 2) return refuse({ reason: 'fewer than two years before the start', years: before });
  if (before.length === years.length) return refuse({ reason: 'no figure after the start' });
  const holes = treated.flatMap(({ name, outcome }) => {
    const missing = years.filter((year) => !outcome(year));
    return missing.length > 0 ? [{ name, missing }] : [];
  });
  if (holes.length > 0) return refuse({ reason: 'a district of the claim misses years', districts: holes });

  const pool = chooseDonors(candidates, terms.donors, { before, all: years }, similar);
  if (pool.donors.length === 0 && pool.excluded.length === 0) {
    return terms.donors.kind === 'similar'
      ? refuse({ reason: 'no similar district' })
      : refuse({ reason: 'no district is large enough', least: terms.donors.least });
  }
  // A placebo takes as many districts as are treated and compares them with at least two others.
  const needed = treated.length + 2;
  if (pool.donors.length < needed) {
    const [found, excluded] = [pool.donors.length, pool.excluded.length];
    return refuse({ reason: 'too few districts to compare with', found, needed, excluded });
  }
  const rows = [
    ...treated.map((one) => ({ one, treated: true })),
    ...pool.donors.map((one) => ({ one, treated: false })),
  ];
  const figures = rows.flatMap(({ one }) => years.flatMap((year) => one.outcome(year)?.figures ?? []));
  const newest = years.at(-1) ?? terms.lastYear;
  return {
    ok: true,
    panel: {
      years,
      firstTreatedYear: years[before.length] ?? terms.firstTreatedYear,
      districts: rows
        .map(({ one, treated }) => ({
          cds: one.cds,
          label: labelOf(one, rows),
          treated,
          synthetic: isSynthetic(one.outcome, years),
          values: years.map((year) => one.outcome(year)?.value ?? Number.NaN),
        }))
        .sort((a, b) => (a.label < b.label ? -1 : 1)),
      excluded: pool.excluded,
      outsideRule: pool.outsideRule,
      yearsWithoutStudents: pool.yearsWithoutStudents,
      yearsWithoutOutcome: asked.filter((year) => year < newest && !years.includes(year)),
      sourceIds: [...new Set(figures.map(({ sourceId }) => sourceId))].sort(),
    },
  };
}

function labelOf({ cds, name }: Candidate, rows: readonly { readonly one: Candidate }[]): string {
  return rows.filter(({ one }) => one.name === name).length > 1 ? `${name} ${cds}` : name;
}

function isSynthetic(outcome: OutcomeOf, years: readonly number[]): boolean {
  return years.some((year) => outcome(year)?.figures.some(({ synthetic }) => synthetic));
}

/** The panel as the estimators take it. */
export function statisticsPanel({ years, districts, firstTreatedYear }: ClaimPanel): Panel {
  return {
    units: districts.length,
    times: years.length,
    outcomes: Float64Array.from(districts.flatMap(({ values }) => values)),
    treated: districts.flatMap(({ treated }, i) => (treated ? [i] : [])),
    firstTreated: years.indexOf(firstTreatedYear),
  };
}

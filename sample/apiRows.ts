import { apiYears, type CitedApi, citedApi } from './citedApi.ts';
import { citedDistricts } from './citedDistricts.ts';
import { defaultSeed } from './generateSampleState.ts';
import { type InventedDistrict, inventedDistricts } from './inventedPlaces.ts';
import { seededRandom } from './seededRandom.ts';

/** The columns of the panel of the Academic Performance Index (`panel.csv`), in order. */
export const apiColumns = [
  'year',
  'cds',
  'district',
  'county',
  'stype',
  'group',
  'n_scores',
  'significant',
  'api_growth',
  'api_base_prev',
  'target',
  'growth',
  'met',
] as const;

export type ApiRow = { readonly [column in (typeof apiColumns)[number]]: string | number | null };

/** The middle gain of each year among large unified districts, and how the index was re-based before it: set to lie near California's. */
const yearly = [
  { gain: 26, rebase: 0 },
  { gain: 9, rebase: -3 },
  { gain: 19, rebase: 0 },
  { gain: 10, rebase: 0 },
  { gain: 7, rebase: 0 },
  { gain: 11, rebase: 0 },
  { gain: 14, rebase: -1 },
  { gain: 12, rebase: -1 },
  { gain: 8, rebase: 0 },
  { gain: 9, rebase: 0 },
  { gain: -1, rebase: 0 },
] as const;

/** Where districts of each kind of community begin, on the scale of 200 to 1,000. */
const beginnings = {
  farmTown: 640,
  suburb: 770,
  foothill: 720,
  bayside: 790,
  portCity: 670,
  valleyCity: 650,
};

/** Of the spread of a year's gains, the part that stays with a district and the part that comes and goes. */
const spread = { district: 1.9, year: 5.5, fewScores: 160 };

const kinds = { unified: 1, elementary: 2, high: 3 } as const;

/** Of a district's students, about those in grades 2 to 11. */
const testedShare = 0.76;

/**
 * The index of all students in 2002-03 to 2012-13, in the layout of the state's panel: cited for the two real districts,
 * made up for the invented ones, whose county says so. In the order of the cited, then the invented districts.
 */
export function* apiRows(seed = defaultSeed): Generator<ApiRow> {
  for (const which of ['fresno', 'longBeach'] as const) yield* citedRowsOf(which, citedApi[which]);
  for (const district of inventedDistricts) yield* inventedRowsOf(district, seed);
}

function* citedRowsOf(which: keyof typeof citedApi, { growth, base, scores }: CitedApi): Generator<ApiRow> {
  const { cds, name, county } = citedDistricts[which];
  for (const [i, year] of apiYears.entries())
    yield apiRow({
      year,
      cds,
      name,
      county,
      kind: 1,
      n: scores[i] ?? null,
      growth: growth[i] ?? 0,
      base: base[i] ?? 0,
    });
}

function* inventedRowsOf(district: InventedDistrict, seed: number): Generator<ApiRow> {
  const random = seededRandom(seed, `index of district ${district.position}`);
  const cds = `${district.county.code}${99000 + district.position}0000000`;
  const own = spread.district * random.normal();
  const students = district.students * testedShare;
  const noise = Math.hypot(spread.year, spread.fewScores / Math.sqrt(students));
  let standing = Math.round(beginnings[district.community] + 25 * random.normal());
  for (const [i, year] of apiYears.entries()) {
    const { gain, rebase } = yearly[i] ?? { gain: 0, rebase: 0 };
    const base = Math.max(200, Math.min(990, standing + Math.round(rebase + random.normal())));
    // The index compresses near the top.
    const room = Math.min(1, (990 - base) / 200);
    const growth = Math.max(
      200,
      Math.min(990, base + Math.round(room * (gain + own) + noise * random.normal())),
    );
    const n = year === 2003 ? null : Math.round(students * (1 + 0.02 * random.normal()));
    yield apiRow({
      year,
      cds,
      name: district.name,
      county: district.county.name,
      kind: kinds[district.kind],
      n,
      growth,
      base,
    });
    standing = growth;
  }
}

type Figures = {
  readonly year: number;
  readonly cds: string;
  readonly name: string;
  readonly county: string;
  readonly kind: number;
  readonly n: number | null;
  readonly growth: number;
  readonly base: number;
};

function apiRow({ year, cds, name, county, kind, n, growth, base }: Figures): ApiRow {
  return {
    year,
    cds,
    district: name,
    county,
    stype: year === 2003 ? null : kind,
    group: 'ALL',
    n_scores: n,
    significant: null,
    api_growth: growth,
    api_base_prev: base,
    target: null,
    growth: growth - base,
    met: null,
  };
}

import type { SeededRandom } from '../seededRandom.ts';
import type { StudentDistrict } from './studentDistrict.ts';

/** Who a synthetic student is, as long as she is in the district. */
export type Traits = {
  readonly id: number;
  readonly race: string;
  readonly gender: string;
  readonly disadvantaged: boolean;
  readonly disability: boolean;
  /** Takes the alternate tests. */
  readonly alternate: boolean;
  readonly foster: boolean;
  readonly homeless: boolean;
  readonly migrant: boolean;
  /** Two letters of CALPADS are three digits: 00 English, 01 Spanish, 23 Hmong, 22 Chinese … */
  readonly language: string;
  readonly parentEducation: string;
  /** Standard normal; what a student brings to tests, marks and graduation. */
  readonly ability: number;
  /** Standard normal; how often absent. */
  readonly absence: number;
  /** Standard normal; how often in trouble. */
  readonly conduct: number;
  /** On [0, 1): where she lives, which decides her schools. */
  readonly home: number;
};

export const raceCodes = ['AA', 'AI', 'AS', 'FI', 'HI', 'PI', 'WH', 'MR', 'NR'] as const;
const languageByRace: Readonly<Record<string, number>> = { AS: 1.4, HI: 1.25, FI: 0.9, PI: 0.6, WH: 0.25 };
const disadvantageByRace: Readonly<Record<string, number>> = {
  AA: 0.4,
  HI: 0.3,
  AS: -0.1,
  WH: -0.8,
  FI: -0.6,
};

/** A new student: race first, home and language after it, ability after all of them. */
export function drawTraits(id: number, district: StudentDistrict, random: SeededRandom): Traits {
  const { uniform, normal } = random;
  const race = drawRace(district.races, uniform());
  const share = Math.min(0.99, Math.max(0.01, district.disadvantaged + district.intercepts.unduplicated));
  const odds = share / (1 - share);
  const moved = odds * Math.exp(disadvantageByRace[race] ?? 0);
  const disadvantaged = uniform() < moved / (1 + moved);
  const otherLanguage = district.otherLanguage + district.intercepts.learners;
  const speaks = uniform() < otherLanguage * (languageByRace[race] ?? 0.2);
  const gender = drawGender(uniform());
  const disability = uniform() < (gender === 'F' ? 0.1 : 0.18);
  const ability = normal() - (disadvantaged ? 0.3 : -0.4) - (disability ? 0.7 : 0);
  return {
    id,
    race,
    gender,
    disadvantaged,
    disability,
    alternate: disability && uniform() < 0.08,
    foster: disadvantaged && uniform() < 0.012,
    homeless: disadvantaged && uniform() < 0.035,
    migrant: disadvantaged && race === 'HI' && uniform() < 0.02,
    language: speaks ? (race === 'HI' ? '01' : race === 'AS' ? '23' : '03') : '00',
    parentEducation: drawParentEducation(disadvantaged, uniform()),
    ability,
    absence: 0.8 * normal() + (disadvantaged ? 0.25 : -0.3) - 0.15 * ability,
    conduct: 0.9 * normal() + (gender === 'M' ? 0.3 : -0.3) - 0.25 * ability,
    home: uniform(),
  };
}

function drawRace(shares: readonly number[], drawn: number): string {
  const total = shares.reduce((sum, share) => sum + share, 0);
  let reached = 0;
  for (const [at, share] of shares.entries()) {
    reached += share / total;
    if (drawn < reached) return raceCodes[at] ?? 'NR';
  }
  return 'NR';
}

function drawGender(drawn: number): string {
  if (drawn < 0.485) return 'F';
  return drawn < 0.997 ? 'M' : 'X';
}

function drawParentEducation(disadvantaged: boolean, drawn: number): string {
  const steps = disadvantaged ? [0.03, 0.12, 0.35, 0.65, 0.93] : [0.2, 0.5, 0.75, 0.92, 0.96];
  return String(10 + steps.filter((step) => drawn >= step).length);
}

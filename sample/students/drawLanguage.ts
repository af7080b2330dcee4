import type { SeededRandom } from '../seededRandom.ts';
import { daysAfter, schoolDay } from './calendar.ts';
import { gradeText, type StudentYear } from './drawStays.ts';
import type { Traits } from './drawTraits.ts';
import { elpacScales, scoreOnScale } from './testScales.ts';

export type LanguageStep = { readonly status: string; readonly start: string };
export type ElpacScore = {
  readonly year: number;
  readonly kind: 'summative' | 'initial' | 'alternate';
  readonly score: number;
  readonly level: number;
  readonly day: string;
};
export type LanguageHistory = { readonly steps: LanguageStep[]; readonly elpac: ElpacScore[] };

/**
 * A student's way through English: tested when she comes, a learner until her ELPAC is at Level 4 and her teachers
 * agree, reclassified once. Proficiency grows each year, faster with ability.
 */
export function drawLanguage(
  traits: Traits,
  years: readonly StudentYear[],
  usEntry: string,
  random: SeededRandom,
): LanguageHistory {
  const { uniform, normal, below } = random;
  const first = years[0];
  if (!first) return { steps: [], elpac: [] };
  if (traits.language === '00') return { steps: [{ status: 'EO', start: first.firstDay }], elpac: [] };
  const steps: LanguageStep[] = [{ status: 'TBD', start: first.firstDay }];
  const elpac: ElpacScore[] = [];
  const yearsHere = Math.max(0, first.year - Number(usEntry.slice(0, 4)) - 1);
  const known = normal() * 0.6 + 0.25 * traits.ability + yearsHere * 0.25;
  const tested = daysAfter(first.firstDay, 10 + below(40));
  if (first.grade > 0 && known > 0.9 && uniform() < 0.3) {
    // She was a learner, and was reclassified, in the district she comes from.
    const before = daysAfter(usEntry, 20);
    const there: LanguageStep[] = [
      { status: 'EL', start: before },
      { status: 'RFEP', start: daysAfter(before, 300 + below(400)) },
    ];
    if (there.every((step) => step.start < first.firstDay)) return { steps: there, elpac: [] };
  }
  steps.push({ status: known < 1.1 ? 'EL' : 'IFEP', start: tested });
  const level = 1 + Math.min(2, Math.max(0, Math.floor(known + 1)));
  const initial = ([300, 400, 480][level - 1] ?? 300) + below(40);
  elpac.push({ year: first.year, kind: 'initial', score: initial, level, day: tested });
  if (steps.at(-1)?.status !== 'EL') return { steps, elpac };
  let proficiency = known - 0.8;
  for (const { year, grade, school, left, lastDay } of years) {
    proficiency += 0.27 + 0.08 * traits.ability + 0.25 * normal();
    const day = schoolDay(year, 175 + below(60));
    if (grade < 0 || !school || day > lastDay || day <= tested || uniform() < 0.03) continue;
    const result = summative(traits, year, grade, proficiency + 0.25 * normal(), day);
    elpac.push(result);
    if (traits.alternate && uniform() < 0.1)
      elpac.push(summative({ ...traits, alternate: false }, year, grade, proficiency, day));
    const ready = result.level === (traits.alternate ? 3 : 4) || (result.level === 3 && uniform() < 0.08);
    if (!ready || left || uniform() > 0.75 || grade === 0) continue;
    steps.push({ status: 'RFEP', start: daysAfter(day, below(170)) });
    break;
  }
  return { steps, elpac };
}

function summative(
  traits: Traits,
  year: number,
  grade: number,
  proficiency: number,
  day: string,
): ElpacScore {
  if (traits.alternate) {
    const level = 1 + Math.min(2, Math.max(0, Math.floor(proficiency + 0.8)));
    const score = 900 + 30 * level + Math.floor(8 * Math.max(-2, Math.min(2, proficiency)));
    return { year, kind: 'alternate', score, level, day };
  }
  const scale = elpacScales[gradeText(grade)];
  if (!scale) throw new RangeError(`grade ${grade} has no ELPAC`);
  const { score, level } = scoreOnScale(scale, scale[2] + 48 * proficiency);
  return { year, kind: 'summative', score, level, day };
}

import type { Breach } from '../intake/breach.ts';
import { languageStatusMustBeCalifornias } from './languageStatusMustBeCalifornias.ts';
import { learnerMustHaveADay } from './learnerMustHaveADay.ts';
import type { Instruction } from './readProgrammes.ts';
import { reclassificationMustHaveADay } from './reclassificationMustHaveADay.ts';

export type LanguageStage = { readonly status: string; readonly start: string };

/**
 * The statuses of a student as California counts them. Ed-Fi says how limited a student's English is, without a day: a
 * learner since the first instruction for learners, else since the first day of the year's stays; reclassified on the
 * last day of instruction, and not at all where none is given.
 */
export function languageStatusesOf(
  proficiency: string | null,
  instruction: readonly Instruction[],
  first: string,
): { readonly stages: readonly LanguageStage[]; readonly breaches: readonly Breach[] } {
  const begin = instruction.map((one) => one.begin).sort()[0];
  const end = instruction
    .flatMap((one) => one.end ?? [])
    .sort()
    .at(-1);
  switch (proficiency) {
    case null:
      return { stages: [], breaches: [] };
    case 'not limited':
      return { stages: [], breaches: [languageStatusMustBeCalifornias] };
    case 'EL':
      return begin === undefined
        ? { stages: [{ status: 'EL', start: first }], breaches: [learnerMustHaveADay] }
        : { stages: [{ status: 'EL', start: begin }], breaches: [] };
    case 'RFEP':
    case 'monitored':
      if (begin === undefined || end === undefined)
        return { stages: [], breaches: [reclassificationMustHaveADay] };
      return {
        stages: [
          { status: 'EL', start: begin },
          { status: 'RFEP', start: end },
        ],
        breaches: [],
      };
    default:
      return { stages: [{ status: proficiency, start: first }], breaches: [] };
  }
}

import { parseRace } from '../intake/parseRace.ts';
import type { EdfiSet, Stay } from './edfiSet.ts';
import { languageStatusesOf } from './languageStatusesOf.ts';
import type { Association } from './readAssociation.ts';
import type { ProgrammeReader } from './readProgrammes.ts';

/**
 * Writes what the set says of each student: who she is, the status as a learner of English, and characteristics as
 * programmes. What has no day of its own holds from the first day of the student's stays, else from 1 July.
 */
export function writePersons(
  set: EdfiSet,
  stays: readonly Stay[],
  programmes: ProgrammeReader,
  year: number,
): void {
  const firstDays = new Map<number, string>();
  for (const { student, start } of stays) {
    const before = firstDays.get(student);
    if (before === undefined || start < before) firstDays.set(student, start);
  }
  for (const [uniqueId, person] of set.persons.all()) {
    const id = set.persons.id(uniqueId, person.element, person.origin);
    if (id === undefined) continue;
    const { associations } = person;
    const origin = associations[0]?.origin ?? person.origin;
    const first = firstDays.get(id) ?? `${year - 1}-07-01`;
    const usEntry = programmes.usEntry.get(uniqueId) ?? null;
    const gender = associations.find((one) => one.gender !== null)?.gender ?? null;
    const race = raceOf(associations);
    if (person.birth !== null || gender !== null || race !== null || usEntry !== null) {
      set.fact(
        'student_info',
        { student_id: id, start_date: first, birth_date: person.birth, gender, race, us_entry_date: usEntry },
        origin,
      );
    }
    const proficiency = associations.find((one) => one.proficiency !== null)?.proficiency ?? null;
    const instruction = programmes.instruction.get(uniqueId) ?? [];
    const statuses = languageStatusesOf(proficiency, instruction, first);
    for (const breach of statuses.breaches)
      set.breach({ ...breach, column: associations[0]?.reference ?? person.element }, origin);
    for (const { status, start } of statuses.stages)
      set.fact('language_status', { student_id: id, status, start_date: start }, origin);
    writeTraits(set, id, associations, first);
  }
}

function writeTraits(set: EdfiSet, id: number, associations: readonly Association[], first: string): void {
  const written = new Set<string>();
  for (const { traits, origin } of associations) {
    for (const { code, begin, end } of traits) {
      const start = begin ?? first;
      if (written.has(`${code} ${start}`)) continue;
      written.add(`${code} ${start}`);
      const at = { student_id: id, school_cds: set.known.districtCds };
      set.fact('programme', { ...at, code, start_date: start, end_date: end }, origin);
    }
  }
}

function raceOf(associations: readonly Association[]): string | null {
  const said = associations.filter((one) => one.races !== undefined || one.hispanic !== null);
  if (said.length === 0) return null;
  const races = new Set(said.flatMap((one) => one.races ?? []));
  return parseRace({
    hispanic: races.has('HI') || said.some((one) => one.hispanic === true),
    two: false,
    AI: races.has('AI'),
    AS: races.has('AS'),
    PI: races.has('PI'),
    FI: races.has('FI'),
    AA: races.has('AA'),
    WH: races.has('WH'),
  });
}

import type { IntakeSink } from '../intake/layout.ts';
import { parseRace } from '../intake/parseRace.ts';
import type { DayOf } from './rosterCalendar.ts';
import type { RosterRecord } from './rosterRecord.ts';

const genders: Readonly<Record<string, string>> = { male: 'M', female: 'F', other: 'X' };
const races = [
  'americanIndianOrAlaskaNative',
  'asian',
  'blackOrAfricanAmerican',
  'nativeHawaiianOrOtherPacificIslander',
  'white',
  'demographicRaceTwoOrMoreRaces',
  'hispanicOrLatinoEthnicity',
] as const;

/** Writes who a student is, from the first day of her stays. OneRoster has no word for Filipino: such count as Asian. */
export function writeRosterPerson(
  person: RosterRecord,
  student: number,
  first: string,
  dayOf: DayOf,
  sink: IntakeSink,
): void {
  const { fields } = person;
  const [indian, asian, black, islander, white, two, hispanic] = races.map((name) =>
    /^(true|yes|y|1)$/i.test(fields[name] ?? ''),
  );
  const isSaid = races.some((name) => fields[name] !== undefined);
  const race = parseRace({
    hispanic: hispanic === true,
    two: two === true,
    AI: indian === true,
    AS: asian === true,
    AA: black === true,
    PI: islander === true,
    FI: false,
    WH: white === true,
  });
  sink.fact(
    'student_info',
    {
      student_id: student,
      start_date: first,
      birth_date: dayOf(person, 'demographics', 'birthDate'),
      gender: genders[fields.sex?.toLowerCase() ?? ''] ?? null,
      race: isSaid ? race : null,
    },
    person.line,
  );
}

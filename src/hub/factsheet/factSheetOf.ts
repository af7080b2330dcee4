import type { Language } from '../../vocabulary/language.ts';
import type { FactSheet } from './factSheet.ts';
import { sheetBenchmarks } from './sheetBenchmarks.ts';
import { sheetGlance } from './sheetGlance.ts';
import { sheetParts } from './sheetParts.ts';
import { sheetBoards, sheetContacts, sheetFoot, sheetQuote } from './sheetPeople.ts';
import { own, type Say, sayIn, type SheetSource } from './sheetSay.ts';
import { combinedStudents, flexibilitiesInForce, paceCounts, promisesOf } from './sheetTally.ts';

/**
 * The fact sheet of a sealed pack in the parts of the partnership's own of 2009: a pure function of what the pack lets the
 * public read, who signed it, and the language. What the pack does not hold is left out or said to be missing.
 */
export function factSheetOf(source: SheetSource, language: Language): FactSheet {
  const say = sayIn(language, source);
  const { words, day } = say;
  const { part } = source;
  const notices = [
    ...(source.published === null ? [words.preview] : []),
    ...(part.isSample ? [words.sample] : []),
  ];
  return {
    language,
    about: {
      title: `${part.partnership.name}: ${words.kind}`,
      description: words.description(part.partnership.name),
      asOf: part.asOf,
    },
    kind: words.kind,
    name: [own(part.partnership.name)],
    asOf: words.asOf(day(part.asOf)),
    notice: notices.length > 0 ? notices.join(' ') : null,
    figures: headlines(say),
    parts: sheetParts(say),
    glance: sheetGlance(say),
    benchmarks: sheetBenchmarks(say),
    quote: sheetQuote(say),
    contacts: sheetContacts(say),
    boards: sheetBoards(say),
    foot: sheetFoot(say),
  };
}

/** The few numbers over the sheet: only those that the pack holds. */
function headlines({ words, source, count, year, money }: Say): FactSheet['figures'] {
  const { part } = source;
  const students = combinedStudents(part);
  const promises = promisesOf(part);
  const agreed = promises.filter(({ promise }) => promise.provenance === 'agreed').length;
  const reached = paceCounts(part)
    .filter(({ status }) => status === 'met' || status === 'on pace')
    .reduce((sum, { n }) => sum + n, 0);
  const inForce = flexibilitiesInForce(part) ?? [];
  const freed = inForce.reduce((sum, { dollars }) => sum + (dollars ?? 0), 0);
  return [
    ...(students
      ? [
          {
            label: words.students,
            value: count(students.n),
            note: words.studentsNote(year(students.schoolYear)),
          },
        ]
      : []),
    ...(promises.length > 0
      ? [
          { label: words.promises, value: count(promises.length), note: words.promisesNote(agreed) },
          { label: words.onPace, value: words.onPaceOf(reached, promises.length), note: words.onPaceNote },
        ]
      : []),
    ...(freed > 0
      ? [{ label: words.freed, value: money(freed), note: words.freedNote(inForce.length) }]
      : []),
  ];
}

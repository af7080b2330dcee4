import { parseRace } from '../intake/parseRace.ts';
import type { CellReader } from '../intake/readCells.ts';
import type { CalpadsFile, RecordReader } from './calpadsRow.ts';
import { valueMustStand } from './valueMustStand.ts';

const genders = new Set(['F', 'M', 'X', 'N']);
const raceFields = ['race1', 'race2', 'race3', 'race4', 'race5'];

/** SINF: a row what is known of a student from a day on. */
export function readSinf({ cells, sink }: CalpadsFile): RecordReader {
  return {
    read: ({ student }) => {
      const id = student();
      const start = cells.day('start');
      if (start === null) sink.breach(valueMustStand(cells.column('start'), 'day from which it holds'));
      if (id === undefined || start === null) return;
      const gender = cells.code('gender', genders, 'gender code');
      sink.fact('student_info', {
        student_id: id,
        start_date: start,
        birth_date: cells.day('birth'),
        gender: gender === 'N' ? 'X' : gender,
        race: raceOf(cells),
        us_entry_date: cells.day('usEntry'),
        parent_education: higherEducation(cells.text('parent1'), cells.text('parent2')),
      });
    },
  };
}

/** CALPADS codes of one race begin with one digit: 201 Chinese and 206 Hmong are Asian, 301 Hawaiian is Pacific Islander. */
const raceOfDigit: Readonly<Record<string, 'AI' | 'AS' | 'PI' | 'FI' | 'AA' | 'WH'>> = {
  '1': 'AI',
  '2': 'AS',
  '3': 'PI',
  '4': 'FI',
  '6': 'AA',
  '7': 'WH',
};

function raceOf(cells: CellReader<string>): string {
  const marked = new Set(raceFields.map((field) => raceOfDigit[cells.text(field)?.slice(0, 1) ?? '']));
  const is = (race: 'AI' | 'AS' | 'PI' | 'FI' | 'AA' | 'WH'): boolean => marked.has(race);
  return parseRace({
    hispanic: cells.yes('hispanic') === true,
    two: false,
    AI: is('AI'),
    AS: is('AS'),
    PI: is('PI'),
    FI: is('FI'),
    AA: is('AA'),
    WH: is('WH'),
  });
}

/**
 * The higher education of two guardians: 10 is graduate school, 14 no high-school diploma, 15 declined to say. That nobody
 * has a diploma is known only where the other guardian has none either or is left blank: with 15 beside it, it is declined
 * (CALPADS documentation, Socio-Economically Disadvantaged Subgroup, and Update Flash 302).
 */
function higherEducation(one: string | null, other: string | null): string | null {
  const said = [one, other].filter((code): code is string => code !== null).sort();
  return said[0] === '14' && said.includes('15') ? '15' : (said[0] ?? null);
}

import { type Cds, type CdsLevel, cdsLevel, parseCds } from '../vocabulary/cds.ts';
import { type SchoolYear, schoolYear } from '../vocabulary/schoolYear.ts';
import { apiGroups, type ApiColumns, sayApi } from './apiFigures.ts';
import type { Layout, Place, ReadRow, Sink } from './layout.ts';

/** The years whose record layout Tandem has read. In 2003 to 2005 the record type also says how a school is counted. */
const knownYears: ReadonlyMap<number, { readonly schools: string }> = new Map([
  [2004, { schools: 'SMFAB' }],
  [2008, { schools: 'S' }],
  [2009, { schools: 'S' }],
  [2013, { schools: 'S' }],
]);

/** The state's own growth files, a row a school, district or the state, a block of columns a student group; the header differs each year. */
export const layoutApiGrowth: Layout = {
  id: 'api-growth',
  title: 'Academic Performance Index growth files of 2004, 2008, 2009 and 2013',
  turn: 30,
  format: { kind: 'delimited', delimiter: ',', encoding: 'utf-8' },
  matches: (header) => yearOf(header) !== undefined,
  open: (header) => {
    const year = yearOf(header);
    if (!year) throw new Error('the header is no growth file’s');
    return readGrowth(header, year);
  },
};

/** The year whose growth the column behind VALID names, when Tandem knows that year's layout. */
function yearOf(header: readonly string[]): SchoolYear | undefined {
  const [growth = '', base = ''] = header.slice(header.indexOf('VALID') + 1);
  const year = 2000 + Number(/^API(\d{2})$/.exec(growth)?.[1] ?? Number.NaN);
  const needed = ['CDS', 'RTYPE', 'SNAME', 'DNAME', 'CNAME', 'VALID'];
  return knownYears.has(year) &&
    base === `API${twoDigits(year - 1)}` &&
    needed.every((name) => header.includes(name))
    ? schoolYear(year)
    : undefined;
}

type Block = { readonly columns: ApiColumns; readonly at: { readonly [word in keyof ApiColumns]: number } };

/** Where each group's number, growth and base stand. The header of 2004 calls the base of White students WH_API04 again. */
function blocksOf(header: readonly string[], year: SchoolYear) {
  return [...apiGroups].flatMap(([word, group]) => {
    const before = word === 'ALL' ? '' : `${word}_`;
    const n = word === 'ALL' ? 'VALID' : `${word}_NUM`;
    const growth = `${before}API${twoDigits(year)}`;
    const base = `${before}API${twoDigits(year - 1)}`;
    const growthAt = header.indexOf(growth);
    const baseAt = header.indexOf(base);
    if (!header.includes(n) || growthAt < 0) return [];
    const at = {
      n: header.indexOf(n),
      growth: growthAt,
      base: baseAt < 0 ? header.indexOf(growth, growthAt + 1) : baseAt,
    };
    const block: Block = { columns: { n, growth, base }, at };
    return at.base < 0 ? [] : [{ group, block }];
  });
}

function readGrowth(header: readonly string[], year: SchoolYear): ReadRow {
  const blocks = blocksOf(header, year);
  const at = (name: string) => header.indexOf(name);
  const [cdsAt, typeAt, schoolAt, districtAt, countyAt] = ['CDS', 'RTYPE', 'SNAME', 'DNAME', 'CNAME'].map(at);
  return (cells, _line, sink) => {
    const word = (index: number | undefined) => cells[index ?? -1]?.trim() ?? '';
    if (cells.every((cell) => cell === '')) return;
    const code = word(cdsAt);
    const cds = parseCds(code);
    if (!cds)
      return error(sink, 'cdsMustBeACode', 'CDS', `“${code}” is no county-district-school code of 14 digits`);
    const level = levelOf(word(typeAt), year);
    if (!level)
      return error(
        sink,
        'recordTypeMustBeKnown',
        'RTYPE',
        `Tandem knows no record type “${word(typeAt)}” of ${year}`,
      );
    if (cdsLevel(cds) !== level)
      return error(
        sink,
        'levelMustFitItsCode',
        'RTYPE',
        `the record is a ${level}’s, but ${code} is the code of a ${cdsLevel(cds)}`,
      );
    const place = placeOf(cds, level, {
      school: word(schoolAt),
      district: word(districtAt),
      county: word(countyAt),
    });
    for (const { group, block } of blocks) {
      const { n, growth, base } = block.at;
      sayApi(place, year, group, { n: word(n), growth: word(growth), base: word(base) }, block.columns, sink);
    }
  };
}

function levelOf(type: string, year: SchoolYear): CdsLevel | undefined {
  if (type === 'D') return 'district';
  if (type === 'X') return 'state';
  return type !== '' && knownYears.get(year)?.schools.includes(type) ? 'school' : undefined;
}

function placeOf(
  cds: Cds,
  level: CdsLevel,
  names: { readonly school: string; readonly district: string; readonly county: string },
): Place {
  const county = names.county || null;
  if (level === 'school')
    return { cds, name: names.school || null, districtName: names.district || null, county };
  const name = names.district || (level === 'state' ? 'California' : null);
  return { cds, name, districtName: null, county };
}

function twoDigits(year: number): string {
  return String(year).slice(2);
}

function error(sink: Sink, rule: string, column: string, message: string): void {
  sink.finding('error', rule, column, message, 'correct the row at its source, or get the file again');
}

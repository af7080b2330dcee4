import { type Cds, cdsLevel, districtOfCds } from '../vocabulary/cds.ts';
import { parseSchoolYear, type SchoolYear, schoolYear, schoolYearName } from '../vocabulary/schoolYear.ts';
import type { Dataset, Layout, Place, Sink } from './layout.ts';
import { profileFacts } from './profileFacts.ts';
import { publicRows } from './publicRow.ts';
import { yearMustBeInFileName } from './yearInFileName.ts';

const columns = ['CDS', 'County', 'District', 'School', 'EL', 'FEP', 'Reclass'];

type Sum = { place: Place; english: number; fluent: number; reclassified: number };

/**
 * CDE's counts of English learners, fluent English proficient and reclassified students, a row a school; last published
 * for 2018-19. Districts are summed over their schools here: the file has no row for them. It gives no rate: that
 * divides by the English learners of the year before. Names are UTF-8 (Para Los Niños), whatever older copies were.
 */
export const layoutReclassification: Layout = {
  id: 'reclassification',
  title: 'English learner reclassification counts by school',
  turn: 30,
  format: { kind: 'delimited', delimiter: '\t', encoding: 'utf-8' },
  matches: (header) => header.length === columns.length && columns.every((name, i) => header[i] === name),
  open(header, fileName) {
    const year = yearOf(fileName);
    if (!year) return yearMustBeInFileName(fileName, 'reclassification-2018-19.txt or filesreclass19.txt');
    const dataset = datasetOf(year);
    const rowOf = publicRows(header, []);
    const sums = new Map<Cds, Sum>();
    const say = (sink: Sink, { place, english, fluent, reclassified }: Sum): void => {
      const facts = profileFacts(sink, place, year, dataset);
      facts.value('english_learners', english);
      facts.value('fluent_english_proficient', fluent);
      facts.value('reclassified', reclassified);
    };
    const read = (cells: readonly string[], _line: number, sink: Sink): void => {
      const row = rowOf(cells, sink);
      const cds = row.cds('CDS');
      const english = row.requiredCount('EL');
      const fluent = row.requiredCount('FEP');
      const reclassified = row.requiredCount('Reclass');
      if (!cds || english === null || fluent === null || reclassified === null) return;
      const district = row.text('District');
      const county = row.text('County');
      const whole: Place = { cds: districtOfCds(cds), name: district, districtName: null, county };
      const sum = sums.get(whole.cds) ?? { place: whole, english: 0, fluent: 0, reclassified: 0 };
      sum.english += english;
      sum.fluent += fluent;
      sum.reclassified += reclassified;
      sums.set(whole.cds, sum);
      if (cdsLevel(cds) !== 'school') return noteOffice(district, sink);
      const place = { cds, name: row.text('School'), districtName: district, county };
      say(sink, { place, english, fluent, reclassified });
    };
    return Object.assign(read, {
      end(sink: Sink): void {
        for (const sum of sums.values()) say(sink, sum);
      },
    });
  },
};

function noteOffice(district: string, sink: Sink): void {
  sink.finding(
    'note',
    'districtOfficeIsNotTheDistrict',
    'CDS',
    `this row counts students of the office of ${district} itself, under the code of the whole district; it is in the district’s sum and stands for no school`,
    'nothing to do',
  );
}

function yearOf(fileName: string): SchoolYear | undefined {
  const named = /\d{4}-\d{2}(?!\d)/.exec(fileName)?.[0];
  if (named) return parseSchoolYear(named);
  const ending = /^filesreclass(\d{2})\./i.exec(fileName)?.[1];
  return ending ? schoolYear(2000 + Number(ending)) : undefined;
}

function datasetOf(year: SchoolYear): Dataset {
  const name = schoolYearName(year);
  return {
    key: `cde_reclassification_${name.replace('-', '_')}`,
    publisher: 'California Department of Education',
    title: `English learners and reclassified students by school, ${name}`,
    schoolYear: year,
    synthetic: false,
    difference:
      'District figures are sums over all schools, charter schools included. Reclassified students are those of the twelve months since the last census day; their published rate divides by the English learners of the year before, which this file does not hold.',
  };
}

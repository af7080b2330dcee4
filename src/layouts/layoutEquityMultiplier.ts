import { roundedRate } from '../measures/rate.ts';
import { cdsLevel } from '../vocabulary/cds.ts';
import { type SchoolYear, schoolYear, schoolYearName } from '../vocabulary/schoolYear.ts';
import { equityColumns } from './equityColumns.ts';
import { type EquitySite, equitySite } from './equitySite.ts';
import { equitySums } from './equitySums.ts';
import type { Dataset, Layout, Sink } from './layout.ts';
import { profileFacts } from './profileFacts.ts';
import { hasColumns, type PublicRow, publicRows } from './publicRow.ts';
import { yearInFileName, yearMustBeInFileName } from './yearInFileName.ts';

/**
 * CDE's calculation of the LCFF equity multiplier, a row a school site: non-stability and disadvantage of the year
 * before, and what the site is entitled to. A district's sum (its sites that are no charter schools, its own office
 * among them) is made here, and every sum is held against the file's line TOTAL.
 */
export const layoutEquityMultiplier: Layout = {
  id: 'equity-multiplier',
  title: 'LCFF equity multiplier by school site',
  turn: 30,
  format: { kind: 'workbook', sheet: /LCFF EM School Data$/, headerLine: 4 },
  matches: (header) =>
    hasColumns(header, [
      'County Code',
      'District Code',
      'School Code',
      'LEA Name',
      'School Name',
      'Charter Number',
      ...Object.values(equityColumns),
    ]),
  open(header, fileName) {
    const funded = yearInFileName(fileName, /^lcffem(\d{2})p\d/i);
    if (!funded) return yearMustBeInFileName(fileName, 'lcffem23p1.xlsx for 2023-24');
    const dataset = datasetOf(funded);
    const rowOf = publicRows(header, ['N/A']);
    const sums = equitySums();
    const read = (cells: readonly string[], _line: number, sink: Sink): void => {
      const row = rowOf(cells, sink);
      if (row.text('County Code') === 'TOTAL:') return sums.compare(row, sink);
      if (row.text('School Code') === '' && sums.compared()) return;
      const site = equitySite(row, sink);
      if (!site) return;
      sums.add(site);
      if (cdsLevel(site.place.cds) === 'school') saySite(row, site, funded, dataset, sink);
      else noteOffice(site.place.districtName, sink);
    };
    return Object.assign(read, { end: (sink: Sink) => sums.end(funded, dataset, sink) });
  },
};

function saySite(row: PublicRow, site: EquitySite, funded: SchoolYear, dataset: Dataset, sink: Sink): void {
  const { place, nonStable, enrolment, sed } = site;
  const before = schoolYear(funded - 1);
  const past = profileFacts(sink, place, before, dataset);
  past.value('sed_cumulative', sed);
  if (enrolment > 0) {
    const stability = { numerator: nonStable, denominator: enrolment };
    const disadvantage = { numerator: sed, denominator: enrolment };
    checkRate(row, equityColumns.rate, stability, sink);
    checkRate(row, equityColumns.sedRate, disadvantage, sink);
    past.value('sed_cumulative_share', roundedRate(disadvantage));
    sink.cell(
      place,
      { measure: 'stability', schoolYear: before, grade: 'all', group: 'ALL' },
      { seen: 'shown', n: enrolment, numerator: nonStable, value: roundedRate(stability) },
      dataset,
    );
  }
  const facts = profileFacts(sink, place, funded, dataset);
  facts.words('equity_multiplier_eligible', site.eligible ? 'yes' : 'no');
  facts.value('equity_multiplier_cents', site.dollars * 100);
}

/** The published rate is a fraction of three decimals. */
function checkRate(
  row: PublicRow,
  column: string,
  counts: { numerator: number; denominator: number },
  sink: Sink,
): void {
  const published = row.decimal(column);
  const derived = roundedRate(counts, 3, 1);
  if (published === null || Number(published) === Number(derived)) return;
  const message = `${published} is published, ${counts.numerator} of ${counts.denominator} are ${derived}; the counts are kept`;
  sink.finding('note', 'rateMustFollowFromCounts', column, message, 'ask CDE which is right');
}

function noteOffice(district: string | null, sink: Sink): void {
  sink.finding(
    'note',
    'districtOfficeIsNotTheDistrict',
    'School Code',
    `this site is the office of ${district ?? 'the district'} itself, under the code of the whole district; its funding is in the district’s sum, its rate is left out`,
    'nothing to do',
  );
}

function datasetOf(funded: SchoolYear): Dataset {
  return {
    key: `cde_equity_multiplier_${schoolYearName(funded).replace('-', '_')}`,
    publisher: 'California Department of Education',
    title: `LCFF equity multiplier, ${schoolYearName(funded)} apportionment`,
    schoolYear: funded,
    synthetic: false,
    difference: `Students are those of ${schoolYearName(funded - 1)}, counted over the whole year (adjusted cumulative enrolment), at the site; a student who moved counts at each.`,
  };
}

import { cdsLevel, parseCds } from '../vocabulary/cds.ts';
import { type SchoolYear, schoolYear } from '../vocabulary/schoolYear.ts';
import { report } from './breach.ts';
import { countMustBeWhole } from './countMustBeWhole.ts';
import type { Dataset, Layout, Place, ReadRow } from './layout.ts';
import type { ProfileFactorId } from './profileFactor.ts';

/** The file's words for groups and the profile factors they become. */
const factors: ReadonlyMap<string, ProfileFactorId> = new Map([
  ['African American', 'african_american'],
  ['American Indian', 'american_indian'],
  ['Asian', 'asian'],
  ['Filipino', 'filipino'],
  ['Hispanic', 'hispanic'],
  ['Pacific Islander', 'pacific_islander'],
  ['White', 'white'],
  ['Two or More Races', 'two_or_more_races'],
  ['Not Reported', 'race_not_reported'],
  ['English Learner', 'english_learners'],
  ['Socioeconomically Disadvantaged', 'sed'],
  ['Students with Disabilities', 'swd'],
  ['Foster', 'foster'],
  ['Homeless', 'homeless'],
  ['Migrant', 'migrant'],
  ['Free/Reduced Meal Eligible', 'frpm'],
]);

/**
 * The file names no year. Its enrolments lie closest to the cumulative enrolments of 2024-25 of the outcomes files
 * that come with it, and differ from every census up to 2023-24.
 */
const year: SchoolYear = schoolYear(2025);

const dataset: Dataset = {
  key: 'school_demographics',
  publisher: 'California Department of Education',
  title: 'Students of each school by group',
  schoolYear: year,
  synthetic: false,
  difference: 'The file names no school year; its counts fit 2024-25 best.',
};

/** Students of each school by group, one row a school and group. */
export const layoutSchoolDemographics: Layout = {
  id: 'school-demographics',
  title: 'students of schools by group (school_demographics.csv)',
  turn: 30,
  format: { kind: 'delimited', delimiter: ',', encoding: 'utf-8' },
  matches: (header) => header.join(',') === 'cds,group,count,percent',
  open: () => readDemographics(),
};

function readDemographics(): ReadRow {
  const remedy = 'correct the row at its source, or get the file again';
  let place: Place | undefined;
  return ([code = '', word = '', count = ''], _line, sink) => {
    if (place?.cds !== code) {
      const cds = parseCds(code);
      if (!cds || cdsLevel(cds) !== 'school')
        return sink.finding('error', 'cdsMustBeASchools', 'cds', `“${code}” is no code of a school`, remedy);
      place = { cds, name: null, districtName: null, county: null };
    }
    const factor = factors.get(word);
    if (!factor)
      return sink.finding(
        'error',
        'groupMustBeKnown',
        'group',
        `Tandem knows no student group “${word}”`,
        remedy,
      );
    if (count === '' || report(sink, 'count', countMustBeWhole(count))) return;
    sink.profile(place, { schoolYear: year, factor, value: count, words: null }, dataset);
  };
}

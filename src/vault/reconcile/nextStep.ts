import { findStudentGroup } from '../../vocabulary/studentGroup.ts';
import { schoolYearName } from '../../vocabulary/schoolYear.ts';
import { causeById } from './causes.ts';
import type { Verdict } from './explainFigures.ts';
import { wholeDistrict } from './publicFigure.ts';
import { parseWhatIf } from './whatIf.ts';

/** The extract that says who is in a group, outside of test records. */
const extractOfKind: Readonly<Record<string, string>> = {
  language: 'SELA (English language acquisition)',
  programme: 'SPRG (programmes)',
  race: 'SINF (race and gender)',
  gender: 'SINF (race and gender)',
};

/** The extract that says what a measure counts. */
const extractOf: readonly (readonly [RegExp, string])[] = [
  [/_dfs$|_met_pct|_near_pct|participation/, 'the CAASPP student file'],
  [/^elpi/, 'the ELPAC student file'],
  [/^(chronic_absence|attendance_rate)$/, 'STAS (attendance)'],
  [/^(suspension|suspension_any|expulsion)$/, 'SINC and SIRS (incidents and their results)'],
  [/^(acgr|grad_dashboard|dropout|ag_of)/, 'SENR (exits and completions of the four years)'],
  [/^cci/, 'SENR, CAASPP of grade 11, exams and courses'],
  [/^college_going/, 'the college enrolment matches'],
  [/^reclass|^ltel|^arltel/, 'SELA (English language acquisition)'],
];

/**
 * What a person does next about a verdict, in a sentence; null where there is nothing to do. `all` is the verdict on all
 * students of the same measure, year and place: where those agree, the difference lies in who is in the group. `absent` are
 * schools that the state's files name and the vault has no rows of.
 */
export function nextStep(
  verdict: Verdict,
  all: Verdict | undefined,
  absent: readonly string[] = [],
): string | null {
  const { figure, status, by, comparison } = verdict;
  const year = schoolYearName(figure.year);
  if (by) {
    const looks = parseWhatIf(by.whatIf).map(({ cause }) => causeById(cause).look);
    const [first] = looks;
    return first
      ? `Look at ${[...new Set(looks)].join('; and at ')}.`
      : 'Nothing to do: compare like with like, and say which figure is meant.';
  }
  if (status === 'not in the vault') {
    return `Run tandem vault measure --year ${figure.year}: it names the file that is missing; or load what the state has of ${year}.`;
  }
  if (status === 'withheld' && (verdict.count?.n ?? 0) >= 11 && figure.reason === 'few students')
    return `Look at ${measureExtract(figure.measure)} of ${year}.`;
  const differs = status === 'unexplained' || comparison?.fit === 'counts differ';
  if (!differs || !comparison) return null;
  const kind = findStudentGroup(figure.group)?.kind ?? 'all';
  const groupExtract = extractOfKind[kind];
  const allAgrees =
    all && (all.status === 'equal' || all.status === 'equal after rounding' || all.status === 'explained');
  if (kind !== 'all' && allAgrees && groupExtract) {
    const tests = /_dfs$|_met_pct|_near_pct|participation|elpi/.test(figure.measure);
    return tests
      ? `All students agree, this group does not: look at who is in it by the test records of ${year}, not by ${groupExtract}.`
      : `All students agree, this group does not: look at who is in it, in ${groupExtract} of ${year}.`;
  }
  if (absent.length > 0 && figure.school === wholeDistrict && (comparison.nDifference ?? 0) < 0) {
    return `The state’s files name ${absent.length === 1 ? 'a school' : `${absent.length} schools`} of which the vault has no student in ${year} (${absent.slice(0, 3).join(', ')}${absent.length > 3 ? ', …' : ''}): look whether the state counts ${absent.length === 1 ? 'it' : 'them'} with the district.`;
  }
  const [least, most] = [figure.n ?? 0, (verdict.nearest ?? verdict).count?.n ?? 0].toSorted((a, b) => a - b);
  if (figure.n !== null && 2 * (least ?? 0) < (most ?? 0)) {
    return `One of the two counts less than half of the other’s students: look first whether the files of ${year} are whole, and are this district’s.`;
  }
  const who = (comparison.nDifference ?? 0) !== 0;
  const extract = measureExtract(figure.measure);
  return who && !figure.measure.endsWith('_dfs')
    ? `Look at who is counted, SENR of ${year} first (stays, no-shows, schools that are not the district’s)${extract.startsWith('SENR') ? '' : `, then at ${extract}`}.`
    : `Look at ${extract} of ${year}: rows that the state has and the vault has not, or the other way round.`;
}

function measureExtract(measure: string): string {
  return extractOf.find(([pattern]) => pattern.test(measure))?.[1] ?? 'SENR (enrolment)';
}

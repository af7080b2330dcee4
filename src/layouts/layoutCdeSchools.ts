import { cdsLevel, parseCds } from '../vocabulary/cds.ts';
import { countMustBeWhole } from './countMustBeWhole.ts';
import { report } from './breach.ts';
import type { Layout, ReadRow, Sink } from './layout.ts';

const columns =
  'cds,school,district_cds,district,county,city,zip,charter,dass,magnet,grade_span,enrollment,lat,lon';

/** The state's list of schools with their districts; it names places and gives no figure. */
export const layoutCdeSchools: Layout = {
  id: 'cde-schools',
  title: 'list of schools (schools.csv)',
  turn: 10,
  format: { kind: 'delimited', delimiter: ',', encoding: 'utf-8' },
  matches: (header) => header.join(',') === columns,
  open: () => readSchool,
};

const readSchool: ReadRow = (cells, _line, sink) => {
  const [code = '', name = '', districtCode = '', districtName = '', county = '', city = '', , charter = ''] =
    cells;
  const [gradeSpan = '', enrolment = '', latitude = '', longitude = ''] = cells.slice(10);
  const cds = parseCds(code);
  if (!cds || cdsLevel(cds) !== 'school')
    return wrong(sink, 'cdsMustBeASchools', 'cds', `“${code}” is no code of a school`);
  if (districtCode !== `${code.slice(0, 7)}0000000`)
    return wrong(
      sink,
      'schoolMustFitItsDistrict',
      'district_cds',
      `the school ${code} is no school of ${districtCode}`,
    );
  if (name.trim() === '' || districtName.trim() === '')
    return wrong(sink, 'placeMustHaveAName', 'school', `${code} or its district has no name`);
  if (!/^(?:True|False|)$/.test(charter))
    return wrong(sink, 'flagMustBeTrueOrFalse', 'charter', `“${charter}” is neither True nor False`);
  const [lat, lon] = [degrees(latitude, 90), degrees(longitude, 180)];
  if (lat === undefined || lon === undefined)
    return wrong(sink, 'placeMustLieOnEarth', 'lat', `“${latitude}, ${longitude}” is no place in degrees`);
  if (report(sink, 'enrollment', countMustBeWhole(enrolment))) return;
  sink.school({
    place: { cds, name: name.trim(), districtName: districtName.trim(), county: county.trim() || null },
    city: city.trim() || null,
    charter: charter === '' ? null : charter === 'True',
    gradeSpan: gradeSpan.trim() || null,
    enrolment: enrolment === '' ? null : Number(enrolment),
    latitude: lat,
    longitude: lon,
  });
};

/** Null for a blank, undefined for what is no angle. */
function degrees(text: string, most: number): number | null | undefined {
  if (text === '') return null;
  const angle = Number(text);
  return /^-?\d+(?:\.\d+)?$/.test(text) && Math.abs(angle) <= most ? angle : undefined;
}

function wrong(sink: Sink, rule: string, column: string, message: string): void {
  sink.finding('error', rule, column, message, 'correct the row at its source, or get the file again');
}

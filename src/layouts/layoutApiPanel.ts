import { type Cds, cdsLevel, parseCds } from '../vocabulary/cds.ts';
import { apiGroups, parseApiYear, sayApi } from './apiFigures.ts';
import type { Layout, Place, ReadRow, Sink } from './layout.ts';

const columns =
  'year,cds,district,county,stype,group,n_scores,significant,api_growth,api_base_prev,target,growth,met';
const columnsOf = { n: 'n_scores', growth: 'api_growth', base: 'api_base_prev' };

/** The Academic Performance Index of districts by student group, the growth files of all years in one table. */
export const layoutApiPanel: Layout = {
  id: 'api-panel',
  title: 'Academic Performance Index of districts, 2003 to 2013 (panel.csv)',
  turn: 30,
  format: { kind: 'delimited', delimiter: ',', encoding: 'utf-8' },
  matches: (header) => header.join(',') === columns,
  open: () => readPanel(),
};

function readPanel(): ReadRow {
  let place: Place | undefined;
  const placeOf = (code: string, name: string, county: string, sink: Sink): Place | undefined => {
    if (place?.cds === code && place.name === nameOf(place.cds, name)) return place;
    const cds = parseCds(code);
    if (!cds || cdsLevel(cds) === 'school') {
      error(sink, 'cdsMustBeADistricts', 'cds', `“${code}” is no code of a district`);
      return undefined;
    }
    place = { cds, name: nameOf(cds, name), districtName: null, county: county.trim() || null };
    return place;
  };
  return (cells, _line, sink) => {
    const [yearText = '', cds = '', name = '', county = '', , groupWord = ''] = cells;
    const [n = '', , growth = '', base = ''] = cells.slice(6);
    const where = placeOf(cds, name, county, sink);
    const year = parseApiYear(yearText);
    if (!year) error(sink, 'schoolYearMustBeKnown', 'year', `“${yearText}” is no year of the index`);
    const group = apiGroups.get(groupWord);
    if (!group) error(sink, 'groupMustBeKnown', 'group', `Tandem knows no student group “${groupWord}”`);
    if (where && year && group) sayApi(where, year, group, { n, growth, base }, columnsOf, sink);
  };
}

/** The file leaves the state's name blank. */
function nameOf(cds: Cds, name: string): string | null {
  return name.trim() || (cdsLevel(cds) === 'state' ? 'California' : null);
}

function error(sink: Sink, rule: string, column: string, message: string): void {
  sink.finding('error', rule, column, message, 'correct the row at its source, or get the file again');
}

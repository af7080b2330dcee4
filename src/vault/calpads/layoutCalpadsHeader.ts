import type { IntakeLayout } from '../intake/layout.ts';
import { columnMustHaveAPosition } from './columnMustHaveAPosition.ts';

const columns = 'record_type,position,element';

/**
 * The columns of a district's own CALPADS extracts, which come without column names: a row a column, with the position from
 * 1 and the element as the guide numbers or names it, and the year in which its school year ends where the vault does not
 * know the columns of that year itself. The state's positions change with the years; a newer list takes the place of the
 * one before.
 */
export const layoutCalpadsHeader: IntakeLayout = {
  id: 'calpads_header',
  title: 'columns of CALPADS extracts (record_type,position,element)',
  turn: -1,
  recognise: (header) =>
    [columns, `${columns},school_year`].includes(header.join(','))
      ? { known: true, profile: '1' }
      : undefined,
  open: (_header, profile, sink) => ({
    profile,
    read: ([type = '', position = '', element = '', year = '']) => {
      const codes = [type, position, element, year].map(trimmed) as [string, string, string, string];
      const breach = columnMustHaveAPosition(...codes);
      if (breach) return sink.breach(breach);
      sink.fact('code_table', { name: 'calpads_header', codes });
    },
    end: () => undefined,
    year: () => null,
    scope: () => 'calpads_header',
  }),
};

function trimmed(text: string): string {
  return text.trim();
}

/**
 * The header of each record type from the loaded list; positions that it leaves out have no name. An extract of the
 * state's own data store, whose record type ends in -R, has the same columns and behind them the days on which a row was
 * first and last written (CALPADS Extract Specifications), unless it is listed itself.
 */
export function headersOf(rows: readonly (readonly string[])[]): ReadonlyMap<string, readonly string[]> {
  const headers = new Map<string, string[]>();
  for (const [type = '', position = '', element = ''] of rows) {
    const header = headers.get(type) ?? [];
    headers.set(type, header);
    while (header.length < Number(position)) header.push('');
    header[Number(position) - 1] = element;
  }
  for (const [type, header] of headers)
    if (!type.endsWith('-R') && !headers.has(`${type}-R`)) headers.set(`${type}-R`, [...header, '', '']);
  return headers;
}

/** The years for which the loaded list says that it holds the columns of a record type. */
export function listedYears(rows: readonly (readonly string[])[], type: string): ReadonlySet<number> {
  const own = rows.filter(([listed]) => listed?.replace(/-R$/, '') === type);
  return new Set(own.flatMap(([, , , year]) => (year ? [Number(year)] : [])));
}

import type { IntakeLayout } from '../intake/layout.ts';
import { recordTypes } from './profile2020.ts';

/**
 * The columns of a district's own CALPADS extracts, which come without column names: a row a column, with the position from
 * 1 and the element as the guide numbers or names it. The state's positions change with the years; a newer list takes the
 * place of the one before.
 */
export const layoutCalpadsHeader: IntakeLayout = {
  id: 'calpads_header',
  title: 'columns of CALPADS extracts (record_type,position,element)',
  turn: -1,
  recognise: (header) =>
    header.join(',') === 'record_type,position,element' ? { known: true, profile: '1' } : undefined,
  open: (_header, profile, sink) => ({
    profile,
    read: ([type = '', position = '', element = '']) => {
      const isType = recordTypes.some((one) => one === type.trim());
      if (isType && /^[1-9]\d{0,2}$/.test(position.trim()) && element.trim() !== '')
        return sink.fact('code_table', {
          name: 'calpads_header',
          codes: [type, position, element].map(trimmed),
        });
      sink.breach({
        rule: 'columnMustHaveAPosition',
        severity: 'error',
        column: isType ? 'position' : 'record_type',
        valueClass: isType ? 'no position or no element' : 'no record type',
        message: 'a column has a record type, a position from 1 and an element',
        remedy: `record types are ${recordTypes.join(' ')}; columns that have no element take the word filler`,
      });
    },
    end: () => undefined,
    year: () => null,
    scope: () => 'calpads_header',
  }),
};

function trimmed(text: string): string {
  return text.trim();
}

/** The header of each record type from the loaded list; positions that it leaves out have no name. */
export function headersOf(rows: readonly (readonly string[])[]): ReadonlyMap<string, readonly string[]> {
  const headers = new Map<string, string[]>();
  for (const [type = '', position = '', element = ''] of rows) {
    const header = headers.get(type) ?? [];
    headers.set(type, header);
    while (header.length < Number(position)) header.push('');
    header[Number(position) - 1] = element;
  }
  return headers;
}

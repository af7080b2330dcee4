import type { IntakeLayout } from '../intake/layout.ts';
import { codeTables, yearColumns } from './codeTables.ts';
import { combinationMustHaveYears } from './combinationMustHaveYears.ts';

/**
 * An executable table of CALPADS as CDE publishes it, a row a combination of codes that is allowed from one school year to
 * another. Kept are the columns that rules run from and the two years.
 */
export const layoutCodeTable: IntakeLayout = {
  id: 'code_table',
  title: 'CALPADS table of code combinations',
  turn: 0,
  recognise: (header) => {
    const table = tableOf(header);
    return table && { known: true, profile: table.name };
  },
  open: (header, profile, sink) => {
    const table = codeTables.find(({ name }) => name === profile);
    if (!table) throw new RangeError(`${profile} is no table of codes.`);
    const at = [...table.columns, ...yearColumns].map((name) => header.indexOf(name));
    return {
      profile,
      read: (cells) => {
        const codes = at.map((i) => (cells[i] ?? '').trim());
        const [first = '', last = ''] = codes.slice(-2);
        const breach = combinationMustHaveYears(codes[0] ?? '', first, last, {
          code: table.columns[0],
          first: yearColumns[0],
          last: yearColumns[1],
        });
        if (breach) return sink.breach(breach);
        sink.fact('code_table', { name: table.name, codes });
      },
      end: () => undefined,
      year: () => null,
      scope: () => `code_table ${table.name}`,
    };
  },
};

function tableOf(header: readonly string[]) {
  return codeTables.find(({ columns }) =>
    [...columns, ...yearColumns].every((name) => header.includes(name)),
  );
}

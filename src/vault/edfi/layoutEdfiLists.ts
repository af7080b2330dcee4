import type { Breach } from '../intake/breach.ts';
import type { IntakeLayout } from '../intake/layout.ts';
import { valueClass } from '../intake/valueClass.ts';

/** What a district's own descriptors mean: a row a code, `uri://fusd.edu/SexDescriptor#Girl,F`; blank means nothing. */
export const layoutEdfiCodes = listOf(
  'edfi_code',
  'meanings of Ed-Fi codes (descriptor,is)',
  ['descriptor', 'is'],
  ([descriptor = '']) =>
    /^\S+Descriptor#./.test(descriptor)
      ? undefined
      : {
          rule: 'descriptorMustHaveANamespace',
          column: 'descriptor',
          valueClass: valueClass(descriptor),
          message: 'is no descriptor',
          remedy: 'write it in full, as the finding names it: uri://…Descriptor#code value',
        },
);

/** Which place each school and district of an Ed-Fi system is, where it does not say so itself: `255901001,10621660000001`. */
export const layoutEdfiPlaces = listOf(
  'edfi_place',
  'places of Ed-Fi organisations (organisation,cds)',
  ['organisation', 'cds'],
  ([organisation = '', cds = ''], districtCds) =>
    /^\d+$/.test(organisation) && /^\d{14}$/.test(cds) && cds.slice(0, 7) === districtCds.slice(0, 7)
      ? undefined
      : {
          rule: 'organisationMustHaveACdsCode',
          column: /^\d+$/.test(organisation) ? 'cds' : 'organisation',
          valueClass: valueClass(/^\d+$/.test(organisation) ? cds : organisation),
          message: `a row gives an id of Ed-Fi and a 14-digit code that begins with ${districtCds.slice(0, 7)}`,
          remedy: 'look for lost leading zeros; load each district into its own vault',
        },
);

function listOf(
  id: string,
  title: string,
  columns: readonly [string, string],
  judge: (cells: readonly string[], districtCds: string) => Omit<Breach, 'severity'> | undefined,
): IntakeLayout {
  return {
    id,
    title,
    turn: 0,
    recognise: (header) =>
      header.join(',') === columns.join(',') ? { known: true, profile: '1' } : undefined,
    open: (_header, profile, sink, known) => ({
      profile,
      read: (row) => {
        const cells = row.map((cell) => cell.trim());
        const wrong = judge(cells, known.districtCds);
        if (wrong) sink.breach({ ...wrong, severity: 'error' });
        else sink.fact('code_table', { name: id, codes: cells });
      },
      end: () => undefined,
      year: () => null,
      scope: () => id,
    }),
  };
}

import type { IntakeLayout } from '../intake/layout.ts';
import { valueClass } from '../intake/valueClass.ts';

/** Which school each org of a OneRoster export is, where it does not say so by its identifier: `orgSourcedId,cds`. */
export const layoutOneRosterPlaces: IntakeLayout = {
  id: 'oneroster_place',
  title: 'places of OneRoster orgs (orgSourcedId,cds)',
  turn: 0,
  recognise: (header) =>
    header.join(',') === 'orgSourcedId,cds' ? { known: true, profile: '1' } : undefined,
  open: (_header, profile, sink, known) => ({
    profile,
    read: (row) => {
      const [org = '', cds = ''] = row.map((cell) => cell.trim());
      if (org !== '' && /^\d{14}$/.test(cds) && cds.startsWith(known.districtCds.slice(0, 7)))
        return sink.fact('code_table', { name: 'oneroster_place', codes: [org, cds] });
      sink.breach({
        rule: 'orgMustHaveACdsCode',
        severity: 'error',
        column: org === '' ? 'orgSourcedId' : 'cds',
        valueClass: valueClass(org === '' ? org : cds),
        message: `a row gives an org and a 14-digit code that begins with ${known.districtCds.slice(0, 7)}`,
        remedy: 'look for lost leading zeros; load each district into its own vault',
      });
    },
    end: () => undefined,
    year: () => null,
    scope: () => 'oneroster_place',
  }),
};

import type { Breach } from '../intake/breach.ts';
import type { OpenTable } from './openCodeTable.ts';

/** The state's table says which programmes know eligibility (1), participation (3) or both; a combination of other years is a note. */
export function membershipMustFitTheProgramme(
  programme: string,
  membership: string | null,
  year: number,
  table: OpenTable,
  columns: { readonly programme: string; readonly membership: string },
): Breach | undefined {
  const codes = membership === null ? [programme] : [programme, membership];
  const verdict = table.judge(codes, year);
  if (verdict === undefined || verdict === 'allowed') return undefined;
  return {
    rule: 'membershipMustFitTheProgramme',
    severity: verdict === 'never' ? 'error' : 'note',
    column: membership === null ? columns.programme : columns.membership,
    valueClass: codes.join(' with '),
    message: 'the programme and the membership are not valid together in that year',
    remedy: 'correct the programme or the membership in CALPADS',
  };
}

import type { RoleId } from '../../vocabulary/partnership.ts';
import { mayWorkOnNeeds } from './mayWorkOnNeeds.ts';

type Asker = { readonly personId: string; readonly role: RoleId; readonly districtId: string | null };
type AskedOf = {
  readonly districtId: string;
  readonly askingId: string;
  readonly to: { readonly personId: string | null };
};

/** An ask is answered in the district that is asked: by the person it was sent to, or by a coordinator. */
export function mayAnswerAsk(asker: Asker, ask: AskedOf): boolean {
  return (
    asker.districtId === ask.districtId &&
    (asker.personId === ask.to.personId || asker.role === 'coordinator')
  );
}

/** An ask is taken back by whoever works on needs of the district that asks. */
export function mayWithdrawAsk(asker: Asker, ask: AskedOf): boolean {
  return asker.districtId === ask.askingId && mayWorkOnNeeds(asker.role);
}

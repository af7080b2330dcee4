import { selectAgreements } from '../agreement/agreements.store.ts';
import { liveGrants } from '../agreement/standing.ts';
import type { MemberView } from '../store/view.ts';

/** The grants through which the member may see released figures on a day; none for somebody of no district. */
export async function readLiveGrants(view: MemberView, today: string): Promise<ReadonlySet<string>> {
  if (view.member.districtId === null) return new Set();
  const agreements = await selectAgreements(view);
  return new Set(
    agreements.flatMap((agreement) => liveGrants(agreement, today)).map(({ clause }) => clause.id),
  );
}

import { selectDistricts } from '../evidence/evidence.store.ts';
import { selectWithinCaliper } from '../matching/selectWithinCaliper.store.ts';
import { isCountyOffice } from '../matching/servedStudents.ts';
import { selectParties } from '../partnership/partnership.store.ts';
import type { MemberView } from '../store/view.ts';
import { selectOutcomeFigures } from './claimData.store.ts';
import { type ClaimPanel, makeClaimPanel, type PanelProblem } from './claimPanel.ts';
import type { ClaimTerms } from './claimTerms.ts';
import type { Candidate } from './donorPool.ts';
import { outcomeReader } from './outcomeFigures.ts';

/** Makes the panel of a claim from what is loaded, or says why there is none. */
export async function readClaimPanel(
  view: MemberView,
  terms: ClaimTerms,
): Promise<
  { readonly ok: true; readonly panel: ClaimPanel } | { readonly ok: false; readonly problem: PanelProblem }
> {
  const { outcome, firstYear, lastYear } = terms;
  const figures = await selectOutcomeFigures(view, outcome, { first: firstYear, last: lastYear });
  const districts = await selectDistricts(view);
  const own = new Set((await selectParties(view)).map(({ districtId }) => districtId));
  const asCandidate = ({ districtId, cds, name }: (typeof districts)[number]): Candidate => ({
    districtId,
    cds,
    name,
    outcome: outcomeReader(figures.get(districtId) ?? [], outcome),
  });
  const treated = terms.treated.map((cds) => {
    const district = districts.find((one) => one.cds === cds);
    if (!district) throw new Error(`the district ${cds} of a claim is not in the store`);
    return asCandidate(district);
  });
  const similar =
    terms.donors.kind === 'similar'
      ? await selectWithinCaliper(
          view,
          treated.map(({ districtId }) => districtId),
        )
      : new Set<string>();
  const candidates = districts
    .filter(
      ({ districtId, cds }) => !own.has(districtId) && !terms.treated.includes(cds) && !isCountyOffice(cds),
    )
    .map(asCandidate);
  return makeClaimPanel(terms, { treated, candidates, similar });
}

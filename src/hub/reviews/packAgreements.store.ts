import { calendarDay } from '../../vocabulary/calendarDay.ts';
import type { Pack } from '../../vocabulary/pack.ts';
import { type FocusAreaId, focusAreas } from '../../vocabulary/partnership.ts';
import { studentGroupName } from '../../vocabulary/studentGroup.ts';
import { selectAgreements } from '../agreement/agreements.store.ts';
import { standingOf } from '../agreement/standing.ts';
import { sealTerms } from '../agreement/terms.ts';
import { selectClaims, selectNewestFindings } from '../claims/claims.store.ts';
import { selectStatements } from '../factsheet/factSheet.store.ts';
import { selectNeeds } from '../needs/needs.store.ts';
import type { Party } from '../partnership/partnership.store.ts';
import type { MemberView } from '../store/view.ts';

/** Terms in force on a day, claims with what they may say, and the partnership's own statements. */
export async function readPackAgreements(
  view: MemberView,
  today: string,
): Promise<Pick<Pack, 'agreements' | 'claims' | 'statements'>> {
  const agreements = (await selectAgreements(view)).flatMap((agreement) => {
    const { inForce } = standingOf(agreement, today);
    if (!inForce) return [];
    const { terms, version } = inForce;
    const { title, validFrom, validUntil, parties, grants } = terms;
    const { hash } = sealTerms(terms);
    return [
      { id: agreement.id, title, version, hash, validFrom, validUntil, parties, grants: grants.length },
    ];
  });
  const findings = await selectNewestFindings(view);
  const claims = (await selectClaims(view)).map(({ id, registration, hash, registeredAt }) => {
    const finding = findings.find(({ claimId }) => claimId === id);
    return {
      id,
      question: registration.question,
      registrationHash: hash,
      registeredOn: calendarDay(registeredAt),
      says: finding?.says ?? null,
      sentence: finding?.sentence ?? null,
      estimatedOn: finding ? calendarDay(finding.madeAt) : null,
    };
  });
  return { agreements, claims, statements: await selectStatements(view) };
}

/** The needs that are open, of one focus area or all. */
export async function readPackNeeds(
  view: MemberView,
  parties: readonly Party[],
  focusArea: FocusAreaId | null,
): Promise<Pack['needs']> {
  return (await selectNeeds(view))
    .filter((need) => need.isOpen && (focusArea === null || need.focusArea === focusArea))
    .flatMap((need) => {
      const cds = parties.find(({ districtId }) => districtId === need.districtId)?.cds;
      if (!cds) return [];
      return {
        id: need.id,
        cds,
        measure: need.measureId,
        group: { code: need.group, name: studentGroupName(need.group) },
        focusArea: {
          id: need.focusArea,
          name: focusAreas.find(({ id }) => id === need.focusArea)?.name ?? need.focusArea,
        },
        wording: need.wording,
        owner: need.ownerName,
        confirmedOn: calendarDay(need.madeAt),
      };
    });
}

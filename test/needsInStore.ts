import type { CapacityDraft } from '../src/hub/needs/capacityDraft.ts';
import type { KeptEvidence } from '../src/hub/needs/keptEvidence.ts';
import type { NeedDraft } from '../src/hub/needs/needDraft.ts';
import type { DistrictId, Member } from '../src/hub/store/view.ts';
import type { HubUnderTest } from './hubUnderTest.ts';

/** What a grid would say, with every part there. */
export const someEvidence: KeptEvidence = {
  measureId: 'math_dfs',
  group: 'EL',
  schoolYear: 2025,
  status: 'need',
  synthetic: false,
  figure: { value: -91.95, n: 8791 },
  level: { expected: -80.1, effect: -12.25, interval: [-19.5, -5], practical: 3.3, judgement: 'worse' },
  progress: {
    perYear: 0.1 + 0.2,
    expectedPerYear: 1e-17,
    effect: -0.5,
    interval: [-1, 0],
    practical: 0.25,
    judgement: 'as expected',
    firstYear: 2023,
    lastYear: 2025,
  },
  definition: { version: 1, hash: 'c'.repeat(64) },
  sourceIds: ['01890000-0000-7000-8000-000000000001'],
};

/** The strength for which somebody is asked. */
export const someStrength: KeptEvidence = { ...someEvidence, status: 'strength' };

export function someDraft(ownerId: string): NeedDraft {
  return { wording: 'See it taught.', focusArea: 'mathematics', ownerId, reason: null, words: null };
}

export function someCapacity(personId: string, visits: number, hours: number): CapacityDraft {
  return { visits, hours, contact: { kind: 'member', personId }, until: '2026-06-30', words: null };
}

/** The two districts of the partnership under test: its coordinator's, and its sponsor's. */
export function districtsOf(hub: HubUnderTest): { readonly ours: DistrictId; readonly theirs: DistrictId } {
  return { ours: hub.member('coordinator').districtId ?? '', theirs: hub.member('sponsor').districtId ?? '' };
}

/** Somebody of the other partnership, who must see nothing. */
export async function otherMember(hub: HubUnderTest): Promise<Member> {
  const [row] = await hub.database.transaction((connection) =>
    connection.query(
      "select m.person_id, m.district_id, p.partnership_id from membership m join partnership p using (partnership_id) where p.slug = 'other'",
    ),
  );
  return {
    personId: String(row?.person_id),
    name: 'Other',
    role: 'coordinator',
    districtId: String(row?.district_id),
    partnership: { id: String(row?.partnership_id), slug: 'other', name: 'Other', isSample: false },
  };
}

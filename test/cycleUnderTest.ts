import { insertEngagement } from '../src/hub/work/engagements.store.ts';
import { selectParties } from '../src/hub/partnership/partnership.store.ts';
import { newUuid } from '../src/hub/store/uuid.ts';
import { asMember } from '../src/hub/store/view.ts';
import type { HubUnderTest } from './hubUnderTest.ts';

/** Begins joint work of both districts on mathematics, agreed and under way, and answers its id. */
export async function beginJointWork(hub: HubUnderTest): Promise<string> {
  const at = hub.clock.now;
  const id = newUuid(at);
  await asMember(hub.database, hub.member('coordinator'), async (view) => {
    const parties = await selectParties(view);
    const begun = await insertEngagement(
      view,
      {
        id,
        mode: 'joint',
        askId: null,
        step: 'agreed',
        state: 'agreed',
        actingId: parties[0]?.districtId ?? '',
        title: 'Placement into Algebra',
        purpose: 'One rule for both districts',
        product: 'A placement rule',
        focusArea: 'mathematics',
        strategy: 'rigor',
        needId: null,
        benchmarkId: null,
        startsOn: '2025-09-01',
        endsOn: '2026-08-31',
        reason: null,
        words: null,
        parties: parties.map(({ districtId }) => ({
          districtId,
          part: 'develops',
          brings: null,
          owner: null,
          deputy: null,
        })),
        partners: [],
        told: { act: 'began joint work', mails: [] },
      },
      at,
    );
    if (!begun.done) throw new Error('the engagement of the test was not begun');
  });
  return id;
}

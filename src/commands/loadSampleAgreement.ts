import { sampleAgreement } from '../../sample/sampleAgreement.ts';
import { insertAgreement, insertSignature } from '../hub/agreement/agreements.store.ts';
import { sealTerms, type Terms } from '../hub/agreement/terms.ts';
import { selectMembers, selectParties } from '../hub/partnership/partnership.store.ts';
import type { Database } from '../hub/store/database.ts';
import { newUuid } from '../hub/store/uuid.ts';
import { asMember, type Member } from '../hub/store/view.ts';
import { calendarDay } from '../vocabulary/calendarDay.ts';

/** Proposes the agreement of the sample and signs it for each district, as its superintendents would. */
export async function loadSampleAgreement(
  database: Database,
  coordinator: Member,
  now: () => Date,
): Promise<void> {
  await asMember(database, coordinator, async (view) => {
    const parties = await selectParties(view);
    const sponsors = (await selectMembers(view)).filter(({ role }) => role === 'sponsor');
    const at = now();
    const day = (years: number) => `${at.getUTCFullYear() + years}-06-30`;
    const year = at.getUTCFullYear() + (at.getUTCMonth() >= 6 ? 1 : 0);
    const { title, measures, scope, years, smallestGroup, embargoDays, publication, note, ...rest } =
      sampleAgreement;
    const terms: Terms = {
      format: 'tandem agreement 1',
      agreement: newUuid(at),
      partnership: view.member.partnership.slug,
      title,
      parties: parties.map(({ cds, name }) => ({ cds, name })),
      validFrom: calendarDay(at),
      validUntil: day(2),
      reviewOn: day(1),
      grants: parties.map(({ cds }) => ({
        id: newUuid(at),
        from: cds,
        to: parties.filter((one) => one.cds !== cds).map((one) => one.cds),
        measures: [...measures],
        scope,
        firstYear: year + years[0],
        lastYear: year + years[1],
        smallestGroup,
        embargoDays,
        publication,
      })),
      ...rest,
    };
    for (const [i, { districtId, cds }] of parties.entries()) {
      const sponsor = sponsors.find((one) => one.districtId === districtId);
      if (!sponsor) throw new Error(`the sample has no superintendent of ${cds}`);
      const own = { ...view, member: { ...view.member, ...sponsor, partnership: view.member.partnership } };
      if (i === 0)
        await insertAgreement(own, districtId, { step: 'proposed', terms, words: note, mails: [] }, at);
      const signed = { id: terms.agreement, version: 1, hash: sealTerms(terms).hash };
      const written = await insertSignature(own, districtId, signed, () => [], at);
      if (!written.done) throw new Error(`the agreement of the sample was not signed: ${written.reason}`);
    }
  });
}

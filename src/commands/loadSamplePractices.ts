import { citedDistricts } from '../../sample/citedDistricts.ts';
import { type SamplePractice, samplePractices } from '../../sample/samplePractices.ts';
import { selectNeeds } from '../hub/needs/needs.store.ts';
import { selectMembers, selectParties } from '../hub/partnership/partnership.store.ts';
import { insertAdoption, insertResult, selectAdoptions } from '../hub/practices/adoptions.store.ts';
import { insertPractice, selectOptionalPractice } from '../hub/practices/practices.store.ts';
import { insertStudy } from '../hub/practices/studies.store.ts';
import { selectEngagements } from '../hub/work/engagements.store.ts';
import type { Database } from '../hub/store/database.ts';
import { asMember, type Member, type MemberView } from '../hub/store/view.ts';

/** Enters the practices of the sample with their studies, who took them up and what came of it, each as the person who would. */
export async function loadSamplePractices(
  database: Database,
  coordinator: Member,
  now: () => Date,
): Promise<void> {
  await asMember(database, coordinator, async (view) => {
    for (const sample of samplePractices) await loadPractice(view, sample, now());
  });
}

async function loadPractice(view: MemberView, sample: SamplePractice, at: Date): Promise<void> {
  const parties = await selectParties(view);
  const members = await selectMembers(view);
  const districtOf = (name: keyof typeof citedDistricts) => {
    const party = parties.find(({ cds }) => cds === citedDistricts[name].cds);
    if (!party) throw new Error(`the sample has no ${name}`);
    return party.districtId;
  };
  const viewOf = (name: string): MemberView => {
    const member = members.find((one) => one.name === name);
    if (!member) throw new Error(`the sample has no ${name}`);
    const { personId, role, districtId } = member;
    return { ...view, member: { ...view.member, personId, name, role, districtId } };
  };
  const { district, ...described } = sample.practice;
  const need = (await selectNeeds(view)).find(({ wording }) => wording === sample.need);
  const engagement = (await selectEngagements(view)).find(
    ({ mode, state }) => mode === sample.work && state !== 'closed',
  );
  const links = {
    districtId: districtOf(district),
    needId: need?.id ?? null,
    engagementId: engagement?.id ?? null,
    claimId: null,
  };
  const id = await insertPractice(viewOf(sample.by), { ...described, ...links }, at);
  const practice = await selectOptionalPractice(view, id);
  if (!practice) throw new Error('a practice of the sample was not entered');
  for (const draft of sample.studies) await insertStudy(viewOf(sample.by), practice, draft, at);
  const adoptionIds: string[] = [];
  for (const { district: place, by, from, result, ...draft } of sample.adoptions) {
    const fromId = from === null ? null : (adoptionIds[from] ?? null);
    const taken = { ...draft, fromId, engagementId: null };
    const adoptionId = await insertAdoption(viewOf(by), practice, districtOf(place), taken, at);
    adoptionIds.push(adoptionId);
    const adoption = (await selectAdoptions(view, id)).find((one) => one.id === adoptionId);
    if (result && adoption) await insertResult(viewOf(by), { practice, adoption }, 0, result, at);
  }
}

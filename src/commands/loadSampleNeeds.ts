import { type CitedDistrict, citedDistricts } from '../../sample/citedDistricts.ts';
import { sampleAsk, sampleCapacity, sampleNeeds } from '../../sample/sampleNeeds.ts';
import { insertCapacity } from '../hub/needs/capacity.store.ts';
import type { Contact } from '../hub/needs/contactDraft.ts';
import { makeAsk } from '../hub/needs/makeAsk.store.ts';
import { readEvidence } from '../hub/needs/needEvidence.store.ts';
import { readNeed } from '../hub/needs/needReading.store.ts';
import { insertNeed } from '../hub/needs/needs.store.ts';
import { lastDayOf, nextTerm, termOn, termsFrom } from '../hub/needs/term.ts';
import {
  type Party,
  type PartnershipMember,
  selectMembers,
  selectParties,
} from '../hub/partnership/partnership.store.ts';
import type { Database } from '../hub/store/database.ts';
import { asMember, type Member, type MemberView } from '../hub/store/view.ts';
import { homeOf } from '../hub/partnership/homeOf.ts';

/**
 * Confirms the needs of the sample, offers its capacity and asks once, each as the person who would. `baseUrl` is where the sample is
 * served; null where mail leaves, so that nobody is written to.
 */
export async function loadSampleNeeds(
  database: Database,
  coordinator: Member,
  baseUrl: string | null,
  now: () => Date,
): Promise<void> {
  await asMember(database, coordinator, async (view) => {
    const parties = await selectParties(view);
    const members = await selectMembers(view);
    const sample: Sample = { view, parties, members, at: now() };
    await offerCapacity(sample);
    const [first] = await confirmNeeds(sample);
    if (first && baseUrl !== null) await askOnce(sample, first, baseUrl);
  });
}

type Sample = {
  readonly view: MemberView;
  readonly parties: readonly Party[];
  readonly members: readonly PartnershipMember[];
  readonly at: Date;
};

function partyOf({ parties }: Sample, district: CitedDistrict): Party {
  const party = parties.find(({ cds }) => cds === citedDistricts[district].cds);
  if (!party) throw new Error(`the sample has no ${district}`);
  return party;
}

function memberOf({ members }: Sample, name: string): PartnershipMember {
  const member = members.find((one) => one.name === name);
  if (!member) throw new Error(`the sample has no ${name}`);
  return member;
}

/** The view of somebody of the sample, in the transaction that is open. */
function viewOf(sample: Sample, name: string): MemberView {
  const { view } = sample;
  const { personId, role, districtId } = memberOf(sample, name);
  return { ...view, member: { ...view.member, personId, name, role, districtId } };
}

async function offerCapacity(sample: Sample): Promise<void> {
  const { at, members } = sample;
  for (const { district, focusArea, terms, contact, words } of sampleCapacity) {
    const { districtId } = partyOf(sample, district);
    const coordinator = members.find((one) => one.role === 'coordinator' && one.districtId === districtId);
    const who: Contact =
      typeof contact === 'string'
        ? { kind: 'member', personId: memberOf(sample, contact).personId }
        : { kind: 'outside', ...contact };
    for (const [i, term] of termsFrom(termOn(at), terms.length).entries()) {
      const amount = terms[i];
      if (!amount || !coordinator || amount.visits + amount.hours === 0) continue;
      const draft = { ...amount, contact: who, until: lastDayOf(term), words };
      await insertCapacity(viewOf(sample, coordinator.name), { districtId, focusArea, term }, 0, draft, at);
    }
  }
}

async function confirmNeeds(sample: Sample): Promise<string[]> {
  const ids: string[] = [];
  for (const { district, measure, group, focusArea, wording, owner, words } of sampleNeeds) {
    const cell = { districtId: partyOf(sample, district).districtId, measureId: measure, group };
    const evidence = await readEvidence(sample.view, cell);
    const isCalledNeed = evidence.status === 'need';
    const draft = {
      wording,
      focusArea,
      ownerId: memberOf(sample, owner).personId,
      reason: isCalledNeed ? null : ('not good enough' as const),
      words: isCalledNeed ? null : words,
    };
    const confirmed = await insertNeed(viewOf(sample, owner), cell, draft, evidence, sample.at);
    ids.push(confirmed.id);
  }
  return ids;
}

async function askOnce(sample: Sample, needId: string, baseUrl: string): Promise<void> {
  const { view, at } = sample;
  const reading = await readNeed(view, needId);
  const asked = partyOf(sample, sampleAsk.of);
  const partner = reading?.partners.find(({ party }) => party.districtId === asked.districtId);
  if (!reading || partner?.evidence.status !== 'strength') return;
  const made = await makeAsk(
    viewOf(sample, sampleAsk.asker),
    {
      reading,
      partner,
      term: nextTerm(termOn(at)),
      wanted: { kind: 'visit' },
      words: sampleAsk.words,
      insteadOf: null,
      addressOf: (id) => `${baseUrl}${homeOf(view.member.partnership)}/matching/asks/${id}`,
    },
    at,
  );
  if (!made.done) throw new Error(`the ask of the sample was not made: ${made.reason}`);
}

import {
  type Party,
  type PartnershipMember,
  selectMembers,
  selectParties,
} from '../partnership/partnership.store.ts';
import type { MemberView } from '../store/view.ts';
import { type Ask, type KeptAnswer, selectAskAnswers, selectOptionalAsk } from './asks.store.ts';
import { selectKeptEvidence, type StoredEvidence } from './keptEvidence.store.ts';

/** One ask with its answers, and the evidence for which the district is asked. */
export type AskReading = {
  readonly ask: Ask;
  readonly answers: readonly KeptAnswer[];
  readonly stored: StoredEvidence;
  readonly asking: Party;
  readonly asked: Party;
  readonly members: readonly PartnershipMember[];
};

/** The ask of an id with all that stands about it; undefined when the partnership has no such ask. */
export async function readAsk(view: MemberView, askId: string): Promise<AskReading | undefined> {
  const ask = await selectOptionalAsk(view, askId);
  if (!ask) return undefined;
  const stored = (await selectKeptEvidence(view, [ask.evidenceId])).get(ask.evidenceId);
  const parties = await selectParties(view);
  const asking = parties.find(({ districtId }) => districtId === ask.askingId);
  const asked = parties.find(({ districtId }) => districtId === ask.districtId);
  if (!stored || !asking || !asked) throw new Error('an ask has its evidence and its two districts');
  return {
    ask,
    answers: await selectAskAnswers(view, ask.id),
    stored,
    asking,
    asked,
    members: await selectMembers(view),
  };
}

import { insertCommitmentStep, selectOptionalCommitment } from '../commitments/commitments.store.ts';
import { sideOf } from '../cycles/cycle.ts';
import { selectOptionalCycle } from '../cycles/cycles.store.ts';
import { handTest } from '../cycles/handTest.store.ts';
import type { Reach } from '../cycles/tellLeader.store.ts';
import { insertNeedChange, selectOptionalNeed } from '../needs/needs.store.ts';
import type { MemberView } from '../store/view.ts';
import { partyIn } from '../work/engagement.ts';
import { insertEngagementMove, selectOptionalEngagement } from '../work/engagements.store.ts';
import { changing } from '../work/moves.ts';
import type { Holding, HoldingPerson } from './holding.ts';

/** `by hand`: its own page gives it to somebody else. */
export type HandedOver =
  | { readonly done: true }
  | { readonly done: false; readonly reason: 'by hand' | 'changed meanwhile' | 'gone' };

/** A member who takes something over. */
export type Receiver = HoldingPerson & { readonly personId: string };

/** Gives one thing to a member of the district it belongs to, as its own room does it: a version with these words, its line in the history, and for a test a mail with a link; `reach` null tells nobody. */
export async function handOver(
  view: MemberView,
  holding: Pick<Holding, 'kind' | 'id' | 'districtId' | 'canMove'>,
  to: Receiver,
  words: string,
  at: Date,
  reach: Reach | null = null,
): Promise<HandedOver> {
  if (!holding.canMove) return { done: false, reason: 'by hand' };
  switch (holding.kind) {
    case 'commitment':
      return handCommitment(view, holding.id, to, words, at);
    case 'engagement':
      return handEngagement(view, holding, to, words, at);
    case 'need':
      return handNeed(view, holding.id, to, words, at);
    case 'cycle':
      return handCycle(view, holding, { to, words, reach }, at);
    default:
      return { done: false, reason: 'by hand' };
  }
}

async function handCommitment(
  view: MemberView,
  id: string,
  to: Receiver,
  words: string,
  at: Date,
): Promise<HandedOver> {
  const commitment = await selectOptionalCommitment(view, id);
  if (commitment?.state !== 'open') return { done: false, reason: 'gone' };
  const deputy = withoutReceiver(commitment.deputy, to);
  const act = { step: 'handed over', owner: to, deputy, words } as const;
  const written = await insertCommitmentStep(view, commitment, commitment.version, act, [], at);
  return written.done ? written : { done: false, reason: 'changed meanwhile' };
}

async function handEngagement(
  view: MemberView,
  { id, districtId }: Pick<Holding, 'id' | 'districtId'>,
  to: Receiver,
  words: string,
  at: Date,
): Promise<HandedOver> {
  const engagement = await selectOptionalEngagement(view, id);
  const party = engagement && partyIn(engagement, districtId);
  if (!engagement || !party || engagement.state === 'closed') return { done: false, reason: 'gone' };
  const own = { brings: party.brings, owner: to, deputy: withoutReceiver(party.deputy, to) };
  const move = changing(districtId, { ...engagement, own, words });
  const told = { act: `handed an engagement over to ${to.name}`, mails: [] };
  const written = await insertEngagementMove(view, id, engagement.version, { move, told }, at);
  return written.done ? written : { done: false, reason: 'changed meanwhile' };
}

async function handCycle(
  view: MemberView,
  { id, districtId }: Pick<Holding, 'id' | 'districtId'>,
  { to: leader, words, reach }: { to: Receiver; words: string; reach: Reach | null },
  at: Date,
): Promise<HandedOver> {
  const cycle = await selectOptionalCycle(view, id);
  const side = cycle && sideOf(cycle, districtId);
  if (!side || side.acted) return { done: false, reason: 'gone' };
  const handed = { leader, reason: 'leader left', words } as const;
  const written = await handTest(view, id, districtId, { basedOn: side.version, handed, reach }, at);
  return written.done ? written : { done: false, reason: 'changed meanwhile' };
}

async function handNeed(
  view: MemberView,
  id: string,
  to: Receiver,
  words: string,
  at: Date,
): Promise<HandedOver> {
  const need = await selectOptionalNeed(view, id);
  if (!need?.isOpen) return { done: false, reason: 'gone' };
  const { wording, focusArea } = need;
  const change = { wording, focusArea, ownerId: to.personId, words };
  const written = await insertNeedChange(view, need, need.version, change, at);
  return written.done ? written : { done: false, reason: 'changed meanwhile' };
}

/** Nobody is their own deputy. */
function withoutReceiver(deputy: HoldingPerson | null, to: Receiver): HoldingPerson | null {
  return deputy && (deputy.personId === to.personId || deputy.email === to.email) ? null : deputy;
}

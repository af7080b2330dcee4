import { asMember } from '../store/view.ts';
import { isId } from '../store/uuid.ts';
import { notFound } from '../web/notFound.ts';
import type { MemberAsk, Route } from '../web/route.ts';
import { endMembership } from './endMembership.store.ts';
import { respondHandover } from './handover.page.ts';
import { type FoundHandover, readHandoverFound } from './handoverFound.store.ts';
import { handOver, type Receiver } from './handOver.store.ts';
import { type Holding, partOf } from './holding.ts';
import { callOffLeaving, updateSuccessor } from './leavings.store.ts';
import { cannotLeaveSentence, mayHandOver } from './mayLeave.ts';
import { askerOf, handoverPath, respondNotTheirs } from './successionPlace.page.ts';

const path = '/partnerships/:partnership/people/handovers/:leaving';

/** A handover and its acts: each thing singly or all at once, the successor, the end of the membership, calling it off. */
export const handoverPages: Route[] = [
  {
    method: 'get',
    path,
    access: 'members',
    answer: (ask) => withHandover(ask, (found) => respondHandover(ask, found)),
  },
  {
    method: 'post',
    path: `${path}/hand`,
    access: 'members',
    answer: (ask) => withOwn(ask, (found) => hand(ask, found, 'one')),
  },
  {
    method: 'post',
    path: `${path}/hand-all`,
    access: 'members',
    answer: (ask) => withOwn(ask, (found) => hand(ask, found, 'all')),
  },
  {
    method: 'post',
    path: `${path}/successor`,
    access: 'members',
    answer: (ask) => withOwn(ask, (found) => nameSuccessor(ask, found)),
  },
  {
    method: 'post',
    path: `${path}/end`,
    access: 'members',
    answer: (ask) => withOwn(ask, (found) => end(ask, found)),
  },
  {
    method: 'post',
    path: `${path}/call-off`,
    access: 'members',
    answer: (ask) => withOwn(ask, (found) => callOff(ask, found)),
  },
];

async function withHandover(
  ask: MemberAsk,
  answer: (found: FoundHandover) => Promise<Response>,
): Promise<Response> {
  const id = ask.context.req.param('leaving');
  const found = isId(id)
    ? await asMember(ask.hub.database, ask.member, (view) => readHandoverFound(view, id))
    : undefined;
  return found ? answer(found) : notFound(ask, 'There is no such handover.');
}

/** The handover, for somebody who may act in it. */
function withOwn(ask: MemberAsk, answer: (found: FoundHandover) => Promise<Response>): Promise<Response> {
  return withHandover(ask, (found) => {
    const { name } = found.leaving;
    if (mayHandOver(askerOf(ask), found.leaving)) return answer(found);
    return respondNotTheirs(
      ask,
      `Handover of ${name}`,
      `Only ${name} and the coordinator of their district can hand over what is theirs.`,
    );
  });
}

function isSent({ form }: MemberAsk, { kind, id }: Holding): boolean {
  return form.kind === kind && form.id === id;
}

async function hand(ask: MemberAsk, found: FoundHandover, which: 'one' | 'all'): Promise<Response> {
  const { leaving, holdings, receivers } = found;
  const member = receivers.find(({ personId }) => personId === ask.form.to);
  if (!member) return respondHandover(ask, found, { title: 'Choose somebody of the same district.' });
  const to: Receiver = { personId: member.personId, name: member.name, email: member.email };
  const owned = holdings.filter((one) => one.canMove && partOf(one, leaving) === 'owner');
  const chosen = which === 'all' ? owned : owned.filter((one) => isSent(ask, one));
  if (chosen.length === 0)
    return respondHandover(ask, found, {
      title: 'That is not theirs any more.',
      body: 'Somebody has handed it over, or it is done. What is still theirs stands below.',
    });
  const words = `Handed over: ${leaving.name} leaves.`;
  const left: Holding[] = [];
  for (const holding of chosen) {
    const handed = await asMember(ask.hub.database, ask.member, (view) =>
      handOver(view, holding, to, words, ask.hub.now(), ask.hub.config),
    );
    if (!handed.done) left.push(holding);
  }
  if (left.length === 0) return ask.context.redirect(`${handoverPath(ask.home, leaving.id)}#theirs`, 303);
  return withHandover(ask, (fresh) =>
    respondHandover(ask, fresh, {
      title: `${left.length} of ${chosen.length} could not be handed over.`,
      body: 'Somebody changed them meanwhile. They are still below: press again.',
    }),
  );
}

async function nameSuccessor(ask: MemberAsk, found: FoundHandover): Promise<Response> {
  const { leaving, receivers } = found;
  const wanted = ask.form.successor ?? '';
  const successor = receivers.find(({ personId }) => personId === wanted) ?? null;
  if (wanted !== '' && !successor)
    return respondHandover(ask, found, { title: 'Choose somebody of the same district, or nobody yet.' });
  const isDone = await asMember(ask.hub.database, ask.member, (view) =>
    updateSuccessor(view, leaving, successor, ask.hub.now()),
  );
  return isDone ? ask.context.redirect(handoverPath(ask.home, leaving.id), 303) : respondOver(ask);
}

async function callOff(ask: MemberAsk, { leaving }: FoundHandover): Promise<Response> {
  const isDone = await asMember(ask.hub.database, ask.member, (view) =>
    callOffLeaving(view, leaving, ask.hub.now()),
  );
  return isDone ? ask.context.redirect(`${ask.home}/people`, 303) : respondOver(ask);
}

async function end(ask: MemberAsk, found: FoundHandover): Promise<Response> {
  const { leaving } = found;
  const ended = await endMembership(ask.hub.database, ask.member, leaving.id, ask.hub.now());
  if (!ended.done) {
    if (ended.reason === 'over') return respondOver(ask);
    return respondHandover(ask, found, {
      title: 'The membership cannot end yet.',
      body: cannotLeaveSentence(ended.reason, leaving.name),
    });
  }
  const isSelf = leaving.personId === ask.member.personId;
  return ask.context.redirect(isSelf ? '/' : handoverPath(ask.home, leaving.id), 303);
}

function respondOver(ask: MemberAsk): Promise<Response> {
  return withHandover(ask, (found) =>
    respondHandover(ask, found, {
      title: 'Somebody was quicker.',
      body: 'The handover is over: it was ended or called off meanwhile.',
    }),
  );
}

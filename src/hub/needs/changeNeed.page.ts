import { asMember } from '../store/view.ts';
import type { MemberAsk, Route } from '../web/route.ts';
import { type Found, type Refused, respondChange, withOwnNeed } from './changeNeedForms.page.ts';
import { needPath } from './matchingPlace.page.ts';
import { needRoles } from './mayWorkOnNeeds.ts';
import { parseNeedChange, parseNeedClosing, parseReopening } from './needDraft.ts';
import { readEvidence } from './needEvidence.store.ts';
import { insertNeedChange, insertNeedClosing, insertNeedReopening, type NeedWritten } from './needs.store.ts';

const path = '/partnerships/:partnership/matching/needs/:need';

/** Wording a need anew, giving it to somebody else, closing it and opening it again: each a version with its reason. */
export const changeNeedPages: Route[] = [
  {
    method: 'get',
    path: `${path}/change`,
    access: needRoles,
    answer: (ask) => withOwnNeed(ask, (found) => respondChange(ask, found)),
  },
  {
    method: 'post',
    path: `${path}/change`,
    access: needRoles,
    answer: (ask) => withOwnNeed(ask, (found) => changeNeed(ask, found)),
  },
  {
    method: 'post',
    path: `${path}/close`,
    access: needRoles,
    answer: (ask) => withOwnNeed(ask, (found) => closeNeed(ask, found)),
  },
  {
    method: 'post',
    path: `${path}/reopen`,
    access: needRoles,
    answer: (ask) => withOwnNeed(ask, (found) => reopenNeed(ask, found)),
  },
];

async function changeNeed(ask: MemberAsk, found: Found): Promise<Response> {
  const { need, owners } = found;
  const context = { owners: owners.map(({ personId }) => personId) };
  const parsed = parseNeedChange(ask.form, context, need);
  const basedOn = basedOnOf(ask);
  if (basedOn !== need.version) return respondChanged(ask, 'change');
  if (!parsed.ok) return respondChange(ask, found, { part: 'change', errors: parsed.errors });
  const written = await asMember(ask.hub.database, ask.member, (view) =>
    insertNeedChange(view, need, basedOn, parsed.value, ask.hub.now()),
  );
  return goOn(ask, found, 'change', written);
}

const unansweredSentence =
  'An ask about this need is unanswered: take it back first, or wait for the answer.';

async function closeNeed(ask: MemberAsk, found: Found): Promise<Response> {
  const { need, others, asks } = found;
  const basedOn = basedOnOf(ask);
  if (basedOn !== need.version) return respondChanged(ask, 'close');
  const parsed = parseNeedClosing(
    ask.form,
    others.map(({ id }) => id),
  );
  const unanswered = asks.some(({ state }) => state === 'asked');
  const errors = new Map(parsed.ok ? [] : parsed.errors);
  if (unanswered) errors.set('reason', unansweredSentence);
  if (!parsed.ok || errors.size > 0) return respondChange(ask, found, { part: 'close', errors });
  const written = await asMember(ask.hub.database, ask.member, (view) =>
    insertNeedClosing(view, need, basedOn, parsed.value, ask.hub.now()),
  );
  return goOn(ask, found, 'close', written);
}

async function reopenNeed(ask: MemberAsk, found: Found): Promise<Response> {
  const { need } = found;
  const basedOn = basedOnOf(ask);
  if (basedOn !== need.version) return respondChanged(ask, 'reopen');
  const parsed = parseReopening(ask.form);
  if (!parsed.ok) return respondChange(ask, found, { part: 'reopen', errors: parsed.errors });
  const written = await asMember(ask.hub.database, ask.member, async (view) => {
    const { districtId, measureId, group } = need;
    const evidence = await readEvidence(view, { districtId, measureId, group });
    return insertNeedReopening(view, need, basedOn, { words: parsed.value, evidence }, ask.hub.now());
  });
  return goOn(ask, found, 'reopen', written);
}

function basedOnOf(ask: MemberAsk): number {
  return /^\d{1,6}$/.test(ask.form.version ?? '') ? Number(ask.form.version) : 0;
}

function goOn(
  ask: MemberAsk,
  found: Found,
  part: Refused['part'],
  written: NeedWritten,
): Response | Promise<Response> {
  if (written.done) return ask.context.redirect(needPath(ask.home, found.need.id), 303);
  if (written.reason === 'changed meanwhile') return respondChanged(ask, part);
  if (written.reason === 'unanswered')
    return respondChange(ask, found, { part, errors: new Map([['reason', unansweredSentence]]) });
  const errors = new Map([
    ['words', 'Your district has another open need about this measure and group: close that one first.'],
  ]);
  return respondChange(ask, found, { part: 'reopen', errors });
}

/** Nothing is lost: what the person wrote stands in the form, and above it what somebody else did meanwhile. */
function respondChanged(ask: MemberAsk, part: Refused['part']): Promise<Response> {
  return withOwnNeed(ask, (found) => respondChange(ask, found, { part, errors: new Map(), meanwhile: true }));
}

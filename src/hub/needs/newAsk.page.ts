import { countAttempt } from '../people/attempt.store.ts';
import { asMember } from '../store/view.ts';
import { notFound } from '../web/notFound.ts';
import type { MemberAsk, Route } from '../web/route.ts';
import { parseAskDraft, nothingFree } from './askDraft.ts';
import { type Asking, respondAskForm } from './askForm.page.ts';
import { selectAskAnswers, selectOptionalAsk } from './asks.store.ts';
import { makeAsk } from './makeAsk.store.ts';
import { askPath, needPath, respondNotOwn } from './matchingPlace.page.ts';
import { needRoles } from './mayWorkOnNeeds.ts';
import { readNeed } from './needReading.store.ts';
import { isId } from '../store/uuid.ts';

const path = '/partnerships/:partnership/matching/asks/new';

/** Asking the partner for help with a need: the named person gets a mail with why they are asked. */
export const newAskPages: Route[] = [
  {
    method: 'get',
    path,
    access: needRoles,
    answer: (ask) => withAsking(ask, (asking) => respondAskForm(ask, asking, {}, new Map())),
  },
  {
    method: 'post',
    path,
    access: needRoles,
    answer: (ask) => withAsking(ask, (asking) => sendAsk(ask, asking)),
  },
];

/** Asks a person may send in an hour: each of them is a mail to somebody. */
const askLimit = { name: 'ask from', most: 10, withinMs: 3_600_000 };

async function withAsking(ask: MemberAsk, answer: (asking: Asking) => Promise<Response>): Promise<Response> {
  const { context, hub, member } = ask;
  const needId = context.req.query('need');
  const instead = context.req.query('instead');
  const read = await asMember(hub.database, member, async (view) => {
    const reading = isId(needId) ? await readNeed(view, needId) : undefined;
    const declined = reading && isId(instead) ? await selectOptionalAsk(view, instead) : undefined;
    const last = declined && (await selectAskAnswers(view, declined.id)).at(-1);
    return { reading, declined, last };
  });
  const { reading, declined, last } = read;
  if (!reading) return notFound(ask, 'There is no such need.');
  const back = needPath(ask.home, reading.need.id);
  if (reading.party.districtId !== member.districtId)
    return respondNotOwn(ask, reading.party, {
      title: `${reading.party.shortName} asks for itself`,
      sentence: `Only people of ${reading.party.name} can ask for help with this need.`,
      back,
    });
  const cds = context.req.query('cds');
  if (cds === reading.party.cds)
    return respondNotOwn(ask, undefined, {
      title: 'Ask the partner',
      sentence: 'One’s own district is not asked: the need is its own already.',
      back,
    });
  const partner = reading.partners.find(({ party }) => party.cds === cds);
  if (!partner) return notFound(ask, 'This district does not belong to the partnership.');
  const insteadOf =
    declined?.needId === reading.need.id &&
    declined.districtId === partner.party.districtId &&
    last?.suggestedName &&
    last.suggestedEmail &&
    (last.suggestedId === null ||
      reading.members.some(
        (one) => one.personId === last.suggestedId && one.districtId === partner.party.districtId,
      ))
      ? { personId: last.suggestedId, name: last.suggestedName, email: last.suggestedEmail }
      : null;
  return answer({ reading, partner, insteadOf, today: hub.now().toISOString().slice(0, 10) });
}

async function sendAsk(ask: MemberAsk, asking: Asking): Promise<Response> {
  const { reading, partner, insteadOf, today } = asking;
  const { need } = reading;
  const { party, evidence, offers } = partner;
  const parsed = parseAskDraft(ask.form, { asked: party.shortName, offers, today });
  if (evidence.status !== 'strength' || !need.isOpen)
    return respondAskForm(ask, asking, ask.form, new Map([['term', 'Nothing can be asked here.']]));
  if (!parsed.ok) return respondAskForm(ask, asking, ask.form, parsed.errors);
  const now = ask.hub.now();
  if (!(await countAttempt(ask.hub.database, askLimit, ask.member.personId, now))) {
    const message = `You have sent ${askLimit.most} asks within an hour, each of them a mail: please wait a while.`;
    return respondAskForm(ask, asking, ask.form, new Map([['words', message]]));
  }
  const draft = parsed.value;
  const asked = await asMember(ask.hub.database, ask.member, (view) =>
    makeAsk(
      view,
      {
        ...draft,
        reading,
        partner,
        insteadOf,
        addressOf: (id) => `${ask.hub.config.baseUrl}${askPath(ask.home, id)}`,
      },
      now,
    ),
  );
  if (asked.done) return ask.context.redirect(askPath(ask.home, asked.id), 303);
  const message =
    asked.reason === 'nothing free'
      ? nothingFree(party.shortName, draft.term, draft.wanted, asked.next)
      : asked.reason === 'unanswered'
        ? `${party.shortName} was asked about this need meanwhile: wait for that answer.`
        : 'The need was closed or its focus area changed meanwhile: look at it again before you ask.';
  return withAsking(ask, (now) => respondAskForm(ask, now, ask.form, new Map([['term', message]])));
}

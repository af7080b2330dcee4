import { measureById } from '../../measures/registry.ts';
import { formatDate } from '../../vocabulary/formatDate.ts';
import { findStudentGroup } from '../../vocabulary/studentGroup.ts';
import type { Mail } from '../mail/mail.store.ts';
import { asMember } from '../store/view.ts';
import type { MemberAsk, Route } from '../web/route.ts';
import { answerMail } from './answerMail.ts';
import type { RefusedAnswer } from './answerForms.page.ts';
import { respondAsk, withAsk } from './ask.page.ts';
import type { AskReading } from './askReading.store.ts';
import { type AskAnswer, parseAskAnswer, parseWithdrawal } from './askAnswerDraft.ts';
import { insertAskAnswer, type Recipient } from './asks.store.ts';
import type { Contact } from './contactDraft.ts';
import { askPath, respondNotOwn } from './matchingPlace.page.ts';
import { mayAnswerAsk, mayWithdrawAsk } from './mayAnswerAsk.ts';

const path = '/partnerships/:partnership/matching/asks/:ask';

/**
 * Answering an ask and taking it back. The person who was asked may be in any role, so that the routes are every member's and the rule
 * is asked of each ask.
 */
export const answerAskPages: Route[] = [
  {
    method: 'post',
    path: `${path}/answer`,
    access: 'members',
    answer: (ask) => withAsk(ask, (reading) => answerAsk(ask, reading)),
  },
  {
    method: 'post',
    path: `${path}/withdraw`,
    access: 'members',
    answer: (ask) => withAsk(ask, (reading) => withdrawAsk(ask, reading)),
  },
];

/** Answers to one ask, a yes with its changed days: each of them is a mail. */
const mostAnswers = 5;

function answerAsk(ask: MemberAsk, reading: AskReading): Promise<Response> {
  const { ask: made, members, asked, answers } = reading;
  if (!mayAnswerAsk(ask.member, made))
    return respondNotOwn(ask, asked, {
      title: 'Not yours to answer',
      sentence: `This ask is answered by ${made.to.name} or a coordinator of ${asked.name}.`,
      back: askPath(ask.home, made.id),
    });
  const parsed = parseAskAnswer(ask.form, {
    today: ask.hub.now().toISOString().slice(0, 10),
    memberIds: members.filter((one) => one.districtId === asked.districtId).map(({ personId }) => personId),
  });
  if (!parsed.ok) return respondAsk(ask, reading, { part: 'answer', errors: parsed.errors });
  const answer = parsed.value;
  const isCurrent = ask.form.version === String(made.version);
  if (isCurrent && made.state === 'accepted' && answer.state === 'accepted') {
    const isSame = answer.proposedOn === (answers.at(-1)?.proposedOn ?? null);
    const message = isSame
      ? 'This is the day you have said already: give another, or leave the answer as it is.'
      : made.version > mostAnswers
        ? 'The day was changed often enough: agree on it by mail or telephone.'
        : undefined;
    if (message)
      return respondAsk(ask, reading, { part: 'answer', errors: new Map([['proposedOn', message]]) });
  }
  return writeAnswer(ask, reading, 'answer', answer);
}

function withdrawAsk(ask: MemberAsk, reading: AskReading): Promise<Response> {
  const { ask: made, asking } = reading;
  if (!mayWithdrawAsk(ask.member, made))
    return respondNotOwn(ask, asking, {
      title: 'Not yours to take back',
      sentence: `This ask is taken back by whoever works on the needs of ${asking.name}.`,
      back: askPath(ask.home, made.id),
    });
  const parsed = parseWithdrawal(ask.form);
  if (!parsed.ok) return respondAsk(ask, reading, { part: 'withdraw', errors: parsed.errors });
  return writeAnswer(ask, reading, 'withdraw', parsed.value);
}

async function writeAnswer(
  ask: MemberAsk,
  reading: AskReading,
  part: RefusedAnswer['part'],
  answer: AskAnswer,
): Promise<Response> {
  const { ask: made, asking, asked } = reading;
  const suggested = answer.state === 'declined' ? recipientOf(answer.suggested, reading) : null;
  const acts = {
    accepted: `accepted ${asking.shortName}’s ask`,
    declined: `declined ${asking.shortName}’s ask`,
    withdrawn: `took back the ask of ${asked.shortName}`,
  };
  const version = ask.form.version ?? '';
  const written = await asMember(ask.hub.database, ask.member, (view) =>
    insertAskAnswer(
      view,
      made,
      {
        basedOn: /^\d{1,6}$/.test(version) ? Number(version) : 0,
        answer,
        suggested,
        mails: composeAnswer(ask, reading, answer, suggested),
        act: acts[answer.state],
      },
      ask.hub.now(),
    ),
  );
  if (written.done) return ask.context.redirect(askPath(ask.home, made.id), 303);
  return withAsk(ask, (now) => respondAsk(ask, now, { part, errors: new Map(), meanwhile: true }));
}

function recipientOf(contact: Contact | null, { members }: AskReading): Recipient | null {
  if (contact === null) return null;
  if (contact.kind === 'outside') return { personId: null, name: contact.name, email: contact.email };
  const member = members.find(({ personId }) => personId === contact.personId);
  return member ? { personId: member.personId, name: member.name, email: member.email } : null;
}

/**
 * An answer goes to whoever asked and to the owner of the need, or once both have left to a coordinator of their district; a withdrawal to
 * whoever was asked.
 */
function composeAnswer(
  ask: MemberAsk,
  { ask: made, members, asking, asked }: AskReading,
  answer: AskAnswer,
  suggested: Recipient | null,
): Mail[] {
  const group = findStudentGroup(made.group);
  if (!group) throw new Error('an ask is about a known group');
  const isWithdrawn = answer.state === 'withdrawn';
  const told = members.filter(({ personId }) => [made.askerId, made.ownerId].includes(personId));
  const instead = members.filter((one) => one.role === 'coordinator' && one.districtId === made.askingId);
  const recipients = isWithdrawn ? [made.to] : told.length > 0 ? told : instead.slice(0, 1);
  const proposedOn = answer.state === 'accepted' ? answer.proposedOn : null;
  return recipients
    .filter(({ personId }) => personId !== ask.member.personId)
    .map((to) => ({
      to: to.email,
      ...answerMail({
        to,
        from: ask.member,
        district: isWithdrawn ? asking.shortName : asked.shortName,
        measure: measureById(made.measureId),
        group,
        wanted: made.wanted,
        term: made.term,
        state: answer.state,
        reason: answer.state === 'declined' ? answer.reason : null,
        words: answer.words,
        proposedOn: proposedOn && formatDate(proposedOn),
        suggestedName: suggested?.name ?? null,
        address: `${ask.hub.config.baseUrl}${askPath(ask.home, made.id)}`,
      }),
    }));
}

import { callout } from '../../page/callout.ts';
import { card } from '../../page/card.ts';
import { definitionList } from '../../page/definitionList.ts';
import { details } from '../../page/details.ts';
import { form } from '../../page/form.ts';
import { formatDate, formatMoment } from '../../vocabulary/formatDate.ts';
import { type Content, html } from '../../page/html.ts';
import { pageHeading } from '../../page/pageHeading.ts';
import { radioGroup } from '../../page/radioGroup.ts';
import { textArea } from '../../page/textArea.ts';
import { calendarDay } from '../../vocabulary/calendarDay.ts';
import { focusAreas } from '../../vocabulary/partnership.ts';
import type { FieldErrors } from '../benchmarks/benchmarkDraft.ts';
import { reasonName } from '../needs/needReasons.ts';
import { asMember, type MemberView } from '../store/view.ts';
import { isId } from '../store/uuid.ts';
import { notFound } from '../web/notFound.ts';
import type { MemberAsk, Route } from '../web/route.ts';
import { engagementPath, workParts, workTrail } from '../work/workPlace.page.ts';
import { readWorkContext, type WorkContext } from './commitmentsReading.store.ts';
import { disputeReasons } from './hourKinds.ts';
import {
  type HoursWritten,
  insertHoursAnswer,
  insertHoursCorrection,
  insertHoursWithdrawal,
  isAskedAbout,
  type SharedHours,
  selectOptionalHours,
} from './hours.store.ts';
import { hoursText } from './hoursBalance.ts';
import { parseHoursAmount, parseHoursAnswer } from './hoursDraft.ts';
import { directionText, hoursBadge, hoursPath, kindName } from './hoursWords.page.ts';
import { mayEnterHours } from './mayActOnCommitment.ts';
import { amountFields } from './newHours.page.ts';
import { tellHours } from './tellHours.page.ts';

const path = '/partnerships/:partnership/work/hours/:hours';

/** One entry of hours: confirmed or disputed by one side, corrected or taken back by the other. */
export const hoursEntryPages: Route[] = [
  {
    method: 'get',
    path,
    access: 'members',
    answer: (ask) => withHours(ask, (found) => respondHours(ask, found)),
  },
  ...(['answer', 'correct', 'withdraw'] as const).map(
    (part): Route => ({
      method: 'post',
      path: `${path}/${part}`,
      access: 'members',
      answer: (ask) => withHours(ask, (found) => changeHours(ask, found, part)),
    }),
  ),
];

type Part = 'answer' | 'correct' | 'withdraw';
type Found = WorkContext & { readonly hours: SharedHours };
type Refused = { readonly part: Part; readonly errors: FieldErrors; readonly late?: boolean };

async function withHours(ask: MemberAsk, answer: (found: Found) => Promise<Response>): Promise<Response> {
  const id = ask.context.req.param('hours');
  const found = isId(id)
    ? await asMember(ask.hub.database, ask.member, async (view) => {
        const hours = await selectOptionalHours(view, id);
        return hours && { ...(await readWorkContext(view)), hours };
      })
    : undefined;
  return found ? answer(found) : notFound(ask, 'There are no such hours.');
}

async function changeHours(ask: MemberAsk, found: Found, part: Part): Promise<Response> {
  const { hours } = found;
  const { member } = ask;
  const isMine =
    part === 'answer' ? isAskedAbout(hours, member.districtId) : hours.enteredId === member.districtId;
  if (!mayEnterHours(member) || !isMine) return respondNotYours(ask, found);
  const at = ask.hub.now();
  const basedOn = /^\d{1,6}$/.test(ask.form.version ?? '') ? Number(ask.form.version) : 0;
  let write: (view: MemberView) => Promise<HoursWritten>;
  if (part === 'withdraw') write = (view) => insertHoursWithdrawal(view, hours, basedOn, at);
  else if (part === 'answer') {
    const parsed = parseHoursAnswer(ask.form);
    if (!parsed.ok) return respondHours(ask, found, { part, errors: parsed.errors });
    write = (view) => insertHoursAnswer(view, hours, basedOn, parsed.value, at);
  } else {
    const parsed = parseHoursAmount(ask.form, calendarDay(at));
    if (!parsed.ok) return respondHours(ask, found, { part, errors: parsed.errors });
    const { baseUrl, replyAddress } = ask.hub.config;
    const context = { baseUrl, replyAddress, parties: found.parties, members: found.members };
    write = async (view) => {
      const corrected = await insertHoursCorrection(view, hours, basedOn, parsed.value, at);
      if (corrected.done) await tellHours(view, [hours.id], 'corrected', context, at);
      return corrected;
    };
  }
  const written = await asMember(ask.hub.database, ask.member, write);
  if (!written.done)
    return withHours(ask, (now) => respondHours(ask, now, { part, errors: new Map(), late: true }));
  const list = `${ask.home}/work/hours`;
  return ask.context.redirect(ask.form.from === 'list' ? list : hoursPath(ask.home, hours.id), 303);
}

function respondHours(ask: MemberAsk, found: Found, refused?: Refused): Promise<Response> {
  const { hours, parties, engagements } = found;
  const { member, home } = ask;
  const engagement = engagements.find(({ id }) => id === hours.engagementId);
  const isUnsettled = hours.state === 'waiting' || hours.state === 'disputed';
  const may = mayEnterHours(member) && isUnsettled;
  return ask.respond({
    title: `${directionText(hours, parties)} ${hoursText(hours.quarterHours)}`,
    section: 'work',
    status: refused ? (refused.late ? 409 : 422) : undefined,
    body: html`${pageHeading({
      title: `${directionText(hours, parties)} ${hoursText(hours.quarterHours)}`,
      badges: hoursBadge(hours, member.districtId),
      trail: workTrail(home, { label: 'Hours', href: `${home}/work/hours` }, { label: 'Entry' }),
    })}${workParts(home, 'hours')}${
      refused?.late
        ? callout({
            kind: 'warning',
            title: `${hours.changedBy} was quicker: this entry has changed while you were looking at it.`,
            body: html`Look at how it stands now.${ask.form.words ? html` You wrote: <q>${ask.form.words}</q>` : ''}`,
          })
        : ''
    }${card({
      title: 'The entry',
      body: definitionList([
        { term: 'Day', description: formatDate(hours.day) },
        { term: 'Spent on', description: kindName(hours.kind) },
        {
          term: 'For',
          description: engagement
            ? html`<a href="${engagementPath(home, engagement.id)}">${engagement.title}</a>`
            : (focusAreas.find(({ id }) => id === hours.focusArea)?.name ?? hours.focusArea),
        },
        { term: 'Entered by', description: hours.enteredBy },
        {
          term: 'Last',
          description: html`${hours.changedBy}, ${formatMoment(hours.changedAt)}${hours.reason ? `: ${reasonName(disputeReasons, hours.reason).toLowerCase()}` : ''}${hours.words ? html`. <q>${hours.words}</q>` : ''}`,
        },
      ]),
    })}${may && isAskedAbout(hours, member.districtId) ? answerCard(ask, found, refused) : ''}${
      may && hours.enteredId === member.districtId ? ownCard(ask, found, refused) : ''
    }`,
  });
}

function answerCard(ask: MemberAsk, { hours }: Found, refused: Refused | undefined): Content {
  const isSent = refused?.part === 'answer';
  const errors: FieldErrors = isSent ? refused.errors : new Map();
  const written = isSent ? ask.form : {};
  const action = `${hoursPath(ask.home, hours.id)}/answer`;
  const { csrfToken } = ask.person;
  const version = html`<input type="hidden" name="version" value="${String(hours.version)}">`;
  return card({
    title: 'Is this right?',
    body: html`${form({
      action,
      csrfToken,
      submit: `Confirm ${hoursText(hours.quarterHours)}`,
      body: html`${version}<input type="hidden" name="answer" value="confirmed">`,
    })}${details({
      summary: 'It is not right',
      open: errors.size > 0,
      body: form({
        action,
        csrfToken,
        submit: 'Dispute it',
        submitTone: 'second',
        errors: [...errors].map(([field, message]) => ({ field, message })),
        body: html`${version}<input type="hidden" name="answer" value="disputed">${radioGroup({
          id: 'reason',
          name: 'reason',
          label: 'What is not right',
          value: written.reason,
          error: errors.get('reason'),
          choices: disputeReasons.map(({ id, name }) => ({ value: id, label: name })),
        })}${textArea({
          id: 'words',
          name: 'words',
          label: 'In your own words',
          rows: 2,
          value: written.words,
          error: errors.get('words'),
        })}`,
      }),
    })}`,
  });
}

function ownCard(ask: MemberAsk, { hours }: Found, refused: Refused | undefined): Content {
  const isSent = refused?.part === 'correct';
  const errors: FieldErrors = isSent ? refused.errors : new Map();
  const { csrfToken } = ask.person;
  const asItIs = { day: hours.day, hours: String(hours.quarterHours / 4), kind: hours.kind };
  const version = html`<input type="hidden" name="version" value="${String(hours.version)}">`;
  return card({
    title: 'Your entry',
    body: html`${details({
      summary: 'Correct it',
      open: errors.size > 0 || hours.state === 'disputed',
      body: form({
        action: `${hoursPath(ask.home, hours.id)}/correct`,
        csrfToken,
        submit: 'Correct it and ask again',
        errors: [...errors].map(([field, message]) => ({ field, message })),
        body: html`${version}${amountFields(isSent ? ask.form : asItIs, errors, calendarDay(ask.hub.now()))}`,
      }),
    })}${form({
      action: `${hoursPath(ask.home, hours.id)}/withdraw`,
      csrfToken,
      submit: 'Take it back',
      submitTone: 'quiet',
      body: version,
    })}`,
  });
}

function respondNotYours(ask: MemberAsk, { hours, parties }: Found): Promise<Response> {
  const party = parties.find(({ districtId }) => districtId === hours.enteredId);
  return ask.respond({
    title: 'Not yours to do',
    section: 'work',
    status: 403,
    body: html`${pageHeading({ title: 'Not yours to do' })}${callout({
      kind: 'refusal',
      title: `${party?.name ?? 'One district'} entered these hours: it corrects them, and only the other confirms them.`,
      body: html`<a href="${hoursPath(ask.home, hours.id)}">Go back</a>.`,
    })}`,
  });
}

import { linkButton } from '../../page/button.ts';
import { callout } from '../../page/callout.ts';
import { card } from '../../page/card.ts';
import { form } from '../../page/form.ts';
import { type Content, html } from '../../page/html.ts';
import { pageHeading } from '../../page/pageHeading.ts';
import type { FieldErrors } from '../benchmarks/benchmarkDraft.ts';
import { readWorkContext, type WorkContext } from '../commitments/commitmentsReading.store.ts';
import { asMember } from '../store/view.ts';
import type { MemberAsk, Route } from '../web/route.ts';
import { workParts, workTrail } from '../work/workPlace.page.ts';
import { contactFields, writtenOf } from './contactFields.page.ts';
import { invitingMails } from './contactMails.page.ts';
import { contactPath } from './contactPath.ts';
import { basedOnOf, respondNotMeeting, withContact } from './contactPlace.page.ts';
import { parseContactPlan } from './contactPlan.ts';
import type { ContactReading } from './contactReading.store.ts';
import { insertContact, insertContactChange } from './contacts.store.ts';
import { mayMeet, meetingRoles } from './mayMeet.ts';

const path = '/partnerships/:partnership/work/contacts';

/** Planning a visit, call or meeting, and changing what is planned. */
export const contactFormPages: Route[] = [
  {
    method: 'get',
    path: `${path}/new`,
    access: meetingRoles,
    answer: (ask) =>
      mayMeet(ask.member)
        ? respondNew(ask, {
            kind: 'visit',
            engagement: ask.context.req.query('engagement') ?? '',
            [`member-${ask.member.personId}`]: 'on',
          })
        : respondNotMeeting(ask),
  },
  {
    method: 'post',
    path: `${path}/new`,
    access: meetingRoles,
    answer: (ask) => (mayMeet(ask.member) ? planContact(ask) : respondNotMeeting(ask)),
  },
  {
    method: 'get',
    path: `${path}/:contact/change`,
    access: meetingRoles,
    answer: (ask) =>
      withContact(ask, (reading) => respondChange(ask, reading, writtenOf(reading.contact, reading.parties))),
  },
  {
    method: 'post',
    path: `${path}/:contact/change`,
    access: meetingRoles,
    answer: (ask) => withContact(ask, (reading) => changeContact(ask, reading)),
  },
];

const nothingWrong: FieldErrors = new Map();

async function planContact(ask: MemberAsk): Promise<Response> {
  const context = await asMember(ask.hub.database, ask.member, readWorkContext);
  const at = ask.hub.now();
  const engagementIds = context.engagements.map(({ id }) => id);
  const parsed = parseContactPlan(ask.form, { ...context, engagementIds, now: at });
  if (!parsed.ok) return respondNew(ask, ask.form, parsed.errors);
  const { baseUrl } = ask.hub.config;
  const id = await asMember(ask.hub.database, ask.member, (view) =>
    insertContact(view, parsed.value, (contact) => invitingMails(view, contact, 'planned', baseUrl, at), at),
  );
  return ask.context.redirect(contactPath(ask.home, id), 303);
}

async function changeContact(ask: MemberAsk, reading: ContactReading): Promise<Response> {
  if (!mayMeet(ask.member)) return respondNotMeeting(ask);
  const { contact } = reading;
  const at = ask.hub.now();
  const { engagements } = await asMember(ask.hub.database, ask.member, readWorkContext);
  const engagementIds = engagements.map(({ id }) => id);
  const parsed = parseContactPlan(ask.form, { ...reading, engagementIds, now: at });
  if (!parsed.ok) return respondChange(ask, reading, ask.form, parsed.errors);
  const { baseUrl } = ask.hub.config;
  const written = await asMember(ask.hub.database, ask.member, (view) =>
    insertContactChange(
      view,
      contact,
      basedOnOf(ask.form),
      parsed.value,
      (changed) => invitingMails(view, changed, 'changed', baseUrl, at),
      at,
    ),
  );
  if (written.done) return ask.context.redirect(contactPath(ask.home, contact.id), 303);
  return withContact(ask, (now) => respondChange(ask, now, ask.form, nothingWrong, true));
}

async function respondNew(
  ask: MemberAsk,
  written: Readonly<Record<string, string>>,
  errors: FieldErrors = nothingWrong,
): Promise<Response> {
  const context = await asMember(ask.hub.database, ask.member, readWorkContext);
  const list = `${ask.home}/work/contacts`;
  return ask.respond({
    title: 'Plan a contact',
    section: 'work',
    status: errors.size > 0 ? 422 : undefined,
    body: html`${pageHeading({
      title: 'Plan a visit, call or meeting',
      lead: 'Everybody gets a one-page brief and a calendar file by mail; nobody needs an account.',
      trail: workTrail(ask.home, { label: 'Contacts', href: list }, { label: 'New' }),
    })}${workParts(ask.home, 'contacts')}${formCard(ask, context, {
      action: `${list}/new`,
      back: list,
      submit: 'Plan it and invite',
      written,
      errors,
    })}`,
  });
}

async function respondChange(
  ask: MemberAsk,
  reading: ContactReading,
  written: Readonly<Record<string, string>>,
  errors: FieldErrors = nothingWrong,
  isLate = false,
): Promise<Response> {
  const { contact } = reading;
  const { engagements } = await asMember(ask.hub.database, ask.member, readWorkContext);
  const page = contactPath(ask.home, contact.id);
  const isOver = contact.state !== 'planned';
  return ask.respond({
    title: `Change: ${contact.title}`,
    section: 'work',
    status: isLate ? 409 : errors.size > 0 ? 422 : undefined,
    body: html`${pageHeading({
      title: `Change: ${contact.title}`,
      lead: 'Everybody who is invited is told what it is now.',
      trail: workTrail(
        ask.home,
        { label: 'Contacts', href: `${ask.home}/work/contacts` },
        { label: contact.title, href: page },
        { label: 'Change' },
      ),
    })}${workParts(ask.home, 'contacts')}${
      isLate || isOver
        ? callout({
            kind: isLate ? 'warning' : 'info',
            title: isLate
              ? `${contact.changedBy} was quicker: this ${contact.kind} has changed while you were writing. Nothing of yours is lost.`
              : `This ${contact.kind} ${contact.state === 'held' ? 'was held' : 'was cancelled'}: it is not changed any more.`,
            body: html`<a href="${page}">See how it stands now</a>${isLate && !isOver ? ', then send yours again if it still fits' : ''}.`,
          })
        : ''
    }${
      isOver && !isLate
        ? ''
        : formCard(
            ask,
            { ...reading, engagements },
            {
              action: `${page}/change`,
              back: page,
              submit: 'Change it and tell everybody',
              written,
              errors,
              version: contact.version,
            },
          )
    }`,
  });
}

type Shown = {
  readonly action: string;
  readonly back: string;
  readonly submit: string;
  readonly written: Readonly<Record<string, string>>;
  readonly errors: FieldErrors;
  readonly version?: number;
};

function formCard(
  ask: MemberAsk,
  context: Pick<WorkContext, 'parties' | 'members' | 'engagements'>,
  { action, back, submit, written, errors, version }: Shown,
): Content {
  return card({
    body: form({
      action,
      csrfToken: ask.person.csrfToken,
      submit,
      second: linkButton({ label: 'Cancel', href: back, tone: 'quiet' }),
      errors: [...errors].map(([field, message]) => ({ field, message })),
      body: html`${version === undefined ? '' : html`<input type="hidden" name="version" value="${String(version)}">`}${contactFields(
        { ...context, written, errors },
      )}`,
    }),
  });
}

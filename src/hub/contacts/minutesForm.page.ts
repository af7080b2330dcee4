import { linkButton } from '../../page/button.ts';
import { callout } from '../../page/callout.ts';
import { card } from '../../page/card.ts';
import { form } from '../../page/form.ts';
import { html } from '../../page/html.ts';
import { pageHeading } from '../../page/pageHeading.ts';
import { calendarDay } from '../../vocabulary/calendarDay.ts';
import type { FieldErrors } from '../benchmarks/benchmarkDraft.ts';
import { givenMails } from '../commitments/commitmentMails.page.ts';
import { tellHours } from '../commitments/tellHours.page.ts';
import { asMember } from '../store/view.ts';
import type { MemberAsk, Route } from '../web/route.ts';
import { workParts, workTrail } from '../work/workPlace.page.ts';
import { notesMails } from './contactMails.page.ts';
import { contactPath } from './contactPath.ts';
import { basedOnOf, respondNotMeeting, withContact } from './contactPlace.page.ts';
import type { ContactReading } from './contactReading.store.ts';
import { mayMeet, meetingRoles } from './mayMeet.ts';
import { insertMinutes } from './minutes.store.ts';
import { parseMinutes, rowField } from './minutesDraft.ts';
import { minutesFields } from './minutesFields.page.ts';

const path = '/partnerships/:partnership/work/contacts/:contact/minutes';

/** Writing the minutes: who was there, what was decided and why, what was promised, the hours of both. */
export const minutesFormPages: Route[] = [
  {
    method: 'get',
    path,
    access: meetingRoles,
    answer: (ask) =>
      withContact(ask, (reading) => respondForm(ask, reading, firstWritten(reading), new Map())),
  },
  {
    method: 'post',
    path,
    access: meetingRoles,
    answer: (ask) => withContact(ask, (reading) => writeMinutes(ask, reading)),
  },
];

/** Everybody who was invited was there, until somebody says otherwise; notes go on where they ended. */
function firstWritten({ contact, minutes }: ContactReading): Readonly<Record<string, string>> {
  const [newest] = minutes;
  const attended = contact.people.flatMap((one, i) =>
    one.attended === false ? [] : [[rowField('attended', i + 1), 'on']],
  );
  return { notes: newest?.notes ?? '', ...Object.fromEntries(attended) };
}

async function writeMinutes(ask: MemberAsk, reading: ContactReading): Promise<Response> {
  const { contact, members, parties, engagement, minutes } = reading;
  if (!mayMeet(ask.member)) return respondNotMeeting(ask);
  const at = ask.hub.now();
  const parsed = parseMinutes(ask.form, {
    people: contact.people,
    members,
    parties,
    engagement,
    contactId: contact.id,
    hostId: contact.hostId,
    today: calendarDay(at),
  });
  if (!parsed.ok) return respondForm(ask, reading, ask.form, parsed.errors);
  const { baseUrl, replyAddress } = ask.hub.config;
  const context = { baseUrl, replyAddress, parties, members };
  const basedOn = { version: basedOnOf(ask.form), minutesVersion: (minutes[0]?.version ?? 0) + 1 };
  const written = await asMember(ask.hub.database, ask.member, (view) =>
    insertMinutes(
      view,
      contact,
      basedOn,
      parsed.value,
      {
        ofCommitment: (made) => givenMails(view, made, context, at),
        toAttended: () => notesMails(view, contact, parsed.value.attended, baseUrl, at),
        ofHours: (ids) => tellHours(view, ids, 'entered', context, at),
      },
      at,
    ),
  );
  if (written.done) return ask.context.redirect(contactPath(ask.home, contact.id), 303);
  return withContact(ask, (now) => respondForm(ask, now, ask.form, new Map(), true));
}

function respondForm(
  ask: MemberAsk,
  reading: ContactReading,
  written: Readonly<Record<string, string>>,
  errors: FieldErrors,
  isLate = false,
): Promise<Response> {
  const { contact } = reading;
  const page = contactPath(ask.home, contact.id);
  const isOff = contact.state === 'cancelled';
  return ask.respond({
    title: `Minutes: ${contact.title}`,
    section: 'work',
    status: isLate ? 409 : errors.size > 0 ? 422 : undefined,
    body: html`${pageHeading({
      title: `Minutes: ${contact.title}`,
      lead: 'What was seen and said, in a few lines. What was decided and promised goes into its own rows, so that it is found again.',
      trail: workTrail(
        ask.home,
        { label: 'Contacts', href: `${ask.home}/work/contacts` },
        { label: contact.title, href: page },
        { label: 'Minutes' },
      ),
    })}${workParts(ask.home, 'contacts')}${
      isLate
        ? callout({
            kind: 'warning',
            title: `${contact.changedBy} was quicker: this ${contact.kind} has changed while you were writing. Nothing of yours is lost.`,
            body: html`What you wrote is below. <a href="${page}">See how it stands now</a>, then send yours again if it still fits.`,
          })
        : ''
    }${
      isOff
        ? callout({
            kind: 'info',
            title: `This ${contact.kind} was cancelled: there is nothing to write down.`,
            body: html`<a href="${page}">Go back</a>.`,
          })
        : card({
            body: form({
              action: `${page}/minutes`,
              csrfToken: ask.person.csrfToken,
              submit: 'Keep the minutes',
              second: linkButton({ label: 'Cancel', href: page, tone: 'quiet' }),
              errors: [...errors].map(([field, message]) => ({ field, message })),
              body: html`<input type="hidden" name="version" value="${String(contact.version)}">${minutesFields(reading, written, errors, calendarDay(ask.hub.now()))}`,
            }),
          })
    }`,
  });
}

import { button, linkButton } from '../../page/button.ts';
import { callout } from '../../page/callout.ts';
import { card } from '../../page/card.ts';
import { form } from '../../page/form.ts';
import { formatDate } from '../../vocabulary/formatDate.ts';
import { html } from '../../page/html.ts';
import { pageHeading } from '../../page/pageHeading.ts';
import { textArea } from '../../page/textArea.ts';
import { calendarDay } from '../../vocabulary/calendarDay.ts';
import type { FieldErrors } from '../benchmarks/benchmarkDraft.ts';
import { asMember } from '../store/view.ts';
import type { MemberAsk, Route } from '../web/route.ts';
import { agendaRoles, reviewingRoles } from './mayReview.ts';
import { respondReview, withReview } from './review.page.ts';
import { parseItem, parseReviewPlan } from './reviewDraft.ts';
import { planFields } from './reviewForm.page.ts';
import { reviewPath, reviewTrail } from './reviewPlace.page.ts';
import type { ReviewReading } from './reviewReading.store.ts';
import { insertItem, insertReviewChange, withdrawItem } from './reviews.store.ts';

const path = '/partnerships/:partnership/reviews/:review';

/** Moving a review, calling it off, and what people put on its agenda. */
export const changeReviewPages: Route[] = [
  {
    method: 'get',
    path: `${path}/change`,
    access: reviewingRoles,
    answer: (ask) => withReview(ask, (reading) => respondChange(ask, reading, new Map())),
  },
  {
    method: 'post',
    path: `${path}/change`,
    access: reviewingRoles,
    answer: (ask) => withReview(ask, (reading) => changeReview(ask, reading)),
  },
  {
    method: 'post',
    path: `${path}/items`,
    access: agendaRoles,
    answer: (ask) => withReview(ask, (reading) => addItem(ask, reading)),
  },
  {
    method: 'post',
    path: `${path}/items/:item/withdraw`,
    access: agendaRoles,
    answer: (ask) => withReview(ask, (reading) => takeOff(ask, reading)),
  },
];

const closed = 'This review is sealed or was called off: nothing of it is changed any more.';

function respondChange(
  ask: MemberAsk,
  reading: ReviewReading,
  errors: FieldErrors,
  meanwhile = false,
): Promise<Response> {
  const { review, standing } = reading;
  if (!standing.isOpen) return respondReview(ask, reading, { refusal: closed });
  const { title, plannedOn, periodFrom, periodUntil, focusArea, signDays } = review;
  const written =
    errors.size > 0 || meanwhile
      ? ask.form
      : { title, plannedOn, periodFrom, periodUntil, focusArea: focusArea ?? '', signDays: String(signDays) };
  return ask.respond({
    title: `Change: ${title}`,
    section: 'reviews',
    status: meanwhile ? 409 : errors.size > 0 ? 422 : undefined,
    body: html`${pageHeading({
      title: `Change: ${title}`,
      lead: 'The day it was first planned for stays beside the new one.',
      trail: reviewTrail(
        ask.home,
        { label: title, href: reviewPath(ask.home, review.id) },
        { label: 'Change' },
      ),
    })}${
      meanwhile
        ? callout({
            kind: 'refusal',
            title: `${review.changedBy} has changed it while you were writing: it is planned for ${formatDate(plannedOn)} now.`,
            body: 'Nothing of yours is lost: it stands below. Send it again if it should hold.',
          })
        : ''
    }${card({
      body: form({
        action: `${reviewPath(ask.home, review.id)}/change`,
        csrfToken: ask.person.csrfToken,
        submit: 'Keep the change',
        second: html`${button({ label: 'Call it off', tone: 'danger', name: 'callOff', value: 'yes' })}${linkButton({ label: 'Leave it', href: reviewPath(ask.home, review.id), tone: 'quiet' })}`,
        errors: [...errors].map(([field, message]) => ({ field, message })),
        body: html`<input type="hidden" name="version" value="${String(review.version)}">${planFields(written, errors)}${textArea(
          {
            id: 'words',
            name: 'words',
            label: 'Why',
            hint: 'Both districts read it.',
            rows: 2,
            value: ask.form.words,
            error: errors.get('words'),
          },
        )}`,
      }),
    })}`,
  });
}

async function changeReview(ask: MemberAsk, reading: ReviewReading): Promise<Response> {
  const { review, standing } = reading;
  if (!standing.isOpen) return respondReview(ask, reading, { refusal: closed });
  const isOff = ask.form.callOff === 'yes';
  const { title, plannedOn, periodFrom, periodUntil, focusArea, signDays } = review;
  const now = ask.hub.now();
  const parsed = isOff
    ? ({ ok: true, value: { title, plannedOn, periodFrom, periodUntil, focusArea, signDays } } as const)
    : parseReviewPlan(ask.form, calendarDay(now), plannedOn);
  const words = (ask.form.words ?? '').trim().slice(0, 1000);
  const errors = new Map(parsed.ok ? [] : parsed.errors);
  if (!words) errors.set('words', isOff ? 'Say why it is called off.' : 'Say why it changes.');
  if (isOff && review.packs.length > 0)
    errors.set('words', 'It was sealed before: a review that was held is not called off.');
  if (!parsed.ok || errors.size > 0) return respondChange(ask, reading, errors);
  const version = ask.form.version ?? '';
  const written = await asMember(ask.hub.database, ask.member, (view) =>
    insertReviewChange(
      view,
      review,
      /^\d{1,6}$/.test(version) ? Number(version) : 0,
      { ...parsed.value, step: isOff ? 'called off' : 'changed', words },
      now,
    ),
  );
  if (written.done) return ask.context.redirect(reviewPath(ask.home, review.id), 303);
  return withReview(ask, (one) => respondChange(ask, one, new Map(), true));
}

async function addItem(ask: MemberAsk, reading: ReviewReading): Promise<Response> {
  const { review, standing } = reading;
  if (!standing.isOpen) return respondReview(ask, reading, { refusal: closed });
  const parsed = parseItem(ask.form);
  if (!parsed.ok) return respondReview(ask, reading, { form: { form: 'item', errors: parsed.errors } });
  await asMember(ask.hub.database, ask.member, (view) =>
    insertItem(view, review.id, parsed.value, ask.hub.now()),
  );
  return ask.context.redirect(`${reviewPath(ask.home, review.id)}#agenda`, 303);
}

async function takeOff(ask: MemberAsk, reading: ReviewReading): Promise<Response> {
  const { review, standing } = reading;
  if (!standing.isOpen) return respondReview(ask, reading, { refusal: closed });
  const itemId = ask.context.req.param('item') ?? '';
  const isThere = reading.items.some(({ id }) => id === itemId);
  const taken =
    isThere &&
    (await asMember(ask.hub.database, ask.member, (view) =>
      withdrawItem(view, review.id, itemId, ask.hub.now()),
    ));
  if (taken) return ask.context.redirect(`${reviewPath(ask.home, review.id)}#agenda`, 303);
  return respondReview(ask, reading, {
    refusal: 'It is off the agenda already, or the other district put it there.',
  });
}

import { linkButton } from '../../page/button.ts';
import { card } from '../../page/card.ts';
import { form } from '../../page/form.ts';
import { formatDate } from '../../vocabulary/formatDate.ts';
import { type Content, html } from '../../page/html.ts';
import { pageHeading } from '../../page/pageHeading.ts';
import { selectField } from '../../page/selectField.ts';
import { textField } from '../../page/textField.ts';
import { calendarDay } from '../../vocabulary/calendarDay.ts';
import { focusAreas } from '../../vocabulary/partnership.ts';
import type { FieldErrors } from '../benchmarks/benchmarkDraft.ts';
import { selectMembers } from '../partnership/partnership.store.ts';
import { asMember } from '../store/view.ts';
import type { MemberAsk, Route } from '../web/route.ts';
import { nextReview } from './cadence.ts';
import { reviewingRoles } from './mayReview.ts';
import { parseReviewDraft, suggestedPlan, usualSignDays } from './reviewDraft.ts';
import { rhythmOf } from './reviewList.page.ts';
import { reviewMails } from './reviewMail.ts';
import { reviewPath, reviewTrail } from './reviewPlace.page.ts';
import { entryName, levels } from './reviewWords.ts';
import { insertReview, selectCadences, selectReviews } from './reviews.store.ts';

const path = '/partnerships/:partnership/reviews/new';

/** Planning a review: who, when, about which time. */
export const reviewFormPages: Route[] = [
  { method: 'get', path, access: reviewingRoles, answer: newReviewPage },
  { method: 'post', path, access: reviewingRoles, answer: planReview },
];

type Written = Readonly<Record<string, string>>;

async function newReviewPage(ask: MemberAsk): Promise<Response> {
  const level = levels.find(({ id }) => id === (ask.context.req.query('level') ?? 'sponsors')) ?? levels[0];
  const { reviews, cadences } = await asMember(ask.hub.database, ask.member, async (view) => ({
    reviews: await selectReviews(view),
    cadences: await selectCadences(view),
  }));
  const today = calendarDay(ask.hub.now());
  const cadence = cadences.find((one) => one.level === level.id);
  const rhythm = rhythmOf(reviews).filter(({ keptOn }) => keptOn !== null);
  const due = nextReview(level.id, cadence, rhythm, today)?.dueOn ?? today;
  const last = reviews.find((one) => one.level === level.id && one.packs.length > 0);
  const suggested = suggestedPlan(
    due < today ? today : due,
    last?.periodUntil,
    cadence?.weeks ?? level.usualWeeks,
  );
  return respondForm(ask, { level: level.id, ...suggested }, new Map());
}

function respondForm(ask: MemberAsk, written: Written, errors: FieldErrors): Promise<Response> {
  return ask.respond({
    title: 'Plan a review',
    section: 'reviews',
    status: errors.size > 0 ? 422 : undefined,
    body: html`${pageHeading({
      title: 'Plan a review',
      lead: 'Its agenda fills itself from what is due and what is new; on its day both districts seal what they see.',
      trail: reviewTrail(ask.home, { label: 'Plan' }),
    })}${card({
      body: form({
        action: `${ask.home}/reviews/new`,
        csrfToken: ask.person.csrfToken,
        submit: 'Plan the review',
        second: linkButton({ label: 'Not now', href: `${ask.home}/reviews`, tone: 'quiet' }),
        errors: [...errors].map(([field, message]) => ({ field, message })),
        body: html`${selectField({
          id: 'level',
          name: 'level',
          label: 'Who sits together',
          empty: null,
          value: written.level,
          error: errors.get('level'),
          options: levels.map(({ id, name }) => ({ value: id, label: name })),
        })}${planFields(written, errors)}`,
      }),
    })}`,
  });
}

/** The fields of a review's plan, for a new one and a changed one. */
export function planFields(written: Written, errors: FieldErrors): Content {
  const day = (name: string, label: string, hint: string) =>
    textField({ id: name, name, label, hint, type: 'date', value: written[name], error: errors.get(name) });
  return html`${textField({
    id: 'title',
    name: 'title',
    label: 'Name',
    hint: 'As both districts will call it: “Winter review 2027”.',
    value: written.title,
    error: errors.get('title'),
  })}${day('plannedOn', 'Day', 'Planned and kept days stay side by side.')}${day(
    'periodFrom',
    'Looks back from',
    'The day after the last review’s period is suggested.',
  )}${day('periodUntil', 'Looks back until', '')}${selectField({
    id: 'focusArea',
    name: 'focusArea',
    label: 'About',
    optional: true,
    empty: 'All focus areas',
    value: written.focusArea,
    error: errors.get('focusArea'),
    options: focusAreas.map(({ id, name }) => ({ value: id, label: name })),
  })}${textField({
    id: 'signDays',
    name: 'signDays',
    label: 'Days to sign',
    hint: 'After the pack is sealed. What is not signed by then has to be sealed anew.',
    type: 'number',
    unit: 'days',
    value: written.signDays ?? String(usualSignDays),
    error: errors.get('signDays'),
  })}`;
}

async function planReview(ask: MemberAsk): Promise<Response> {
  const now = ask.hub.now();
  const parsed = parseReviewDraft(ask.form, calendarDay(now));
  if (!parsed.ok) return respondForm(ask, ask.form, parsed.errors);
  const { level, ...plan } = parsed.value;
  const id = await asMember(ask.hub.database, ask.member, async (view) =>
    insertReview(
      view,
      level,
      plan,
      reviewMails({
        members: await selectMembers(view),
        butPersonId: ask.member.personId,
        subject: `A review is planned for ${formatDate(plan.plannedOn)}: ${plan.title}`,
        sentences: [
          `${ask.member.name} has planned “${plan.title}” (${entryName(levels, level).toLowerCase()}) for ${formatDate(plan.plannedOn)}.`,
          'Its agenda fills itself from what is due and what is new. Put what is missing on it until then.',
        ],
        address: `${ask.hub.config.baseUrl}${ask.home}/reviews`,
      }),
      now,
    ),
  );
  return ask.context.redirect(reviewPath(ask.home, id), 303);
}

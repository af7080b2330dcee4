import { badge } from '../../page/badge.ts';
import { linkButton } from '../../page/button.ts';
import { card } from '../../page/card.ts';
import { emptyState } from '../../page/emptyState.ts';
import { formatDate } from '../../vocabulary/formatDate.ts';
import { type Content, type Html, html } from '../../page/html.ts';
import { itemList } from '../../page/itemList.ts';
import { pageHeading } from '../../page/pageHeading.ts';
import { section } from '../../page/section.ts';
import { table } from '../../page/table.ts';
import { calendarDay } from '../../vocabulary/calendarDay.ts';
import { type Party, selectParties } from '../partnership/partnership.store.ts';
import { asMember } from '../store/view.ts';
import type { MemberAsk, Route } from '../web/route.ts';
import { keptSentence, type NextReview, nextReview, type RhythmReview } from './cadence.ts';
import { mayReview } from './mayReview.ts';
import { packPath, reviewBadge, reviewParts, reviewPath, reviewTrail } from './reviewPlace.page.ts';
import { reviewStanding } from './reviewStanding.ts';
import { entryName, type Level, levels } from './reviewWords.ts';
import { type KeptCadence, type Review, selectCadences, selectReviews } from './reviews.store.ts';
import { selectWaitingReviews, type WaitingReview } from './waiting.store.ts';

/** Reviews: the next of each level, what is late, and the past with their packs. */
export const reviewListPages: Route[] = [
  { method: 'get', path: '/partnerships/:partnership/reviews', access: 'members', answer: reviewListPage },
];

type Reading = {
  readonly reviews: readonly Review[];
  readonly cadences: readonly KeptCadence[];
  readonly parties: readonly Party[];
  readonly waiting: readonly WaitingReview[];
};

/** As much of a review as its rhythm needs; it was kept on the day it was first sealed. */
export function rhythmOf(reviews: readonly Review[]): RhythmReview[] {
  return reviews.map(({ level, plannedOn, packs, isCalledOff }) => ({
    level,
    plannedOn,
    isCalledOff,
    keptOn: packs[0] ? calendarDay(packs[0].sealedAt) : null,
  }));
}

async function reviewListPage(ask: MemberAsk): Promise<Response> {
  const today = calendarDay(ask.hub.now());
  const reading: Reading = await asMember(ask.hub.database, ask.member, async (view) => ({
    reviews: await selectReviews(view),
    cadences: await selectCadences(view),
    parties: await selectParties(view),
    waiting: await selectWaitingReviews(view, today),
  }));
  const { reviews, cadences, parties } = reading;
  const rhythm = rhythmOf(reviews);
  const open = reviews.filter(
    (review) => !['signed', 'called off'].includes(reviewStanding(review, parties, today).state),
  );
  const past = reviews.filter((review) => !open.includes(review));
  const mayPlan = mayReview(ask.member.role);
  return ask.respond({
    title: 'Reviews',
    section: 'reviews',
    body: html`${pageHeading({
      title: 'Reviews',
      lead: leadSentence(reviews, rhythm, cadences, today),
      trail: reviewTrail(ask.home),
      actions: mayPlan
        ? linkButton({ label: 'Plan a review', href: `${ask.home}/reviews/new`, tone: 'main' })
        : undefined,
    })}${reviewParts(ask.home, 'reviews')}${waitingSection(ask.home, reading.waiting)}${section({
      title: 'Coming and open',
      id: 'open',
      body:
        open.length > 0
          ? card({ body: reviewTable(ask.home, open, parties, today, 'Reviews that are coming or open') })
          : emptyState({
              title: 'No review is planned',
              body: 'A review puts figures, promises and decisions before both districts on one day, and keeps what they saw.',
              action: mayPlan
                ? linkButton({ label: 'Plan the first', href: `${ask.home}/reviews/new` })
                : undefined,
            }),
    })}${section({
      title: 'How often each level meets',
      id: 'cadence',
      lead: keptSentence(rhythm, today),
      body: card({ body: cadenceTable(ask.home, cadences, rhythm, today, mayPlan) }),
    })}${
      past.length > 0
        ? section({
            title: 'Signed and past',
            id: 'past',
            body: card({ body: reviewTable(ask.home, past, parties, today, 'Reviews that are over') }),
          })
        : ''
    }`,
  });
}

const waitingLooks = {
  sign: { words: 'To sign', path: '' },
  consent: { words: 'To consent or object', path: '/statements' },
  decide: { words: 'A decision to answer', path: '' },
  hold: { words: 'Late', path: '' },
} as const;

/** What the reader’s own district has to do. */
function waitingSection(home: string, waiting: readonly WaitingReview[]): Html | '' {
  if (waiting.length === 0) return '';
  return section({
    title: 'Waits for your district',
    id: 'waiting',
    body: card({
      body: itemList(
        waiting.map(({ kind, reviewId, packHash, title, until }) => ({
          title,
          href: `${packHash ? packPath(home, packHash) : reviewPath(home, reviewId)}${waitingLooks[kind].path}`,
          badges: badge(kind === 'hold' ? 'bad' : 'attention', waitingLooks[kind].words),
          meta: until ? `${kind === 'hold' ? 'was planned for' : 'until'} ${formatDate(until)}` : undefined,
        })),
      ),
    }),
  });
}

function leadSentence(
  reviews: readonly Review[],
  rhythm: readonly RhythmReview[],
  cadences: readonly KeptCadence[],
  today: string,
): string {
  const due = levels
    .flatMap(({ id }) => nextReview(id, cadenceOf(cadences, id), rhythm, today) ?? [])
    .sort((a, b) => (a.dueOn < b.dueOn ? -1 : 1));
  const late = due.filter(({ daysLate }) => daysLate > 0);
  const [next] = due.filter(({ daysLate }) => daysLate === 0);
  const said = [
    ...late.map(({ level, daysLate }) => `The ${levelName(level)} review is ${daysText(daysLate)} late.`),
    next ? `Next: ${levelName(next.level)}, ${formatDate(next.dueOn)}.` : '',
  ].filter(Boolean);
  if (said.length > 0) return said.join(' ');
  return reviews.length > 0
    ? 'No review is due.'
    : 'What is published comes only from packs that both districts sealed and signed here.';
}

function cadenceOf(cadences: readonly KeptCadence[], level: string): KeptCadence | undefined {
  return cadences.find((one) => one.level === level);
}

function levelName(id: string): string {
  return entryName(levels, id).toLowerCase();
}

function daysText(days: number): string {
  return `${days} ${days === 1 ? 'day' : 'days'}`;
}

function cadenceTable(
  home: string,
  cadences: readonly KeptCadence[],
  rhythm: readonly RhythmReview[],
  today: string,
  mayChange: boolean,
): Html {
  return table<Level>({
    caption: 'Levels and the rhythm of their reviews',
    captionHidden: true,
    columns: [
      { header: 'Level', kind: 'header', cell: ({ name }) => name },
      { header: 'Rhythm', cell: ({ id }) => rhythmText(cadenceOf(cadences, id)) },
      {
        header: 'Next',
        cell: ({ id, name }) => {
          const next = nextReview(id, cadenceOf(cadences, id), rhythm, today);
          return html`${nextText(next)}${
            mayChange && next && !next.isPlanned
              ? html` <a href="${`${home}/reviews/new?level=${id}`}">Plan it<span class="visually-hidden">: ${name}</span></a>`
              : ''
          }`;
        },
      },
      ...(mayChange
        ? [
            {
              header: 'Change',
              cell: ({ id, name }: Level) =>
                html`<a href="${`${home}/reviews/cadence/${id}`}">Set how often<span class="visually-hidden"> (${name})</span></a>`,
            },
          ]
        : []),
    ],
    rows: levels,
  });
}

function rhythmText(cadence: KeptCadence | undefined): string {
  if (!cadence) return 'Not set';
  if (cadence.weeks === 0) return 'Holds none';
  return cadence.weeks === 1 ? 'Every week' : `Every ${cadence.weeks} weeks`;
}

function nextText(next: NextReview | undefined): Content {
  if (!next) return html`<span class="quiet">Nothing due</span>`;
  const { dueOn, daysLate, isPlanned } = next;
  return html`${formatDate(dueOn)} ${daysLate > 0 ? badge('bad', `${daysText(daysLate)} late`) : isPlanned ? badge('info', 'Planned') : badge('neutral', 'Not planned yet')}`;
}

function reviewTable(
  home: string,
  reviews: readonly Review[],
  parties: readonly Party[],
  today: string,
  caption: string,
): Html {
  return table<Review>({
    caption,
    captionHidden: true,
    columns: [
      {
        header: 'Review',
        kind: 'header',
        cell: ({ id, title, level }) =>
          html`<a href="${reviewPath(home, id)}">${title}</a><br><span class="quiet">${entryName(levels, level)}</span>`,
      },
      {
        header: 'Planned for',
        cell: ({ plannedOn, firstPlannedOn }) =>
          html`${formatDate(plannedOn)}${plannedOn === firstPlannedOn ? '' : html`<br><span class="quiet">first ${formatDate(firstPlannedOn)}</span>`}`,
      },
      {
        header: 'Kept',
        cell: ({ packs: [first] }) => (first ? formatDate(calendarDay(first.sealedAt)) : 'Not yet'),
      },
      {
        header: 'State',
        cell: (review) => reviewBadge(reviewStanding(review, parties, today).state),
      },
      {
        header: 'Packs',
        cell: ({ packs }) =>
          packs.length === 0
            ? html`<span class="quiet">None sealed</span>`
            : packs.map(
                ({ hash, seal, isUnlocked }, i) =>
                  html`${i > 0 ? html`<br>` : ''}<a href="${packPath(home, hash)}">Pack ${seal}, <code>${hash.slice(0, 12)}</code></a>${isUnlocked ? ' (unlocked)' : ''}`,
              ),
      },
    ],
    rows: reviews,
  });
}

import { linkButton } from '../../page/button.ts';
import { callout } from '../../page/callout.ts';
import { card } from '../../page/card.ts';
import { formatDate } from '../../vocabulary/formatDate.ts';
import { type Content, type Html, html } from '../../page/html.ts';
import { pageHeading } from '../../page/pageHeading.ts';
import { section } from '../../page/section.ts';
import { table } from '../../page/table.ts';
import { calendarDay } from '../../vocabulary/calendarDay.ts';
import { asMember } from '../store/view.ts';
import { notFound } from '../web/notFound.ts';
import type { MemberAsk, Route } from '../web/route.ts';
import { agendaSection } from './agendaSection.page.ts';
import { decisionsSection } from './decisionsSection.page.ts';
import { differenceTable } from './differenceTable.page.ts';
import { mayReview } from './mayReview.ts';
import { packDifferences } from './packItems.ts';
import type { KeptPack } from './packs.store.ts';
import type { RefusedForm } from './refusedForm.ts';
import { packPath, reviewBadge, reviewPath, reviewTrail } from './reviewPlace.page.ts';
import { shownPack } from './shownPack.ts';
import { type ReviewReading, readReview } from './reviewReading.store.ts';
import { entryName, levels } from './reviewWords.ts';

/** One review: where it stands, what to speak about, what was decided, and its packs. */
export const reviewPages: Route[] = [
  {
    method: 'get',
    path: '/partnerships/:partnership/reviews/:review',
    access: 'members',
    answer: (ask) => withReview(ask, (reading) => respondReview(ask, reading)),
  },
];

/** The review of the address, or a page that says there is none. */
export async function withReview(
  ask: MemberAsk,
  answer: (reading: ReviewReading) => Response | Promise<Response>,
): Promise<Response> {
  const reading = await asMember(ask.hub.database, ask.member, (view) =>
    readReview(view, ask.context.req.param('review'), ask.hub.now()),
  );
  return reading ? answer(reading) : notFound(ask, 'There is no such review.');
}

/** `refusal` stands above the review when what somebody wanted to do was not done. */
export function respondReview(
  ask: MemberAsk,
  reading: ReviewReading,
  refused: { readonly refusal?: string; readonly form?: RefusedForm } = {},
): Promise<Response> {
  const { review, standing } = reading;
  const { refusal, form } = refused;
  return ask.respond({
    title: review.title,
    section: 'reviews',
    status: form ? 422 : refusal ? 409 : undefined,
    body: html`${pageHeading({
      title: review.title,
      eyebrow: `Review: ${entryName(levels, review.level)}`,
      lead: leadSentence(ask, reading),
      trail: reviewTrail(ask.home, { label: review.title }),
      badges: reviewBadge(standing.state),
      meta: `Looks back from ${formatDate(review.periodFrom)} to ${formatDate(review.periodUntil)}`,
      actions: actionsOf(ask, reading),
    })}${refusal ? callout({ kind: 'refusal', title: refusal }) : ''}${agendaSection(ask, reading, form)}${newSection(reading)}${decisionsSection(ask, reading, form)}${packsSection(ask, reading)}`,
  });
}

function leadSentence(ask: MemberAsk, { review, standing, parties }: ReviewReading): string {
  const { state, pack } = standing;
  const planned = formatDate(review.plannedOn);
  const missing = parties.filter(
    ({ districtId }) => !pack?.signatures.some((one) => one.districtId === districtId),
  );
  const sealedOn = pack ? formatDate(calendarDay(pack.sealedAt)) : '';
  switch (state) {
    case 'planned':
    case 'in preparation':
      return `Planned for ${planned}. Until then everything below follows the live figures and promises.`;
    case 'late':
      return `It was planned for ${planned} and has not been kept. Look at the draft and seal it, or move the day.`;
    case 'waits for signatures':
      return `Sealed on ${sealedOn}. ${missing.map(({ shortName }) => shortName).join(' and ')} ${missing.length === 1 ? 'has' : 'have'} until ${formatDate(pack?.signUntil ?? '')} to sign.`;
    case 'signing lapsed':
      return 'What was sealed was not signed by its last day. It stays below; a new seal is needed.';
    case 'unlocked':
      return 'The sealed pack was unlocked: it stays below, and the review can be sealed anew.';
    case 'signed':
      return `Planned for ${planned}, sealed on ${sealedOn} and signed by every district.`;
    case 'called off':
      return `It was called off: ${review.words ?? ''}`;
  }
}

function actionsOf(ask: MemberAsk, { review, standing }: ReviewReading): Content {
  const path = reviewPath(ask.home, review.id);
  const { pack, isOpen, mayBeSealed, state } = standing;
  if (pack)
    return html`${linkButton({
      label: state === 'signed' ? 'Open the signed pack' : 'Open the pack and sign',
      href: packPath(ask.home, pack.hash),
      tone: 'main',
    })}`;
  if (!isOpen) return undefined;
  return html`${linkButton({
    label: mayBeSealed && mayReview(ask.member.role) ? 'Look at the draft and seal it' : 'Look at the draft',
    href: `${path}/draft`,
    tone: 'main',
  })}${mayReview(ask.member.role) ? linkButton({ label: 'Move it or call it off', href: `${path}/change`, tone: 'quiet' }) : ''}`;
}

/** What is new since the pack before; of a sealed review, as it was sealed. */
function newSection({ before, draft, sealed, live }: ReviewReading): Html | '' {
  if (!before) return '';
  const differences = packDifferences(shownPack(before, live), shownPack(sealed ?? draft, live));
  return section({
    title: 'What is different from the pack before',
    id: 'differences',
    lead:
      differences.length === 0
        ? 'Everything says what it said then.'
        : `${differences.length} ${differences.length === 1 ? 'thing says' : 'things say'} something else than on ${formatDate(before.asOf)}.`,
    body: differences.length > 0 ? card({ body: differenceTable(differences) }) : '',
  });
}

function packsSection(ask: MemberAsk, { review, parties }: ReviewReading): Html | '' {
  if (review.packs.length === 0) return '';
  return section({
    title: 'Sealed packs',
    id: 'packs',
    lead: 'A sealed pack never changes. One that was unlocked or not signed in time stays beside the one in its place.',
    body: card({
      body: table<KeptPack>({
        caption: 'Packs of this review, newest first',
        captionHidden: true,
        columns: [
          {
            header: 'Pack',
            kind: 'header',
            cell: ({ hash, seal }) =>
              html`<a href="${packPath(ask.home, hash)}">Pack ${seal}</a> <code>${hash.slice(0, 16)}</code>`,
          },
          {
            header: 'Sealed',
            cell: ({ sealedAt, sealedBy }) => `${formatDate(calendarDay(sealedAt))} by ${sealedBy}`,
          },
          {
            header: 'Signed for',
            cell: ({ signatures }) =>
              signatures.length === 0
                ? html`<span class="quiet">Nobody yet</span>`
                : signatures
                    .map(
                      ({ districtId, name }) =>
                        `${parties.find((one) => one.districtId === districtId)?.shortName ?? ''} (${name})`,
                    )
                    .join(', '),
          },
          ...(review.packs.some(({ isUnlocked }) => isUnlocked)
            ? [
                {
                  header: 'Then',
                  cell: ({ isUnlocked, unlockWords, unlockedBy }: KeptPack) =>
                    isUnlocked ? `Unlocked by ${unlockedBy}: ${unlockWords}` : '',
                },
              ]
            : []),
        ],
        rows: review.packs.toReversed(),
      }),
    }),
  });
}

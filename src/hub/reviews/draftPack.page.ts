import { addDays } from '../../vocabulary/addDays.ts';
import { linkButton } from '../../page/button.ts';
import { callout } from '../../page/callout.ts';
import { card } from '../../page/card.ts';
import { form } from '../../page/form.ts';
import { formatDate } from '../../vocabulary/formatDate.ts';
import { type Content, html } from '../../page/html.ts';
import { pageHeading } from '../../page/pageHeading.ts';
import { asMember } from '../store/view.ts';
import type { MemberAsk, Route } from '../web/route.ts';
import { preparationDays } from './reviewStanding.ts';
import { differenceTable } from './differenceTable.page.ts';
import { draftHash } from './draftHash.ts';
import { mayReview, reviewingRoles } from './mayReview.ts';
import { changedSince, packFingerprint } from './packItems.ts';
import { packView } from './packView.page.ts';
import { respondReview, withReview } from './review.page.ts';
import { reviewMails } from './reviewMail.ts';
import { packPath, reviewPath, reviewTrail } from './reviewPlace.page.ts';
import type { ReviewReading } from './reviewReading.store.ts';
import { shownPack } from './shownPack.ts';
import { sealReview } from './sealPack.store.ts';

const path = '/partnerships/:partnership/reviews/:review';

/** The draft of a pack, live, and sealing it. */
export const draftPackPages: Route[] = [
  {
    method: 'get',
    path: `${path}/draft`,
    access: 'members',
    answer: (ask) => withReview(ask, (reading) => respondDraft(ask, reading)),
  },
  {
    method: 'post',
    path: `${path}/seal`,
    access: reviewingRoles,
    answer: (ask) => withReview(ask, (reading) => seal(ask, reading)),
  },
];

function respondDraft(ask: MemberAsk, reading: ReviewReading, looked?: string): Promise<Response> {
  const { review, draft, standing } = reading;
  if (!standing.isOpen)
    return respondReview(ask, reading, {
      refusal: 'There is no draft: this review is sealed, or was called off.',
    });
  return ask.respond({
    title: `Draft: ${review.title}`,
    section: 'reviews',
    status: looked === undefined ? undefined : 409,
    body: html`${pageHeading({
      title: `Draft: ${review.title}`,
      eyebrow: 'Not sealed',
      lead: `What would be sealed if you sealed it now, ${formatDate(draft.asOf)}: only what both districts may see.`,
      trail: reviewTrail(
        ask.home,
        { label: review.title, href: reviewPath(ask.home, review.id) },
        { label: 'Draft' },
      ),
    })}${looked === undefined ? '' : changed(reading, looked)}${sealCard(ask, reading)}${packView(shownPack(draft, reading.live))}`,
  });
}

/** What is different from what the person had before them when they pressed Seal. */
function changed({ draft }: ReviewReading, looked: string): Content {
  const differences = changedSince(looked, draft);
  return html`${callout({
    kind: 'refusal',
    title: 'Nothing was sealed: something changed since you looked at it.',
    body:
      differences.length > 0
        ? 'What is different stands below. Look at it, then seal.'
        : 'The plan or the agenda of the review is different, or a day has gone by. Look at it again, then seal.',
  })}${differences.length > 0 ? card({ title: 'What changed meanwhile', body: differenceTable(differences) }) : ''}`;
}

function sealCard(ask: MemberAsk, { review, draft, standing }: ReviewReading): Content {
  if (!standing.mayBeSealed)
    return callout({
      kind: 'info',
      title: `It can be sealed from ${formatDate(addDays(review.plannedOn, -preparationDays))} on.`,
      body: 'Until then everything below follows the live figures and promises.',
    });
  if (!mayReview(ask.member.role) || ask.member.districtId === null)
    return callout({
      kind: 'info',
      title: 'Coordinators, research leads and superintendents of the districts seal a review.',
    });
  return card({
    title: 'Seal it',
    id: 'seal',
    body: html`<p>Everything below is frozen as it stands and named by its fingerprint. Both superintendents then have ${review.signDays} days to sign it. It never changes; a mistake is mended by unlocking it in sight of both, and sealing anew.</p>${form(
      {
        action: `${reviewPath(ask.home, review.id)}/seal`,
        csrfToken: ask.person.csrfToken,
        submit: 'Seal what I see here',
        second: linkButton({ label: 'Not yet', href: reviewPath(ask.home, review.id), tone: 'quiet' }),
        body: html`<input type="hidden" name="looked" value="${draftHash(draft)}"><input type="hidden" name="items" value="${packFingerprint(draft)}">`,
      },
    )}`,
  });
}

const refusals = {
  'sealed already':
    'You have not sealed it: somebody else has sealed this review meanwhile. Their pack stands below.',
  'called off': 'You have not sealed it: this review was called off.',
  'too early': `You have not sealed it: a review is sealed from ${preparationDays} days before its day on.`,
} as const;

async function seal(ask: MemberAsk, { review, members }: ReviewReading): Promise<Response> {
  if (ask.member.districtId === null)
    return withReview(ask, (now) =>
      respondReview(ask, now, { refusal: 'You have not sealed it: people of a district seal a review.' }),
    );
  const address = (hash: string) => `${ask.hub.config.baseUrl}${packPath(ask.home, hash)}`;
  const sealed = await asMember(ask.hub.database, ask.member, (view) =>
    sealReview(
      view,
      review,
      ask.form.looked ?? '',
      (hash, signUntil) =>
        reviewMails({
          members,
          butPersonId: ask.member.personId,
          subject: `Sealed, and waiting for signatures: ${review.title}`,
          sentences: [
            `${ask.member.name} has sealed the pack of “${review.title}”.`,
            `Superintendents sign it until ${formatDate(signUntil)}. Nothing of it is published without the consent of both districts.`,
          ],
          address: address(hash),
        }),
      ask.hub.now(),
    ),
  );
  if (sealed.done) return ask.context.redirect(packPath(ask.home, sealed.hash), 303);
  const { reason } = sealed;
  return withReview(ask, (now) => {
    if (reason === 'changed meanwhile') return respondDraft(ask, now, ask.form.items ?? '');
    const refusal = refusals[reason];
    return respondReview(ask, now, { refusal });
  });
}

import { button, linkButton } from '../../page/button.ts';
import { card } from '../../page/card.ts';
import { emptyState } from '../../page/emptyState.ts';
import { form } from '../../page/form.ts';
import { formatMoment } from '../../vocabulary/formatDate.ts';
import { type Content, type Html, html } from '../../page/html.ts';
import { section } from '../../page/section.ts';
import { textArea } from '../../page/textArea.ts';
import type { MemberAsk } from '../web/route.ts';
import type { Decision } from './decisions.store.ts';
import { decisionStanding } from './decisionStanding.ts';
import { mayBind, mayReview } from './mayReview.ts';
import type { RefusedForm } from './refusedForm.ts';
import { decisionBadge, packPath, reviewPath } from './reviewPlace.page.ts';
import type { ReviewReading } from './reviewReading.store.ts';
import { choices, decisionReasons, entryName } from './reviewWords.ts';

/** What the districts decided after what they saw; a sponsor whose answer is missing gives it here. */
export function decisionsSection(
  ask: MemberAsk,
  reading: ReviewReading,
  refused: RefusedForm | undefined,
): Html | '' {
  const { review, standing, decisions } = reading;
  const isSigned = standing.state === 'signed';
  if (!isSigned && decisions.length === 0) return '';
  const decide =
    isSigned && mayReview(ask.member.role) && ask.member.districtId !== null
      ? linkButton({ label: 'Propose a decision', href: `${reviewPath(ask.home, review.id)}/decide` })
      : undefined;
  return section({
    title: 'Decisions',
    id: 'decisions',
    lead: 'Each is tied to what the pack showed. It stands once every district is behind it.',
    action: decide,
    body:
      decisions.length === 0
        ? emptyState({
            title: 'Nothing is decided yet',
            body: 'For each benchmark and piece of work: continue, adapt, expand or stop.',
            action: decide,
          })
        : html`${decisions.map((decision) => decisionCard(ask, reading, decision, refused))}`,
  });
}

function decisionCard(
  ask: MemberAsk,
  reading: ReviewReading,
  decision: Decision,
  refused: RefusedForm | undefined,
): Html {
  const { parties } = reading;
  const nameOf = (districtId: string) =>
    parties.find((party) => party.districtId === districtId)?.shortName ?? '';
  const standing = decisionStanding(decision, parties);
  const { districtId } = ask.member;
  const mayAnswer =
    standing === 'waits' &&
    mayBind(ask.member.role) &&
    districtId !== null &&
    districtId !== decision.districtId &&
    !decision.answers.some((answer) => answer.districtId === districtId);
  return card({
    title: `${entryName(choices, decision.choice)}: ${decision.aboutTitle}`,
    level: 3,
    badges: decisionBadge(standing),
    body: html`<p><strong>What was seen:</strong> “${decision.saw}” (<a href="${packPath(ask.home, decision.packHash)}">pack <code>${decision.packHash.slice(0, 12)}</code></a>)</p><p><strong>${entryName(decisionReasons, decision.reason)}.</strong> ${decision.words}</p>${decision.answers.map(
      ({ districtId: by, agrees, words, madeBy, madeAt }) =>
        html`<p>${nameOf(by)} ${agrees ? 'agrees' : 'does not agree'}${words ? html`: ${words}` : ''} <span class="quiet">(${madeBy}, ${formatMoment(madeAt)})</span></p>`,
    )}${mayAnswer ? answerForm(ask, reading, decision, refused) : ''}`,
    footer: `Proposed by ${decision.madeBy} for ${nameOf(decision.districtId)}, ${formatMoment(decision.madeAt)}${standing === 'waits' && !mayAnswer ? '; the superintendent of the other district answers' : ''}`,
  });
}

function answerForm(
  ask: MemberAsk,
  { review }: ReviewReading,
  decision: Decision,
  refused: RefusedForm | undefined,
): Content {
  const isThis = refused?.form === 'answer' && ask.context.req.param('decision') === decision.id;
  const errors = isThis ? refused.errors : new Map<string, string>();
  const field = `words-${decision.id}`;
  return form({
    action: `${reviewPath(ask.home, review.id)}/decisions/${decision.id}`,
    csrfToken: ask.person.csrfToken,
    submit: 'Agree',
    errors: [...errors].map(([name, message]) => ({ field: name === 'words' ? field : name, message })),
    second: button({ label: 'Do not agree', tone: 'second', name: 'agrees', value: 'no' }),
    body: html`<input type="hidden" name="agrees" value="yes">${textArea({
      id: field,
      name: 'words',
      label: 'In your own words',
      hint: 'Needed where you do not agree.',
      rows: 2,
      optional: true,
      value: isThis ? ask.form.words : undefined,
      error: errors.get('words'),
    })}`,
  });
}

import { breadcrumb } from '../../page/breadcrumb.ts';
import { badge } from '../../page/badge.ts';
import { linkButton } from '../../page/button.ts';
import { callout } from '../../page/callout.ts';
import { card } from '../../page/card.ts';
import { columns } from '../../page/columns.ts';
import { form } from '../../page/form.ts';
import { formatMoment } from '../../vocabulary/formatDate.ts';
import { type Content, html } from '../../page/html.ts';
import { pageHeading } from '../../page/pageHeading.ts';
import { section } from '../../page/section.ts';
import { countAttempt } from '../people/attempt.store.ts';
import { asMember } from '../store/view.ts';
import { notFound } from '../web/notFound.ts';
import type { MemberAsk, Route } from '../web/route.ts';
import { type ClaimReading, readClaim } from './claimReading.store.ts';
import { outcomeTitle, treatedNames } from './claimWords.ts';
import { methodsCard, placeboCard, robustnessCard } from './estimateChecks.page.ts';
import { dataCard, reproduceCard, runsCard } from './estimateData.page.ts';
import { estimatePicture } from './estimatePicture.page.ts';
import { type EstimateView, estimateView } from './estimateView.page.ts';
import { designCard, weightsCard } from './estimateWeights.page.ts';
import { initiativesCard } from './initiativesCard.page.ts';
import { registrationCard, seenBadge, stateBadge } from './registrationCard.page.ts';
import { termsOf } from './registration.ts';
import { runClaim } from './runClaim.store.ts';
import { runRefusalSentence } from './runRefusalSentence.ts';
import { claimingRoles, mayClaim } from './mayClaim.ts';

const path = '/partnerships/:partnership/claims/:claim';

/** A claim: what its newest run says, first and large; then everything that stands behind it. */
export const claimPages: Route[] = [
  { method: 'get', path, access: 'members', answer: (ask) => withClaim(ask, (found) => respond(ask, found)) },
  {
    method: 'post',
    path: `${path}/run`,
    access: claimingRoles,
    answer: (ask) => withClaim(ask, (found) => run(ask, found)),
  },
];

async function withClaim(
  ask: MemberAsk,
  answer: (found: ClaimReading) => Promise<Response>,
): Promise<Response> {
  const id = ask.context.req.param('claim') ?? '';
  const found = await asMember(ask.hub.database, ask.member, (view) =>
    readClaim(view, id, ask.context.req.query('estimate')),
  );
  return found ? answer(found) : notFound(ask, 'There is no such claim.');
}

/** Runs a person may ask for in an hour: each may keep a processor busy for a minute. */
const runLimit = { name: 'claim run by', most: 20, withinMs: 3_600_000 };

async function run(ask: MemberAsk, found: ClaimReading): Promise<Response> {
  if (!(await countAttempt(ask.hub.database, runLimit, ask.member.personId, ask.hub.now())))
    return respond(ask, found, `You have run ${runLimit.most} claims within an hour: please wait a while.`);
  const outcome = await runClaim(ask.hub.database, ask.member, found.claim, ask.hub.now);
  if (outcome.done === 'refused') return respond(ask, found, runRefusalSentence(outcome.refusal));
  const said =
    outcome.done === 'ran' ? '' : `?same=data${outcome.estimateId ? `&estimate=${outcome.estimateId}` : ''}`;
  return ask.context.redirect(`${ask.home}/claims/${found.claim.id}${said}`, 303);
}

function respond(ask: MemberAsk, found: ClaimReading, refusal?: string): Promise<Response> {
  const { claim, estimate, correctedBy } = found;
  const { registration } = claim;
  const view = estimate && estimateView(claim, estimate);
  return ask.respond({
    title: registration.question,
    section: 'claims',
    status: refusal ? 422 : undefined,
    body: html`${pageHeading({
      title: registration.question,
      eyebrow: outcomeTitle(termsOf(registration).outcome),
      trail: breadcrumb([
        { label: 'Partnership', href: ask.home },
        { label: 'Claims', href: `${ask.home}/claims` },
        { label: 'This claim' },
      ]),
      badges: html`${seenBadge(registration)}${view?.synthetic ? badge('synthetic') : ''}${stateBadge(claim.state)}`,
      meta: `${treatedNames(registration.treated.map(({ name }) => name))}. Registered by ${claim.registeredBy}, ${formatMoment(claim.registeredAt)}`,
      actions: actionsOf(ask, found),
    })}${refusal ? callout({ kind: 'refusal', title: 'It was not run.', body: refusal }) : ''}${
      ask.context.req.query('same') === 'data'
        ? callout({
            kind: 'done',
            title: 'Nothing changed: the data is the same as in the run shown here.',
          })
        : ''
    }${
      correctedBy
        ? callout({
            kind: 'warning',
            title: 'A later claim corrects this one.',
            body: html`<a href="${`${ask.home}/claims/${correctedBy.id}`}">${correctedBy.registration.question}</a>`,
          })
        : ''
    }${
      view
        ? html`${sentenceOf(view)}${estimatePicture(view)}${columns('two', [placeboCard(view), robustnessCard(view)])}${methodsCard(view)}${columns('two', [weightsCard(view), designCard(view)])}`
        : notYet(ask, found)
    }${initiativesCard(found)}${section({
      title: 'What was fixed beforehand',
      id: 'registration',
      body: registrationCard(ask.home, claim),
    })}${
      view
        ? section({
            title: 'The data behind it',
            id: 'data',
            body: html`${columns('two', [reproduceCard(ask.home, view), dataCard(found.sources)])}${runsCard(ask.home, view, found.runs)}`,
          })
        : ''
    }`,
  });
}

function actionsOf(ask: MemberAsk, { claim, estimate }: ClaimReading): Content {
  if (!mayClaim(ask.member.role)) return undefined;
  const runForm =
    estimate && claim.state.whole
      ? form({
          action: `${ask.home}/claims/${claim.id}/run`,
          csrfToken: ask.person.csrfToken,
          submit: 'Run on new data',
          submitTone: 'second',
          body: '',
          inline: true,
        })
      : '';
  return html`${runForm}${linkButton({
    label: 'Correct it',
    href: `${ask.home}/claims/new?${correction(claim)}`,
    tone: 'quiet',
  })}`;
}

function correction({ id, registration }: ClaimReading['claim']): URLSearchParams {
  const { measure, group, taken } = registration.outcome;
  return new URLSearchParams({ measure, group, taken, replaces: id });
}

/** What may be quoted, large enough to be projected: the finding first, then its numbers and what could have been seen. */
function sentenceOf({ result }: EstimateView): Content {
  const [finding = '', ...rest] = result.sentence.split(/(?<=\.) (?=The )/);
  return html`<section class="claim-finding" aria-label="What the data allows to be said"><p class="claim-sentence">${finding}</p><p class="claim-grounds">${rest.join(' ')}</p></section>`;
}

function notYet(ask: MemberAsk, { claim }: ClaimReading): Content {
  return card({
    title: 'Not run yet',
    body: mayClaim(ask.member.role)
      ? html`<p>Everything is fixed. Running it reads what is loaded now, tries all three methods and every placebo, and keeps the result whatever it is.</p>${
          claim.state.whole
            ? form({
                action: `${ask.home}/claims/${claim.id}/run`,
                csrfToken: ask.person.csrfToken,
                submit: 'Run the claim',
                body: '',
              })
            : ''
        }`
      : html`<p>A coordinator or research lead runs it.</p>`,
  });
}

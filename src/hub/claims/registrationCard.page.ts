import { badge } from '../../page/badge.ts';
import { callout } from '../../page/callout.ts';
import { card } from '../../page/card.ts';
import { definitionList } from '../../page/definitionList.ts';
import { formatMoment } from '../../vocabulary/formatDate.ts';
import { type Content, html } from '../../page/html.ts';
import { schoolYearName } from '../../vocabulary/schoolYear.ts';
import type { KeptClaim } from './claims.store.ts';
import {
  donorRuleSentence,
  methodNames,
  outcomeTitle,
  takingSentence,
  unitOfChange,
  yearsSentence,
} from './claimWords.ts';
import { yearList } from './panelProblemSentence.ts';
import { type Registration, termsOf } from './registration.ts';
import type { RegistrationState } from './registrationMustBeWhole.ts';

/** Whether the claim was registered before its outcome could be read here. */
export function seenBadge({ yearsAlreadySeen }: Registration): Content {
  return yearsAlreadySeen.length > 0
    ? badge('attention', 'Registered after the data was seen')
    : badge('info', 'Registered before the data was loaded');
}

/** Nothing for a whole registration. */
export function stateBadge(state: RegistrationState): Content {
  return state.whole ? '' : badge('bad', 'Altered since it was registered');
}

/** What it means that the outcome could be read, or could not, when the claim was registered. */
export function seenSentence({ yearsAlreadySeen, years, registeredAt }: Registration): string {
  if (yearsAlreadySeen.length > 0) {
    return `When it was registered, the outcome of the years after the start was already in this store (${yearList(yearsAlreadySeen)}). Whoever chose its terms could have looked first: read it as an account of what happened, not as a test.`;
  }
  const firstIsOver = new Date(registeredAt).getTime() > Date.UTC(years.firstTreated, 6, 1);
  const isOver = firstIsOver
    ? ` But the school year ${schoolYearName(years.firstTreated)} was over: the figures may have been seen elsewhere.`
    : '';
  return `When it was registered, this store held no outcome of any year after the start.${isOver}`;
}

/** All that was fixed, when, by whom, and the fingerprint that shows whether it has been changed. */
export function registrationCard(home: string, claim: KeptClaim): Content {
  const { registration } = claim;
  const terms = termsOf(registration);
  const unit = unitOfChange(terms.outcome);
  return card({
    body: html`${
      claim.state.whole
        ? ''
        : callout({
            kind: 'refusal',
            title: 'This registration is not what was registered.',
            body: `${claim.state.why} Nothing can be run on it. Compare with a backup.`,
          })
    }${definitionList([
      { term: 'Question', description: registration.question },
      {
        term: 'Outcome',
        description: `${outcomeTitle(terms.outcome)}. ${takingSentence(terms.outcome)}`,
      },
      { term: 'Districts', description: registration.treated.map(({ name }) => name).join(', ') },
      { term: 'School years', description: yearsSentence(terms) },
      { term: 'Compared with', description: donorRuleSentence(terms.donors) },
      { term: 'Method', description: `${methodNames[terms.method]}, weights solved exactly` },
      {
        term: 'Smallest change that would matter',
        description: `${registration.smallestThatMatters} ${unit}`,
      },
      { term: 'What would count as evidence', description: registration.evidence },
      { term: 'Seen before?', description: seenSentence(registration) },
      {
        term: 'Registered',
        description: `${formatMoment(claim.registeredAt)}, by ${registration.registeredBy.name} (${registration.registeredBy.role})`,
      },
      ...(registration.replaces
        ? [
            {
              term: 'Corrects',
              description: html`<a href="${`${home}/claims/${registration.replaces}`}">an earlier claim</a>, which stays as it was`,
            },
          ]
        : []),
      {
        term: 'Fingerprint',
        description: html`<code>${claim.hash}</code><br><span class="quiet">SHA-256 of the registration; the history holds it too. Whoever notes it down can tell later that nothing was changed.</span>`,
      },
    ])}`,
    footer: html`<a href="${`${home}/claims/${claim.id}/registration.json`}">Download the registration (JSON)</a>`,
  });
}

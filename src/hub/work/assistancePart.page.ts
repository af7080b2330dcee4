import { badge } from '../../page/badge.ts';
import { linkButton } from '../../page/button.ts';
import { card } from '../../page/card.ts';
import { details } from '../../page/details.ts';
import { formatMoment } from '../../vocabulary/formatDate.ts';
import { type Content, html } from '../../page/html.ts';
import type { EngagementReading } from './engagementReading.store.ts';
import { playing } from './engagement.ts';
import type { Standpoint } from './engagementHead.page.ts';
import { engagementPath } from './workPlace.page.ts';
import { answerList } from './transferActs.page.ts';
import { isEverythingYes, transferQuestions } from './transferQuestions.ts';
import type { TransferTest } from './transferTests.store.ts';

/** What assistance ends with: can they do it alone? The newest test and those before. */
export function assistancePart(
  { engagement, tests, parties }: EngagementReading,
  { mayAct, districtId, home }: Standpoint,
): Content {
  const helped = playing(engagement, 'is helped')?.districtId;
  const name = parties.find(({ districtId }) => districtId === helped)?.shortName ?? 'the helped district';
  const [newest, ...before] = tests;
  return card({
    title: `Can ${name} do it alone?`,
    id: 'transfer',
    badges: newest ? verdictBadge(newest) : undefined,
    body: newest
      ? html`${testText(newest)}${before.map((test) =>
          details({ summary: `Test ${test.test}, ${formatMoment(test.madeAt)}`, body: testText(test) }),
        )}`
      : html`<p>${name} answers five questions when the work is done; five times yes, confirmed by the helper, closes it as capacity transferred.</p><ol>${transferQuestions.map(
          ({ name: question }) => html`<li>${question}</li>`,
        )}</ol>`,
    footer:
      mayAct && districtId === helped && engagement.state === 'agreed'
        ? html`<p class="actions">${linkButton({ label: 'Answer the test', href: `${engagementPath(home, engagement.id)}/test` })}</p>`
        : undefined,
  });
}

function testText({ answers, madeBy, madeAt, judgedBy, words, verdict }: TransferTest): Content {
  return html`${answerList(answers)}<p class="meta">${madeBy} answered on ${formatMoment(madeAt)}. ${
    verdict
      ? `${judgedBy ?? ''} ${verdict === 'passed' ? 'confirmed it' : 'said: not yet'}.`
      : 'It waits to be confirmed.'
  }</p>${words ? html`<p><q>${words}</q></p>` : ''}`;
}

function verdictBadge({ verdict, answers }: TransferTest): Content {
  if (verdict === 'passed') return badge('good', 'Passed');
  if (verdict === 'not yet') return badge('neutral', 'Not yet');
  return badge('info', isEverythingYes(answers) ? 'All yes, to be confirmed' : 'To be confirmed');
}

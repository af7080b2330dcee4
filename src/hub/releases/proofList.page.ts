import { findMeasure } from '../../measures/registry.ts';
import { definitionList } from '../../page/definitionList.ts';
import { type Html, html } from '../../page/html.ts';
import { lessToldSentences } from '../../release/lessToldSentences.ts';
import { formatDate, formatMoment } from '../../vocabulary/formatDate.ts';
import { formatNumber } from '../../vocabulary/formatNumber.ts';
import type { KeptRelease } from './releases.store.ts';

/** What the certificate of a release says, for people. */
export function proofList({ certificate, embargoUntil, madeAt, grantId }: KeptRelease): Html {
  const { policy, solver, primary, complementary, narrowest, audited, objective, bound } = certificate;
  const previous = audited.at(-1);
  const elsewhere = (certificate.auditedUnder ?? []).filter((id) => id !== grantId).length;
  const lessTold = lessToldSentences(
    { certificate },
    (measure) => findMeasure(measure)?.shortName ?? measure,
  );
  return definitionList([
    {
      term: 'Policy',
      description: `${policy.id}, version ${policy.version}: no count under ${policy.threshold} is told`,
    },
    {
      term: 'Withheld counts',
      description: `${formatNumber(primary)} because they are small, ${formatNumber(complementary)} to protect them`,
    },
    { term: 'Tightest interval', description: tightestText(narrowest, primary + complementary) },
    ...(lessTold.length > 0
      ? [{ term: 'Less than was asked', description: html`${lessTold.map((one) => html`<p>${one}</p>`)}` }]
      : []),
    {
      term: 'Cost',
      description:
        objective === bound
          ? `${formatNumber(objective)}, proved to be the least possible`
          : `${formatNumber(objective)}; no suppression costs less than ${formatNumber(bound)}`,
    },
    { term: 'Solver', description: solver },
    {
      term: 'Earlier releases tried against',
      description:
        audited.length === 0
          ? 'None: it is the first'
          : `${formatNumber(audited.length)}${elsewhere === 0 ? '' : `, of them ${formatNumber(elsewhere)} under another grant than this`}`,
    },
    {
      term: 'The release before',
      description: previous ? html`<code>${previous.slice(0, 16)}</code>` : 'None',
    },
    { term: 'Made', description: formatMoment(madeAt) },
    { term: 'Embargo', description: embargoUntil ? `Until ${formatDate(embargoUntil)}` : 'None' },
  ]);
}

function tightestText(narrowest: number | null, hidden: number): string {
  if (hidden === 0) return 'Nothing is withheld.';
  return narrowest === null
    ? 'Nothing limits what a withheld count may be.'
    : `The best an attacker can do leaves every withheld count at least ${formatNumber(narrowest, 2)} times as uncertain as is required, or as anything could make it.`;
}

import { card } from '../../page/card.ts';
import { definitionList } from '../../page/definitionList.ts';
import { details } from '../../page/details.ts';
import { type Content, html } from '../../page/html.ts';
import { table } from '../../page/table.ts';
import { formatNumber, formatPercent } from '../../vocabulary/formatNumber.ts';
import { schoolYearName } from '../../vocabulary/schoolYear.ts';
import { donorRuleSentence } from './claimWords.ts';
import type { EstimateView } from './estimateView.page.ts';
import { yearList } from './panelProblemSentence.ts';

const mostAtOnce = 20;

/** Whom the claim's districts are compared with and how much each counts. In the order of names: a weight is no rank. */
export function weightsCard(view: EstimateView): Content {
  const { result, nameOf, panel, terms } = view;
  const rows = result.weights
    .map(({ cds, weight }) => ({ name: nameOf(cds), weight }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
  const heaviest = result.weights[0];
  const donors = panel.districts.filter(({ treated }) => !treated).length;
  const made = table<(typeof rows)[number]>({
    caption: 'Districts compared with and their weights',
    captionHidden: true,
    phone: 'scroll',
    columns: [
      { header: 'District', kind: 'header', cell: ({ name }) => name },
      { header: 'Weight', kind: 'number', cell: ({ weight }) => formatPercent(100 * weight, 1) },
    ],
    rows,
    note: 'A weight says how much a district’s path helps to follow ours. It says nothing about the district.',
  });
  const sentence = `${formatNumber(donors)} ${view.synthetic ? 'made-up districts' : 'districts'} meet the rule; ${rows.length === donors ? 'all' : formatNumber(rows.length)} carry weight${heaviest ? `, none more than ${formatPercent(100 * heaviest.weight, 1)}` : ''}.`;
  const years = result.timeWeights.flatMap((weight, i) =>
    weight > 0.0005 ? [`${schoolYearName(panel.years[i] ?? 0)} ${formatPercent(100 * weight, 0)}`] : [],
  );
  return card({
    title: 'Whom it is compared with',
    body: html`<p>${donorRuleSentence(terms.donors)}</p><p>${sentence}</p>${
      rows.length > mostAtOnce
        ? details({ summary: `All ${rows.length} districts with their weights`, body: made })
        : made
    }${years.length > 0 ? html`<p class="quiet">The years before the start count: ${years.join(', ')}.</p>` : ''}`,
  });
}

/** How well the comparison followed before the start, what the design could have seen, and who is left out. */
export function designCard(view: EstimateView): Content {
  const { result, number, bound, unit, panel, claim, treated } = view;
  const own = result.methods.find(({ method }) => method === result.method);
  const misfit = own?.placeboPreFitError ?? null;
  return card({
    title: 'What this design can see',
    body: html`${definitionList([
      {
        term: 'Smallest change it could have shown',
        description:
          result.smallestDetectable === null
            ? 'None of any size.'
            : `${bound(result.smallestDetectable)} ${unit}, with 80 % power at the 5 % level`,
      },
      {
        term: 'Smallest change that would matter',
        description: `${claim.registration.smallestThatMatters} ${unit}, as registered`,
      },
      {
        term: 'Misfit before the start',
        description: `${number(own?.preFitError ?? 0)} ${unit} for ${treated}${misfit === null ? '' : `; ${number(misfit)} for the middle placebo`}`,
      },
      {
        term: 'Panel',
        description: `${formatNumber(panel.districts.length)} districts over ${panel.years.length} school years, ${schoolYearName(panel.years[0] ?? 0)} to ${schoolYearName(panel.years.at(-1) ?? 0)}`,
      },
      ...(panel.yearsWithoutOutcome.length > 0
        ? [
            {
              term: 'Years without figures',
              description: `${yearList(panel.yearsWithoutOutcome)}: nobody’s outcome was published, so the panel passes over them`,
            },
          ]
        : []),
      ...(panel.yearsWithoutStudents.length > 0
        ? [
            {
              term: 'Years without numbers of students',
              description: `${yearList(panel.yearsWithoutStudents)}: the rule looked at the other years`,
            },
          ]
        : []),
    ])}${excludedDistricts(view)}`,
  });
}

function excludedDistricts({ panel }: EstimateView): Content {
  const outside = `${formatNumber(panel.outsideRule)} other districts with figures do not meet the rule.`;
  if (panel.excluded.length === 0)
    return html`<p>No district that meets the rule lacks a year. ${outside}</p>`;
  return html`<p>${formatNumber(panel.excluded.length)} that meet the rule lack the outcome in some years and are left out. ${outside}</p>${details(
    {
      summary: 'Districts left out, and the years they lack',
      body: html`<ul class="names">${panel.excluded.map(
        ({ name, missing }) => html`<li>${name} <span class="quiet">${yearList(missing)}</span></li>`,
      )}</ul>`,
    },
  )}`;
}

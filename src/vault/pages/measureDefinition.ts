import { hashDefinition } from '../../measures/hashDefinition.ts';
import { linkButton } from '../../page/button.ts';
import { callout } from '../../page/callout.ts';
import { definitionList } from '../../page/definitionList.ts';
import { details } from '../../page/details.ts';
import { type Html, html } from '../../page/html.ts';
import { section } from '../../page/section.ts';
import type { MeasureDefinition } from '../../vocabulary/measure.ts';
import { type RunnableRule, readRules } from '../measuring/readRules.ts';
import type { Slice } from './measureCounts.store.ts';

/** What is counted, in words and in SQL, with the hash of each; what counts were made by others says so. */
export function measureDefinition(
  measure: MeasureDefinition,
  rule: RunnableRule | undefined,
  slices: readonly Slice[],
): Html {
  const definitionHash = hashDefinition(measure);
  const isOld = slices.some(
    (one) => one.definitionHash !== definitionHash || (rule && one.ruleHash !== rule.hash),
  );
  const old = isOld
    ? callout({
        kind: 'warning',
        title: 'Counts on this page were made by an earlier definition or rule than the one shown here.',
        body: 'Compute again to have all of them by this one.',
      })
    : '';
  const words = [
    { term: 'Counted', description: measure.numerator },
    { term: 'Out of', description: measure.denominator },
    { term: 'Left out', description: measure.exclusions },
    { term: 'Grades', description: measure.grades },
    { term: 'Unit', description: measure.unitNote || measure.unit },
    { term: 'Adding up', description: measure.aggregation },
    { term: 'Source', description: measure.source },
    { term: 'Definition hash', description: html`<code>${definitionHash}</code>` },
    { term: 'Rule hash', description: rule ? html`<code>${rule.hash}</code>` : null },
  ].filter(({ description }) => description !== null);
  return section({
    id: 'definition',
    title: 'How it is counted',
    action: rule
      ? linkButton({ label: 'Download all of it', href: `/measures/${measure.id}/definition.txt` })
      : '',
    body: html`${old}${definitionList(words)}${rule ? ruleDetails(rule) : ''}`,
  });
}

function ruleDetails(rule: RunnableRule): Html {
  const { viewTexts } = readRules();
  const sql = (text: string | undefined): Html => html`<pre><code>${text?.trimEnd()}</code></pre>`;
  return html`${details({ summary: 'The rule in SQL', body: sql(rule.text) })}${
    rule.views.length > 0
      ? details({
          summary: `The ${rule.views.length} shared views that it stands on`,
          body: html`${rule.views.map((name) => html`<h3>${name}</h3>${sql(viewTexts.get(name))}`)}`,
        })
      : ''
  }`;
}

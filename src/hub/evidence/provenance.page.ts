import { hashDefinition } from '../../measures/hashDefinition.ts';
import { badge } from '../../page/badge.ts';
import { card } from '../../page/card.ts';
import { definitionList } from '../../page/definitionList.ts';
import { details } from '../../page/details.ts';
import { formatMoment } from '../../vocabulary/formatDate.ts';
import { type Content, type Html, html } from '../../page/html.ts';
import type { EvidenceTag, MeasureDefinition } from '../../vocabulary/measure.ts';
import { schoolYearName } from '../../vocabulary/schoolYear.ts';
import type { Source } from './evidenceRows.ts';

const evidenceWords: Readonly<Record<EvidenceTag, string>> = {
  V: 'checked against real published data',
  S: 'read in an official source',
  M: 'from memory, not yet checked',
  D: 'Tandem’s own definition: no official one exists',
};

/** What a measure means, in short, with all of it one press away. */
export function definitionCard(measure: MeasureDefinition): Html {
  const more = [
    ...(measure.exclusions ? [{ term: 'Left out', description: measure.exclusions }] : []),
    ...(measure.aggregation ? [{ term: 'Adding up', description: measure.aggregation }] : []),
    ...(measure.minimumN ? [{ term: 'Smallest group shown', description: measure.minimumN }] : []),
    { term: 'Source', description: measure.source },
    {
      term: 'How sure',
      description: `${measure.evidence.map((tag) => evidenceWords[tag]).join('; ')}. ${measure.evidenceNote}`,
    },
    {
      term: 'Fingerprint',
      description: html`<code>${hashDefinition(measure)}</code> (version ${measure.version})`,
    },
  ];
  return card({
    title: 'Definition',
    level: 3,
    body: html`${definitionList([
      { term: 'Counted', description: measure.numerator },
      { term: 'Out of', description: measure.denominator },
      ...(measure.grades ? [{ term: 'Grades', description: measure.grades }] : []),
      { term: 'Unit', description: measure.unitNote },
      {
        term: 'Better is',
        description: betterText(measure),
      },
    ])}${details({ summary: 'The whole definition', body: definitionList(more) })}`,
  });
}

/** The datasets behind a page: a line a dataset with all its years, its file and why it may differ. */
export function sourcesCard(sources: readonly Source[]): Content {
  const families = [...Map.groupBy(sources, (source) => `${familyTitle(source)} ${source.fileId}`).values()];
  families.sort(([a], [b]) => (a && b ? familyTitle(a).localeCompare(familyTitle(b)) : 0));
  return card({
    title: 'Where they come from',
    level: 3,
    body:
      families.length === 0
        ? html`<p>Nothing is loaded.</p>`
        : html`<ul class="sources">${families.map((family) => html`<li>${familyLine(family)}</li>`)}</ul>`,
  });
}

/** `Suspension` of `Suspension, 2023-24`: the years of one dataset stand in one line. */
function familyTitle({ title }: Source): string {
  return title.replace(/, \d{4}-\d{2}$/, '');
}

function familyLine(family: readonly Source[]): Content {
  const [first] = family;
  if (!first) return '';
  const years = [...new Set(family.flatMap((source) => source.schoolYear ?? []))].sort((a, b) => a - b);
  return html`<strong>${familyTitle(first)}</strong>${years.length > 0 ? `, ${years.map((year) => schoolYearName(year)).join(', ')}` : ''} ${
    first.synthetic ? badge('synthetic') : ''
  }<br><span class="quiet">${first.publisher}; ${first.fileName}, loaded ${formatMoment(first.loadedAt)}.${first.difference ? ` ${first.difference}` : ''}</span>`;
}

function betterText({ direction, directionNote }: MeasureDefinition): string {
  const words = { up: 'higher', down: 'lower', context: 'neither: it is context' }[direction];
  return directionNote ? `${words} (${directionNote})` : words;
}

import { hashDefinition } from '../../measures/hashDefinition.ts';
import { badge } from '../../page/badge.ts';
import { card } from '../../page/card.ts';
import { definitionList } from '../../page/definitionList.ts';
import { details } from '../../page/details.ts';
import { formatMoment } from '../../page/formatDate.ts';
import { type Content, type Html, html } from '../../page/html.ts';
import type { EvidenceTag, MeasureDefinition } from '../../vocabulary/measure.ts';
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
        description:
          measure.directionNote ??
          (measure.direction === 'context'
            ? 'neither: context'
            : measure.direction === 'up'
              ? 'higher'
              : 'lower'),
      },
    ])}${details({ summary: 'The whole definition', body: definitionList(more) })}`,
  });
}

/** The datasets behind a page, newest first, each with its file and its hash. */
export function sourcesCard(sources: readonly Source[]): Content {
  const sorted = [...sources].sort(
    (a, b) => (b.schoolYear ?? 0) - (a.schoolYear ?? 0) || a.title.localeCompare(b.title),
  );
  return card({
    title: 'Provenance',
    level: 3,
    body:
      sorted.length === 0
        ? html`<p>Nothing is loaded.</p>`
        : html`<ul class="sources">${sorted.map(
            (source) =>
              html`<li><strong>${source.title}</strong> ${source.synthetic ? badge('synthetic') : ''}<br>${source.publisher}; ${source.fileName}, loaded ${formatMoment(source.loadedAt)}${
                source.difference ? html`<br><span class="quiet">${source.difference}</span>` : ''
              }</li>`,
          )}</ul>`,
  });
}

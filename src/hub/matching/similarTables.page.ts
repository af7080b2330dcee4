import { details } from '../../page/details.ts';
import { type Content, type Html, html } from '../../page/html.ts';
import { table } from '../../page/table.ts';
import { formatNumber } from '../../vocabulary/formatNumber.ts';
import { inSentence } from '../../vocabulary/inSentence.ts';
import type { DistrictProfile } from './districtProfile.ts';
import { gridPath } from './matchingPath.ts';
import { factorText } from './pairSimilarity.ts';
import type { ProfiledSimilar, SimilarReading } from './similarReading.store.ts';
import { findSimilarityFactor, type SimilarityFactor, similarityFactors } from './similarityFactor.ts';

/** The similar districts by name, with their distance and what sets each apart. */
export function similarTable(home: string, similar: readonly ProfiledSimilar[]): Html {
  return table<ProfiledSimilar>({
    caption: 'Similar districts by name',
    captionHidden: true,
    columns: [
      {
        header: 'District',
        kind: 'header',
        cell: ({ name, cds, county }) =>
          html`<a href="${gridPath(home, cds)}">${name}</a>${county ? html` <span class="quiet">${county} County</span>` : ''}`,
      },
      { header: 'Students', kind: 'number', cell: ({ profile }) => sizeText(profile) },
      { header: 'Distance', kind: 'number', cell: ({ distance }) => formatNumber(distance, 2) },
      { header: 'What sets it apart', cell: ({ contributions }) => partsApart(contributions, 2) },
    ],
    rows: similar,
    note: 'Percentages are of all that sets the two apart. Students: outside charter schools where a loaded file tells; with * charter schools are counted in.',
  });
}

function sizeText(profile: DistrictProfile | undefined): Content {
  if (!profile) return '';
  return profile.ownStudents === null
    ? `${formatNumber(profile.students)} *`
    : formatNumber(profile.ownStudents);
}

/** `They differ most in homeless students (37 % of all that sets them apart) and …`. */
export function differsMostIn(contributions: Readonly<Record<string, number>>): string {
  return `They differ most in ${partsApart(contributions, 3)}.`;
}

/** Under correlation a factor may bring two districts nearer (a negative contribution); shares are of what sets them apart. */
function partsApart(contributions: Readonly<Record<string, number>>, most: number): string {
  const apart = Object.entries(contributions).filter(([, value]) => value > 0);
  const total = apart.reduce((sum, [, value]) => sum + value, 0);
  return apart
    .sort(([, a], [, b]) => b - a)
    .slice(0, most)
    .map(([id, value]) => {
      const name = findSimilarityFactor(id)?.name ?? id;
      return `${inSentence(name)} (${Math.round((100 * value) / total)}\u202f%)`;
    })
    .join(', ');
}

/** Each factor of the district beside the range of its similar districts, with the caution that belongs to it. */
export function factorTable({ district, profile, similar }: SimilarReading): Html {
  return table<SimilarityFactor>({
    caption: 'Factors that districts are compared on',
    captionHidden: true,
    columns: [
      {
        header: 'Factor',
        kind: 'header',
        cell: ({ name, caution }) =>
          caution ? html`${name}<br><span class="quiet">${caution}</span>` : name,
      },
      { header: district.name, kind: 'number', cell: (factor) => factorText(profile, factor) },
      { header: 'Lowest of them', kind: 'number', cell: (factor) => extreme(similar, factor, 'lowest') },
      { header: 'Highest of them', kind: 'number', cell: (factor) => extreme(similar, factor, 'highest') },
    ],
    rows: similarityFactors,
  });
}

function extreme(
  similar: readonly ProfiledSimilar[],
  factor: SimilarityFactor,
  end: 'lowest' | 'highest',
): string {
  const known = similar
    .flatMap(({ profile }) => (profile?.factors[factor.id] === undefined ? [] : [profile]))
    .sort((a, b) => (a.factors[factor.id] as number) - (b.factors[factor.id] as number));
  return factorText(end === 'lowest' ? known[0] : known.at(-1), factor);
}

/** One similar district: every factor of both, and what each adds to the squared distance. */
export function factorBreakdown({ district, profile }: SimilarReading, one: ProfiledSimilar): Html {
  const squared = one.distance * one.distance;
  return details({
    summary: html`${one.name}: distance ${formatNumber(one.distance, 2)}`,
    body: table<SimilarityFactor>({
      caption: `${district.name} and ${one.name}, factor by factor`,
      captionHidden: true,
      columns: [
        { header: 'Factor', kind: 'header', cell: ({ name }) => name },
        { header: district.name, kind: 'number', cell: (factor) => factorText(profile, factor) },
        { header: one.name, kind: 'number', cell: (factor) => factorText(one.profile, factor) },
        {
          header: 'Adds to the squared distance',
          kind: 'number',
          cell: ({ id }) => formatNumber(one.contributions[id] ?? 0, 3),
        },
      ],
      rows: similarityFactors,
      note: `Together ${formatNumber(squared, 3)}, the square of ${formatNumber(one.distance, 3)}.`,
    }),
  });
}

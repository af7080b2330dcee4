import { card } from '../../page/card.ts';
import { details } from '../../page/details.ts';
import { formatDate } from '../../vocabulary/formatDate.ts';
import { type Html, html } from '../../page/html.ts';
import { itemList } from '../../page/itemList.ts';
import { section } from '../../page/section.ts';
import { table } from '../../page/table.ts';
import type { Pack } from '../../vocabulary/pack.ts';
import { schoolYearName } from '../../vocabulary/schoolYear.ts';
import { districtName } from './agenda.ts';

/** What a pack stands on: terms in force, claims, released figures, definitions, sources, statements. */
export function packSourcesView(pack: Pack): Html {
  return html`${agreements(pack)}${claims(pack)}${released(pack)}${section({
    title: 'What everything stands on',
    id: 'definitions',
    body: card({ body: html`${definitions(pack)}${sources(pack)}${statements(pack)}` }),
  })}`;
}

function agreements({ agreements: all }: Pack): Html {
  return section({
    title: 'Agreement',
    id: 'agreement',
    body: card({
      body: table<(typeof all)[number]>({
        caption: 'Terms in force on the day of the pack',
        captionHidden: true,
        columns: [
          { header: 'Agreement', kind: 'header', cell: ({ title }) => title },
          { header: 'Version', kind: 'number', cell: ({ version }) => version },
          {
            header: 'In force',
            cell: ({ validFrom, validUntil }) => `${formatDate(validFrom)} to ${formatDate(validUntil)}`,
          },
          { header: 'Grants', kind: 'number', cell: ({ grants }) => grants },
          { header: 'Fingerprint', cell: ({ hash }) => html`<code>${hash.slice(0, 16)}</code>` },
        ],
        rows: all,
        empty: 'No agreement was in force on that day.',
      }),
    }),
  });
}

function claims({ claims: all }: Pack): Html | '' {
  if (all.length === 0) return '';
  return section({
    title: 'Did the pace change?',
    id: 'claims',
    lead: 'What may be said, and nothing stronger.',
    body: card({
      body: itemList(
        all.map(({ question, sentence, registeredOn }) => ({
          title: question,
          body: sentence ?? 'It has been registered and not been run.',
          meta: `registered ${formatDate(registeredOn)}`,
        })),
      ),
    }),
  });
}

function released(pack: Pack): Html | '' {
  const rows = pack.released ?? [];
  if (rows.length === 0) return '';
  return section({
    title: 'Figures the districts released to each other',
    id: 'released',
    lead: 'Seen by both through grants in force, after their embargo. None of them may be published but with consent.',
    body: card({
      body: table<(typeof rows)[number]>({
        caption: 'Released figures',
        captionHidden: true,
        columns: [
          {
            header: 'Measure',
            kind: 'header',
            cell: ({ measure }) =>
              pack.definitions.find((one) => one.measure === measure)?.shortName ??
              measure.replaceAll('_', ' '),
          },
          { header: 'District', cell: ({ cds }) => districtName(pack, cds) },
          { header: 'Year', cell: ({ schoolYear }) => schoolYearName(schoolYear) },
          { header: 'Figure', cell: ({ text, n }) => (n === null ? text : `${text} of ${n}`) },
          { header: 'May be published', cell: ({ publication }) => publication },
          { header: 'Release', cell: ({ release }) => html`<code>${release.slice(0, 12)}</code>` },
        ],
        rows,
      }),
    }),
  });
}

function definitions({ definitions: all }: Pack): Html {
  return details({
    summary: `Definitions (${all.length})`,
    body: itemList(
      all.map(({ name, numerator, denominator, exclusions, hash, version }) => ({
        title: name,
        body: html`${numerator} <strong>of</strong> ${denominator}${exclusions ? html` <strong>without</strong> ${exclusions}` : ''}`,
        meta: html`version ${version}, <code>${hash.slice(0, 16)}</code>`,
      })),
    ),
  });
}

function sources({ sources: all }: Pack): Html {
  return details({
    summary: `Sources (${all.length})`,
    body: itemList(
      all.map(({ title, publisher, fileName, sha256, loadedOn, synthetic }) => ({
        title,
        body: `${publisher}${synthetic ? '; invented by the generator of the sample' : ''}`,
        meta: html`${fileName}, loaded ${formatDate(loadedOn)}, <code>${sha256.slice(0, 16)}</code>`,
      })),
    ),
  });
}

function statements({ statements: all }: Pack): Html {
  return details({
    summary: `Statements for the fact sheet (${all.length})`,
    body: itemList(
      all.map(({ part, heading, words, saidBy, asOf, source }) => ({
        title: heading || part,
        body: words,
        meta: [saidBy, asOf ? `as of ${formatDate(asOf)}` : '', source].filter(Boolean).join('; '),
      })),
    ),
  });
}

import { badge } from '../../page/badge.ts';
import { card } from '../../page/card.ts';
import { formatDate } from '../../vocabulary/formatDate.ts';
import { type Content, type Html, html } from '../../page/html.ts';
import { type Item, itemList } from '../../page/itemList.ts';
import { section } from '../../page/section.ts';
import { table } from '../../page/table.ts';
import { formatMoney } from '../../vocabulary/formatNumber.ts';
import type { Pack } from '../../vocabulary/pack.ts';
import { districtName } from './agenda.ts';

type Engagement = NonNullable<Pack['engagements']>[number];
type Commitment = NonNullable<Pack['commitments']>[number];

/** The work in a pack: engagements, what each side promised, hours, cycles, contacts, money, decisions. */
export function packWorkView(pack: Pack): Html {
  return html`${engagements(pack)}${commitments(pack)}${hours(pack)}${listed('Cycles', 'cycles', cycles(pack))}${listed('Visits, calls and meetings', 'contacts', contacts(pack))}${listed('Flexibility and its conditions', 'flexibilities', flexibilities(pack))}${money(pack)}${listed('Needs that were open', 'needs', needs(pack))}${listed('Decisions of reviews before', 'decisions', decisions(pack))}`;
}

/** A section of items; nothing where the pack holds none. */
function listed(title: string, id: string, items: readonly Item[]): Html | '' {
  return items.length === 0 ? '' : section({ title, id, body: card({ body: itemList(items) }) });
}

function engagements(pack: Pack): Html | '' {
  if (!pack.engagements) return '';
  return section({
    title: 'The work',
    id: 'work',
    body: card({
      body: table<Engagement>({
        caption: 'Engagements',
        captionHidden: true,
        columns: [
          {
            header: 'Engagement',
            kind: 'header',
            cell: ({ title, mode, focusArea }) =>
              html`${title}<br><span class="quiet">${mode.name}, ${focusArea.name}</span>`,
          },
          {
            header: 'Who',
            cell: ({ parties, externalPartners }) =>
              [
                ...parties.map(
                  ({ cds, part, owner }) => `${districtName(pack, cds)} ${part} (${owner ?? 'nobody named'})`,
                ),
                ...externalPartners.map(({ name }) => name),
              ].join('; '),
          },
          {
            header: 'State',
            cell: ({ state, outcome, endsOn }) =>
              html`${state}${outcome ? html`: ${outcome}` : html`<br><span class="quiet">until ${formatDate(endsOn)}</span>`}`,
          },
        ],
        rows: pack.engagements,
        empty: 'No engagement was under way.',
      }),
    }),
  });
}

function commitments(pack: Pack): Html | '' {
  if (!pack.commitments) return '';
  return section({
    title: 'What each side promised',
    id: 'commitments',
    body: html`<div class="columns columns-two">${pack.districts.map(
      ({ cds, shortName }) =>
        html`<div>${card({
          title: shortName,
          level: 3,
          body: commitmentList((pack.commitments ?? []).filter((one) => one.cds === cds)),
        })}</div>`,
    )}</div>`,
  });
}

function commitmentList(all: readonly Commitment[]): Content {
  if (all.length === 0) return html`<p class="quiet">Nothing was promised in this period.</p>`;
  return itemList(
    all.map(({ what, owner, due, status, isOverdue, doneOn }) => ({
      title: what,
      badges: isOverdue
        ? badge('bad', 'Overdue')
        : status === 'done'
          ? badge('good', 'Done')
          : badge('neutral', status === 'open' ? 'Open' : 'Dropped'),
      meta: `${owner}, ${doneOn ? `done ${formatDate(doneOn)}` : `due ${formatDate(due)}`}`,
    })),
  );
}

function hours(pack: Pack): Html | '' {
  const { hours: given = [] } = pack;
  if (given.length === 0) return '';
  return section({
    title: 'Hours given and received',
    id: 'hours',
    body: card({
      body: table<(typeof given)[number]>({
        caption: 'Hours one district gave the other',
        captionHidden: true,
        columns: [
          { header: 'Given by', kind: 'header', cell: ({ givenBy }) => districtName(pack, givenBy) },
          { header: 'Received by', cell: ({ receivedBy }) => districtName(pack, receivedBy) },
          { header: 'Hours confirmed by both', kind: 'number', cell: ({ confirmedHours }) => confirmedHours },
          { header: 'Hours not confirmed', kind: 'number', cell: ({ unconfirmedHours }) => unconfirmedHours },
        ],
        rows: given,
      }),
    }),
  });
}

function cycles({ cycles: all = [] }: Pack): Item[] {
  return all.map(({ title, change, state, outcome, learnt, endedOn }) => ({
    title,
    badges: badge(outcome ? 'info' : 'neutral', outcome ? 'Ended' : state),
    body: html`${change}.${outcome ? html` <strong>Came of it:</strong> ${outcome}.` : ''}${learnt ? html` <strong>Learnt:</strong> ${learnt}` : ''}`,
    meta: endedOn ? `ended ${formatDate(endedOn)}` : 'not ended yet',
  }));
}

function contacts({ contacts: all = [] }: Pack): Item[] {
  return all.map(({ kind, title, heldOn, minutes, decisions: decided }) => ({
    title,
    body: html`${minutes ?? ''}${decided.length > 0 ? html` <strong>Decided:</strong> ${decided.join(' ')}` : ''}`,
    meta: `${kind}, ${formatDate(heldOn)}`,
  }));
}

function flexibilities(pack: Pack): Item[] {
  return (pack.flexibilities ?? []).map(
    ({ rule, authority, from, until, state, dollars, use, conditions, cds }) => ({
      title: rule,
      badges: badge('info', state),
      body: html`${use}${dollars === null ? '' : ` ${formatMoney(dollars)}.`}${conditions.map(({ words, status }) => html`<br>${words}: <strong>${status}</strong>`)}`,
      meta: `${districtName(pack, cds)}; ${authority}; ${formatDate(from)} to ${formatDate(until)}`,
    }),
  );
}

function money({ resources }: Pack): Html | '' {
  if (!resources) return '';
  const { budgetedCents, spentCents, externalCents, inKindHours, leverage } = resources;
  const said = [
    budgetedCents === null ? '' : `${formatMoney(budgetedCents)} budgeted`,
    spentCents === null ? '' : `${formatMoney(spentCents)} spent`,
    externalCents === null ? '' : `${formatMoney(externalCents)} from outside`,
    inKindHours === null ? '' : `${inKindHours} hours in kind`,
  ].filter(Boolean);
  return section({
    title: 'Money and time',
    id: 'resources',
    body: card({
      body: html`<p>${said.join('; ') || 'Nothing was recorded'}.</p>${leverage ? html`<p>${leverage.sentence}</p>` : ''}`,
    }),
  });
}

function needs(pack: Pack): Item[] {
  return pack.needs.map(({ cds, wording, owner, confirmedOn, focusArea }) => ({
    title: wording,
    meta: `${districtName(pack, cds)}, ${focusArea.name}, owned by ${owner}, confirmed ${formatDate(confirmedOn)}`,
  }));
}

function decisions({ decisions: all = [] }: Pack): Item[] {
  return all.map(({ about, choice, reason, words, saw, standing, decidedOn }) => ({
    title: `${choice}: ${about}`,
    badges: badge(standing === 'agreed' ? 'agreed' : 'neutral', standing),
    body: html`${reason}. ${words} <span class="quiet">Seen: “${saw}”</span>`,
    meta: formatDate(decidedOn),
  }));
}

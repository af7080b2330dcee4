import { badge } from '../../page/badge.ts';
import { callout } from '../../page/callout.ts';
import { card } from '../../page/card.ts';
import { columns } from '../../page/columns.ts';
import { formatDate, formatMoment } from '../../vocabulary/formatDate.ts';
import { type Content, html } from '../../page/html.ts';
import { itemList } from '../../page/itemList.ts';
import { pageHeading } from '../../page/pageHeading.ts';
import { section } from '../../page/section.ts';
import { subNavigation } from '../../page/subNavigation.ts';
import { table } from '../../page/table.ts';
import { asMember } from '../store/view.ts';
import { isId } from '../store/uuid.ts';
import { notFound } from '../web/notFound.ts';
import type { MemberAsk, Route } from '../web/route.ts';
import { readHandoverFound } from './handoverFound.store.ts';
import { type HandoverPack, isWhole } from './handoverPack.ts';
import { dueBadge } from './holdingItems.page.ts';
import { type KeptHandover, selectHandoverPacks } from './leavings.store.ts';
import { handoverPath, peopleTrail, respondNotTheirs } from './successionPlace.page.ts';
import { callRule } from './twoCalls.ts';

/** The handover pack as it was kept: for who takes over, stands in, and coordinates. It prints. */
export const handoverPackPages: Route[] = [
  {
    method: 'get',
    path: '/partnerships/:partnership/people/handovers/:leaving/pack',
    access: 'members',
    answer: packPage,
  },
];

async function packPage(ask: MemberAsk): Promise<Response> {
  const id = ask.context.req.param('leaving');
  const read = isId(id)
    ? await asMember(ask.hub.database, ask.member, async (view) => ({
        found: await readHandoverFound(view, id),
        packs: await selectHandoverPacks(view, id),
      }))
    : undefined;
  const packs = read?.packs ?? [];
  const number = ask.context.req.query('number');
  const kept = number ? packs.find(({ packNumber }) => String(packNumber) === number) : packs.at(-1);
  if (!read?.found || !kept) return notFound(ask, 'There is no such handover pack.');
  const { leaving, mayRead } = read.found;
  if (!mayRead)
    return respondNotTheirs(
      ask,
      `Handover of ${leaving.name}`,
      'The pack is read by who takes over, who stands in, and the coordinators.',
    );
  const { pack } = kept;
  const home = handoverPath(ask.home, leaving.id);
  return ask.respond({
    title: `Handover pack of ${pack.leaver.name}`,
    section: 'people',
    print: 'portrait',
    body: html`${pageHeading({
      title: `What ${pack.leaver.name} hands over`,
      eyebrow: [pack.leaver.role, pack.leaver.district].filter(Boolean).join(', '),
      lead: leadOf(pack),
      meta: `As it was on ${formatDate(pack.day)}: later changes are not in it`,
      trail: peopleTrail(ask.home, { label: `Handover of ${leaving.name}`, href: home }, { label: 'Pack' }),
    })}${
      packs.length > 1
        ? subNavigation(
            'Packs of this handover',
            packs.toReversed().map((one, i) => ({
              label: `${i === 0 ? 'As it began' : 'At the end'}, ${formatDate(one.pack.day)}`,
              href: `${home}/pack?number=${one.packNumber}`,
              current: one === kept,
            })),
          )
        : ''
    }${packBody(ask.home, pack)}${fingerprint(kept)}`,
  });
}

function leadOf({ leavesOn, successor, deputy }: HandoverPack): string {
  const who = successor ? `${successor} takes over` : 'Nobody takes over yet';
  return `Last day ${formatDate(leavesOn)}. ${who}${deputy ? `; ${deputy} is deputy` : ''}.`;
}

function packBody(home: string, pack: HandoverPack): Content {
  const { calls, counterparts, others, carries, waiting, decisions, agreements } = pack;
  return html`${section({
    title: calls.length === 1 ? 'One call to make this week' : 'Two calls to make this week',
    id: 'calls',
    lead: callRule,
    body:
      calls.length === 0
        ? card({ body: html`<p class="quiet">Nobody of the other side is tied to this role yet.</p>` })
        : columns(
            'two',
            calls.map(({ name, email, why }) =>
              card({
                title: name,
                level: 3,
                body: html`<p>${why}</p><p><a href="${`mailto:${email}`}">${email}</a></p>`,
              }),
            ),
          ),
  })}${section({
    title: 'What was promised, by counterpart',
    id: 'promised',
    body: html`${counterparts.map((one) => counterpartCard(home, pack.day, one))}${
      others.length > 0
        ? card({
            title: 'With nobody named on the other side',
            level: 3,
            body: promisedTable(home, pack.day, 'Commitments without counterpart', others),
          })
        : ''
    }${counterparts.length + others.length === 0 ? card({ body: html`<p class="quiet">No open commitment names this role.</p>` }) : ''}`,
  })}${section({
    title: 'What else is carried',
    id: 'carries',
    body: card({
      body:
        carries.length === 0
          ? html`<p class="quiet">Nothing else.</p>`
          : itemList(
              carries.map(({ kind, title, path, note }) => ({
                title,
                href: `${home}${path}`,
                meta: [kind, note && isDay(note) ? `due ${formatDate(note)}` : note]
                  .filter(Boolean)
                  .join(' · '),
              })),
            ),
    }),
  })}${
    waiting.length > 0
      ? section({
          title: 'What waits for an answer',
          id: 'waiting',
          body: card({
            body: itemList(
              waiting.map(({ title, path, note }) => ({
                title,
                href: `${home}${path}`,
                meta: note ? `asked of ${note}` : undefined,
              })),
            ),
          }),
        })
      : ''
  }${section({
    title: 'What was decided, and why',
    id: 'decisions',
    body: card({
      body:
        decisions.length === 0
          ? html`<p class="quiet">No decision about this work is on record.</p>`
          : itemList(
              decisions.map(({ about, decided, reason, on, by, path }) => ({
                title: about,
                href: `${home}${path}`,
                body: html`<strong>${decided}:</strong> ${reason}`,
                meta: `${by}, ${formatDate(on)}`,
              })),
            ),
    }),
  })}${section({
    title: 'Agreements that end within a year',
    id: 'agreements',
    body: card({
      body:
        agreements.length === 0
          ? html`<p class="quiet">None.</p>`
          : itemList(
              agreements.map(({ title, endsOn, path }) => ({
                title,
                href: `${home}${path}`,
                meta: `Ends on ${formatDate(endsOn)}`,
              })),
            ),
    }),
  })}`;
}

function isDay(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text);
}

function counterpartCard(
  home: string,
  day: string,
  { name, email, district, promised, lastContact }: HandoverPack['counterparts'][number],
): Content {
  return card({
    title: district ? `${name}, ${district}` : name,
    level: 3,
    body: html`${
      promised.length > 0
        ? promisedTable(home, day, `Commitments shared with ${name}`, promised)
        : html`<p class="quiet">Nothing open is promised between you.</p>`
    }`,
    footer: html`${
      lastContact
        ? html`Last contact ${formatDate(lastContact.on)}: <a href="${`${home}${lastContact.path}`}">${lastContact.title}</a>`
        : 'No contact is on record'
    } · <a href="${`mailto:${email}`}">${email}</a>`,
  });
}

function promisedTable(home: string, day: string, caption: string, rows: HandoverPack['others']): Content {
  return table({
    caption,
    captionHidden: true,
    rows,
    columns: [
      {
        header: 'Promised',
        kind: 'header',
        cell: ({ what, path }) => html`<a href="${`${home}${path}`}">${what}</a>`,
      },
      {
        header: 'By',
        cell: ({ whose, owner }) =>
          html`${badge('neutral', whose === 'ours' ? 'We give' : 'We get')} ${owner}`,
      },
      { header: 'When', cell: ({ due }) => dueBadge({ due }, day) },
    ],
  });
}

function fingerprint(kept: KeptHandover): Content {
  if (!isWhole(kept))
    return callout({
      kind: 'refusal',
      title: 'This pack is not what was kept.',
      body: 'Its words do not have the fingerprint that was written down with them. Tell the operator.',
    });
  return html`<p class="quiet">Kept ${formatMoment(kept.madeAt)} with the fingerprint <code class="hash">${kept.hash}</code>.</p>`;
}

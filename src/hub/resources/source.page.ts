import { badge } from '../../page/badge.ts';
import { linkButton } from '../../page/button.ts';
import { card } from '../../page/card.ts';
import { definitionList } from '../../page/definitionList.ts';
import { formatMoment } from '../../vocabulary/formatDate.ts';
import { html } from '../../page/html.ts';
import { pageHeading } from '../../page/pageHeading.ts';
import { section } from '../../page/section.ts';
import { table } from '../../page/table.ts';
import { calendarDay } from '../../vocabulary/calendarDay.ts';
import { formatMoney } from '../../vocabulary/formatNumber.ts';
import { isId } from '../store/uuid.ts';
import { asMember } from '../store/view.ts';
import { notFound } from '../web/notFound.ts';
import type { MemberAsk, Route } from '../web/route.ts';
import { conditionItems } from './conditionItems.page.ts';
import type { Flexibility } from './flexibilities.store.ts';
import { lineTable } from './lineTable.page.ts';
import { mayChangeResource } from './mayWorkOnResources.ts';
import { nameIn, sourceKinds } from './resourceKinds.ts';
import { flexibilityPath, resourcesTrail, sourcePath } from './resourcesPlace.page.ts';
import { readResources } from './resourceReading.store.ts';
import { districtName, periodText } from './resourceWords.page.ts';
import { spentOf } from './sourceTable.page.ts';
import { type FundingSource, selectFundingSourceVersions } from './sources.store.ts';

/** One funding source: how much, what was spent, which rule was waived for it, its conditions and how it changed. */
export const sourcePages: Route[] = [
  {
    method: 'get',
    path: '/partnerships/:partnership/resources/sources/:source',
    access: 'members',
    answer: sourcePage,
  },
];

async function sourcePage(ask: MemberAsk): Promise<Response> {
  const id = ask.context.req.param('source');
  const today = calendarDay(ask.hub.now());
  const read = isId(id)
    ? await asMember(ask.hub.database, ask.member, async (view) => ({
        reading: await readResources(view, today),
        versions: await selectFundingSourceVersions(view, id),
      }))
    : undefined;
  const source = read?.reading.fundingSources.find((one) => one.id === id);
  if (!read || !source) return notFound(ask, 'There is no such funding source.');
  const { reading, versions } = read;
  const { home } = ask;
  const may = mayChangeResource(ask.member, source.districtId);
  const conditions = reading.conditions.filter(({ sourceId }) => sourceId === source.id);
  const spent = spentOf(reading, source.id);
  const flexibilities = reading.flexibilities.filter(
    ({ fromSourceId, toSourceId }) => fromSourceId === source.id || toSourceId === source.id,
  );
  return ask.respond({
    title: source.name,
    section: 'resources',
    body: html`${pageHeading({
      title: source.name,
      eyebrow: `${nameIn(sourceKinds, source.kind)}, ${districtName(reading, source.districtId)}`,
      lead: `${formatMoney(source.amountCents)}, of which the ledgers show ${formatMoney(spent)} spent.`,
      trail: resourcesTrail(home, { label: source.name }),
      badges: source.restricted ? badge('neutral', 'Restricted') : badge('neutral', 'Unrestricted'),
      meta: `Written down by ${versions.at(-1)?.madeBy ?? 'somebody'}`,
      actions: may
        ? linkButton({ label: 'Change it', href: `${sourcePath(home, source.id)}/change` })
        : undefined,
    })}${card({
      body: definitionList([
        { term: 'From and until', description: periodText(source) },
        { term: 'Resource code', description: source.resourceCode ?? 'Not known' },
        {
          term: 'Left',
          description: `${formatMoney(source.amountCents - spent)}, as far as the ledgers go`,
        },
        ...(source.words ? [{ term: 'To know', description: source.words }] : []),
        ...(flexibilities.length > 0
          ? [
              {
                term: 'Flexibility',
                description: html`<ul class="plain">${flexibilities.map(
                  (one) =>
                    html`<li><a href="${flexibilityPath(home, one.id)}">${one.title}</a>: ${formatMoney(one.freedCents)} ${movedText(one, source.id)}</li>`,
                )}</ul>`,
              },
            ]
          : []),
      ]),
    })}${section({
      title: 'Conditions',
      id: 'conditions',
      action: may
        ? linkButton({
            label: 'Add a condition',
            href: `${home}/resources/conditions/new?source=${source.id}`,
          })
        : undefined,
      body: card({
        body:
          conditions.length > 0
            ? conditionItems(conditions, { home, reading, withOwner: false, mayAct: () => may })
            : html`<p class="quiet">None is written down.</p>`,
      }),
    })}${section({
      title: 'What it paid',
      id: 'lines',
      body: card({
        body: lineTable(
          home,
          reading,
          reading.lines.filter((line) => line.holds === 'spending' && line.sourceId === source.id),
        ),
      }),
    })}${section({ title: 'How it changed', id: 'history', body: card({ body: history(versions) }) })}`,
  });
}

function history(versions: readonly FundingSource[]) {
  return table<FundingSource>({
    caption: 'Versions of the source, newest first',
    captionHidden: true,
    columns: [
      { header: 'Name', kind: 'header', cell: ({ name }) => name },
      { header: 'Amount', kind: 'number', cell: ({ amountCents }) => formatMoney(amountCents) },
      { header: 'From and until', cell: periodText },
      { header: 'Why', cell: ({ reason }) => reason ?? 'Written down' },
      { header: 'By whom', cell: ({ madeBy, madeAt }) => `${madeBy}, ${formatMoment(madeAt)}` },
    ],
    rows: versions,
  });
}

function movedText({ fromSourceId, toSourceId }: Flexibility, sourceId: string): string {
  if (fromSourceId !== sourceId) return 'come to it';
  return toSourceId === null ? 'of it are freed for another use' : 'leave it';
}

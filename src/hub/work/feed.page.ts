import { emptyState } from '../../page/emptyState.ts';
import { form } from '../../page/form.ts';
import { formatDate, formatMoment } from '../../vocabulary/formatDate.ts';
import { card } from '../../page/card.ts';
import { type Content, html } from '../../page/html.ts';
import { itemList } from '../../page/itemList.ts';
import { pageHeading } from '../../page/pageHeading.ts';
import { section } from '../../page/section.ts';
import { selectField } from '../../page/selectField.ts';
import { calendarDay } from '../../vocabulary/calendarDay.ts';
import { focusAreas } from '../../vocabulary/partnership.ts';
import { actSentence } from '../partnership/actSentence.ts';
import { type Party, selectParties } from '../partnership/partnership.store.ts';
import { asMember } from '../store/view.ts';
import type { MemberAsk, Route } from '../web/route.ts';
import { selectEngagements } from './engagements.store.ts';
import { type FeedLine, selectFeed } from './feed.store.ts';
import { feedLink } from './feedLink.ts';
import { workParts, workTrail } from './workPlace.page.ts';

/** What people of both districts did in the last weeks, in one list. */
export const feedPages: Route[] = [
  { method: 'get', path: '/partnerships/:partnership/work/feed', access: 'members', answer: feedPage },
];

const weeks = 6;
const mostLines = 300;

async function feedPage(ask: MemberAsk): Promise<Response> {
  const since = new Date(ask.hub.now().getTime() - weeks * 7 * 24 * 3_600_000);
  const { area, district } = ask.context.req.query();
  const { parties, lines, areas } = await asMember(ask.hub.database, ask.member, async (view) => ({
    parties: await selectParties(view),
    lines: await selectFeed(view, since, mostLines),
    areas: new Map(
      (await selectEngagements(view)).map(({ id, focusArea }) => [`engagement ${id}`, focusArea as string]),
    ),
  }));
  const chosen = parties.find(({ cds }) => cds === district);
  const shown = lines.filter(
    (line) =>
      (!area || (line.detail.focusArea ?? areas.get(line.subject)) === area) &&
      (!chosen || line.districtId === chosen.districtId),
  );
  const days = Map.groupBy(shown, ({ at }) => calendarDay(at));
  return ask.respond({
    title: 'Who did what',
    section: 'work',
    body: html`${pageHeading({
      title: 'Who did what',
      lead: `What people of both districts did in the last ${weeks} weeks.`,
      trail: workTrail(ask.home, { label: 'Who did what' }),
    })}${workParts(ask.home, 'feed')}${filterForm(ask, parties, { area, district })}${
      shown.length === 0
        ? emptyState({
            title: 'Nothing was done here lately',
            body:
              area || district
                ? 'Look at all focus areas and both districts.'
                : 'The history has everything before.',
            level: 2,
          })
        : [...days].map(([day, of]) =>
            section({
              title: formatDate(day),
              id: `day-${day}`,
              body: card({ body: itemList(of.map((line) => itemOf(ask, parties, line))) }),
            }),
          )
    }${lines.length === mostLines ? html`<p class="quiet">Only the newest ${mostLines} are shown here.</p>` : ''}<p><a href="${`${ask.home}/history`}">The whole history</a></p>`,
  });
}

function itemOf(ask: MemberAsk, parties: readonly Party[], line: FeedLine) {
  const { personName, act, detail, at, districtId } = line;
  return {
    title: actSentence({ person_name: personName, act, detail }),
    href: feedLink(ask.home, line.subject),
    meta: `${parties.find((party) => party.districtId === districtId)?.shortName ?? 'Neither district'}, ${formatMoment(at)}`,
  };
}

function filterForm(
  ask: MemberAsk,
  parties: readonly Party[],
  { area, district }: { readonly area: string | undefined; readonly district: string | undefined },
): Content {
  return form({
    action: `${ask.home}/work/feed`,
    method: 'get',
    inline: true,
    submit: 'Show',
    submitTone: 'second',
    body: html`${selectField({
      id: 'area',
      name: 'area',
      label: 'Focus area',
      optional: true,
      empty: 'All',
      value: area,
      options: focusAreas.map(({ id, name }) => ({ value: id, label: name })),
    })}${selectField({
      id: 'district',
      name: 'district',
      label: 'District',
      optional: true,
      empty: 'Both',
      value: district,
      options: parties.map(({ cds, shortName }) => ({ value: cds, label: shortName })),
    })}`,
  });
}

import { measureById } from '../../measures/registry.ts';
import { linkButton } from '../../page/button.ts';
import { card } from '../../page/card.ts';
import { emptyState } from '../../page/emptyState.ts';
import { formatDate, formatMoment } from '../../vocabulary/formatDate.ts';
import { type Html, html } from '../../page/html.ts';
import { itemList } from '../../page/itemList.ts';
import { pageHeading } from '../../page/pageHeading.ts';
import { section } from '../../page/section.ts';
import { table } from '../../page/table.ts';
import { formatNumber } from '../../vocabulary/formatNumber.ts';
import { schoolYearName } from '../../vocabulary/schoolYear.ts';
import { type Party, selectParties } from '../partnership/partnership.store.ts';
import { asMember } from '../store/view.ts';
import type { MemberAsk, Route } from '../web/route.ts';
import { mayRelease } from './mayRelease.ts';
import { type KeptRelease, selectReleases } from './releases.store.ts';
import { readSights, selectSharedFigures, type SharedFigure } from './sharedFigures.store.ts';
import { sharedText } from './sharedFigureText.page.ts';
import { calendarDay } from '../../vocabulary/calendarDay.ts';

/** What the districts show each other of their own students, and the releases it came in. */
export const sharedPages: Route[] = [
  { method: 'get', path: '/partnerships/:partnership/shared', access: 'members', answer: sharedPage },
];

async function sharedPage(ask: MemberAsk): Promise<Response> {
  const today = calendarDay(ask.hub.now());
  const { parties, figures, releases } = await asMember(ask.hub.database, ask.member, async (view) => {
    const all = await selectParties(view);
    const sights = await readSights(view, all, today);
    return {
      parties: all,
      figures: await selectSharedFigures(view, sights, { measureId: null, today }),
      releases: await selectReleases(view, view.member.partnership.id),
    };
  });
  const isOfDistrict = parties.some(({ districtId }) => districtId === ask.member.districtId);
  return ask.respond({
    title: 'Shared figures',
    section: 'shared',
    body: html`${pageHeading({
      title: 'Shared figures',
      lead: 'What each district’s vault has counted of its own students and released, by grants that both sponsors signed. No student record is here.',
      actions:
        isOfDistrict && mayRelease(ask.member.role)
          ? linkButton({ label: 'Bring a release', href: `${ask.home}/shared/door` })
          : linkButton({ label: 'The door', href: `${ask.home}/shared/door`, tone: 'quiet' }),
    })}${section({
      title: 'The newest year of each measure',
      id: 'figures',
      lead: 'All students of the district as a whole. Open a measure for groups, years and schools.',
      body:
        figures.length > 0
          ? card({ body: newestTable(ask.home, parties, figures) })
          : emptyState({
              title: isOfDistrict
                ? 'Nothing has been released that you may see today'
                : 'You belong to no district of the partnership',
              body: isOfDistrict
                ? html`A release needs a <a href="${`${ask.home}/agreement`}">grant in force</a>, and two people of the district who sign it.`
                : 'Released figures are seen by the people of the districts they are shown to.',
              level: 3,
            }),
    })}${
      releases.length > 0
        ? section({
            title: 'Releases',
            id: 'releases',
            body: card({ body: releaseItems(ask.home, parties, releases, today) }),
          })
        : ''
    }`,
  });
}

function newestTable(home: string, parties: readonly Party[], figures: readonly SharedFigure[]): Html {
  const byMeasure = [...Map.groupBy(figures, ({ measureId }) => measureId)];
  return table({
    caption: 'Newest released figure of each measure',
    captionHidden: true,
    columns: [
      {
        header: 'Measure',
        kind: 'header',
        cell: ([id]) => html`<a href="${`${home}/shared/measures/${id}`}">${measureById(id).shortName}</a>`,
      },
      ...parties.map((party) => ({
        header: party.shortName,
        kind: 'number' as const,
        cell: ([id, all]: (typeof byMeasure)[number]) => {
          const newest = all
            .filter(({ cds }) => cds === party.cds)
            .toSorted((a, b) => b.schoolYear - a.schoolYear)[0];
          return newest
            ? html`${sharedText(newest, measureById(id))} <span class="quiet">in ${schoolYearName(newest.schoolYear)}</span>`
            : sharedText(undefined, measureById(id));
        },
      })),
    ],
    rows: byMeasure,
  });
}

function releaseItems(
  home: string,
  parties: readonly Party[],
  releases: readonly KeptRelease[],
  today: string,
): Html {
  return itemList(
    releases.map(({ hash, cds, sequence, signedBy, madeAt, embargoUntil, certificate, supersedes }) => {
      const waits = embargoUntil !== null && embargoUntil > today;
      return {
        title: `${parties.find((one) => one.cds === cds)?.shortName ?? cds}, release ${sequence}`,
        href: `${home}/shared/releases/${hash}`,
        body: `${formatNumber(certificate.shown)} cells shown, ${formatNumber(certificate.coded)} as a range, ${formatNumber(certificate.suppressed)} withheld. ${supersedes ? 'It takes the place of an earlier one. ' : ''}${waits ? `Seen by the partner from ${formatDate(embargoUntil)}.` : ''}`,
        meta: `Made ${formatMoment(madeAt)}; signed by ${signedBy.map(({ name }) => name).join(' and ')}`,
      };
    }),
  );
}

import { measureById } from '../../measures/registry.ts';
import { badge } from '../../page/badge.ts';
import { linkButton } from '../../page/button.ts';
import { callout } from '../../page/callout.ts';
import { details } from '../../page/details.ts';
import { emptyState } from '../../page/emptyState.ts';
import { form } from '../../page/form.ts';
import { type Html, html } from '../../page/html.ts';
import { pageHeading } from '../../page/pageHeading.ts';
import { section } from '../../page/section.ts';
import { selectField } from '../../page/selectField.ts';
import { parseCds } from '../../vocabulary/cds.ts';
import { focusAreas } from '../../vocabulary/partnership.ts';
import { selectDistrict, selectIsSynthetic } from '../evidence/evidence.store.ts';
import { districtPath } from '../evidence/figurePath.ts';
import { asMember } from '../store/view.ts';
import { notFound } from '../web/notFound.ts';
import type { MemberAsk, Route } from '../web/route.ts';
import { districtGridTable } from './districtGridTable.page.ts';
import type { GridCell } from './gridCell.ts';
import { filterCells, type GridFilter, parseGridFilter } from './gridFilter.ts';
import { gridGroups } from './gridMeasures.ts';
import { type DistrictGrid, readDistrictGrid } from './gridReading.store.ts';
import { howJudged } from './howJudged.page.ts';
import { gridPath, similarPath } from './matchingPath.ts';
import { matchingTrail } from '../needs/matchingPlace.page.ts';
import { selectProfiles } from './profiles.store.ts';
import { isMostlyCharter } from './districtProfile.ts';

/** One district's needs and strengths with their figures, what is expected, and how sure that is. */
export const districtGridPages: Route[] = [
  {
    method: 'get',
    path: '/partnerships/:partnership/matching/districts/:cds',
    access: 'members',
    answer: districtGridPage,
  },
];

async function districtGridPage(ask: MemberAsk): Promise<Response> {
  const cds = parseCds(ask.context.req.param('cds') ?? '');
  const found = cds
    ? await asMember(ask.hub.database, ask.member, async (view) => {
        const district = await selectDistrict(view, cds);
        const grid =
          district?.level === 'district' ? await readDistrictGrid(view, district.districtId) : undefined;
        const [profile] = grid ? await selectProfiles(view, [grid.district.districtId]) : [];
        return grid && { grid, profile, synthetic: await selectIsSynthetic(view) };
      })
    : undefined;
  if (!found) return notFound(ask, 'No loaded file names this district.');
  const { grid, profile, synthetic } = found;
  const { district } = grid;
  const filter = parseGridFilter((name) => ask.context.req.query(name));
  return ask.respond({
    title: `${district.name}: needs and strengths`,
    section: 'matching',
    wide: true,
    print: 'landscape',
    body: html`${pageHeading({
      title: `${district.name}: needs and strengths`,
      eyebrow: district.county ? `${district.county} County` : undefined,
      lead: leadOf(grid.cells),
      badges: synthetic ? badge('synthetic') : undefined,
      trail: matchingTrail(ask.home, { label: district.name }),
      actions: html`${linkButton({ label: 'Districts like it', href: similarPath(ask.home, district.cds) })}${linkButton({ label: 'All its figures', href: districtPath(ask.home, district.cds) })}`,
    })}${
      profile && isMostlyCharter(profile)
        ? callout({
            kind: 'warning',
            title: 'Mostly students of charter schools',
            body: 'The state counts the charter schools that this district authorises among its students, and they are more than its own: rates of absence, suspension and graduation are mostly theirs.',
          })
        : ''
    }${grid.why === null ? judged(ask.home, grid, filter) : nothingExpected(grid)}`,
  });
}

function leadOf(cells: readonly GridCell[]): string | undefined {
  if (cells.length === 0) return undefined;
  const count = (status: GridCell['status']) => cells.filter((cell) => cell.status === status).length;
  const judgedCells = count('strength') + count('need') + count('as expected');
  return `Of ${judgedCells} measures and groups that can be judged, ${count('strength')} do better and ${count('need')} worse than is expected of a district that serves such students.`;
}

function judged(home: string, grid: DistrictGrid, filter: GridFilter): Html {
  const cells = filterCells(grid.cells, filter);
  const byMeasure = [...Map.groupBy(cells, ({ measureId }) => measureId)];
  return html`${chooser(home, grid, filter)}${
    byMeasure.length === 0
      ? emptyState({
          level: 2,
          title: 'Nothing stands out here',
          body: 'Show everything, or another area or group.',
        })
      : byMeasure.map(([measureId, own]) =>
          section({
            title: measureById(measureId).shortName,
            id: measureId,
            body: districtGridTable(home, grid.district, measureById(measureId), own),
          }),
        )
  }${details({ summary: 'How need and strength are told', body: howJudged() })}`;
}

function chooser(home: string, { district, cells }: DistrictGrid, filter: GridFilter): Html {
  const areas = focusAreas.filter(({ id }) =>
    cells.some((cell) => measureById(cell.measureId).focusArea === id),
  );
  const groups = gridGroups.filter(({ code }) => cells.some(({ group }) => group === code));
  return form({
    action: gridPath(home, district.cds),
    method: 'get',
    inline: true,
    submit: 'Show',
    submitTone: 'second',
    body: html`${selectField({
      id: 'area',
      name: 'area',
      label: 'Focus area',
      empty: 'All',
      value: filter.area ?? '',
      options: [
        ...areas.map(({ id, name }) => ({ value: id as string, label: name as string })),
        { value: 'other', label: 'Other measures' },
      ],
    })}${selectField({
      id: 'group',
      name: 'group',
      label: 'Students',
      empty: 'All groups',
      value: filter.group ?? '',
      options: groups.map(({ code, name }) => ({ value: code, label: name })),
    })}${selectField({
      id: 'show',
      name: 'show',
      label: 'Show',
      empty: null,
      value: filter.show,
      options: [
        { value: 'called', label: 'Needs and strengths' },
        { value: 'all', label: 'Everything' },
      ],
    })}`,
  });
}

function nothingExpected({ why, district }: DistrictGrid): Html {
  return why === 'whom it serves is not known'
    ? emptyState({
        level: 2,
        title: `Nothing can be expected of ${district.name}`,
        body: 'No loaded file gives its students by group, or it is a county office, which serves other students than districts do.',
      })
    : emptyState({
        level: 2,
        title: 'Nothing can be expected yet',
        body: html`What a district may be expected to reach is learned from all districts of the state: load its outcomes by student group (<code>tandem evidence load PATH</code>).`,
      });
}

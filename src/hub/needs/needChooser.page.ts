import { card } from '../../page/card.ts';
import { emptyState } from '../../page/emptyState.ts';
import { form } from '../../page/form.ts';
import { html } from '../../page/html.ts';
import { pageHeading } from '../../page/pageHeading.ts';
import { section } from '../../page/section.ts';
import { selectField } from '../../page/selectField.ts';
import { table } from '../../page/table.ts';
import { measureById } from '../../measures/registry.ts';
import { inSentence } from '../../vocabulary/inSentence.ts';
import type { MeasureDefinition } from '../../vocabulary/measure.ts';
import { focusAreas } from '../../vocabulary/partnership.ts';
import { type StudentGroup, studentGroupName } from '../../vocabulary/studentGroup.ts';
import type { Party } from '../partnership/partnership.store.ts';
import { asMember } from '../store/view.ts';
import type { MemberAsk } from '../web/route.ts';
import { effectText } from '../matching/effectText.page.ts';
import type { GridCell } from '../matching/gridCell.ts';
import { gridGroups, gridMeasures } from '../matching/gridMeasures.ts';
import { readDistrictGrid } from '../matching/gridReading.store.ts';
import { matchingTrail, newNeedPath } from './matchingPlace.page.ts';
import { selectNeeds } from './needs.store.ts';

/** Picks the measure and group of a new need: what the figures call one first, then any. Nothing is typed. */
export async function respondNeedChooser(
  ask: MemberAsk,
  party: Party,
  measure: MeasureDefinition | undefined,
  group: StudentGroup | undefined,
): Promise<Response> {
  const { grid, needs } = await asMember(ask.hub.database, ask.member, async (view) => ({
    grid: await readDistrictGrid(view, party.districtId),
    needs: await selectNeeds(view),
  }));
  const taken = new Set(
    needs
      .filter((need) => need.isOpen && need.districtId === party.districtId)
      .map((need) => `${need.measureId} ${need.group}`),
  );
  const proposed = (grid?.cells ?? []).filter(
    (cell) => cell.status === 'need' && !taken.has(`${cell.measureId} ${cell.group}`),
  );
  return ask.respond({
    title: 'Confirm a need',
    section: 'matching',
    body: html`${pageHeading({
      title: `A need of ${party.shortName}`,
      lead: 'Pick what it is about; the words are yours. What the figures call a need comes first.',
      trail: matchingTrail(
        ask.home,
        { label: 'Needs', href: `${ask.home}/matching/needs` },
        { label: 'Confirm' },
      ),
    })}${section({
      title: 'What the figures call a need',
      id: 'proposed',
      body:
        proposed.length === 0
          ? emptyState({
              title: 'Nothing is left to confirm',
              body: 'Every cell of the grid that is called a need has been confirmed, or none is called one. Any other can be picked below.',
            })
          : card({ body: html`${proposedTables(ask.home, party, proposed)}` }),
    })}${section({
      title: 'Any other measure and group',
      id: 'any',
      body: card({
        body: form({
          action: `${ask.home}/matching/needs/new`,
          method: 'get',
          submit: 'Next: in your own words',
          body: html`<input type="hidden" name="cds" value="${party.cds}">${selectField({
            id: 'measure',
            name: 'measure',
            label: 'Measure',
            value: measure?.id,
            options: [...focusAreas, { id: null, name: 'Other' }]
              .map((area) => ({
                group: area.name as string,
                options: gridMeasures
                  .filter((one) => one.focusArea === area.id)
                  .map((one) => ({ value: one.id, label: one.shortName })),
              }))
              .filter(({ options }) => options.length > 0),
          })}${selectField({
            id: 'group',
            name: 'group',
            label: 'Students',
            value: group?.code,
            options: gridGroups.map((one) => ({ value: one.code, label: one.name })),
          })}`,
        }),
      }),
    })}`,
  });
}

/** A table a measure: its groups, with the effects that make them a need. */
function proposedTables(home: string, party: Party, cells: readonly GridCell[]) {
  return [...Map.groupBy(cells, ({ measureId }) => measureId)].map(([measureId, own]) => {
    const measure = measureById(measureId);
    return table<GridCell>({
      caption: measure.shortName,
      columns: [
        {
          header: 'Students',
          kind: 'header',
          cell: ({ group }) =>
            html`<a href="${newNeedPath(home, party.cds, measureId, group)}">${studentGroupName(group)}<span class="visually-hidden">: confirm ${inSentence(measure.shortName)}</span></a>`,
        },
        { header: 'Difference from expected', cell: ({ level }) => effectText(level, measure) },
        {
          header: 'Difference in the change a year',
          cell: ({ progress }) => effectText(progress, measure),
        },
      ],
      rows: own,
    });
  });
}

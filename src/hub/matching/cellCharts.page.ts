import { card } from '../../page/card.ts';
import { dotInterval } from '../../page/dotInterval.ts';
import type { Dot, DotRow } from '../../page/dotRow.ts';
import { type Html, html } from '../../page/html.ts';
import type { MeasureDefinition } from '../../vocabulary/measure.ts';
import { schoolYearName } from '../../vocabulary/schoolYear.ts';
import type { StudentGroup } from '../../vocabulary/studentGroup.ts';
import { measureAxis } from '../evidence/measureAxis.page.ts';
import { effectInterval, effectText, expectedText } from './cellWords.ts';
import type { GridCell } from './gridCell.ts';
import type { MatchedParty } from './pairReading.store.ts';

const expected = { name: 'Expected of such a district', role: 'state' } as const;

/** Level and progress of each district beside what is expected of it, each with the interval of chance. */
export function cellCharts(
  parties: readonly MatchedParty[],
  measure: MeasureDefinition,
  group: StudentGroup,
): Html {
  const cells = parties.flatMap((party) => {
    const cell = party.grid.find(measure.id, group.code);
    return cell ? [{ party, cell }] : [];
  });
  const year = cells[0]?.cell.schoolYear ?? 0;
  const years = cells.flatMap(({ cell }) => cell.progress?.years ?? []);
  const axis = measureAxis(measure);
  const level = dotInterval({
    id: 'level',
    title: `Level, ${schoolYearName(year)}`,
    level: 2,
    sentence:
      'Each district’s figure with the 95 % interval that chance in who was counted allows, and what is expected of a district that serves its students.',
    axis,
    rowName: 'District',
    rows: cells.map(({ party, cell }) => levelRow(party, cell, measure)),
  });
  if (years.length === 0) return card({ body: level });
  const progress = dotInterval({
    id: 'progress',
    title: `Progress a year, ${schoolYearName(Math.min(...years))} to ${schoolYearName(Math.max(...years))}`,
    level: 2,
    sentence: `The change a year through the shown years, with its interval; ${measure.direction === 'up' ? 'more' : 'less'} is better.`,
    axis: {
      ...axis,
      unit: measure.unit === 'percent' ? 'percentage points a year' : 'points a year',
      tickSuffix: undefined,
    },
    reference: { value: 0, label: 'no change' },
    rowName: 'District',
    rows: cells.map(({ party, cell }) => progressRow(party, cell, measure)),
  });
  return card({ body: html`${level}${progress}` });
}

function levelRow({ shortName, role }: MatchedParty, cell: GridCell, measure: MeasureDefinition): DotRow {
  const { level } = cell;
  if (!level) return { label: shortName, dots: [missing(shortName, role, cell)] };
  const [low, high] = level.valueInterval;
  return {
    label: shortName,
    dots: [
      {
        name: shortName,
        role,
        value: level.value,
        text: expectedText(level.value, measure),
        interval: { low, high, text: `${expectedText(low, measure)} to ${expectedText(high, measure)}` },
      },
      { ...expected, value: level.expected, text: expectedText(level.expected, measure) },
    ],
  };
}

function progressRow({ shortName, role }: MatchedParty, cell: GridCell, measure: MeasureDefinition): DotRow {
  const { progress } = cell;
  if (!progress) return { label: shortName, dots: [missing(shortName, role, cell)] };
  const [low, high] = progress.perYearInterval;
  return {
    label: shortName,
    dots: [
      {
        name: shortName,
        role,
        value: progress.perYear,
        text: effectText(progress.perYear, progress, measure),
        interval: { low, high, text: effectInterval([low, high], progress, measure) },
      },
      {
        ...expected,
        value: progress.expectedPerYear,
        text: effectText(progress.expectedPerYear, progress, measure),
      },
    ],
  };
}

function missing(name: string, role: Dot['role'], { unjudged, level }: GridCell): Dot {
  if (unjudged === 'few students') return { name, role, value: null, text: 'withheld', withheld: unjudged };
  if (unjudged !== null && unjudged !== 'not reported')
    return { name, role, value: null, text: 'not judged' };
  return { name, role, value: null, text: level ? 'fewer than three years' : 'not reported' };
}

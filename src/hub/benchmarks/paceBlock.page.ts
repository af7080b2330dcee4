import { badge } from '../../page/badge.ts';
import { formatNumber, formatSigned } from '../../vocabulary/formatNumber.ts';
import type { Content } from '../../page/html.ts';
import { paceBar } from '../../page/paceBar.ts';
import { inSentence } from '../../vocabulary/inSentence.ts';
import type { MeasureDefinition } from '../../vocabulary/measure.ts';
import { studentGroupName } from '../../vocabulary/studentGroup.ts';
import type { BenchmarkReading, PartyStanding } from './benchmarkReading.store.ts';
import { paceSentence } from './paceSentence.ts';
import type { Pace } from './pace.ts';

const units: Partial<Record<MeasureDefinition['unit'], string>> = {
  percent: 'percentage points a year',
  points: 'points a year',
};

/** The pace of one district as a sentence; says so when nothing was promised. */
export function standingSentence(
  { measure, group }: BenchmarkReading,
  { party, pace, students, series }: PartyStanding,
): string {
  if (!series) return `${party.shortName} has set no targets yet.`;
  if (!pace || measure.unit === 'letter' || measure.unit === 'flag')
    return `${party.shortName}: no pace can be worked out.`;
  const subject =
    group.code === 'ALL'
      ? party.shortName
      : `${party.shortName} (${inSentence(studentGroupName(group.code))})`;
  return paceSentence(pace, { subject, unit: measure.unit, decimals: measure.decimals, students });
}

/** The badge of a pace. */
export function paceBadge(pace: Pace | null): Content {
  return pace ? badge(pace.status) : badge('neutral', 'No targets');
}

/** Required against actual yearly change of one district, drawn and said. */
export function paceBlock(reading: BenchmarkReading, standing: PartyStanding): Content {
  const { measure, benchmark } = reading;
  const { pace, party } = standing;
  if (!pace || measure.direction === 'context') return standingSentence(reading, standing);
  const perYear = (value: number) => formatSigned(value, measure.decimals);
  const { actual } = pace;
  return paceBar({
    id: `pace-${benchmark.id}-${party.position}`,
    title: `${party.shortName}, ${measure.shortName}, ${inSentence(reading.group.name)}`,
    role: party.role,
    unit: units[measure.unit] ?? 'a year',
    required:
      pace.requiredPerYear === null
        ? null
        : { value: pace.requiredPerYear, text: perYear(pace.requiredPerYear) },
    actual: actual
      ? {
          value: actual.perYear,
          text: perYear(actual.perYear),
          interval: {
            low: actual.interval[0],
            high: actual.interval[1],
            text: `${formatNumber(actual.interval[0], measure.decimals)} to ${formatNumber(actual.interval[1], measure.decimals)}`,
          },
        }
      : { value: null, text: pace.status },
    better: measure.direction,
    status: paceBadge(pace),
    sentence: standingSentence(reading, standing),
  });
}

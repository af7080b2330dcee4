import { type BadgeKind, badge } from '../../page/badge.ts';
import type { Html } from '../../page/html.ts';
import type { CycleStanding } from './cycleStanding.ts';

/** The page of a cycle. */
export function cyclePath(home: string, cycleId: string): string {
  return `${home}/work/cycles/${cycleId}`;
}

/** An idea as a title: its first words. */
export function ideaTitle(idea: string, longest = 110): string {
  const line = idea.replaceAll(/\s+/g, ' ');
  return line.length > longest ? `${line.slice(0, longest - 1).trimEnd()}…` : line;
}

const looks: Readonly<Record<CycleStanding, readonly [BadgeKind, string]>> = {
  planned: ['neutral', 'Planned'],
  running: ['info', 'Running'],
  'study due': ['attention', 'Study due'],
  'study late': ['bad', 'Study late'],
  adopt: ['good', 'Adopted'],
  adapt: ['info', 'Adapted'],
  abandon: ['neutral', 'Tried, did not work'],
  'ended differently': ['neutral', 'Ended differently'],
};

/** How a cycle, or one side of it, stands. */
export function cycleBadge(standing: CycleStanding): Html {
  return badge(...looks[standing]);
}

import type { Engagement } from './engagement.ts';
import { cameOf } from './engagementReasons.ts';
import { nextStepOf } from './nextStep.ts';
import { isAlive, standingOf } from './standing.ts';

/** By what a list of the work can be narrowed. */
export const listStates = [
  { id: 'alive', name: 'Not closed' },
  { id: 'ours', name: 'Waits for us' },
  { id: 'late', name: 'Past its end' },
  { id: 'suspended', name: 'Suspended' },
  { id: 'worked', name: 'Closed: it worked' },
  { id: 'failed', name: 'Closed: tried, did not work' },
] as const;

type Reader = { readonly districtId: string | null; readonly today: string };
export type ListFilter = {
  readonly area: string | undefined;
  readonly mode: string | undefined;
  readonly state: string | undefined;
};

/** Whether a filter lets an engagement through; what it does not know narrows nothing. */
export function isShown(engagement: Engagement, { area, mode, state }: ListFilter, reader: Reader): boolean {
  if (area && engagement.focusArea !== area) return false;
  if (mode && engagement.mode !== mode) return false;
  const id = listStates.find((one) => one.id === state)?.id;
  if (id === 'alive') return isAlive(engagement);
  if (id === 'ours') return isWaitingFor(engagement, reader);
  if (id === 'late') return isAlive(engagement) && reader.today > engagement.endsOn;
  if (id === 'suspended') return standingOf(engagement, reader.today) === 'suspended';
  if (id === 'worked') return cameOf(engagement) === 'worked';
  return id === 'failed' ? cameOf(engagement) === 'did not work' : true;
}

/** Whether the next step of an engagement waits for a district. */
export function isWaitingFor(engagement: Engagement, { districtId, today }: Reader): boolean {
  return districtId !== null && nextStepOf(engagement, today).waitsFor.includes(districtId);
}

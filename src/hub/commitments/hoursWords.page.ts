import { badge } from '../../page/badge.ts';
import type { Html } from '../../page/html.ts';
import type { Party } from '../partnership/partnership.store.ts';
import { hourKinds } from './hourKinds.ts';
import { isAskedAbout, type SharedHours } from './hours.store.ts';

export function hoursPath(home: string, hoursId: string): string {
  return `${home}/work/hours/${hoursId}`;
}

export function kindName(kind: SharedHours['kind']): string {
  return hourKinds.find(({ id }) => id === kind)?.name ?? kind;
}

/** `Long Beach gave Fresno`. */
export function directionText(hours: SharedHours, parties: readonly Party[]): string {
  const nameOf = (id: string) => parties.find(({ districtId }) => districtId === id)?.shortName ?? '?';
  return `${nameOf(hours.givesId)} gave ${nameOf(hours.receivesId)}`;
}

/** How an entry stands for a district, as a sign and words. */
export function hoursBadge(hours: SharedHours, districtId: string | null): Html {
  switch (hours.state) {
    case 'confirmed':
      return badge('good', 'Confirmed by both');
    case 'disputed':
      return badge('bad', 'Disputed');
    case 'withdrawn':
      return badge('neutral', 'Taken back');
    case 'waiting':
      return isAskedAbout(hours, districtId)
        ? badge('attention', 'Waits for you')
        : badge('neutral', 'Waits for the partner');
  }
}

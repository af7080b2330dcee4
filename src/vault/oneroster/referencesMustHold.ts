import type { Breach } from '../intake/breach.ts';
import type { OneRosterVersion, RosterFile } from './oneRosterFiles.ts';
import type { Roster } from './rosterRecord.ts';
import { sourcedIdMustBeKnown } from './sourcedIdMustBeKnown.ts';

const references: readonly (readonly [RosterFile, string, RosterFile])[] = [
  ['classes', 'courseSourcedId', 'courses'],
  ['classes', 'schoolSourcedId', 'orgs'],
  ['classes', 'termSourcedIds', 'academicSessions'],
  ['users', 'orgSourcedIds', 'orgs'],
  ['users', 'primaryOrgSourcedId', 'orgs'],
  ['roles', 'userSourcedId', 'users'],
  ['roles', 'orgSourcedId', 'orgs'],
  ['enrollments', 'classSourcedId', 'classes'],
  ['enrollments', 'schoolSourcedId', 'orgs'],
  ['enrollments', 'userSourcedId', 'users'],
];

/**
 * Judges what the records of this set refer to; a list of ids is separated by commas. Courses may be absent altogether.
 * A record that was deleted is known. What was held is not judged again.
 */
export function referencesMustHold(
  roster: Roster,
  version: OneRosterVersion,
  breach: (one: Breach, shown: number) => void,
): void {
  for (const [file, column, target] of references) {
    if (target === 'courses' && roster.courses.size === 0) continue;
    for (const { fields, active, saidIn, shown } of roster[file].values()) {
      if (saidIn !== null || !active) continue;
      for (const id of listOf(fields[column]))
        if (!roster[target].has(id)) breach(sourcedIdMustBeKnown(`${file}.csv ${column}`, target), shown);
    }
  }
  for (const { id, active, saidIn, shown } of roster.demographics.values()) {
    const column = `demographics.csv ${version === '1.1' ? 'userSourcedId' : 'sourcedId'}`;
    if (active && saidIn === null && !roster.users.has(id))
      breach(sourcedIdMustBeKnown(column, 'users'), shown);
  }
}

/** The ids of a cell. */
export function listOf(cell: string | undefined): string[] {
  return (cell ?? '')
    .split(',')
    .map((id) => id.trim())
    .filter((id) => id !== '');
}

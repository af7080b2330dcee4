import type { OneRosterVersion } from './oneRosterFiles.ts';
import { listOf } from './referencesMustHold.ts';
import type { Roster, RosterRecord } from './rosterRecord.ts';
import type { RosterStay } from './rosterStays.ts';

/** Whether a stay is the student's primary enrolment. */
export type IsPrimary = (user: RosterRecord, org: string, stays: readonly RosterStay[]) => boolean;

/**
 * Which of a student's schools is the primary one. 1.2 says it by the type of the role; 1.1 says nothing, so that of two
 * schools at the same time the one is taken that stands first in `orgSourcedIds`.
 */
export function primaryOrgs(roster: Roster, version: OneRosterVersion): IsPrimary {
  if (version === '1.2') {
    const secondary = new Set<string>();
    for (const { active, fields } of roster.roles.values())
      if (
        active &&
        fields.role?.toLowerCase() === 'student' &&
        fields.roleType?.toLowerCase() === 'secondary'
      )
        secondary.add(`${fields.userSourcedId} ${fields.orgSourcedId}`);
    return ({ id }, org) => !secondary.has(`${id} ${org}`);
  }
  return ({ fields }, org, stays) => {
    const orgs = listOf(fields.orgSourcedIds);
    const own = stays.filter((stay) => stay.org === org);
    const rank = orgs.indexOf(org);
    return !stays.some((other) => {
      const before = orgs.indexOf(other.org);
      return before >= 0 && rank >= 0 && before < rank && own.some((stay) => overlap(stay, other));
    });
  };
}

function overlap(one: RosterStay, other: RosterStay): boolean {
  return one.start <= (other.end ?? '9999') && other.start <= (one.end ?? '9999');
}

import type { RoleId } from '../../vocabulary/partnership.ts';
import { hoursRoles } from '../commitments/mayActOnCommitment.ts';

/** Who plans contacts, changes them and writes their minutes: people of a district who work in the partnership, schools among them. */
export const meetingRoles = hoursRoles;

export function mayMeet({
  role,
  districtId,
}: {
  readonly role: RoleId;
  readonly districtId: string | null;
}): boolean {
  return districtId !== null && (meetingRoles as readonly RoleId[]).includes(role);
}

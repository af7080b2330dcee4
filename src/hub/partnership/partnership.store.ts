import { z } from 'zod';
import type { Cds } from '../../vocabulary/cds.ts';
import { type FocusAreaId, focusAreas, type RoleId, roles } from '../../vocabulary/partnership.ts';
import { readStatements } from '../store/statements.ts';
import type { DistrictId, MemberView, PartnershipId, PersonId, View } from '../store/view.ts';
import { shortDistrictNames } from './shortDistrictName.ts';

const sql = readStatements(import.meta.url, ['selectParties', 'selectMembers', 'selectPartnerships']);

const PartyRow = z.object({
  district_id: z.string(),
  cds: z.string(),
  name: z.string(),
  position: z.number(),
});
const roleIds = roles.map((role) => role.id) as [RoleId, ...RoleId[]];
const focusAreaIds = focusAreas.map((area) => area.id) as [FocusAreaId, ...FocusAreaId[]];
const MemberRow = z.object({
  person_id: z.string(),
  name: z.string(),
  email: z.string(),
  role: z.enum(roleIds),
  district_id: z.string().nullable(),
  district_name: z.string().nullable(),
  focus_area: z.enum(focusAreaIds).nullable(),
});
const PartnershipRow = z.object({
  partnership_id: z.string(),
  slug: z.string(),
  name: z.string(),
  started_year: z.number(),
  is_sample: z.boolean(),
});

/** A district of the partnership. `position` (1, 2, …) is its place and colour on every page; it is no rank. */
export type Party = {
  readonly districtId: DistrictId;
  readonly cds: Cds;
  readonly name: string;
  /** "Fresno" of "Fresno Unified". */
  readonly shortName: string;
  readonly position: number;
};

/** Somebody who belongs to the partnership. */
export type PartnershipMember = {
  readonly personId: PersonId;
  readonly name: string;
  readonly email: string;
  readonly role: RoleId;
  readonly districtId: DistrictId | null;
  readonly districtName: string | null;
  readonly focusArea: FocusAreaId | null;
};

/** What the public directory says of a partnership. */
export type PublicPartnership = {
  readonly id: PartnershipId;
  readonly slug: string;
  readonly name: string;
  readonly startedYear: number;
  readonly isSample: boolean;
};

/** The districts of the member's partnership in the order of their positions. */
export async function selectParties(view: MemberView): Promise<Party[]> {
  const rows = await view.rows(sql.selectParties, { partnershipId: view.member.partnership.id }, PartyRow);
  const shortNames = shortDistrictNames(rows.map((row) => row.name));
  return rows.map((row, i) => ({
    districtId: row.district_id,
    cds: row.cds as Cds,
    name: row.name,
    shortName: shortNames[i] ?? row.name,
    position: row.position,
  }));
}

/** Everybody in the member's partnership, district by district in their order, by name. */
export function selectMembers(view: MemberView): Promise<PartnershipMember[]> {
  return selectMembersOf(view, view.member.partnership.id);
}

/** Everybody in a partnership, as far as the view shows it. */
export async function selectMembersOf(
  view: View,
  partnershipId: PartnershipId,
): Promise<PartnershipMember[]> {
  const rows = await view.rows(sql.selectMembers, { partnershipId }, MemberRow);
  return rows.map((row) => ({
    personId: row.person_id,
    name: row.name,
    email: row.email,
    role: row.role,
    districtId: row.district_id,
    districtName: row.district_name,
    focusArea: row.focus_area,
  }));
}

/** The public directory: names of partnerships, which anybody may read. */
export async function selectPartnerships(view: View): Promise<PublicPartnership[]> {
  const rows = await view.rows(sql.selectPartnerships, {}, PartnershipRow);
  return rows.map((row) => ({
    id: row.partnership_id,
    slug: row.slug,
    name: row.name,
    startedYear: row.started_year,
    isSample: row.is_sample,
  }));
}

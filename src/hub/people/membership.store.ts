import { z } from 'zod';
import { type RoleId, roles } from '../../vocabulary/partnership.ts';
import { readStatements } from '../store/statements.ts';
import type { Member, PersonId, View } from '../store/view.ts';

const sql = readStatements(import.meta.url, ['selectMembership', 'selectMemberships']);

const MembershipRow = z.object({
  role: z.enum(roles.map((role) => role.id) as [RoleId, ...RoleId[]]),
  district_id: z.string().nullable(),
  partnership_id: z.string(),
  slug: z.string(),
  name: z.string(),
  is_sample: z.boolean(),
});

type Somebody = { readonly personId: PersonId; readonly name: string };

/** The person as a member of the partnership of this slug; undefined when they are in none such, or none such is there. */
export async function selectOptionalMember(
  view: View,
  person: Somebody,
  slug: string,
): Promise<Member | undefined> {
  const row = await view.optionalRow(
    sql.selectMembership,
    { personId: person.personId, slug },
    MembershipRow,
  );
  return row && memberOf(person, row);
}

/** The person in each partnership they belong to, by the partnerships' names. */
export async function selectOwnMemberships(view: View, person: Somebody): Promise<Member[]> {
  const rows = await view.rows(sql.selectMemberships, { personId: person.personId }, MembershipRow);
  return rows.map((row) => memberOf(person, row));
}

function memberOf(person: Somebody, row: z.infer<typeof MembershipRow>): Member {
  return {
    personId: person.personId,
    name: person.name,
    role: row.role,
    districtId: row.district_id,
    partnership: { id: row.partnership_id, slug: row.slug, name: row.name, isSample: row.is_sample },
  };
}

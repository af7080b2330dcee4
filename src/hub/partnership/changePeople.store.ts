import { z } from 'zod';
import { insertAuditLine } from '../audit/audit.store.ts';
import { Refusal } from '../../vocabulary/refusal.ts';
import { readStatements } from '../store/statements.ts';
import { newUuid } from '../store/uuid.ts';
import type { OperatorView, PartnershipId, PersonId } from '../store/view.ts';
import type { PersonDraft } from './partnershipDraft.ts';

const sql = readStatements(import.meta.url, [
  'selectPartnershipOfSlug',
  'selectPartyOfCds',
  'insertNewPerson',
  'insertNewMembership',
  'selectMemberships',
  'deleteMembership',
  'deleteSessions',
  'deleteSignInLinks',
  'revokeLinksOfPerson',
]);

const Found = z.object({ id: z.string(), name: z.string() });
const Membership = z.object({ personId: z.string(), email: z.string(), name: z.string(), role: z.string() });

/** A partnership as the operator names it. */
export type FoundPartnership = { readonly id: PartnershipId; readonly name: string };

async function findPartnership(view: OperatorView, slug: string): Promise<FoundPartnership> {
  const found = await view.optionalRow(sql.selectPartnershipOfSlug, { slug }, Found);
  if (!found) throw new Refusal(`There is no partnership with the slug "${slug}".`);
  return found;
}

/**
 * Adds a person to a partnership; somebody already known by the address keeps their name. Refuses an unknown partnership, a
 * district that is not of it, and a person who is in it already.
 */
export async function addPerson(
  view: OperatorView,
  slug: string,
  person: PersonDraft,
  at: Date,
): Promise<FoundPartnership> {
  const partnership = await findPartnership(view, slug);
  const { email, name, role, district, focusArea } = person;
  const party = district
    ? await view.optionalRow(
        sql.selectPartyOfCds,
        { partnershipId: partnership.id, cds: district },
        z.object({ districtId: z.string() }),
      )
    : undefined;
  if (district && !party)
    throw new Refusal(`The district ${district} does not belong to ${partnership.name}.`);
  await view.run(sql.insertNewPerson, { personId: newUuid(at), email, name, at });
  const made = await view.optionalRow(
    sql.insertNewMembership,
    { partnershipId: partnership.id, email, role, districtId: party?.districtId ?? null, focusArea, at },
    z.object({ personId: z.string() }),
  );
  if (!made) throw new Refusal(`${email} is in ${partnership.name} already: one person has one role.`);
  const act = {
    act: `added ${name} as ${role}`,
    subject: `person ${made.personId}`,
    detail: { role, district },
  };
  await insertAuditLine(view, { partnershipId: partnership.id, personId: null }, act, at);
  return partnership;
}

/**
 * Takes a person out of a partnership signs them out everywhere and revokes their links; what they did stays in the history. Refuses to take the last
 * coordinator. `by` is the member who does it, nobody where the operator does.
 */
export async function removePerson(
  view: OperatorView,
  slug: string,
  email: string,
  at: Date,
  by: PersonId | null = null,
): Promise<FoundPartnership> {
  const partnership = await findPartnership(view, slug);
  const members = await view.rows(sql.selectMemberships, { partnershipId: partnership.id }, Membership);
  const leaving = members.find((member) => member.email === email);
  if (!leaving) throw new Refusal(`Nobody with the address ${email} is in ${partnership.name}.`);
  const coordinators = members.filter((member) => member.role === 'coordinator');
  if (leaving.role === 'coordinator' && coordinators.length === 1) {
    throw new Refusal(
      `${leaving.name} is the last coordinator of ${partnership.name}: add another one first.`,
    );
  }
  const { personId } = leaving;
  await view.run(sql.deleteMembership, { partnershipId: partnership.id, personId });
  await view.run(sql.deleteSessions, { personId });
  await view.run(sql.deleteSignInLinks, { personId });
  await view.run(sql.revokeLinksOfPerson, { partnershipId: partnership.id, personId, email, by, at });
  const act = {
    act: `took ${leaving.name} out`,
    subject: `person ${personId}`,
    detail: { role: leaving.role },
  };
  await insertAuditLine(view, { partnershipId: partnership.id, personId: by }, act, at);
  return partnership;
}

import { z } from 'zod';
import { insertAuditLine } from '../audit/audit.store.ts';
import { insertBenchmark } from '../benchmarks/benchmarks.store.ts';
import { makeBands } from '../loading/rollUps.store.ts';
import { insertStatements } from '../factsheet/factSheet.store.ts';
import { Refusal } from '../../vocabulary/refusal.ts';
import { readStatements } from '../store/statements.ts';
import { newUuid } from '../store/uuid.ts';
import type { DistrictId, Member, OperatorView, PartnershipId, PersonId } from '../store/view.ts';
import { type PartnershipDraft, parsePartnershipDraft } from './partnershipDraft.ts';

const sql = readStatements(import.meta.url, [
  'selectDistrictsByCds',
  'insertPartnership',
  'insertParty',
  'insertPerson',
  'selectPersonOfEmail',
  'insertMembership',
]);

const DistrictRow = z.object({ district_id: z.string(), cds: z.string(), name: z.string() });

/** Somebody a partnership was made with, for their first sign-in link. */
export type NewMember = {
  readonly personId: PersonId;
  readonly email: string;
  readonly name: string;
  readonly role: Member['role'];
  readonly districtName: string | null;
};

export type NewPartnership = { readonly id: PartnershipId; readonly people: readonly NewMember[] };

/** The partnership that a file's value describes; refuses it with a line for each field that is not right. */
export function requirePartnershipDraft(value: unknown, file: string): PartnershipDraft {
  const parsed = parsePartnershipDraft(value);
  if (parsed.ok) return parsed.value;
  throw new Refusal(`${file} does not describe a partnership:\n  ${parsed.problems.join('\n  ')}`);
}

/**
 * Forges a partnership: its districts, people and first benchmarks, in the operator's transaction, and the bands its districts
 * are seen against. Refuses a taken slug and districts that no loaded file has named. Its first coordinator is the one
 * who makes the benchmarks.
 */
export async function createPartnership(
  view: OperatorView,
  draft: PartnershipDraft,
  isSample: boolean,
  at: Date,
): Promise<NewPartnership> {
  const districts = await selectKnownDistricts(view, draft);
  const partnershipId = newUuid(at);
  const { slug, name, startedYear } = draft;
  const made = await view.optionalRow(
    sql.insertPartnership,
    { partnershipId, slug, name, startedYear, isSample, at },
    z.object({ partnership_id: z.string() }),
  );
  if (!made) throw new Refusal(`There is a partnership with the slug "${slug}" already.`);
  for (const [i, cds] of draft.districts.entries()) {
    await view.run(sql.insertParty, { partnershipId, districtId: districts.get(cds)?.id, position: i + 1 });
  }
  const people: NewMember[] = [];
  let coordinator: Member | undefined;
  for (const person of draft.people) {
    const member = await insertPerson(view, partnershipId, person, districts, at);
    people.push(member);
    if (person.role === 'coordinator') {
      const partnership = { id: partnershipId, slug, name, isSample };
      coordinator ??= { ...member, districtId: idOf(districts, person.district), partnership };
    }
  }
  await insertStatements(view, partnershipId, draft.statements);
  const act = { act: 'forged the partnership', subject: `partnership ${slug}` };
  const detail = { name, startedYear, districts: draft.districts, people: people.length };
  await insertAuditLine(view, { partnershipId, personId: null }, { ...act, detail }, at);
  if (coordinator) await insertBenchmarks(view, coordinator, draft, districts, at);
  await makeBands(view);
  return { id: partnershipId, people };
}

type Districts = ReadonlyMap<string, { readonly id: DistrictId; readonly name: string }>;

const idOf = (districts: Districts, cds: string | null) => (cds && districts.get(cds)?.id) || null;

async function selectKnownDistricts(view: OperatorView, draft: PartnershipDraft): Promise<Districts> {
  const rows = await view.rows(sql.selectDistrictsByCds, { codes: draft.districts }, DistrictRow);
  const districts = new Map(rows.map((row) => [row.cds, { id: row.district_id, name: row.name }]));
  const unknown = draft.districts.filter((cds) => !districts.has(cds));
  if (unknown.length > 0) {
    throw new Refusal(
      `No loaded file names the district ${unknown.join(', ')}. Load the state's files first: tandem evidence load PATH.`,
    );
  }
  return districts;
}

async function insertPerson(
  view: OperatorView,
  partnershipId: PartnershipId,
  person: PartnershipDraft['people'][number],
  districts: Districts,
  at: Date,
): Promise<NewMember> {
  const { email, role, focusArea } = person;
  await view.run(sql.insertPerson, { personId: newUuid(at), email, name: person.name, at });
  const row = await view.row(
    sql.selectPersonOfEmail,
    { email },
    z.object({ person_id: z.string(), name: z.string() }),
  );
  const personId = row.person_id;
  const districtId = idOf(districts, person.district);
  await view.run(sql.insertMembership, { partnershipId, personId, role, districtId, focusArea, at });
  const districtName = (person.district && districts.get(person.district)?.name) || null;
  return { personId, email, name: row.name, role, districtName };
}

async function insertBenchmarks(
  view: OperatorView,
  coordinator: Member,
  draft: PartnershipDraft,
  districts: Districts,
  at: Date,
): Promise<void> {
  for (const { measure, series, ...benchmark } of draft.benchmarks) {
    const byDistrict = new Map(
      Object.entries(series).flatMap(([cds, own]) => {
        const district = districts.get(cds);
        return district ? [[district.id, own] as const] : [];
      }),
    );
    const written = await insertBenchmark(
      { ...view, member: coordinator },
      newUuid(at),
      { ...benchmark, measureId: measure, series: byDistrict },
      at,
    );
    if (!written.done)
      throw new Refusal(`Two benchmarks are about ${measure}, ${benchmark.group}, ${benchmark.grade}.`);
  }
}

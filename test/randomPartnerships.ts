import fc from 'fast-check';
import type { PartnershipDraft } from '../src/hub/partnership/partnershipDraft.ts';
import { requirePartnershipDraft } from '../src/hub/partnership/createPartnership.store.ts';
import type { Database } from '../src/hub/store/database.ts';
import { newUuid } from '../src/hub/store/uuid.ts';
import type { Member } from '../src/hub/store/view.ts';
import { roles } from '../src/vocabulary/partnership.ts';

const codes = ['10621660000000', '19647250000000', '34674390000000', '33669770000000'];

/** Which districts, which of five people in which role, who coordinates, which benchmarks. */
export type RandomPartnership = {
  readonly districts: readonly string[];
  readonly people: readonly { readonly who: number; readonly role: (typeof roles)[number] }[];
  readonly coordinator: number;
  readonly benchmarks: readonly string[];
};

/** Two to four partnerships that share districts and people. */
export const randomPartnerships: fc.Arbitrary<RandomPartnership[]> = fc.array(
  fc.record({
    districts: fc.uniqueArray(fc.constantFrom(...codes), { minLength: 2, maxLength: 3 }),
    people: fc.uniqueArray(fc.record({ who: fc.nat({ max: 4 }), role: fc.constantFrom(...roles) }), {
      selector: ({ who }) => who,
      maxLength: 5,
    }),
    coordinator: fc.nat({ max: 4 }),
    benchmarks: fc.uniqueArray(fc.constantFrom('math_dfs', 'ela_dfs', 'suspension'), { maxLength: 3 }),
  }),
  { minLength: 2, maxLength: 4 },
);

/** The partnership as `createPartnership` takes it, with rows for every table a partnership has. */
export function draftOf(random: RandomPartnership, slug: string): PartnershipDraft {
  const { districts, coordinator, benchmarks } = random;
  const people = random.people.filter(({ who }) => who !== coordinator);
  const series = {
    baseline: { year: 2023, value: '10' },
    provenance: 'proposed',
    reason: 'a test',
    targets: [{ year: 2028, value: '12' }],
  };
  const file = {
    slug,
    name: `Partnership ${slug}`,
    startedYear: 2020,
    districts,
    people: [{ who: coordinator, role: { id: 'coordinator' } }, ...people].map(({ who, role }) => ({
      email: `person-${who}@district.example`,
      name: `Person ${who}`,
      role: role.id,
      district: districts[who % districts.length],
    })),
    statements: [{ part: 'note', heading: slug, words: 'words' }],
    benchmarks: benchmarks.map((measure) => ({
      focusArea: 'mathematics',
      measure,
      group: 'ALL',
      wording: `Move ${measure}`,
      series: Object.fromEntries(districts.map((cds) => [cds, series])),
    })),
  };
  return requirePartnershipDraft(file, 'test');
}

/** Puts the districts there that random partnerships are made of. */
export async function insertDistricts(database: Database, at: Date): Promise<void> {
  await database.transaction(async (connection) => {
    for (const cds of codes) {
      await connection.query(
        "insert into district (district_id, cds, level, name) values ($1, $2, 'district', $2) on conflict do nothing",
        [newUuid(at), cds],
      );
    }
  });
}

/** Everybody in every partnership of the store. */
export async function everyMember(database: Database): Promise<Member[]> {
  const rows = await database.transaction((connection) =>
    connection.query(
      'select m.*, p.slug, p.name from membership m join partnership p using (partnership_id)',
    ),
  );
  return rows.map((row) => ({
    personId: String(row.person_id),
    name: 'n',
    role: row.role as Member['role'],
    districtId: null,
    partnership: { id: String(row.partnership_id), slug: String(row.slug), name: 'n', isSample: false },
  }));
}

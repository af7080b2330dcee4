import { generateKeyPairSync } from 'node:crypto';
import { type SampleCount, sampleReleaseCounts, sampleReleased } from '../../sample/sampleReleaseCounts.ts';
import type { CountedTable } from '../disclosure/counts/countedTable.ts';
import { protectCounts } from '../disclosure/counts/protectCounts.ts';
import { hashPolicy } from '../disclosure/policies/policy.ts';
import { tandemDefault } from '../disclosure/policies/tandemDefault.ts';
import { loadSolver } from '../disclosure/solver.ts';
import { selectAgreements } from '../hub/agreement/agreements.store.ts';
import {
  type Party,
  type PartnershipMember,
  selectMembers,
  selectParties,
} from '../hub/partnership/partnership.store.ts';
import { receiveRelease } from '../hub/releases/receiveRelease.store.ts';
import { doorGrants } from '../hub/releases/sights.ts';
import { insertSigner, letSigner } from '../hub/releases/signers.store.ts';
import type { Database } from '../hub/store/database.ts';
import { asMember, type Member } from '../hub/store/view.ts';
import { hashDefinition } from '../measures/hashDefinition.ts';
import { measureById } from '../measures/registry.ts';
import { roundedRate } from '../measures/rate.ts';
import { hashGrant } from '../release/hashRelease.ts';
import { sealRelease } from '../release/sealRelease.ts';
import { publicKeyText, type Signer, signRelease } from '../release/signRelease.ts';
import type { Grant } from '../vocabulary/grant.ts';
import { roles } from '../vocabulary/partnership.ts';
import type { Release } from '../vocabulary/release.ts';
import { calendarDay } from '../vocabulary/calendarDay.ts';
import { dayAfter } from '../release/checkUnderGrant.ts';

/** Releases invented counts of each sample district, protected and signed as a vault would, through the hub's door. */
export async function loadSampleReleases(
  database: Database,
  coordinator: Member,
  now: () => Date,
): Promise<void> {
  const at = now();
  const { parties, members, grants } = await asMember(database, coordinator, async (view) => ({
    parties: await selectParties(view),
    members: await selectMembers(view),
    grants: doorGrants(await selectAgreements(view), calendarDay(at)).grants,
  }));
  for (const party of parties) {
    const grant = grants.find(({ from }) => from === party.cds);
    const [lead, own, sponsor] = (['research-lead', 'coordinator', 'sponsor'] as const).map((role) =>
      members.find((one) => one.role === role && one.districtId === party.districtId),
    );
    if (!grant || !lead || !own || !sponsor)
      throw new Error(`the sample has no grant, or not three people, of ${party.name}`);
    const signers = await registerSigners(database, coordinator, { two: [lead, own], sponsor }, at);
    const release = await releaseOf(party, grant, at);
    const signatures = signers.map((signer) => signRelease(release, signer, at));
    const bringer = { via: 'command', districtId: party.districtId, personId: null, tokenId: null } as const;
    const file = sealRelease({ release, signatures });
    const { decided } = await receiveRelease(database, coordinator.partnership.id, file, bringer, now);
    const { state, sentences } = await decided;
    if (state !== 'accepted') throw new Error(`a release of the sample was ${state}: ${sentences.join(' ')}`);
  }
}

type Registering = {
  readonly two: readonly PartnershipMember[];
  /** Who lets their keys sign. */
  readonly sponsor: PartnershipMember;
};

/** Keys of two people of the sample; nobody keeps the private halves. */
async function registerSigners(
  database: Database,
  coordinator: Member,
  { two, sponsor }: Registering,
  at: Date,
): Promise<Signer[]> {
  const signers: Signer[] = [];
  for (const person of two) {
    const role = roles.find(({ id }) => id === person.role)?.name ?? person.role;
    const signer = { name: person.name, role, privateKey: generateKeyPairSync('ed25519').privateKey };
    signers.push(signer);
    const { name, privateKey } = signer;
    const draft = { name, role, mail: person.email, publicKey: publicKeyText(privateKey) };
    const id = await asMember(database, memberOf(coordinator, person), (view) =>
      insertSigner(view, person.districtId ?? '', draft, at),
    );
    await asMember(database, memberOf(coordinator, sponsor), (view) =>
      letSigner(view, sponsor.districtId ?? '', id ?? '', at),
    );
  }
  return signers;
}

function memberOf({ partnership }: Member, person: PartnershipMember): Member {
  const { personId, name, role, districtId } = person;
  return { personId, name, role, districtId, partnership };
}

/** Two measures of two years, released so long ago that no embargo holds it back. */
async function releaseOf(party: Party, grant: Grant, at: Date): Promise<Release> {
  const newest = at.getUTCFullYear() - (at.getUTCMonth() >= 6 ? 0 : 1);
  const likeness = party.position === 1 ? { lead: 0, size: 1 } : { lead: 0.05, size: 0.93 };
  const tables = sampleReleased.flatMap((one) =>
    [0, 1].map((year) =>
      countedTable(
        one.measure,
        newest - 1 + year,
        sampleReleaseCounts(party.cds, one, { year, ...likeness }),
      ),
    ),
  );
  const madeAt = new Date(at.getTime() - (grant.embargoDays + 1) * 86_400_000);
  const { tables: cells, figures } = protectCounts(await loadSolver(), {
    district: party.cds,
    policy: tandemDefault,
    smallestGroup: grant.smallestGroup,
    tables,
    earlier: [],
    clock: () => performance.now() / 1000,
    seconds: 1,
  });
  const { id, version } = tandemDefault;
  const { shown, coded, suppressed, primary, complementary, objective, bound, narrowest, lessened } = figures;
  return {
    format: 'tandem release 1',
    district: { cds: party.cds, name: party.name },
    grant: { id: grant.id, hash: hashGrant(grant), partnership: grant.partnership },
    sequence: 1,
    previous: null,
    supersedes: null,
    madeAt: madeAt.toISOString(),
    embargoUntil: dayAfter(calendarDay(madeAt), grant.embargoDays),
    software: 'tandem sample',
    tables: [...cells],
    certificate: {
      policy: { id, version, hash: hashPolicy(tandemDefault), threshold: grant.smallestGroup },
      solver: 'HiGHS (highs 1.15.3)',
      shown,
      coded,
      suppressed,
      primary,
      complementary,
      objective,
      bound,
      narrowest,
      lessened,
      held: [],
      coarser: [],
      audited: [],
      auditedUnder: [],
    },
  };
}

function countedTable(measure: string, schoolYear: number, counts: readonly SampleCount[]): CountedTable {
  const definition = measureById(measure);
  const decimals = Math.max(1, definition.decimals);
  return {
    measure,
    definition: hashDefinition(definition),
    rule: '0'.repeat(64),
    schoolYear,
    counts: 'rate',
    slices: counts.map(({ place, group, n, numerator }) => ({
      place,
      grade: 'all',
      group,
      n,
      numerator,
      value: roundedRate({ numerator, denominator: n }, decimals),
    })),
  };
}

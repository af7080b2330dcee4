import assert from 'node:assert/strict';
import { test } from 'node:test';
import { exampleRelease } from '../../test/exampleRelease.ts';
import type { Grant } from '../vocabulary/grant.ts';
import type { Release, ReleasedCell } from '../vocabulary/release.ts';
import { checkCells } from './checkCells.ts';
import { checkChain, checkKnownChain, checkOwnChain } from './checkChain.ts';
import { checkUnderGrant, dayAfter } from './checkUnderGrant.ts';
import { hashGrant, hashRelease } from './hashRelease.ts';

const grant: Grant = {
  format: 'tandem grant 1',
  id: '019ab000-0000-7000-8000-000000000001',
  agreement: { id: '019ab000-0000-7000-8000-000000000002', version: 1 },
  partnership: 'Fresno–Long Beach',
  from: '10621660000000',
  to: ['19647250000000'],
  measures: ['math_met_pct'],
  scope: 'schools',
  firstYear: 2024,
  lastYear: 2026,
  smallestGroup: 11,
  embargoDays: 0,
  validFrom: '2026-07-01',
  validUntil: '2027-06-30',
  publication: 'never',
};
const named = { id: grant.id, hash: hashGrant(grant), partnership: grant.partnership };
const release = exampleRelease({ grant: named });
const today = '2026-11-25';
const [table] = release.tables as [Release['tables'][number]];
const sentences = (troubles: readonly { readonly sentence: string }[]) =>
  troubles.map(({ sentence }) => sentence);
const withCells = (...cells: ReleasedCell[]): Release => ({ ...release, tables: [{ ...table, cells }] });
const under = (changed: Partial<Grant>, one: Partial<Release> = {}, day = today): string[] => {
  const other = { ...grant, ...changed };
  return sentences(
    checkUnderGrant({ ...release, grant: { ...named, hash: hashGrant(other) }, ...one }, other, day),
  );
};

test('a release that keeps to its grant has no trouble with it', () => assert.deepEqual(under({}), []));

test('another grant, text, district, measure, year, place, threshold, embargo and time are each named', () => {
  assert.deepEqual(under({ id: '019ab000-0000-7000-8000-00000000000f' }), [
    'The release was made under another grant.',
  ]);
  assert.match(
    sentences(checkUnderGrant(release, { ...grant, lastYear: 2027 }, today)).join(),
    /text of the grant is not the one/,
  );
  assert.match(
    under({ from: '19647250000000' }).join(),
    /given by district 19647250000000, the release comes from 10621660000000/,
  );
  assert.deepEqual(under({ measures: ['ela_met_pct'] }), [
    'The grant does not name the measure math_met_pct.',
  ]);
  assert.deepEqual(under({ lastYear: 2025 }), [
    'The grant goes from 2024 to 2025, not to the school year 2026.',
  ]);
  assert.match(under({ scope: 'district' }).join(), /the release has schools/);
  assert.deepEqual(under({ smallestGroup: 15 }), [
    'The agreed smallest group is 15, the release was protected for 11.',
  ]);
  assert.match(under({ embargoDays: 14 }).join(), /embargo of 14 days, the release has a shorter one/);
  assert.deepEqual(under({ embargoDays: 14 }, { embargoUntil: '2026-12-09' }), []);
  assert.deepEqual(under({}, {}, '2027-07-01'), ['The grant ended on 2027-06-30.']);
  assert.deepEqual(under({}, {}, '2026-06-30'), ['The grant begins on 2026-07-01.']);
  assert.equal(dayAfter('2027-02-27', 2), '2027-03-01');
});

test('the second release names the first, is audited against it and does not lower the threshold', () => {
  const first = hashRelease(release);
  const certificate = { ...release.certificate, audited: [first] };
  const second = { ...release, sequence: 2, previous: first, certificate };
  assert.deepEqual(checkChain(release, []), []);
  assert.deepEqual(checkChain({ ...second, supersedes: first }, [release]), []);
  assert.match(
    sentences(checkChain(second, [])).join(),
    /It is release 2 of its vault, and release 1 is not here\./,
  );
  const strange = { ...second, previous: 'e'.repeat(64), supersedes: 'f'.repeat(64) };
  assert.deepEqual(sentences(checkChain(strange, [release])), [
    'The release that it names as the one before is not the last that it was audited against.',
    'It was not audited against the release whose place it takes.',
    'The release whose place it takes is not among the earlier ones that are known.',
  ]);
  assert.match(
    sentences(checkChain({ ...second, certificate: release.certificate }, [release])).join(),
    /It is release 2 of its vault and was audited against 0 earlier ones/,
  );
  const another = { ...release, madeAt: '2026-11-24T08:00:00.000Z' };
  assert.deepEqual(sentences(checkChain(second, [another])), [
    `Release 1 that is known (${hashRelease(another).slice(0, 12)}) is not the one that it was audited against.`,
  ]);
  const raised = {
    ...release,
    certificate: { ...release.certificate, policy: { ...release.certificate.policy, threshold: 20 } },
  };
  const after = {
    ...second,
    previous: hashRelease(raised),
    certificate: { ...certificate, audited: [hashRelease(raised)] },
  };
  assert.deepEqual(sentences(checkChain(after, [raised])), [
    'The threshold was lowered: 11 students, 20 in a release before.',
  ]);
});

test('of a chain that is known in part, what is known must fit, and what is not is named with its grant', () => {
  const [first, third] = ['1', '3'].map((letter) => letter.repeat(64)) as [string, string];
  const elsewhere = '019ab000-0000-7000-8000-00000000000e';
  const after = (one: Release, audited: string[], auditedUnder: string[]): Release => ({
    ...one,
    sequence: audited.length + 1,
    previous: audited.at(-1) ?? null,
    certificate: { ...one.certificate, audited, auditedUnder },
  });
  const second = after(release, [first], [elsewhere]);
  const fourth = after(release, [first, hashRelease(second), third], [elsewhere, grant.id, elsewhere]);
  const { troubles, missing } = checkKnownChain(fourth, [second]);
  assert.deepEqual(troubles, []);
  assert.deepEqual(
    missing.map(({ sequence, grantId }) => [sequence, grantId === elsewhere]),
    [
      [1, true],
      [3, true],
    ],
  );
  const wrong = (one: Release, known: readonly Release[]) => sentences(checkKnownChain(one, known).troubles);
  const otherFirst = after(release, [third, hashRelease(second), first], [elsewhere, grant.id, elsewhere]);
  assert.deepEqual(wrong(otherFirst, [second]), [
    'It names other releases before release 2 than that one itself names.',
  ]);
  const otherGrant = after(release, [first, hashRelease(second), third], [elsewhere, elsewhere, elsewhere]);
  assert.deepEqual(wrong(otherGrant, [second]), [
    'It says of release 2 that it was made under another grant than it was.',
  ]);
  const short = after(release, [first, hashRelease(second), third], [elsewhere]);
  assert.match(wrong(short, []).join(), /does not say of each release that it was audited against/);
  // The first of a vault comes late, after one that was audited against another first.
  assert.match(
    wrong(release, [second]).join(),
    /^Release 2 that is known \(.{12}\) does not follow from this one/,
  );
});

test('a cell twice, another district, a small group shown, more than all and a certificate that counts wrongly are named', () => {
  assert.deepEqual(checkCells(release), []);
  const [shown, , hidden] = table.cells as [ReleasedCell & { seen: 'shown' }, ReleasedCell, ReleasedCell];
  const wrong = sentences(
    checkCells(
      withCells(
        shown,
        shown,
        { ...hidden, place: '19647250000000' },
        { ...shown, grade: '05', n: 10 },
        {
          ...shown,
          grade: '06',
          numerator: 61,
        },
      ),
    ),
  );
  assert.deepEqual(wrong, [
    'math_met_pct of 2026 has a cell twice (10621660106740 all ALL).',
    'math_met_pct of 2026 has a place that is not of the district (19647250000000).',
    'math_met_pct of 2026 shows a group of fewer than 11 students (10621660106740 05 ALL).',
    'math_met_pct of 2026 counts more students than there are (10621660106740 06 ALL).',
    'The certificate speaks of 1 shown cells, the release has 4.',
    'The certificate speaks of 1 coded cells, the release has 0.',
  ]);
});

test('a certificate of hidden cells where everything is shown is named; where the hidden ones are ranges it stands', () => {
  const [shown, coded] = table.cells as [ReleasedCell, ReleasedCell];
  const certified = (cells: ReleasedCell[], one: Partial<Release['certificate']>): string[] =>
    sentences(
      checkCells({ ...withCells(...cells), certificate: { ...release.certificate, suppressed: 0, ...one } }),
    );
  assert.deepEqual(certified([shown, coded], { primary: 1 }), []);
  assert.deepEqual(certified([shown], { coded: 0, primary: 1 }), [
    'The certificate speaks of hidden cells, the release hides none.',
  ]);
});

test('a certificate that speaks of tables held back or told in less detail, which the release tells, is named', () => {
  const told = (one: Partial<Release['certificate']>): string[] =>
    sentences(checkCells({ ...release, certificate: { ...release.certificate, ...one } }));
  const of = { measure: 'math_met_pct', schoolYear: 2026 };
  assert.deepEqual(told({ lessened: 3, held: [{ ...of, schoolYear: 2025 }], coarser: [] }), []);
  assert.deepEqual(told({ coarser: [{ ...of, left: 'groups by grade' }] }), []);
  assert.deepEqual(told({ held: [of] }), [
    'The certificate says that math_met_pct of 2026 is not told, and the release has such cells.',
  ]);
  assert.deepEqual(told({ coarser: [{ ...of, left: 'groups and grades' }] }), [
    'The certificate says that math_met_pct of 2026 tells no groups and grades of schools, and the release has such cells.',
  ]);
});

test('a definition that is unknown or was changed is named', () => {
  const definition = 'd'.repeat(64);
  assert.deepEqual(sentences(checkCells({ ...release, tables: [{ ...table, definition }] })), [
    'math_met_pct stands under a definition that this Tandem does not know.',
  ]);
  assert.match(
    sentences(checkCells({ ...release, tables: [{ ...table, measure: 'no_such' }] })).join(),
    /no measure called no_such/,
  );
});

test('without the earlier releases a chain can still contradict itself: as many audited as there were, the last the one before', () => {
  const [one, two] = ['1', '2'].map((letter) => letter.repeat(64)) as [string, string];
  const third = (audited: string[], previous: string | null, supersedes: string | null = null): string[] =>
    sentences(
      checkOwnChain({
        ...release,
        sequence: 3,
        previous,
        supersedes,
        certificate: { ...release.certificate, audited },
      }),
    );
  assert.deepEqual(checkOwnChain(release), []);
  assert.deepEqual(third([one, two], two, one), []);
  assert.deepEqual(third([two], two), [
    'It is release 3 of its vault and was audited against 1 earlier ones.',
  ]);
  assert.deepEqual(third([two, two], two), [
    'It is release 3 of its vault and was audited against 1 earlier ones.',
  ]);
  assert.match(third([one, two], one).join(), /the one before is not the last that it was audited against/);
  assert.match(
    third([one, two], two, 'f'.repeat(64)).join(),
    /not audited against the release whose place it takes/,
  );
});

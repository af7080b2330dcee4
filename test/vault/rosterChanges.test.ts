import assert from 'node:assert/strict';
import { existsSync, readdirSync } from 'node:fs';
import { test } from 'node:test';
import type { FileOutcome } from '../../src/vault/intake/fileOutcome.ts';
import type { Vault } from '../../src/vault/store/vault.ts';
import { broken, calpadsFile, loadText } from './intakeDistrict.ts';
import { openTestVault } from './openTestVault.ts';
import { loadZip, plainRoster, type RosterRows, rosterZip } from './rosterSet.ts';

async function inVault(work: (vault: Vault) => Promise<void>): Promise<void> {
  const vault = await openTestVault();
  try {
    await work(vault);
  } finally {
    await vault.close();
  }
}

async function select(vault: Vault, text: string): Promise<string[]> {
  const rows = await vault.rows({ name: 'select', text, parameters: [] });
  return rows.map((row) => Object.values(row).join(' '));
}

const stays = (vault: Vault): Promise<string[]> =>
  select(
    vault,
    `select ssid, school_cds[8:] as school, grade, start_date, coalesce(end_date::varchar, 'open') as last
     from enrolment join student using (student_id) order by all`,
  );
const plain = ['1000000001 0000001 09 2025-08-14 open', '1000000002 0000001 KN 2025-08-14 open'];
const delta = (rows: RosterRows): Uint8Array => rosterZip(rows, 'delta');
const difference = ({ supersedes }: FileOutcome) =>
  supersedes && [supersedes.added, supersedes.removed, supersedes.changed];

test('a zip is one set: stays, who they are, sections and who is in them; names are not taken in, the second time nothing changes', async () => {
  await inVault(async (vault) => {
    const outcome = await loadZip(vault, rosterZip(plainRoster));
    assert.deepEqual(
      [outcome.file.replace(/\d+/, ''), outcome.status, outcome.profile, outcome.schoolYear, outcome.rows],
      ['roster-.zip', 'loaded', '1.1 bulk', 2026, 18],
    );
    assert.deepEqual(outcome.findings, []);
    assert.deepEqual(await stays(vault), plain);
    assert.deepEqual(await select(vault, 'select birth_date, gender, race from student_info order by all'), [
      '2011-03-01 F AS',
      '2020-03-01 M HI',
    ]);
    assert.deepEqual(
      await select(
        vault,
        'select school_cds, local_course, section, title, term, start_date, end_date from class_membership',
      ),
      ['10621660000001 ALG1 7 Algebra S1 2025-08-20 '],
    );
    assert.deepEqual(await select(vault, 'select local_id from student order by all'), ['L1', 'L2']);
    const all = (await select(vault, 'select fields from oneroster_record')).join(' ');
    assert.doesNotMatch(all, /Ann|Archer|Baker|bob/);
    assert.equal((await loadZip(vault, rosterZip(plainRoster))).status, 'unchanged');
    assert.deepEqual(
      existsSync(vault.temporary)
        ? readdirSync(vault.temporary).filter((name) => name.startsWith('unpacked'))
        : [],
      [],
    );
  });
});

test('a corrected bulk takes the place of the one before, and says that 1 row is gone and 2 changed', async () => {
  await inVault(async (vault) => {
    await loadZip(vault, rosterZip(plainRoster));
    const corrected = {
      ...plainRoster,
      enrollments: ['e1,,,hs,s,A,student,,2025-08-20,', 'e2,,,hs,s,B,student,,,'],
    };
    const outcome = await loadZip(vault, rosterZip(corrected));
    // Algebra is gone; the stay and the day from which we know who A is begin later.
    assert.deepEqual(difference(outcome), [0, 1, 2]);
    assert.equal((await stays(vault))[0], '1000000001 0000001 09 2025-08-20 open');
    assert.deepEqual(await select(vault, 'select count(*) from superseded_enrolment'), ['2']);
  });
});

test('a move, a newcomer and a deletion come as a delta; the student who left keeps the stay, the deleted one has none', async () => {
  await inVault(async (vault) => {
    await loadZip(vault, rosterZip(plainRoster));
    const at = 'active,2025-11-03T08:00:00Z';
    const moved = delta({
      users: [`C,${at},true,s,student,cy,{SSID:1000000003},Cy,Cole,,L3,10`],
      enrollments: [
        `e1,${at},hs,s,A,student,,,2025-11-01`,
        'e3,tobedeleted,2025-11-03T08:00:00Z,,,,,,,',
        `e4,${at},ht,t,A,student,,2025-11-03,`,
        `e5,${at},hs,s,C,student,,2025-11-03,`,
        'e2,tobedeleted,2025-11-03T08:00:00Z,,,,,,,',
      ],
    });
    const outcome = await loadZip(vault, moved);
    assert.deepEqual(
      [outcome.status, outcome.profile, outcome.rows, outcome.newStudents],
      ['loaded', '1.1 delta', 6, 1],
    );
    assert.deepEqual(broken(outcome), ['note studentMustBeInAClass null users.csv']);
    assert.deepEqual(await stays(vault), [
      '1000000001 0000001 09 2025-08-14 2025-10-31',
      '1000000001 0000002 09 2025-11-03 open',
      '1000000003 0000001 10 2025-11-03 open',
    ]);
    assert.equal((await loadZip(vault, moved)).status, 'unchanged');
  });
});

test('two deltas end alike in either order: the later word of a record stands, also when it is that it is gone', async () => {
  const one = delta({
    enrollments: [
      'e1,active,2025-10-01T00:00:00Z,hs,s,A,student,,,2025-10-01',
      'e2,active,2025-10-01T00:00:00Z,hs,s,B,student,,2025-08-18,',
    ],
  });
  const two = delta({
    enrollments: [
      'e1,active,2025-10-09T00:00:00-07:00,hs,s,A,student,,,2025-10-08',
      'e2,tobedeleted,2025-10-09T00:00:00Z,,,,,,,',
    ],
  });
  const ends: string[][] = [];
  for (const order of [
    [one, two],
    [two, one],
  ]) {
    await inVault(async (vault) => {
      await loadZip(
        vault,
        rosterZip({ ...plainRoster, enrollments: (plainRoster.enrollments ?? []).slice(0, 2) }),
      );
      const outcomes: FileOutcome[] = [];
      for (const bytes of order) outcomes.push(await loadZip(vault, bytes));
      const older = outcomes.flatMap(broken).filter((said) => said.includes('recordMustNotBeOlder'));
      assert.equal(older.length, order[0] === one ? 0 : 2);
      ends.push(await stays(vault));
    });
  }
  assert.deepEqual(ends, [
    ['1000000001 0000001 09 2025-08-14 2025-10-07'],
    ['1000000001 0000001 09 2025-08-14 2025-10-07'],
  ]);
});

test('a delta with nothing before it, of an unknown student, or without the time of its change is refused and changes nothing', async () => {
  await inVault(async (vault) => {
    const change = delta({ enrollments: ['e9,active,2025-10-01T00:00:00Z,hs,s,Z,student,,,'] });
    assert.deepEqual(broken(await loadZip(vault, change)), ['error deltaMustFollowABulk null null']);
    await loadZip(vault, rosterZip(plainRoster));
    assert.deepEqual(broken(await loadZip(vault, change)), [
      'error sourcedIdMustBeKnown 2 enrollments.csv userSourcedId',
    ]);
    const timeless = delta({ enrollments: ['e9,active,yesterday,hs,s,A,student,,,'] });
    assert.deepEqual(broken(await loadZip(vault, timeless)), [
      'error dateLastModifiedMustStand 2 enrollments.csv dateLastModified',
    ]);
    const wordless = delta({ enrollments: ['e9,,2025-10-01T00:00:00Z,hs,s,A,student,,,'] });
    assert.deepEqual(broken(await loadZip(vault, wordless)), [
      'error statusMustBeKnown 2 enrollments.csv status',
    ]);
    assert.deepEqual(await stays(vault), plain);
  });
});

test('a deleted student takes her enrolments along with a note; a record changed twice in a set holds its later word', async () => {
  await inVault(async (vault) => {
    await loadZip(vault, rosterZip(plainRoster));
    const outcome = await loadZip(
      vault,
      delta({
        users: ['A,tobedeleted,2025-10-01T00:00:00Z,,,,,,,,,,'],
        enrollments: [
          'e2,active,2025-10-02T00:00:00Z,hs,s,B,student,,2025-09-02,',
          'e2,active,2025-10-01T00:00:00Z,hs,s,B,student,,2025-08-20,',
        ],
      }),
    );
    assert.deepEqual(broken(outcome), [
      'note sourcedIdMustStandOnce 3 enrollments.csv sourcedId',
      'note referredMustNotBeDeleted null enrollments.csv',
    ]);
    assert.deepEqual(await stays(vault), ['1000000002 0000001 KN 2025-09-02 open']);
  });
});

test('a vault that has the year’s enrolments from CALPADS refuses the roster; a list of places names schools without code', async () => {
  await inVault(async (vault) => {
    await loadText(vault, calpadsFile('SENR', [{ year: '2025-2026', start: '20250814' }]), 'SENR.txt');
    assert.deepEqual(
      broken(await loadZip(vault, rosterZip(plainRoster))).map((said) => said.split(' ')[1]),
      ['yearMustComeFromOneSource'],
    );
  });
  await inVault(async (vault) => {
    const nameless = {
      ...plainRoster,
      orgs: (plainRoster.orgs ?? []).map((row) => row.replace('0000001', '')),
    };
    assert.deepEqual(broken(await loadZip(vault, rosterZip(nameless))), [
      'error orgMustHaveACdsCode 3 orgs.csv identifier',
    ]);
    assert.equal(
      (await loadText(vault, 'orgSourcedId,cds\ns,10621660000001\n', 'orgs-places.csv')).status,
      'loaded',
    );
    assert.equal((await loadZip(vault, rosterZip(nameless))).status, 'loaded');
    assert.deepEqual(await stays(vault), plain);
  });
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  broken,
  caasppFile,
  calpadsFile,
  loadText,
  writeExtract,
} from '../../../test/vault/intakeDistrict.ts';
import { openTestVault } from '../../../test/vault/openTestVault.ts';
import type { Vault } from '../store/vault.ts';
import { intakeLayouts } from './intakeLayouts.ts';
import { loadFile } from './loadFile.store.ts';
import { loadFiles } from './loadFiles.store.ts';

async function select(vault: Vault, text: string): Promise<unknown[][]> {
  const rows = await vault.rows({ name: 'selectForTest', text, parameters: [] });
  return rows.map((row) => Object.values(row));
}

async function withVault(work: (vault: Vault) => Promise<void>): Promise<void> {
  const vault = await openTestVault();
  try {
    await work(vault);
  } finally {
    await vault.close();
  }
}

const students = [1, 2, 3].map((n) => ({ ssid: `100000000${n}`, localId: `L${n}` }));
const tests = 'select student_id, scale_score from test_result order by student_id';

test('a file with one error among 3 rows keeps no row and no student, but its finding, with the class of the value', async () => {
  await withVault(async (vault) => {
    const outcome = await loadText(
      vault,
      caasppFile('2024', [...students.slice(0, 2), { ssid: '99' }]),
      'bad.csv',
    );
    assert.deepEqual([outcome.status, outcome.rows, outcome.kept, outcome.errors], ['refused', 3, 0, 1]);
    assert.deepEqual(
      await select(vault, 'select count(*) from test_result union all select count(*) from student'),
      [[0], [0]],
    );
    assert.deepEqual(
      await select(vault, 'select line, column_name, rule, severity, value_class from finding'),
      [[4, 'SSID', 'ssidMustHaveTenDigits', 'error', '2 digits']],
    );
    assert.deepEqual(await select(vault, 'select layout, rows, kept, findings from loaded_file'), [
      ['caaspp 02', 3, 0, 1],
    ]);
  });
});

test('the same file twice changes nothing; a refused one is judged again and leaves one trace', async () => {
  await withVault(async (vault) => {
    const loading = { layouts: intakeLayouts, now: () => new Date('2026-11-25T08:00:00Z') };
    const good = writeExtract(caasppFile('2024', students));
    const bad = writeExtract(caasppFile('2024', [{ level: '1' }]));
    const statuses = [];
    for (const path of [bad, good, bad, good, bad])
      statuses.push((await loadFile(vault, path, loading)).status);
    assert.deepEqual(statuses, ['refused', 'loaded', 'refused', 'unchanged', 'refused']);
    assert.deepEqual(await select(vault, 'select kept from loaded_file order by kept'), [[0], [3]]);
    assert.deepEqual(await select(vault, 'select count(*) from finding'), [[1]]);
  });
});

test('a corrected file takes the place of its predecessor: 1 added, 1 removed, 1 changed; the predecessor again changes nothing', async () => {
  await withVault(async (vault) => {
    const first = caasppFile('2024', students);
    await loadText(vault, first, 'first.csv');
    const fourth = { ssid: '1000000004', localId: 'L4' };
    const corrected = caasppFile('2024', [{ ...students[0], score: '2530' }, students[1] ?? {}, fourth]);
    const outcome = await loadText(vault, corrected, 'corrected.csv');
    const { added, removed, changed } = outcome.supersedes ?? { added: 0, removed: 0, changed: 0 };
    assert.deepEqual([added, removed, changed], [1, 1, 1]);
    assert.match(outcome.supersedes?.file ?? '', /first\.csv$/);
    assert.deepEqual(await select(vault, tests), [
      [1, 2530],
      [2, 2528],
      [4, 2528],
    ]);
    assert.deepEqual(await select(vault, 'select file_id, superseded_by from loaded_file order by file_id'), [
      [1, 2],
      [2, null],
    ]);
    assert.equal((await loadText(vault, first)).status, 'unchanged');
    assert.deepEqual((await select(vault, tests)).length, 3);
  });
});

test('a correction that is refused leaves its predecessor in force', async () => {
  await withVault(async (vault) => {
    await loadText(vault, caasppFile('2024', students));
    assert.equal((await loadText(vault, caasppFile('2024', [{ score: '9' }]))).status, 'refused');
    assert.deepEqual((await select(vault, tests)).length, 3);
    assert.deepEqual(await select(vault, 'select superseded_by from loaded_file where kept > 0'), [[null]]);
  });
});

test('students are linked by SSID, by local id where a row has none, and one that gets an SSID later stays one', async () => {
  await withVault(async (vault) => {
    await loadText(
      vault,
      calpadsFile('SENR', [
        { ssid: '', localId: 'A' },
        { ssid: '1000000002', localId: '' },
      ]),
    );
    const stas = await loadText(
      vault,
      calpadsFile('STAS', [
        { ssid: '1000000001', localId: 'A' },
        { ssid: '1000000002', localId: 'B' },
      ]),
    );
    assert.equal(stas.newStudents, 0);
    const sprg = await loadText(
      vault,
      calpadsFile('SPRG', [
        { ssid: '', localId: 'B' },
        { ssid: '1000000003', localId: 'A' },
      ]),
    );
    assert.equal(sprg.newStudents, 1);
    assert.ok(broken(sprg).includes('note localIdMustNameOneStudent 3 null'));
    assert.deepEqual(await select(vault, 'select student_id, ssid, local_id from student order by 1'), [
      [1, '1000000001', 'A'],
      [2, '1000000002', 'B'],
      [3, '1000000003', 'A'],
    ]);
  });
});

test('each year’s file says again what still held: the latest year’s end of a programme stands, in both orders of loading', async () => {
  const open = calpadsFile('SPRG', [{ start: '20230814' }]);
  const ended = calpadsFile('SPRG', [
    { start: '20230814', end: '20240901', year: '2024-2025' },
    { start: '20241001', year: '2024-2025' },
  ]);
  for (const order of [
    [open, ended],
    [ended, open],
  ]) {
    await withVault(async (vault) => {
      for (const text of order) assert.equal((await loadText(vault, text)).status, 'loaded');
      assert.deepEqual(await select(vault, 'select start_date, end_date from programme order by 1'), [
        ['2023-08-14', '2024-09-01'],
        ['2024-10-01', null],
      ]);
    });
  }
});

test('a row whose columns are shifted by one breaks several rules, none of which says what stands there', async () => {
  await withVault(async (vault) => {
    const [header = '', first = ''] = caasppFile('2024', students).split('\n');
    const cells = first.split(',');
    const shifted = [...cells.slice(0, 1), '', ...cells.slice(1, -1)].join(',');
    const outcome = await loadText(vault, `${header}\n${shifted}\n`);
    assert.ok(outcome.errors >= 2, broken(outcome).join());
    const said = JSON.stringify(outcome.findings);
    for (const secret of ['1000000001', 'L1']) assert.ok(!said.includes(`"${secret}"`), secret);
  });
});

test('no value of a cell that identifies is in any finding: ids, names and birth dates of broken rows', async () => {
  await withVault(async (vault) => {
    const secrets = ['31415926535', '2718281828', 'Q-local-77', '2013-02-30', '9988776655X'];
    const outcomes = [
      await loadText(vault, caasppFile('2024', [{ ssid: secrets[0] ?? '', localId: secrets[2] ?? '' }])),
      await loadText(vault, caasppFile('2024', [{ ssid: secrets[1] ?? '' }, { ssid: secrets[1] ?? '' }])),
      await loadText(vault, calpadsFile('SINF', [{ birth: secrets[3] ?? '' }])),
      await loadText(vault, calpadsFile('SDEM', [{ seid: secrets[4] ?? '' }])),
    ];
    assert.deepEqual(
      outcomes.map(({ status }) => status),
      ['refused', 'refused', 'refused', 'refused'],
    );
    const stored = JSON.stringify([
      outcomes.map(({ findings }) => findings),
      await select(vault, 'select * from finding'),
    ]);
    for (const secret of secrets) assert.ok(!stored.includes(secret), secret);
  });
});

test('a file of all tests takes the place of those of each: 1 of 4 records is new, 1 changed', async () => {
  await withVault(async (vault) => {
    const [one = {}, two = {}] = students;
    const ela = { recordType: '01', score: '2502' };
    await loadText(vault, caasppFile('2024', [one, two]), 'math.csv');
    await loadText(vault, caasppFile('2024', [{ ...one, ...ela }]), 'ela.csv');
    const rows = [one, { ...two, score: '2530' }, { ...one, ...ela }, { ...two, ...ela }];
    const all = await loadText(vault, caasppFile('2024', rows), 'all.csv');
    const { added, removed, changed } = all.supersedes ?? { added: -1, removed: -1, changed: -1 };
    assert.deepEqual([all.status, added, removed, changed], ['loaded', 1, 0, 1]);
    assert.deepEqual(await select(vault, 'select count(*), count(distinct file_id) from test_result'), [
      [4, 1],
    ]);
  });
});

test('files of one load go in the order in which they refer to each other, whatever their names', async () => {
  await withVault(async (vault) => {
    const scsc = calpadsFile('SCSC', [{}]);
    const [header = '', row = ''] = calpadsFile('SELA', [{}]).split('\n');
    const list = header.split('^').map((element, i) => `SELA,${i + 1},${element}`);
    const paths = [
      writeExtract(scsc, 'a.txt'),
      writeExtract(calpadsFile('SIRS', [{}]), 'b.txt'),
      writeExtract(`${row}\n`, 'c.txt'),
      writeExtract(calpadsFile('CRSC', [{}]), 'x.txt'),
      writeExtract(calpadsFile('SINC', [{}]), 'y.txt'),
      writeExtract(['record_type,position,element', ...list].join('\n'), 'z.csv'),
    ];
    const told = [];
    const loading = { layouts: intakeLayouts, now: () => new Date('2026-11-25T08:00:00Z') };
    for await (const { layout, status } of loadFiles(vault, paths, loading)) told.push(`${layout} ${status}`);
    assert.deepEqual(told, [
      'calpads_header loaded',
      'calpads_sela loaded',
      'calpads_sinc loaded',
      'calpads_sirs loaded',
      'calpads_crsc loaded',
      'calpads_scsc loaded',
    ]);
  });
});

test('a list of schools makes an unknown school a note', async () => {
  await withVault(async (vault) => {
    await loadText(
      vault,
      'cds,level,name,charter,type,alternative\n10621660000001,school,First,N,elementary,N\n',
    );
    assert.deepEqual(
      broken(await loadText(vault, calpadsFile('SENR', [{}, { ...students[1], school: '0000009' }]))).filter(
        (one) => one.includes('school'),
      ),
      ['note schoolMustBelongToTheDistrict 3 1.05'],
    );
  });
});

test('exams and college enrolments have plain layouts of their own; an AP score of 6 is refused', async () => {
  await withVault(async (vault) => {
    const exams = 'ssid,local_id,school_year,kind,subject,score\n1000000001,,2024,AP,Calculus AB,5\n';
    assert.equal((await loadText(vault, exams)).status, 'loaded');
    const bad = await loadText(vault, exams.replace(',5\n', ',6\n'));
    assert.deepEqual(broken(bad), ['error examMustHaveYearSubjectAndScore 2 score']);
    assert.equal(
      (await loadText(vault, 'ssid,local_id,college_from_date\n1000000001,,2024-08-20\n')).kept,
      1,
    );
    assert.deepEqual(await select(vault, 'select count(*) from exam, college_enrolment'), [[1]]);
  });
});

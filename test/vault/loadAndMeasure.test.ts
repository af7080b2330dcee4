import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { runTandem } from '../../src/main.ts';
import { caasppFile, calpadsFile } from './intakeDistrict.ts';

const scratch = mkdtempSync(join(tmpdir(), 'tandem-load-'));
after(() => rmSync(scratch, { recursive: true }));
const folder = join(scratch, 'fresno');
const extracts = join(scratch, 'extracts');
const keyFile = join(scratch, 'fresno.key');

async function vault(...args: string[]) {
  let [out, err] = ['', ''];
  const exit = await runTandem(['vault', ...args, '--key-file', keyFile], {
    stdout: { write: (text) => (out += text) },
    stderr: { write: (text) => (err += text) },
  });
  return { exit, out, err };
}

const students = [1, 2, 3, 4].map((n) => ({ ssid: `100000000${n}`, localId: `L${n}` }));
const mathScores = ['2528', '2548', '2488', '2508'];
const mathLevels = ['3', '3', '2', '2'];

test('a district of 4 students: init, load four files, measure; mathematics stands 10 points below the standard', async () => {
  mkdirSync(extracts);
  const write = (name: string, text: string): void => writeFileSync(join(extracts, name), text);
  write('senr.txt', calpadsFile('SENR', students));
  write(
    'sela.txt',
    calpadsFile(
      'SELA',
      students.map((one, i) => (i < 2 ? one : { ...one, status: 'EO' })),
    ),
  );
  write('sprg.txt', calpadsFile('SPRG', students.slice(0, 3)));
  write(
    'caaspp.csv',
    caasppFile(
      '2024',
      students.map((one, i) => ({ ...one, score: mathScores[i] ?? '', level: mathLevels[i] ?? '' })),
    ),
  );
  const made = await vault('init', folder, '--district', '10621660000000', '--name', 'Fresno Unified');
  assert.equal(made.exit, 0, made.err);
  const loaded = await vault('load', folder, extracts, '--json');
  assert.equal(loaded.exit, 0, loaded.out + loaded.err);
  const { files } = JSON.parse(loaded.out);
  assert.deepEqual(
    files.map((one: Record<string, unknown>) => [
      one.layout,
      one.schoolYear,
      one.rows,
      one.kept,
      one.newStudents,
      one.errors,
    ]),
    [
      ['calpads_senr', 2024, 4, 4, 4, 0],
      ['calpads_sela', 2024, 4, 4, 0, 0],
      ['calpads_sprg', 2024, 3, 3, 0, 0],
      ['caaspp 02', 2024, 4, 4, 0, 0],
    ],
  );
  const measured = await vault('measure', folder, '--measure', 'math_dfs', '--json');
  assert.equal(measured.exit, 0, measured.err);
  const { district } = JSON.parse(measured.out);
  assert.deepEqual(
    district.map((one: Record<string, unknown>) => [one.measure, one.year, one.n, Number(one.sum)]),
    [['math_dfs', 2024, 4, -40]],
  );
});

test('the same files again change nothing; a broken one is refused with a report in CSV and Excel', async () => {
  const again = await vault('load', folder, extracts);
  assert.match(again.out, /0 files loaded with 0 rows, 4 unchanged, 0 refused/);
  const bad = join(scratch, 'bad.csv');
  writeFileSync(bad, caasppFile('2024', [{ level: '4' }]));
  const csv = join(scratch, 'findings.csv');
  const refused = await vault('load', folder, bad, '--findings', csv);
  assert.equal(refused.exit, 1);
  assert.match(
    refused.out,
    /bad\.csv: CAASPP student file 2023-24 \(profile 2024\): refused, nothing of it was kept/,
  );
  assert.match(refused.out, /line 2, AchievementLevels: the score comes to Level 3 in grade 05 \(level 4\)/);
  assert.match(
    readFileSync(csv, 'utf8'),
    /bad\.csv,2,AchievementLevels,levelMustFollowFromScore,error,level 4,/,
  );
  const workbook = join(scratch, 'findings.xlsx');
  await vault('load', folder, bad, '--findings', workbook);
  assert.equal(readFileSync(workbook).toString('latin1', 0, 2), 'PK');
});

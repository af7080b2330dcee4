import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { after, test } from 'node:test';
import { edfiInterchanges } from '../../sample/students/edfi/edfiInterchanges.ts';
import { edfiRecords } from '../../sample/students/edfi/edfiRecords.ts';
import { calpadsExtracts } from '../../sample/students/extracts/calpadsExtracts.ts';
import { extractText } from '../../sample/students/extracts/extractFile.ts';
import { gatherDistrict } from '../../sample/students/gatherDistrict.ts';
import { fresnoLike } from '../../sample/students/studentDistrict.ts';
import { runTandem } from '../../src/main.ts';
import type { FileOutcome } from '../../src/vault/intake/fileOutcome.ts';
import { intakeLayouts } from '../../src/vault/intake/intakeLayouts.ts';
import { loadFiles } from '../../src/vault/intake/loadFiles.store.ts';
import { fakeOds } from './fakeOds.ts';
import { openTestVault } from './openTestVault.ts';

const district = fresnoLike({ seed: 7, students: 260, firstYear: 2024, lastYear: 2025 });
const tables = gatherDistrict(district);
const collections = edfiRecords(tables, 2025);
const scratch = mkdtempSync(join(tmpdir(), 'tandem-edfi-'));
after(() => rmSync(scratch, { recursive: true }));
const credentials = join(scratch, 'ods.txt');
writeFileSync(credentials, 'key\nsecret\n', { mode: 0o600 });

async function fetchFrom(url: string, ...more: string[]) {
  let [out, err] = ['', ''];
  const args = ['vault', 'fetch', url, '--credentials', credentials, '--to', join(scratch, 'to'), ...more];
  const exit = await runTandem(args, {
    stdout: { write: (text) => (out += text) },
    stderr: { write: (text) => (err += text) },
  });
  return { exit, out, err };
}

/** What a vault holds after loading the files; a flag that Ed-Fi does not raise is no, and it has no kinds of membership. */
async function rowsAfter(paths: readonly string[]) {
  const vault = await openTestVault({ cds: district.cds, name: district.name });
  const rows = (text: string) => vault.rows({ name: 'selectForTest', text, parameters: [] });
  try {
    const outcomes: FileOutcome[] = [];
    const loading = { layouts: intakeLayouts, now: () => new Date(0) };
    for await (const outcome of loadFiles(vault, paths, loading)) outcomes.push(outcome);
    return {
      statuses: outcomes.map(({ status }) => status),
      errors: outcomes.flatMap(({ rules }) => rules.filter(({ severity }) => severity === 'error')),
      enrolments: await rows(
        `select ssid, local_id, enrolment.* exclude (student_id, file_id, line) replace (
          coalesce(met_uc_csu, false) as met_uc_csu, coalesce(merit_diploma, false) as merit_diploma,
          coalesce(seal_of_biliteracy, false) as seal_of_biliteracy, coalesce(transition_status, false) as transition_status,
          coalesce(workforce_readiness, false) as workforce_readiness, coalesce(food_handler, false) as food_handler,
          coalesce(pre_apprenticeship, false) as pre_apprenticeship, coalesce(job_programme, false) as job_programme,
          coalesce(pre_apprenticeship_other, false) as pre_apprenticeship_other)
        from enrolment join student using (student_id) order by all`,
      ),
      programmes: await rows(
        `select ssid, local_id, school_cds, code, start_date, end_date from programme join student using (student_id)
        where student_id in (select student_id from enrolment) order by all`,
      ),
      results: await rows(
        `select incident.local_id as incident, school_cds, occurred_on, ssid, student.local_id, result, days
        from incident_student join incident using (incident_id) join student using (student_id) order by all`,
      ),
    };
  } finally {
    await vault.close();
  }
}

test('a district fetched from an ODS, the same as XML interchanges, and its CALPADS extract give the same enrolments (over 250), programmes (over 400) and results of incidents', async () => {
  const extracts = [...calpadsExtracts(tables)]
    .filter(({ name }) => /^(SENR|SINC|SIRS|SPRG)_2024-2025/.test(name))
    .map((file) => {
      writeFileSync(join(scratch, file.name), extractText(file));
      return join(scratch, file.name);
    });
  const calpads = await rowsAfter(extracts);
  const ods = await fakeOds(collections);
  const said = await fetchFrom(ods.url, '--year', '2025');
  await ods.close();
  assert.equal(said.exit, 0, said.err);
  const bundle = join(scratch, 'to', 'ed-fi-2025.ndjson');
  assert.equal(statSync(bundle).mode & 0o777, 0o600);
  assert.doesNotMatch(readFileSync(bundle, 'utf8'), /Daughter|firstName/);
  const fetched = await rowsAfter([bundle]);
  const interchanges = edfiInterchanges(collections).map(({ name, text }) => {
    writeFileSync(join(scratch, name), text);
    return join(scratch, name);
  });
  const interchanged = await rowsAfter(interchanges);
  assert.deepEqual(
    [calpads, fetched, interchanged].map(({ statuses, errors }) => [statuses, errors]),
    [
      [['loaded', 'loaded', 'loaded', 'loaded'], []],
      [['loaded'], []],
      [['loaded'], []],
    ],
  );
  const { enrolments, programmes, results } = calpads;
  assert.ok(enrolments.length > 250 && programmes.length > 400 && results.length > 4);
  assert.deepEqual(fetched.enrolments, calpads.enrolments);
  assert.deepEqual(fetched.programmes, calpads.programmes);
  assert.deepEqual(fetched.results, calpads.results);
  assert.deepEqual(interchanged.enrolments, calpads.enrolments);
});

test('key and secret may be typed at a terminal, unseen; the file that comes holds neither, and no answer repeats them', async () => {
  const ods = await fakeOds(collections);
  let [out, err] = ['', ''];
  const terminal = Object.assign(new PassThrough(), { isTTY: true });
  const typed = ['key', 'secret'];
  const exit = await runTandem(['vault', 'fetch', ods.url, '--to', join(scratch, 'typed'), '--json'], {
    stdout: { write: (text) => (out += text) },
    stderr: {
      write: (text) => {
        err += text;
        if (text.endsWith(': ')) terminal.write(`${typed.shift()}\n`);
      },
    },
    stdin: terminal,
  });
  await ods.close();
  assert.deepEqual([exit, err], [0, 'Key of the ODS: \nSecret of the ODS: \n']);
  const { file, records } = JSON.parse(out) as { file: string; records: Record<string, number> };
  assert.equal(records.schools, collections.get('schools')?.length);
  assert.doesNotMatch(readFileSync(file, 'utf8') + out, /secret/);
});

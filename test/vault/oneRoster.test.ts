import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { allExtracts } from '../../sample/students/extracts/allExtracts.ts';
import { type ExtractFile, extractText } from '../../sample/students/extracts/extractFile.ts';
import { oneRosterExtracts } from '../../sample/students/extracts/oneRosterExtracts.ts';
import { oneRosterDelta } from '../../sample/students/extracts/oneRosterHeaders.ts';
import { gatherDistrict } from '../../sample/students/gatherDistrict.ts';
import { fresnoLike } from '../../sample/students/studentDistrict.ts';
import type { FileOutcome } from '../../src/vault/intake/fileOutcome.ts';
import { intakeLayouts } from '../../src/vault/intake/intakeLayouts.ts';
import { loadFiles } from '../../src/vault/intake/loadFiles.store.ts';
import type { Vault } from '../../src/vault/store/vault.ts';
import { openTestVault } from './openTestVault.ts';

const district = fresnoLike({ seed: 47, students: 150, firstYear: 2025, lastYear: 2025 });
const tables = gatherDistrict(district);
const folder = mkdtempSync(join(tmpdir(), 'tandem-roster-'));
after(() => rmSync(folder, { recursive: true }));

let written = 0;
function write(files: readonly ExtractFile[]): string {
  written += 1;
  const own = join(folder, String(written));
  mkdirSync(own);
  for (const file of files) writeFileSync(join(own, file.name), extractText(file));
  return own;
}

async function load(vault: Vault, files: readonly ExtractFile[]): Promise<FileOutcome> {
  const own = write(files);
  const outcomes: FileOutcome[] = [];
  const paths = files.map(({ name }) => join(own, name));
  for await (const one of loadFiles(vault, paths, { layouts: intakeLayouts, now: () => new Date(0) }))
    outcomes.push(one);
  const [outcome] = outcomes;
  assert.ok(outcome && outcomes.length === 1);
  return outcome;
}

async function inVault<T>(work: (vault: Vault) => Promise<T>): Promise<T> {
  const vault = await openTestVault({ cds: district.cds, name: district.name });
  try {
    return await work(vault);
  } finally {
    await vault.close();
  }
}

/** Stays as OneRoster can say them: those that touch are one, and a short-term enrolment is a secondary one. */
async function staysIn(vault: Vault): Promise<string[]> {
  const rows = await vault.rows<Record<'who' | 'school' | 'grade' | 'status' | 'start' | 'end', string>>({
    name: 'stays',
    text: `select coalesce(ssid, local_id) as who, school_cds as school, grade, case status when '10' then '10' else '20' end as status,
      start_date as start, coalesce(end_date::varchar, '') as end from enrolment join student using (student_id) order by who, school, start`,
    parameters: [],
  });
  const joined: { key: string; start: string; end: string }[] = [];
  for (const { who, school, grade, status, start, end } of rows) {
    const key = [who, school, grade, status].join(' ');
    const before = joined.at(-1);
    const next = before
      ? new Date(Date.parse(before.end || '9999-01-01') + 86_400_000).toISOString().slice(0, 10)
      : '';
    if (before?.key === key && start <= next) before.end = end;
    else joined.push({ key, start, end });
  }
  return joined.map(({ key, start, end }) => `${key} ${start} ${end}`);
}

const calpads = await inVault(async (vault) => {
  const paths = [...allExtracts(tables)].filter(({ name }) => /^(SENR|places)/.test(name));
  const own = write(paths);
  const names = paths.map(({ name }) => join(own, name));
  for await (const { status } of loadFiles(vault, names, { layouts: intakeLayouts, now: () => new Date(0) }))
    assert.equal(status, 'loaded');
  return staysIn(vault);
});

for (const version of ['1.1', '1.2'] as const) {
  test(`a district loaded by OneRoster ${version} has the enrolments that it has by CALPADS SENR, and a delta brings a half roster up to the whole`, async () => {
    const whole = oneRosterExtracts(tables, 2025, version);
    const students = new Set(
      tables.student.filter(({ student_id: id }) => id % 3 > 0).map((row) => row.student_id),
    );
    const part = oneRosterExtracts(
      { ...tables, enrolment: tables.enrolment.filter((row) => students.has(row.student_id)) },
      2025,
      version,
    );
    await inVault(async (vault) => {
      const outcome = await load(vault, whole);
      assert.deepEqual(outcome.findings.slice(0, 3), []);
      assert.deepEqual([outcome.status, outcome.schoolYear, outcome.errors], ['loaded', 2025, 0]);
      assert.ok(calpads.length > 140, String(calpads.length));
      assert.deepEqual(await staysIn(vault), calpads);
      const back = await load(vault, oneRosterDelta(version, whole, part, '2025-03-01T08:00:00.000Z'));
      assert.deepEqual([back.status, back.errors], ['loaded', 0]);
      assert.ok((back.supersedes?.removed ?? 0) > 40);
      assert.equal((await staysIn(vault)).length < calpads.length, true);
      const again = oneRosterDelta(version, part, whole, '2025-03-02T08:00:00.000Z');
      assert.equal((await load(vault, again)).status, 'loaded');
      assert.deepEqual(await staysIn(vault), calpads);
      assert.equal((await load(vault, again)).status, 'unchanged');
    });
  });
}

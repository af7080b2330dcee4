/**
 * How long an Ed-Fi set of made-up students takes from file to facts: records a second of a processor, the ratio to
 * parsing every line of the same file and nothing else, and the most memory. Each student is absent a dozen days.
 * Usage: node launch.mjs bench/edfiSet.ts [--students 10000]
 */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { edfiRecords } from '../sample/students/edfi/edfiRecords.ts';
import { gatherDistrict } from '../sample/students/gatherDistrict.ts';
import { fresnoLike } from '../sample/students/studentDistrict.ts';
import { intakeLayouts } from '../src/vault/intake/intakeLayouts.ts';
import { loadFile } from '../src/vault/intake/loadFile.store.ts';
import { bundleOf } from '../test/vault/edfiSet.ts';
import { openTestVault } from '../test/vault/openTestVault.ts';

const { values } = parseArgs({ options: { students: { type: 'string', default: '10000' } } });
const folder = mkdtempSync(join(tmpdir(), 'tandem-bench-'));
const path = join(folder, 'ed-fi-2026.ndjson');

function writeSet(): void {
  const size = { seed: 3, students: Number(values.students), firstYear: 2026, lastYear: 2026 };
  const records = Object.fromEntries(edfiRecords(gatherDistrict(fresnoLike(size)), 2026));
  const session = { schoolYear: 2026, sessionName: 'Year' };
  const days = Array.from({ length: 120 }, (_, at) =>
    new Date(Date.parse('2025-09-01') + at * 86_400_000).toISOString().slice(0, 10),
  );
  const events = (records.studentSchoolAssociations ?? []).flatMap((one, at) =>
    days
      .filter((_, day) => (day * 7 + at) % 10 === 0)
      .map((eventDate) => ({
        studentReference: one.studentReference,
        schoolReference: one.schoolReference,
        sessionReference: { ...(one.schoolReference as object), ...session },
        eventDate,
        attendanceEventCategoryDescriptor:
          'uri://ed-fi.org/AttendanceEventCategoryDescriptor#Unexcused Absence',
      })),
  );
  writeFileSync(path, bundleOf({ ...records, studentSchoolAttendanceEvents: events }));
}

/** Processor seconds of some work. */
async function processor(work: () => unknown): Promise<number> {
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1e6;
}

writeSet();
const text = readFileSync(path, 'utf8');
const bare = await processor(() => {
  for (const line of text.split('\n')) if (line !== '') JSON.parse(line);
});
const vault = await openTestVault();
const before = process.memoryUsage().rss;
let most = before;
const watch = setInterval(() => {
  most = Math.max(most, process.memoryUsage().rss);
}, 50);
let records = 0;
const seconds = await processor(async () => {
  const outcome = await loadFile(vault, path, { layouts: intakeLayouts, now: () => new Date() });
  if (outcome.status !== 'loaded') throw new Error(outcome.rules.map(({ rule }) => rule).join(' '));
  records = outcome.rows;
});
clearInterval(watch);
await vault.close();
rmSync(folder, { recursive: true });
console.log(
  `${records.toLocaleString('en')} records, ${Math.round(text.length / 1e6)} MB: ${seconds.toFixed(1)} processor seconds, ${Math.round(records / seconds).toLocaleString('en')} records a second, ${(seconds / bare).toFixed(1)} times bare parsing; ${Math.round((most - before) / 1e6)} MB more memory`,
);
console.log(`${cpus().length} cores, machine load ${loadavg()[0]?.toFixed(1)}`);

/**
 * The counts of one school year of a generated district, with everything that a vault can measure of it, written to
 * FILE for bench/release.ts. The extracts are drawn once into --folder and loaded as a district would load its own.
 * Usage: node launch.mjs bench/releaseCounts.ts --folder DIR --file FILE [--students 70000] [--year 2025]
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { fresnoLike } from '../sample/students/studentDistrict.ts';
import { collectPaths } from '../src/vault/intake/fileSets.ts';
import { intakeLayouts } from '../src/vault/intake/intakeLayouts.ts';
import { loadFiles } from '../src/vault/intake/loadFiles.store.ts';
import { measureVault } from '../src/vault/measuring/measureVault.store.ts';
import { countedTables, selectReleasable } from '../src/vault/release/countedTables.store.ts';
import { openVault } from '../src/vault/store/openVault.ts';
import { vaultFolder } from '../src/vault/store/vaultFolder.ts';
import { writeExtracts } from './writeExtracts.ts';

const { values } = parseArgs({
  options: {
    folder: { type: 'string' },
    file: { type: 'string' },
    students: { type: 'string', default: '70000' },
    year: { type: 'string', default: '2025' },
  },
});
if (!values.folder || !values.file) throw new Error('Say where: --folder DIR --file FILE');
const [students, year] = [Number(values.students), Number(values.year)];
const district = fresnoLike({ seed: 1, students, firstYear: year - 3, lastYear: year + 1 });
const extracts = join(resolve(values.folder), `extracts-${students}-${year}`);
writeExtracts(district, extracts);
const place = vaultFolder(mkdtempSync(join(tmpdir(), 'tandem-bench-')));
mkdirSync(place.open);
try {
  const { cds, name } = district;
  const limits = { memory: '3GB' };
  const vault = await openVault(
    place,
    { cds, name },
    { at: new Date(), limits, mayRead: { folders: [extracts] } },
  );
  for await (const { file, status } of loadFiles(vault, collectPaths([extracts]), {
    layouts: intakeLayouts,
    now: () => new Date(),
  }))
    if (status !== 'loaded') console.log(`${file} ${status}`);
  const { measured } = await measureVault(vault, { year, now: () => new Date() });
  const measures = measured.map(({ measure }) => measure);
  const asked = { measures, firstYear: year, lastYear: year };
  const counts = await selectReleasable(vault, cds, { scope: 'schools' }, asked);
  const hashes = new Map(counts.map(({ measure, definition, rule }) => [measure, { definition, rule }]));
  const none = { definition: '', rule: '' };
  const tables = countedTables(counts, cds, ({ measure }) => hashes.get(measure) ?? none);
  writeFileSync(values.file, JSON.stringify({ district: cds, students, tables }));
  console.log(`${tables.length} measures of ${year}, ${counts.length} slices`);
  await vault.close();
} finally {
  rmSync(place.folder, { recursive: true, force: true });
}

import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import type { FileOutcome } from '../../src/vault/intake/fileOutcome.ts';
import { intakeLayouts } from '../../src/vault/intake/intakeLayouts.ts';
import { loadFiles } from '../../src/vault/intake/loadFiles.store.ts';
import type { Vault } from '../../src/vault/store/vault.ts';

/** The rows of files of a set, as text, under the columns of `rosterColumns`. */
export type RosterRows = Readonly<Record<string, readonly string[]>>;

const base = 'sourcedId,status,dateLastModified';
const rosterColumns: Readonly<Record<string, string>> = {
  orgs: 'name,type,identifier,parentSourcedId',
  academicSessions: 'title,type,startDate,endDate,parentSourcedId,schoolYear',
  courses: 'schoolYearSourcedId,title,courseCode,grades,orgSourcedId,subjects',
  classes: 'title,grades,courseSourcedId,classCode,classType,location,schoolSourcedId,termSourcedIds',
  users: 'enabledUser,orgSourcedIds,role,username,userIds,givenName,familyName,middleName,identifier,grades',
  enrollments: 'classSourcedId,schoolSourcedId,userSourcedId,role,primary,beginDate,endDate',
  demographics: 'birthDate,sex,asian,white,hispanicOrLatinoEthnicity',
};

/** A district of one school, two semesters, a homeroom and a class of algebra; students A and B. */
export const plainRoster: RosterRows = {
  orgs: [
    'd,,,Fresno,district,1062166,',
    's,,,First High,school,0000001,d',
    't,,,Second High,school,0000002,d',
  ],
  academicSessions: [
    'y,,,Year,schoolYear,2025-08-14,2026-06-06,,2026',
    'f,,,Fall,semester,2025-08-14,2025-12-20,y,2026',
    'p,,,Spring,semester,2026-01-06,2026-06-06,y,2026',
  ],
  courses: ['h,,,y,Homeroom,HOME,,,', 'a,,,y,Algebra,ALG1,,,'],
  classes: [
    'hs,,,Homeroom,09,h,1,homeroom,,s,y',
    'ht,,,Homeroom,09,h,1,homeroom,,t,y',
    'af,,,Algebra,,a,7,scheduled,,s,f',
  ],
  users: [
    'A,,,true,s,student,ann,{SSID:1000000001},Ann,Archer,,L1,09',
    'B,,,true,s,student,bob,{SSID:1000000002},Bob,Baker,,L2,KG',
  ],
  enrollments: ['e1,,,hs,s,A,student,,,', 'e2,,,hs,s,B,student,,,', 'e3,,,af,s,A,student,,2025-08-20,'],
  demographics: ['A,,,2011-03-01,female,true,false,false', 'B,,,2020-03-01,male,false,false,true'],
};

/** A set as a zip: all its files whole, or all of them changes. */
export function rosterZip(rows: RosterRows, mode: 'bulk' | 'delta' = 'bulk', version = '1.1'): Uint8Array {
  const files = Object.entries(rows).map(([file, own]) => {
    const id = file === 'demographics' ? base.replace('sourcedId', 'userSourcedId') : base;
    return [`${file}.csv`, strToU8(`${[`${id},${rosterColumns[file]}`, ...own].join('\n')}\n`)] as const;
  });
  const manifest = [
    'propertyName,value',
    'manifest.version,1.0',
    `oneroster.version,${version}`,
    ...Object.keys(rows).map((file) => `file.${file},${mode}`),
  ].join('\n');
  return zipSync({ 'manifest.csv': strToU8(manifest), ...Object.fromEntries(files) });
}

const folder = mkdtempSync(join(tmpdir(), 'tandem-roster-zip-'));
let written = 0;

/** Loads an archive into a vault. */
export async function loadZip(vault: Vault, bytes: Uint8Array): Promise<FileOutcome> {
  written += 1;
  const path = join(folder, `roster-${written}.zip`);
  writeFileSync(path, bytes);
  const outcomes: FileOutcome[] = [];
  const loading = { layouts: intakeLayouts, now: () => new Date('2026-11-25T08:00:00Z') };
  for await (const one of loadFiles(vault, [path], loading)) outcomes.push(one);
  const [outcome] = outcomes;
  if (!outcome || outcomes.length > 1) throw new RangeError('An archive with a manifest is one set.');
  return outcome;
}

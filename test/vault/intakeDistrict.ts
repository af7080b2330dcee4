import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { caasppAliases } from '../../src/vault/caaspp/caasppAliases.ts';
import { elpacAliases } from '../../src/vault/caaspp/elpacAliases.ts';
import { recordFields, type RecordType } from '../../src/vault/calpads/recordFields.ts';
import type { FileOutcome } from '../../src/vault/intake/fileOutcome.ts';
import { intakeLayouts } from '../../src/vault/intake/intakeLayouts.ts';
import { loadFile } from '../../src/vault/intake/loadFile.store.ts';
import type { Vault } from '../../src/vault/store/vault.ts';

/** Cells by field; what is left out takes a plain value of its own. */
export type Cells = Readonly<Record<string, string>>;

const plainTest: Cells = {
  recordType: '02',
  ssid: '1000000001',
  localId: 'L1',
  gender: 'F',
  grade: '05',
  district: '10621660000000',
  school: '10621660000001',
  schoolName: 'First Elementary',
  swd: 'No',
  elStatus: 'EO',
  sed: 'Yes',
  hispanic: 'Yes',
  migrant: 'No',
  military: 'No',
  foster: 'No',
  homeless: 'No',
  parentEducation: '12',
  attemptedness: 'Y',
  include: 'Y',
  score: '2528',
  level: '3',
};

/** A CAASPP file of a year, all of its columns that the vault reads; comma-delimited. */
export function caasppFile(year: '2024' | '2025', rows: readonly Cells[], delimiter = ','): string {
  const aliases = caasppAliases[year] ?? {};
  const start = { start1: year === '2024' ? '2024-04-15' : '2025-04-15' };
  return textOf(
    Object.values(aliases),
    Object.keys(aliases),
    rows.map((row) => ({ ...plainTest, ...start, ...row })),
    delimiter,
  );
}

export function elpacFile(rows: readonly Cells[], year: '2023' | '2024' | '2025' = '2025'): string {
  const aliases = elpacAliases[year] ?? {};
  const plain = { ...plainTest, recordType: 'SA', score: '1514', level: '3', start1: `${year}-03-03` };
  return textOf(
    Object.values(aliases),
    Object.keys(aliases),
    rows.map((row) => ({ ...plain, ...row })),
    '^',
  );
}

const plainCalpads: Readonly<Partial<Record<RecordType, Cells>>> = {
  SENR: { start: '20230814', status: '10', grade: '05' },
  SINF: { start: '20230814', gender: 'F', hispanic: 'Y', race1: '', birth: '20130301' },
  SPRG: { programme: '182', membership: '1', start: '20230814' },
  SELA: { status: 'EL', start: '20190814', language: '01' },
  STAS: { exempt: 'N', expected: '180', attended: '170' },
  SINC: { incident: 'I1', day: '20231004' },
  SIRS: { incident: 'I1', result: '100', days: '1' },
  SOFF: { incident: 'I1', offence: '100' },
  CRSC: { stateCourse: '9256', localCourse: 'ALG1', section: '1', level: '' },
  SCSC: {
    localCourse: 'ALG1',
    section: '1',
    term: 'S1',
    attempted: '5',
    earned: '5',
    mark: 'B',
    ucCsu: 'C',
  },
  SDEM: { seid: '2000000001', staffId: 'T1' },
  SASS: { seid: '2000000001', staffId: 'T1', jobClass: '10', assignment: '0301', fte: '100' },
};

/** A CALPADS file of one record type with the guide's own names in its header; caret-delimited. */
export function calpadsFile(type: RecordType, rows: readonly Cells[]): string {
  const { fields } = recordFields[type];
  const plain = {
    recordType: type,
    district: '1062166',
    school: '0000001',
    year: '2023-2024',
    ssid: '1000000001',
    localId: 'L1',
    ...plainCalpads[type],
  };
  return textOf(
    Object.values(fields).map(([number = '']) => number),
    Object.keys(fields),
    rows.map((row) => ({ ...plain, ...row })),
    '^',
  );
}

function textOf(
  header: readonly string[],
  fields: readonly string[],
  rows: readonly Cells[],
  delimiter: string,
): string {
  const lines = rows.map((row) => fields.map((field) => row[field] ?? '').join(delimiter));
  return `${[header.join(delimiter), ...lines].join('\n')}\n`;
}

let written = 0;
const folder = mkdtempSync(join(tmpdir(), 'tandem-intake-'));

/** Writes a file that is not like any before it. */
export function writeExtract(content: string | Uint8Array, name = 'extract.txt'): string {
  written += 1;
  const path = join(folder, `${written}-${name}`);
  writeFileSync(path, content);
  return path;
}

/** Loads the content as a file into a vault. */
export function loadText(vault: Vault, content: string | Uint8Array, name?: string): Promise<FileOutcome> {
  const now = () => new Date('2026-11-25T08:00:00Z');
  return loadFile(vault, writeExtract(content, name), { layouts: intakeLayouts, now });
}

/** `error levelMustFollowFromScore 2 AchievementLevels` of each finding. */
export function broken({ findings }: FileOutcome): string[] {
  return findings.map(({ severity, rule, line, column }) => `${severity} ${rule} ${line} ${column}`);
}

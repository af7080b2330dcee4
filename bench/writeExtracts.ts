import { appendFileSync, existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { allExtracts } from '../sample/students/extracts/allExtracts.ts';
import { extractText } from '../sample/students/extracts/extractFile.ts';
import { addTables, generateDistrict } from '../sample/students/gatherDistrict.ts';
import type { StudentDistrict } from '../sample/students/studentDistrict.ts';
import { emptyTables, type StudentTables } from '../sample/students/studentRows.ts';

/** Students whose rows are turned into text together: as many as memory does not feel. */
const studentsAtOnce = 2000;

/** Files that say of schools and courses what several thousands of students have in common: a row once. */
const aboutSchools = /^(places|course|CRSC)/;

function isNew(said: Set<string>, line: string): boolean {
  if (said.has(line)) return false;
  said.add(line);
  return true;
}

/** Writes every extract of a synthetic district into a folder, once: one that is there already is left as it is. */
export function writeExtracts(district: StudentDistrict, folder: string): void {
  if (existsSync(folder)) return;
  const unfinished = `${folder}.unfinished`;
  rmSync(unfinished, { recursive: true, force: true });
  mkdirSync(unfinished, { recursive: true });
  const begun = new Set<string>();
  const said = new Set<string>();
  const write = (tables: StudentTables): void => {
    for (const file of allExtracts(tables)) {
      const path = join(unfinished, file.name);
      const isFirst = !begun.has(file.name);
      begun.add(file.name);
      const [header = '', ...lines] = extractText(file).trimEnd().split('\n');
      const rows = aboutSchools.test(file.name) ? lines.filter((line) => isNew(said, line)) : lines;
      appendFileSync(path, [...(isFirst ? [header] : []), ...rows, ''].join('\n'));
    }
  };
  let tables = emptyTables();
  for (const part of generateDistrict(district)) {
    addTables(tables, part);
    if (tables.student.length < studentsAtOnce) continue;
    write(tables);
    // Test records name their schools.
    tables = { ...emptyTables(), place: tables.place };
  }
  write(tables);
  renameSync(unfinished, folder);
}

import { headersOf } from '../calpads/layoutCalpadsHeader.ts';
import type { Statement } from '../../vocabulary/sqlStatements.ts';
import { readVaultStatements } from '../store/readVaultStatements.ts';
import type { VaultConnection } from '../store/vault.ts';
import type { AskedKnowledge, CourseSection, IntakeKnowledge, SchoolListing } from './layout.ts';
import type { StudentRegister, StudentRow } from './studentRegister.ts';

const statements = readVaultStatements(import.meta.url, [
  'selectStudents',
  'linkStudents',
  'selectSchools',
  'selectCodes',
  'selectIncidents',
  'selectSections',
  'selectStaff',
  'selectLastIncident',
  'selectLastStaff',
  'insertPlaces',
  'selectHeaders',
]);

type StaffRow = { staff_id: number; seid: string | null; local_id: string | null };

/** The students of the vault. */
export function selectStudents(connection: VaultConnection): Promise<StudentRow[]> {
  return connection.rows<StudentRow>(statements.selectStudents);
}

/** The headers that the district supplied for files that come without one, by record type. */
export async function selectHeaders(
  connection: VaultConnection,
): Promise<ReadonlyMap<string, readonly string[]>> {
  const rows = await connection.rows<{ codes: string[] }>(statements.selectHeaders);
  return headersOf(rows.map(({ codes }) => codes));
}

/** What rules ask of the vault before a file is read; of incidents, sections and staff only what is asked for. */
export async function selectKnowledge(
  connection: VaultConnection,
  districtCds: string,
  asks: readonly AskedKnowledge[] = ['incidents', 'sections', 'staff'],
): Promise<IntakeKnowledge & { readonly last: { readonly incident: number; readonly staff: number } }> {
  const schools = await connection.rows<{ cds: string }>(statements.selectSchools, { district: districtCds });
  const combinations = await connection.rows<{ name: string; codes: string[] }>(statements.selectCodes);
  const tables = new Map<string, string[][]>();
  for (const { name, codes } of combinations) {
    const table = tables.get(name);
    if (table) table.push(codes);
    else tables.set(name, [codes]);
  }
  const asked = <Row>(what: AskedKnowledge, statement: Statement): Promise<Row[]> =>
    asks.includes(what) ? connection.rows<Row>(statement) : Promise.resolve([]);
  const incidents = await asked<{ key: string; incident_id: number }>(
    'incidents',
    statements.selectIncidents,
  );
  const sections = await asked<CourseSection & { key: string }>('sections', statements.selectSections);
  const staff = await asked<StaffRow>('staff', statements.selectStaff);
  const [incident] = await connection.rows<{ last: number }>(statements.selectLastIncident);
  const [lastStaff] = await connection.rows<{ last: number }>(statements.selectLastStaff);
  return {
    districtCds,
    schools: new Set(schools.map(({ cds }) => cds)),
    codes: (table) => tables.get(table),
    incidents: new Map(incidents.map(({ key, incident_id }) => [key, incident_id])),
    sections: new Map(sections.map((section) => [section.key, section])),
    staff: new Map(
      staff.flatMap(({ staff_id, seid, local_id }) =>
        staffKeys(seid, local_id).map((key) => [key, staff_id]),
      ),
    ),
    last: { incident: incident?.last ?? 0, staff: lastStaff?.last ?? 0 },
  };
}

/** The keys by which a member of staff is known: the SEID, then the local id. */
export function staffKeys(seid: string | null, localId: string | null): string[] {
  return [...(seid === null ? [] : [`seid ${seid}`]), ...(localId === null ? [] : [`local ${localId}`])];
}

/** Writes the students that a file brought, and the other ids that it was the first to say. */
export async function writeStudents(
  connection: VaultConnection,
  register: StudentRegister,
  districtCds: string,
): Promise<number> {
  const { added, linked } = register.news();
  const columns = ['student_id', 'ssid', 'local_id', 'district_cds'];
  if (added.length > 0) {
    const rows = added.map((one) => [one.student_id, one.ssid, one.local_id, districtCds]);
    await connection.append('student', columns, rows);
  }
  if (linked.length > 0) {
    await connection.run(statements.linkStudents, {
      ids: linked.map((one) => String(one.student_id)),
      ssids: linked.map((one) => one.ssid ?? ''),
      locals: linked.map((one) => one.local_id ?? ''),
    });
  }
  return added.length;
}

export async function writePlaces(
  connection: VaultConnection,
  places: Iterable<SchoolListing>,
): Promise<void> {
  const all = [...places];
  if (all.length === 0) return;
  await connection.run(statements.insertPlaces, {
    cds: all.map(({ cds }) => cds),
    levels: all.map(({ level }) => level),
    names: all.map(({ name }) => name),
    charters: all.map(({ charter }) => String(charter ?? '')),
    types: all.map(({ type }) => type ?? ''),
    alternatives: all.map(({ alternative }) => String(alternative ?? '')),
    overwrites: all.map(({ overwrite }) => String(overwrite)),
  });
}

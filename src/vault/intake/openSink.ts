import type { VaultValue } from '../store/vault.ts';
import { type FactTable, factColumns } from './factColumns.ts';
import type { FindingList } from './findingList.ts';
import { staffKeys } from './knowledge.store.ts';
import type { IntakeKnowledge, IntakeSink, SchoolListing } from './layout.ts';
import { localIdMustNameOneStudent } from './localIdMustNameOneStudent.ts';
import type { StudentRegister } from './studentRegister.ts';

export type OpenSink = {
  readonly sink: IntakeSink;
  /** Rows that wait to be written, by table, as values in the order of its columns with file and line. */
  readonly waiting: ReadonlyMap<FactTable, (readonly VaultValue[])[]>;
  readonly places: ReadonlyMap<string, SchoolListing>;
  readonly at: (line: number) => void;
  readonly line: () => number;
  readonly facts: () => number;
};

/** The sink of one file: gathers its rows and findings. */
export function openSink(
  file: number,
  findings: FindingList,
  register: StudentRegister,
  known: IntakeKnowledge & { readonly last: { readonly incident: number; readonly staff: number } },
): OpenSink {
  const waiting = new Map<FactTable, (readonly VaultValue[])[]>();
  const places = new Map<string, SchoolListing>();
  const staff = new Map(known.staff);
  let [line, facts, incident, lastStaff] = [0, 0, known.last.incident, known.last.staff];
  return {
    waiting,
    places,
    at: (next) => {
      line = next;
    },
    line: () => line,
    facts: () => facts,
    sink: {
      breach: (breach, where) => findings.add(breach, where === undefined ? line : where),
      fact: (table, row, where) => {
        const rows = waiting.get(table) ?? [];
        if (rows.length === 0) waiting.set(table, rows);
        const columns: readonly string[] = factColumns[table];
        const values: VaultValue[] = Array.from({ length: columns.length + 2 });
        for (let i = 0; i < columns.length; i++) values[i] = row[columns[i] ?? ''] ?? null;
        values[columns.length] = file;
        values[columns.length + 1] = where ?? line;
        rows.push(values);
        facts += 1;
      },
      student: (ssid, localId) =>
        register.find(ssid, localId, () => findings.add(localIdMustNameOneStudent, line)),
      staff: (seid, localId) => {
        const keys = staffKeys(seid, localId);
        const id = keys.map((key) => staff.get(key)).find((one) => one !== undefined);
        const own = id ?? ++lastStaff;
        for (const key of keys) if (!staff.has(key)) staff.set(key, own);
        return { id: own, isNew: id === undefined };
      },
      place: (listing) => {
        if (listing.overwrite) facts += 1;
        if (listing.overwrite || !places.has(listing.cds)) places.set(listing.cds, listing);
      },
      nextIncident: () => ++incident,
    },
  };
}

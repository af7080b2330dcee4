type Student = { readonly id: number; ssid: string | null; localId: string | null };

/** One student's row as it must stand in the vault. */
export type StudentRow = {
  readonly student_id: number;
  readonly ssid: string | null;
  readonly local_id: string | null;
};

/** The students of a vault by their ids, and those that a file has brought or told more of. */
export type StudentRegister = {
  /**
   * The student's id: by SSID; of a row that has none by the local id; of an SSID that nobody has by the local id of a
   * student without one; else a new one. `conflict` is told of a local id that stands with two SSIDs: the SSID is believed.
   */
  readonly find: (ssid: string | null, localId: string | null, conflict: () => void) => number;
  /** Students that this file brought, and students whose other id it was the first to say. */
  readonly news: () => { readonly added: readonly StudentRow[]; readonly linked: readonly StudentRow[] };
  /** The news are written: the next file's begin here. */
  readonly settle: () => void;
};

/** Links rows to the students of a vault, and to those that come with them. */
export function studentRegister(rows: readonly StudentRow[]): StudentRegister {
  const bySsid = new Map<string, Student>();
  const byLocalId = new Map<string, Student>();
  let last = 0;
  for (const { student_id: id, ssid, local_id: localId } of rows) {
    const student: Student = { id, ssid, localId };
    if (ssid !== null) bySsid.set(ssid, student);
    if (localId !== null && !byLocalId.has(localId)) byLocalId.set(localId, student);
    if (id > last) last = id;
  }
  let added: Student[] = [];
  const linked = new Set<Student>();
  let first = last;
  const learn = (student: Student, ssid: string | null, localId: string | null): void => {
    if (student.ssid === null && ssid !== null) {
      student.ssid = ssid;
      bySsid.set(ssid, student);
      if (student.id <= first) linked.add(student);
    }
    if (student.localId === null && localId !== null && !byLocalId.has(localId)) {
      student.localId = localId;
      byLocalId.set(localId, student);
      if (student.id <= first) linked.add(student);
    }
  };
  const make = (ssid: string | null, localId: string | null): Student => {
    last += 1;
    const student: Student = { id: last, ssid, localId };
    if (ssid !== null) bySsid.set(ssid, student);
    if (localId !== null && !byLocalId.has(localId)) byLocalId.set(localId, student);
    added.push(student);
    return student;
  };
  const rowOf = ({ id, ssid, localId }: Student): StudentRow => ({ student_id: id, ssid, local_id: localId });
  return {
    find: (ssid, localId, conflict) => {
      const known = ssid === null ? undefined : bySsid.get(ssid);
      if (known) {
        if (localId !== null && known.localId !== localId) {
          if (known.localId === null) learn(known, ssid, localId);
          else if ((byLocalId.get(localId) ?? known) !== known) conflict();
        }
        return known.id;
      }
      const local = localId === null ? undefined : byLocalId.get(localId);
      if (local && (ssid === null || local.ssid === null)) {
        learn(local, ssid, localId);
        return local.id;
      }
      if (local) conflict();
      return make(ssid, localId).id;
    },
    news: () => ({ added: added.map(rowOf), linked: [...linked].map(rowOf) }),
    settle: () => {
      added = [];
      linked.clear();
      first = last;
    },
  };
}

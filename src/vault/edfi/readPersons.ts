import type { IntakeSink } from '../intake/layout.ts';
import { studentMustHaveAnId } from '../intake/studentMustHaveAnId.ts';
import { edfiMark, type EdfiOrigin } from './edfiRecord.ts';
import type { RecordOf } from './edfiSet.ts';
import type { Association } from './readAssociation.ts';
import type { FieldBreach } from './readFields.ts';
import { recordMustStandOnce } from './recordMustStandOnce.ts';
import { ssidMustNameOneStudent } from './ssidMustNameOneStudent.ts';
import { stateIdMustBeGiven } from './stateIdMustBeGiven.ts';
import { studentMustStandInTheSet } from './studentMustStandInTheSet.ts';

export type Person = {
  readonly birth: string | null;
  readonly origin: EdfiOrigin;
  readonly element: string;
  readonly associations: Association[];
};

/** The students of a set by their unique ids, and who they are in the vault. */
export type PersonRegister = {
  readonly add: (record: RecordOf<'Student'>) => void;
  readonly associate: (association: Association) => void;
  /** Every student, once all of the set is read. */
  readonly all: () => ReadonlyMap<string, Person>;
  /** The student's id in the vault; undefined after a finding. Asked once all of the set is read. */
  readonly id: (uniqueId: string, element: string, origin: EdfiOrigin) => number | undefined;
};

/**
 * Gathers students. The SSID is the identification code of the state that an association with the district gives; the
 * local id is the district's code or, without one, the unique id of Ed-Fi.
 */
export function readPersons(sink: IntakeSink, breach: FieldBreach): PersonRegister {
  const persons = new Map<string, Person>();
  const marks = new Map<string, string>();
  const waiting: Association[] = [];
  const ids = new Map<string, number | undefined>();
  let [isSettled, isTold] = [false, false];
  /** Where the set has no student at all, once. */
  const isMissing = (element: string, origin: EdfiOrigin): void => {
    if (persons.size > 0 || !isTold) breach(studentMustStandInTheSet(element), origin);
    isTold = true;
  };
  const settle = (): void => {
    if (isSettled) return;
    isSettled = true;
    for (const association of waiting) {
      const person = persons.get(marks.get(association.student) ?? association.student);
      if (person) person.associations.push(association);
      else isMissing(association.reference, association.origin);
    }
    const bySsid = new Set<string>();
    let without = 0;
    for (const [uniqueId, person] of persons) {
      const ssids = new Set(person.associations.flatMap((one) => one.ssids));
      const [ssid = null] = ssids;
      if (ssid === null) without += 1;
      ids.set(uniqueId, link(uniqueId, ssid, person));
      if (ssids.size > 1 || (ssid !== null && bySsid.has(ssid))) {
        const { element, origin } = person.associations[0] ?? person;
        breach(ssidMustNameOneStudent(ssids.size > 1, element), origin);
      }
      if (ssid !== null) bySsid.add(ssid);
    }
    const [first] = persons.values();
    if (without > 0 && first) breach(stateIdMustBeGiven(without, persons.size, first.element), first.origin);
  };
  const link = (uniqueId: string, ssid: string | null, person: Person): number | undefined => {
    const { element, origin } = person.associations[0] ?? person;
    const localId = person.associations.find((one) => one.localId !== null)?.localId ?? uniqueId;
    const wrong = studentMustHaveAnId(ssid, localId, { ssid: element, localId: element });
    if (!wrong) return sink.student(ssid, localId);
    breach(wrong, origin);
    return undefined;
  };
  return {
    add: (record) => {
      const id = record.required('id');
      if (id === null) return;
      const { origin } = record;
      const mark = record.text('mark');
      if (mark !== null) marks.set(edfiMark(origin, mark), id);
      if (persons.has(id)) breach(recordMustStandOnce(record.element('id')), origin);
      else
        persons.set(id, {
          birth: record.day('birth'),
          origin,
          element: record.element('id'),
          associations: [],
        });
    },
    associate: (association) => waiting.push(association),
    all: () => {
      settle();
      return persons;
    },
    id: (named, element, origin) => {
      settle();
      const uniqueId = marks.get(named) ?? named;
      if (!persons.has(uniqueId)) isMissing(element, origin);
      return ids.get(uniqueId);
    },
  };
}

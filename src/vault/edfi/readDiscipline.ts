import { yearOfDay } from '../intake/parseDay.ts';
import { edfiParts } from './edfiFields.ts';
import { edfiMark, type EdfiOrigin } from './edfiRecord.ts';
import type { EdfiSet, RecordOf } from './edfiSet.ts';
import { actionMustNameAnIncident } from './actionMustNameAnIncident.ts';
import { incidentMustStandInTheSet } from './incidentMustStandInTheSet.ts';

/** An incident by school and identifier, or by its mark in the file. */
type IncidentName = { readonly mark: string } | { readonly school: string; readonly id: string };
type Incident = {
  readonly id: string;
  readonly school: string;
  readonly date: string;
  readonly mark: string | null;
  readonly origin: EdfiOrigin;
  readonly elements: Readonly<Record<'id' | 'school' | 'date', string>>;
};
type Followed = {
  readonly student: string;
  readonly incident: IncidentName | undefined;
  /** An action's own incident where it names none. */
  readonly instead: Incident | undefined;
  readonly results: readonly string[];
  readonly days: number | null;
  readonly offence: string | null;
  readonly origin: EdfiOrigin;
  readonly elements: Readonly<Record<'student' | 'incident', string>>;
};

export type DisciplineReader = {
  readonly addIncident: (record: RecordOf<'DisciplineIncident'>) => void;
  readonly addBehaviour: (record: RecordOf<'StudentDisciplineIncidentBehaviorAssociation'>) => void;
  readonly addAction: (record: RecordOf<'DisciplineAction'>) => void;
  readonly end: (nextIncident: () => number) => void;
};

/** Incidents, what students did in them and what followed. An action in several incidents follows from the first. */
export function readDiscipline(set: EdfiSet): DisciplineReader {
  const incidents: Incident[] = [];
  const followed: Followed[] = [];
  const refer = (
    record: RecordOf<'DisciplineAction'> | RecordOf<'StudentDisciplineIncidentBehaviorAssociation'>,
  ): IncidentName | undefined => {
    const [part] = record.parts('incident', edfiParts.incident);
    const mark = record.text('mark');
    if (!part) return mark === null ? undefined : { mark: edfiMark(record.origin, mark) };
    const [id, school] = [part.required('id'), part.required('school')];
    return id === null || school === null ? undefined : { school, id };
  };
  const keyOf = (name: IncidentName): string =>
    'mark' in name ? name.mark : `${set.organisations.idOf(name.school)}|${name.id}`;
  return {
    addIncident: (record) => {
      const { origin, element } = record;
      const id = record.required('id');
      const school = record.required('school');
      const date = record.requiredDay('date');
      if (id === null || school === null || date === null) return;
      if (!set.once('DisciplineIncident', `${school}|${id}`, element('id'), origin)) return;
      const elements = { id: element('id'), school: element('school'), date: element('date') };
      incidents.push({ id, school, date, mark: record.text('mark'), origin, elements });
    },
    addBehaviour: (record) => {
      const { origin, element } = record;
      const student = record.required('student');
      const behaviour = record.required('behaviour');
      const incident = refer(record);
      if (student === null || behaviour === null) return;
      const offence = set.code('BehaviorDescriptor', behaviour, element('behaviour'), origin) ?? null;
      const elements = { student: element('student'), incident: element('incident') };
      const nothing = { instead: undefined, results: [], days: null };
      followed.push({ student, incident, ...nothing, offence, origin, elements });
    },
    addAction: (record) => {
      const { origin, element } = record;
      const id = record.required('id');
      const student = record.required('student');
      const date = record.requiredDay('date');
      const school = record.required('school');
      if (record.required('results') === null) return;
      const results = record
        .texts('results')
        .flatMap((uri) => set.code('DisciplineDescriptor', uri, element('results'), origin) ?? []);
      const days = record.number('actualDays') ?? record.number('days');
      const incident = refer(record);
      if (id === null || student === null || date === null || school === null) return;
      if (!set.once('DisciplineAction', `${student}|${id}|${date}`, element('id'), origin)) return;
      const elements = { student: element('student'), incident: element('incident') };
      const places = { id: element('id'), school: element('school'), date: element('date') };
      const instead: Incident = { id: `action ${id}`, school, date, mark: null, origin, elements: places };
      followed.push({
        student,
        incident,
        instead: incident === undefined ? instead : undefined,
        results,
        days,
        offence: null,
        origin,
        elements,
      });
    },
    end: (nextIncident) => {
      const ids = new Map<string, number>();
      const skipped = new Set<string>();
      const write = (one: Incident): number | undefined => {
        const keys = [
          keyOf({ school: one.school, id: one.id }),
          ...(one.mark === null ? [] : [edfiMark(one.origin, one.mark)]),
        ];
        const before = ids.get(keys[0] ?? '');
        if (before !== undefined) return before;
        const year = yearOfDay(one.date);
        const cds = set.inYear(year, one.elements.date, one.origin)
          ? set.organisations.place(one.school, one.elements.school, one.origin)
          : undefined;
        if (cds === undefined) {
          for (const key of keys) skipped.add(key);
          return undefined;
        }
        const number = set.known.incidents.get(`${year}|${cds}|${one.id}`) ?? nextIncident();
        for (const key of keys) ids.set(key, number);
        const at = { school_year: year, district_cds: set.known.districtCds, school_cds: cds };
        set.fact(
          'incident',
          { incident_id: number, local_id: one.id, ...at, occurred_on: one.date },
          one.origin,
        );
        return number;
      };
      for (const one of incidents) write(one);
      for (const { incident, instead, results, days, offence, origin, elements, ...one } of followed) {
        const key = incident && keyOf(incident);
        const isLeftOut = key !== undefined && skipped.has(key);
        const id = set.persons.id(one.student, elements.student, origin);
        if (instead) set.breach(actionMustNameAnIncident(elements.incident), origin);
        const number = instead ? write(instead) : ids.get(key ?? '');
        if (number === undefined && !isLeftOut && !instead)
          set.breach(incidentMustStandInTheSet(elements.incident), origin);
        if (number === undefined || id === undefined) continue;
        const who = { incident_id: number, student_id: id };
        if (offence !== null) set.fact('offence', { ...who, code: offence }, origin);
        for (const result of results) set.fact('incident_student', { ...who, result, days }, origin);
      }
    },
  };
}

import type { EdfiResource } from '../../vocabulary/edfiResources.ts';
import type { IntakeKnowledge, IntakeSink } from '../intake/layout.ts';
import type { EdfiSet, RecordOf } from './edfiSet.ts';
import { openDescriptors } from './openDescriptors.ts';
import { readAcademicRecords } from './readAcademicRecords.ts';
import { readAssociation } from './readAssociation.ts';
import { readAttendance } from './readAttendance.ts';
import { readDiscipline } from './readDiscipline.ts';
import { readEnrolments } from './readEnrolments.ts';
import type { FieldBreach } from './readFields.ts';
import { readOrganisations } from './readOrganisations.ts';
import { readPersons } from './readPersons.ts';
import { readProgrammes } from './readProgrammes.ts';
import { readTranscripts } from './readTranscripts.ts';
import { recordMustBeOfTheSetsYear } from './recordMustBeOfTheSetsYear.ts';
import { recordMustStandOnce } from './recordMustStandOnce.ts';
import { schoolDays } from './schoolDays.ts';
import { writePersons } from './writePersons.ts';

export type OpenEdfiSet = {
  readonly read: <R extends EdfiResource>(resource: R, record: RecordOf<R>) => void;
  /** Writes the facts, once every record is read. */
  readonly end: () => void;
  /** The school year: that which was asked for, else the latest of enrolments, else of events, else of sessions. */
  readonly year: () => number | undefined;
};

/** Gathers the records of a set, in whatever order they come, and writes what they say together. */
export function openEdfiSet(
  sink: IntakeSink,
  known: IntakeKnowledge,
  breach: FieldBreach,
  asked: number | undefined,
): OpenEdfiSet {
  const code = openDescriptors(known, breach);
  const seen = new Map<EdfiResource, Set<string>>();
  const set: EdfiSet = {
    known,
    breach,
    code,
    fact: (table, row, { line }) => sink.fact(table, row, line),
    organisations: readOrganisations(known, sink, breach),
    persons: readPersons(sink, breach),
    once: (resource, key, element, origin) => {
      const keys = seen.get(resource) ?? new Set();
      seen.set(resource, keys);
      if (keys.has(key)) breach(recordMustStandOnce(element), origin);
      return keys.size < keys.add(key).size;
    },
    inYear: (own, element, origin) => {
      const year = yearOf();
      if (year === undefined || own === year) return true;
      breach(recordMustBeOfTheSetsYear(own, year, element), origin);
      return false;
    },
  };
  const days = schoolDays();
  const enrolments = readEnrolments(set);
  const programmes = readProgrammes(set);
  const discipline = readDiscipline(set);
  const attendance = readAttendance(set);
  const academic = readAcademicRecords(set);
  const transcripts = readTranscripts(set);
  const yearOf = (): number | undefined =>
    asked ?? enrolments.latestYear() ?? attendance.latestYear() ?? days.latestYear();
  const readers: { readonly [R in EdfiResource]: (record: RecordOf<R>) => void } = {
    LocalEducationAgency: set.organisations.addDistrict,
    School: set.organisations.addSchool,
    Course: transcripts.addCourse,
    Session: (record) => days.addSession(record, breach),
    CalendarDate: (record) => days.addDate(record, code),
    Student: set.persons.add,
    StudentEducationOrganizationAssociation: (record) => {
      const one = readAssociation(record, code);
      if (!one) return;
      const key = `${one.student}|${one.organisation}`;
      if (set.once('StudentEducationOrganizationAssociation', key, one.reference, one.origin))
        set.persons.associate(one);
    },
    StudentSchoolAssociation: enrolments.add,
    StudentProgramAssociation: (record) => programmes.add('StudentProgramAssociation', record),
    StudentSpecialEducationProgramAssociation: (record) =>
      programmes.add('StudentSpecialEducationProgramAssociation', record),
    StudentMigrantEducationProgramAssociation: programmes.addMigrant,
    StudentHomelessProgramAssociation: (record) =>
      programmes.add('StudentHomelessProgramAssociation', record),
    StudentSchoolFoodServiceProgramAssociation: programmes.addServices,
    StudentLanguageInstructionProgramAssociation: (record) =>
      programmes.add('StudentLanguageInstructionProgramAssociation', record),
    DisciplineIncident: discipline.addIncident,
    StudentDisciplineIncidentBehaviorAssociation: discipline.addBehaviour,
    DisciplineAction: discipline.addAction,
    StudentSchoolAttendanceEvent: attendance.add,
    StudentAcademicRecord: academic.add,
    CourseTranscript: transcripts.add,
  };
  return {
    read: (resource, record) => readers[resource](record),
    end: () => {
      const year = yearOf();
      const stays = enrolments.end((student) =>
        year === undefined ? undefined : academic.of(student, year),
      );
      programmes.end();
      discipline.end(sink.nextIncident);
      transcripts.end();
      if (year === undefined) {
        set.persons.all();
        return;
      }
      writePersons(set, stays, programmes, year);
      attendance.end(stays, days, year);
    },
    year: yearOf,
  };
}

import { edfiResources } from '../../../src/vocabulary/edfiResources.ts';
import type { EnrolmentRow, StudentTables } from '../studentRows.ts';

/** A record as the API of an ODS serves it. */
export type EdfiJson = { readonly [name: string]: unknown };

/** The records of one school year by the collections of the API. */
export type EdfiCollections = ReadonlyMap<string, readonly EdfiJson[]>;

/** The district's own descriptors: their code values are California's codes. */
const own = 'uri://district.example.org';
const core = 'uri://ed-fi.org';
const races: Readonly<Record<string, readonly string[]>> = {
  AI: ['American Indian or Alaska Native'],
  AS: ['Asian'],
  PI: ['Native Hawaiian or Pacific Islander'],
  AA: ['Black or African American'],
  WH: ['White'],
  MR: ['White', 'Asian'],
};

/**
 * A school year of a synthetic district as the records of an ODS of Ed-Fi 5.2. Students go by a unique id of the system's
 * own; the SSID and the local id stand in the association with the district. A-G and the other flags of SENR, for which
 * Ed-Fi has no element, are recognitions of the district's own.
 */
export function edfiRecords(tables: StudentTables, year: number): EdfiCollections {
  const district = tables.place.find((row) => row.level === 'district')?.cds ?? '';
  const enrolments = tables.enrolment.filter((row) => row.school_year === year);
  const present = new Set(enrolments.map((row) => row.student_id));
  const students = tables.student.filter((row) => present.has(row.student_id));
  const infos = new Map(tables.student_info.map((row) => [row.student_id, row]));
  const schools = tables.place.filter((row) => row.level === 'school');
  const agency = Number(district.slice(0, 7));
  const organisation = { educationOrganizationId: agency };
  return new Map<string, readonly EdfiJson[]>([
    ...Object.values(edfiResources).map((name) => [name, []] as const),
    [
      'localEducationAgencies',
      [
        {
          identificationCodes: [stateCode(district)],
          nameOfInstitution: 'Sample district',
          localEducationAgencyId: agency,
        },
      ],
    ],
    [
      'schools',
      schools.map(({ cds, name, charter }) => ({
        identificationCodes: [stateCode(cds)],
        nameOfInstitution: name,
        schoolId: schoolId(cds),
        charterStatusDescriptor: `${core}/CharterStatusDescriptor#${charter ? 'Open Enrollment' : 'Not a Charter School'}`,
      })),
    ],
    [
      'students',
      students.map((row) => ({
        studentUniqueId: uniqueId(row.student_id),
        firstName: 'Sample',
        lastSurname: `Núñez & Daughter ${row.student_id}`,
        birthDate: infos.get(row.student_id)?.birth_date ?? '2012-02-29',
      })),
    ],
    [
      'studentEducationOrganizationAssociations',
      students.map(({ student_id, ssid, local_id }) => {
        const info = infos.get(student_id);
        return {
          studentReference: { studentUniqueId: uniqueId(student_id) },
          educationOrganizationReference: organisation,
          studentIdentificationCodes: [
            ...(ssid === null ? [] : [studentCode('State', ssid)]),
            studentCode('District', local_id),
          ],
          ...(info?.gender ? { sexDescriptor: `${own}/SexDescriptor#${info.gender}` } : {}),
          hispanicLatinoEthnicity: info?.race === 'HI',
          races: (races[info?.race ?? ''] ?? []).map((race) => ({
            raceDescriptor: `${core}/RaceDescriptor#${race}`,
          })),
        };
      }),
    ],
    ['studentSchoolAssociations', enrolments.map(enrolmentRecord)],
    ['studentAcademicRecords', enrolments.flatMap(academicRecord)],
    ['studentProgramAssociations', programmeRecords(tables, present, district)],
    ...disciplineRecords(tables, year, present),
  ]);
}

const flags = {
  met_uc_csu: '1.29',
  merit_diploma: '1.32',
  seal_of_biliteracy: '1.33',
  transition_status: '1.34',
  workforce_readiness: '1.35',
  food_handler: '1.36',
  pre_apprenticeship: '1.37',
  pre_apprenticeship_other: '1.38',
  job_programme: '1.39',
} as const;

/** What a student reached who completed school: the district's own recognitions, by the elements of SENR. */
function academicRecord(row: EnrolmentRow): readonly EdfiJson[] {
  const reached = (Object.keys(flags) as (keyof typeof flags)[]).filter((flag) => row[flag] === true);
  if (reached.length === 0) return [];
  return [
    {
      recognitions: reached.map((flag) => ({
        recognitionTypeDescriptor: `${own}/RecognitionTypeDescriptor#${flags[flag]}`,
      })),
      studentReference: { studentUniqueId: uniqueId(row.student_id) },
      educationOrganizationReference: { educationOrganizationId: schoolId(row.school_cds) },
      schoolYearTypeReference: { schoolYear: row.school_year },
      termDescriptor: `${core}/TermDescriptor#Spring Semester`,
    },
  ];
}

/** The unique id of a student in the system. */
function uniqueId(student: number): string {
  return `U${student}`;
}

/** The id of a school in the system: another one than the state's. */
function schoolId(cds: string): number {
  return 900_000_000 + Number(cds.slice(7));
}

function stateCode(code: string): EdfiJson {
  return {
    identificationCode: code,
    educationOrganizationIdentificationSystemDescriptor: `${core}/EducationOrganizationIdentificationSystemDescriptor#SEA`,
  };
}

function studentCode(system: string, code: string): EdfiJson {
  return {
    identificationCode: code,
    studentIdentificationSystemDescriptor: `${core}/StudentIdentificationSystemDescriptor#${system}`,
    assigningOrganizationIdentificationCode: system,
  };
}

function enrolmentRecord(row: EnrolmentRow): EdfiJson {
  const exit = [row.exit_reason, row.completion].filter((code) => code !== null).join(' ');
  return {
    studentReference: { studentUniqueId: uniqueId(row.student_id) },
    schoolReference: { schoolId: schoolId(row.school_cds) },
    primarySchool: row.status !== '20',
    schoolYearTypeReference: { schoolYear: row.school_year },
    entryDate: row.start_date,
    entryGradeLevelDescriptor: `${own}/GradeLevelDescriptor#${row.grade}`,
    ...(row.end_date === null ? {} : { exitWithdrawDate: row.end_date }),
    ...(exit === '' ? {} : { exitWithdrawTypeDescriptor: `${own}/ExitWithdrawTypeDescriptor#${exit}` }),
    enrollmentTypeDescriptor: `${own}/EnrollmentTypeDescriptor#${row.status}`,
  };
}

function programmeRecords(
  { programme }: StudentTables,
  present: ReadonlySet<number>,
  district: string,
): readonly EdfiJson[] {
  return programme
    .filter((row) => present.has(row.student_id))
    .map((row) => {
      const id = row.school_cds === district ? Number(district.slice(0, 7)) : schoolId(row.school_cds);
      return {
        beginDate: row.start_date,
        ...(row.end_date === null ? {} : { endDate: row.end_date }),
        educationOrganizationReference: { educationOrganizationId: id },
        programReference: {
          educationOrganizationId: Number(district.slice(0, 7)),
          programName: row.code,
          programTypeDescriptor: `${own}/ProgramTypeDescriptor#${row.code}`,
        },
        studentReference: { studentUniqueId: uniqueId(row.student_id) },
      };
    });
}

function disciplineRecords(
  { incident, incident_student, offence }: StudentTables,
  year: number,
  present: ReadonlySet<number>,
): readonly (readonly [string, readonly EdfiJson[]])[] {
  const incidents = new Map(
    incident.filter((row) => row.school_year === year).map((row) => [row.incident_id, row]),
  );
  const reference = (
    row: { readonly incident_id: number; readonly student_id: number },
    behaviour: string,
  ) => ({
    incidentIdentifier: incidents.get(row.incident_id)?.local_id,
    schoolId: schoolId(incidents.get(row.incident_id)?.school_cds ?? ''),
    studentUniqueId: uniqueId(row.student_id),
    behaviorDescriptor: `${own}/BehaviorDescriptor#${behaviour}`,
  });
  const isHere = (row: { readonly incident_id: number; readonly student_id: number }): boolean =>
    incidents.has(row.incident_id) && present.has(row.student_id);
  return [
    [
      'disciplineIncidents',
      [...incidents.values()].map((row) => ({
        incidentIdentifier: row.local_id,
        incidentDate: row.occurred_on,
        schoolReference: { schoolId: schoolId(row.school_cds) },
      })),
    ],
    [
      'studentDisciplineIncidentBehaviorAssociations',
      offence.filter(isHere).map((row) => {
        const { behaviorDescriptor, studentUniqueId, ...where } = reference(row, row.code);
        return {
          behaviorDescriptor,
          disciplineIncidentReference: where,
          studentReference: { studentUniqueId },
        };
      }),
    ],
    [
      'disciplineActions',
      incident_student.filter(isHere).map((row, at) => ({
        disciplineActionIdentifier: `A${at}`,
        disciplineDate: incidents.get(row.incident_id)?.occurred_on,
        disciplines: [{ disciplineDescriptor: `${own}/DisciplineDescriptor#${row.result}` }],
        actualDisciplineActionLength: row.days,
        responsibilitySchoolReference: {
          schoolId: schoolId(incidents.get(row.incident_id)?.school_cds ?? ''),
        },
        studentDisciplineIncidentBehaviorAssociations: [
          { studentDisciplineIncidentBehaviorAssociationReference: reference(row, '000') },
        ],
        studentReference: { studentUniqueId: uniqueId(row.student_id) },
      })),
    ],
  ];
}

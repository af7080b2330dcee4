import type { EdfiResource } from '../../vocabulary/edfiResources.ts';

/** Where a field stands: path of elements in XML, path of keys in JSON. */
export type EdfiPaths = readonly [xml: string, json: string];

const student = {
  student: ['StudentReference/StudentIdentity/StudentUniqueId', 'studentReference/studentUniqueId'],
} as const;
const school = {
  school: ['SchoolReference/SchoolIdentity/SchoolId', 'schoolReference/schoolId'],
} as const;
const organisation = {
  organisation: [
    'EducationOrganizationReference/EducationOrganizationIdentity/EducationOrganizationId',
    'educationOrganizationReference/educationOrganizationId',
  ],
} as const;
const schoolYear = ['SchoolYear', 'schoolYearTypeReference/schoolYear'] as const;
const place = {
  mark: ['@id', ''],
  name: ['NameOfInstitution', 'nameOfInstitution'],
  codes: ['EducationOrganizationIdentificationCode', 'identificationCodes'],
  charter: ['CharterStatus', 'charterStatusDescriptor'],
} as const;
const programme = {
  ...student,
  ...organisation,
  kind: ['ProgramReference/ProgramIdentity/ProgramType', 'programReference/programTypeDescriptor'],
  begin: ['BeginDate', 'beginDate'],
  end: ['EndDate', 'endDate'],
  usEntry: ['USInitialSchoolEntry', 'usInitialSchoolEntry'],
  services: [
    'SchoolFoodServiceProgramService/SchoolFoodServiceProgramService',
    'schoolFoodServiceProgramServices/schoolFoodServiceProgramServiceDescriptor',
  ],
} as const;
const incident = [
  'DisciplineIncidentReference/DisciplineIncidentIdentity',
  'disciplineIncidentReference',
] as const;

/** The fields that the vault reads of each resource of Ed-Fi 5.2. */
export const edfiFields = {
  LocalEducationAgency: {
    id: ['LocalEducationAgencyId', 'localEducationAgencyId'],
    ...place,
  },
  School: { id: ['SchoolId', 'schoolId'], ...place },
  Course: {
    code: ['CourseCode', 'courseCode'],
    ...organisation,
    codes: ['CourseIdentificationCode', 'identificationCodes'],
  },
  Session: {
    ...school,
    name: ['SessionName', 'sessionName'],
    year: schoolYear,
    begin: ['BeginDate', 'beginDate'],
    end: ['EndDate', 'endDate'],
    days: ['TotalInstructionalDays', 'totalInstructionalDays'],
  },
  CalendarDate: {
    school: [
      'CalendarReference/CalendarIdentity/SchoolReference/SchoolIdentity/SchoolId',
      'calendarReference/schoolId',
    ],
    year: ['CalendarReference/CalendarIdentity/SchoolYear', 'calendarReference/schoolYear'],
    date: ['Date', 'date'],
    events: ['CalendarEvent', 'calendarEvents/calendarEventDescriptor'],
  },
  Student: {
    mark: ['@id', ''],
    id: ['StudentUniqueId', 'studentUniqueId'],
    birth: ['BirthData/BirthDate', 'birthDate'],
  },
  StudentEducationOrganizationAssociation: {
    ...student,
    ...organisation,
    codes: ['StudentIdentificationCode', 'studentIdentificationCodes'],
    sex: ['Sex', 'sexDescriptor'],
    hispanic: ['HispanicLatinoEthnicity', 'hispanicLatinoEthnicity'],
    races: ['Race', 'races/raceDescriptor'],
    proficiency: ['LimitedEnglishProficiency', 'limitedEnglishProficiencyDescriptor'],
    characteristics: ['StudentCharacteristic', 'studentCharacteristics'],
  },
  StudentSchoolAssociation: {
    ...student,
    ...school,
    year: schoolYear,
    primary: ['PrimarySchool', 'primarySchool'],
    start: ['EntryDate', 'entryDate'],
    grade: ['EntryGradeLevel', 'entryGradeLevelDescriptor'],
    end: ['ExitWithdrawDate', 'exitWithdrawDate'],
    exit: ['ExitWithdrawType', 'exitWithdrawTypeDescriptor'],
    kind: ['EnrollmentType', 'enrollmentTypeDescriptor'],
  },
  StudentProgramAssociation: programme,
  StudentSpecialEducationProgramAssociation: programme,
  StudentMigrantEducationProgramAssociation: programme,
  StudentHomelessProgramAssociation: programme,
  StudentLanguageInstructionProgramAssociation: programme,
  StudentSchoolFoodServiceProgramAssociation: programme,
  DisciplineIncident: {
    mark: ['@id', ''],
    id: ['IncidentIdentifier', 'incidentIdentifier'],
    ...school,
    date: ['IncidentDate', 'incidentDate'],
  },
  StudentDisciplineIncidentBehaviorAssociation: {
    ...student,
    mark: ['DisciplineIncidentReference/@ref', ''],
    incident,
    behaviour: ['Behavior', 'behaviorDescriptor'],
  },
  DisciplineAction: {
    ...student,
    id: ['DisciplineActionIdentifier', 'disciplineActionIdentifier'],
    date: ['DisciplineDate', 'disciplineDate'],
    results: ['Discipline', 'disciplines/disciplineDescriptor'],
    days: ['DisciplineActionLength', 'disciplineActionLength'],
    actualDays: ['ActualDisciplineActionLength', 'actualDisciplineActionLength'],
    school: [
      'ResponsibilitySchoolReference/SchoolIdentity/SchoolId',
      'responsibilitySchoolReference/schoolId',
    ],
    mark: [
      'StudentDisciplineIncidentBehaviorAssociationReference/StudentDisciplineIncidentBehaviorAssociationIdentity/DisciplineIncidentReference/@ref',
      '',
    ],
    incident: [
      'StudentDisciplineIncidentBehaviorAssociationReference/StudentDisciplineIncidentBehaviorAssociationIdentity/DisciplineIncidentReference/DisciplineIncidentIdentity',
      'studentDisciplineIncidentBehaviorAssociations/studentDisciplineIncidentBehaviorAssociationReference',
    ],
  },
  StudentSchoolAttendanceEvent: {
    ...student,
    ...school,
    year: ['SessionReference/SessionIdentity/SchoolYear', 'sessionReference/schoolYear'],
    date: ['AttendanceEvent/EventDate', 'eventDate'],
    category: ['AttendanceEvent/AttendanceEventCategory', 'attendanceEventCategoryDescriptor'],
    days: ['AttendanceEvent/EventDuration', 'eventDuration'],
  },
  StudentAcademicRecord: {
    ...student,
    ...organisation,
    year: schoolYear,
    diplomas: ['Diploma/DiplomaType', 'diplomas/diplomaTypeDescriptor'],
    honours: ['AcademicHonor/AcademicHonorCategory', 'academicHonors/academicHonorCategoryDescriptor'],
    recognitions: ['Recognition/RecognitionType', 'recognitions/recognitionTypeDescriptor'],
  },
  CourseTranscript: {
    student: [
      'StudentAcademicRecordReference/StudentAcademicRecordIdentity/StudentReference/StudentIdentity/StudentUniqueId',
      'studentAcademicRecordReference/studentUniqueId',
    ],
    organisation: [
      'StudentAcademicRecordReference/StudentAcademicRecordIdentity/EducationOrganizationReference/EducationOrganizationIdentity/EducationOrganizationId',
      'studentAcademicRecordReference/educationOrganizationId',
    ],
    year: [
      'StudentAcademicRecordReference/StudentAcademicRecordIdentity/SchoolYear',
      'studentAcademicRecordReference/schoolYear',
    ],
    term: [
      'StudentAcademicRecordReference/StudentAcademicRecordIdentity/Term',
      'studentAcademicRecordReference/termDescriptor',
    ],
    course: ['CourseReference/CourseIdentity/CourseCode', 'courseReference/courseCode'],
    courseOf: [
      'CourseReference/CourseIdentity/EducationOrganizationReference/EducationOrganizationIdentity/EducationOrganizationId',
      'courseReference/educationOrganizationId',
    ],
    attempted: ['AttemptedCredits/Credits', 'attemptedCredits'],
    earned: ['EarnedCredits/Credits', 'earnedCredits'],
    mark: ['FinalLetterGradeEarned', 'finalLetterGradeEarned'],
  },
} as const satisfies Readonly<Record<EdfiResource, Readonly<Record<string, EdfiPaths>>>>;

/** The fields of what stands within a record. */
export const edfiParts = {
  organisationCode: {
    code: ['IdentificationCode', 'identificationCode'],
    system: [
      'EducationOrganizationIdentificationSystem',
      'educationOrganizationIdentificationSystemDescriptor',
    ],
  },
  studentCode: {
    code: ['IdentificationCode', 'identificationCode'],
    system: ['StudentIdentificationSystem', 'studentIdentificationSystemDescriptor'],
  },
  courseCode: {
    code: ['IdentificationCode', 'identificationCode'],
    system: ['CourseIdentificationSystem', 'courseIdentificationSystemDescriptor'],
  },
  characteristic: {
    kind: ['StudentCharacteristic', 'studentCharacteristicDescriptor'],
    begin: ['Period/BeginDate', 'periods/beginDate'],
    end: ['Period/EndDate', 'periods/endDate'],
  },
  incident: {
    id: ['IncidentIdentifier', 'incidentIdentifier'],
    school: ['SchoolReference/SchoolIdentity/SchoolId', 'schoolId'],
  },
} as const satisfies Readonly<Record<string, Readonly<Record<string, EdfiPaths>>>>;

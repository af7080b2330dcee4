/**
 * Every resource that is read, under its name in XML and its collection in the API. Their order is that in which a set
 * is read and an ODS is asked: what others refer to comes first.
 */
export const edfiResources = {
  LocalEducationAgency: 'localEducationAgencies',
  School: 'schools',
  Course: 'courses',
  Session: 'sessions',
  CalendarDate: 'calendarDates',
  Student: 'students',
  StudentEducationOrganizationAssociation: 'studentEducationOrganizationAssociations',
  StudentSchoolAssociation: 'studentSchoolAssociations',
  StudentProgramAssociation: 'studentProgramAssociations',
  StudentSpecialEducationProgramAssociation: 'studentSpecialEducationProgramAssociations',
  StudentMigrantEducationProgramAssociation: 'studentMigrantEducationProgramAssociations',
  StudentHomelessProgramAssociation: 'studentHomelessProgramAssociations',
  StudentSchoolFoodServiceProgramAssociation: 'studentSchoolFoodServiceProgramAssociations',
  StudentLanguageInstructionProgramAssociation: 'studentLanguageInstructionProgramAssociations',
  DisciplineIncident: 'disciplineIncidents',
  StudentDisciplineIncidentBehaviorAssociation: 'studentDisciplineIncidentBehaviorAssociations',
  DisciplineAction: 'disciplineActions',
  StudentSchoolAttendanceEvent: 'studentSchoolAttendanceEvents',
  StudentAcademicRecord: 'studentAcademicRecords',
  CourseTranscript: 'courseTranscripts',
} as const;

export type EdfiResource = keyof typeof edfiResources;

const ofCollection = new Map<string, EdfiResource>(
  (Object.keys(edfiResources) as EdfiResource[]).map((name) => [edfiResources[name], name]),
);

export function isEdfiResource(name: string): name is EdfiResource {
  return Object.hasOwn(edfiResources, name);
}

/** The resource that the API serves under a collection's name; undefined when it is not read. */
export function resourceOfCollection(collection: string): EdfiResource | undefined {
  return ofCollection.get(collection);
}

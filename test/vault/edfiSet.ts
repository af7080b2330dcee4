import { createHash } from 'node:crypto';
import { edfiResources } from '../../src/vocabulary/edfiResources.ts';

type Json = { readonly [name: string]: unknown };
export type SetRecords = { readonly [collection: string]: readonly Json[] };

const core = 'uri://ed-fi.org';
export const student = (id: string): Json => ({ studentReference: { studentUniqueId: id } });
export const school = { schoolReference: { schoolId: 1 } } as const;
export const session = { sessionReference: { schoolId: 1, schoolYear: 2026, sessionName: 'Fall' } } as const;

/** A small whole set: a district, a school, two students who are enrolled from 2025-08-14. */
export const plainSet: SetRecords = {
  localEducationAgencies: [{ localEducationAgencyId: 1062166, nameOfInstitution: 'Fresno' }],
  schools: [
    {
      schoolId: 1,
      nameOfInstitution: 'First Elementary',
      identificationCodes: [
        {
          identificationCode: '10621660000001',
          educationOrganizationIdentificationSystemDescriptor: `${core}/EducationOrganizationIdentificationSystemDescriptor#SEA`,
        },
      ],
    },
  ],
  students: [
    { studentUniqueId: 'A', birthDate: '2015-03-01' },
    { studentUniqueId: 'B', birthDate: '2015-04-01' },
  ],
  studentEducationOrganizationAssociations: [association('A', '1000000001'), association('B', '1000000002')],
  studentSchoolAssociations: [enrolment('A'), enrolment('B')],
};

export function association(id: string, ssid: string, more: Json = {}): Json {
  return {
    ...student(id),
    educationOrganizationReference: { educationOrganizationId: 1062166 },
    studentIdentificationCodes: [
      {
        identificationCode: ssid,
        studentIdentificationSystemDescriptor: `${core}/StudentIdentificationSystemDescriptor#State`,
      },
    ],
    ...more,
  };
}

export function enrolment(id: string, more: Json = {}): Json {
  return {
    ...student(id),
    ...school,
    schoolYearTypeReference: { schoolYear: 2026 },
    entryDate: '2025-08-14',
    entryGradeLevelDescriptor: `${core}/GradeLevelDescriptor#Fifth grade`,
    ...more,
  };
}

/** The set as a bundle; `change` rewrites the lines before the last, which gives their hash. */
export function bundleOf(
  set: SetRecords,
  head: Json = {},
  change: (lines: string[]) => string[] = (lines) => lines,
): string {
  const first = {
    bundle: 'ed-fi',
    version: 1,
    standard: '5.2.0',
    schoolYear: null,
    without: [],
    source: 'x',
    fetchedAt: '2026-11-25T08:00:00Z',
    ...head,
  };
  const records: { [name: string]: number } = {};
  const lines = [JSON.stringify(first)];
  for (const resource of Object.values(edfiResources)) {
    records[resource] = set[resource]?.length ?? 0;
    for (const record of set[resource] ?? []) lines.push(JSON.stringify({ resource, record }));
  }
  const text = change(lines)
    .map((line) => `${line}\n`)
    .join('');
  const sha256 = createHash('sha256').update(text).digest('hex');
  return `${text}${JSON.stringify({ end: true, records, sha256 })}\n`;
}

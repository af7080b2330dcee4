import assert from 'node:assert/strict';
import { test } from 'node:test';
import { association, bundleOf, enrolment, plainSet, school, student } from '../../../test/vault/edfiSet.ts';
import { broken, loadText } from '../../../test/vault/intakeDistrict.ts';
import { openTestVault } from '../../../test/vault/openTestVault.ts';

const uri = (kind: string, code: string) => `uri://ed-fi.org/${kind}Descriptor#${code}`;
const atDistrict = { educationOrganizationReference: { educationOrganizationId: 1062166 } } as const;
const since = { beginDate: '2025-08-20' } as const;
const programme = (id: string, kind: string) => ({
  ...student(id),
  ...atDistrict,
  ...since,
  programReference: { ...atDistrict, programName: kind, programTypeDescriptor: uri('ProgramType', kind) },
});

test('each kind of programme, race, diploma and course becomes the row that CALPADS would give; what stands twice or ends first is refused', async () => {
  const vault = await openTestVault();
  const select = async (text: string): Promise<unknown[][]> => {
    const rows = await vault.rows({ name: 'selectForTest', text, parameters: [] });
    return rows.map((row) => Object.values(row));
  };
  const record = {
    studentUniqueId: 'B',
    educationOrganizationId: 1,
    schoolYear: 2026,
    termDescriptor: uri('Term', 'Fall Semester'),
  };
  const session = {
    ...school,
    sessionName: 'Fall',
    schoolYearTypeReference: { schoolYear: 2026 },
    beginDate: '2025-12-19',
    endDate: '2025-08-14',
    totalInstructionalDays: 84,
  };
  const a = association('A', '1000000001', {
    sexDescriptor: uri('Sex', 'Non-binary'),
    hispanicLatinoEthnicity: false,
    races: [{ raceDescriptor: uri('Race', 'Asian') }, { raceDescriptor: uri('Race', 'White') }],
    studentCharacteristics: [
      { studentCharacteristicDescriptor: uri('StudentCharacteristic', 'Foster Care'), periods: [since] },
      { studentCharacteristicDescriptor: uri('StudentCharacteristic', 'Pregnant') },
    ],
  });
  const b = association('B', '1000000002', {
    sexDescriptor: uri('Sex', 'Female'),
    hispanicLatinoEthnicity: true,
    races: [{ raceDescriptor: uri('Race', 'White') }],
  });
  const graduated = {
    exitWithdrawDate: '2026-06-05',
    exitWithdrawTypeDescriptor: 'uri://fusd.edu/ExitWithdrawTypeDescriptor#E230',
  };
  const set = {
    ...plainSet,
    studentEducationOrganizationAssociations: [a, b],
    studentSchoolAssociations: [enrolment('A', { primarySchool: false }), enrolment('B', graduated)],
    studentProgramAssociations: [programme('A', 'Gifted and Talented'), programme('A', 'Athletics')],
    studentSpecialEducationProgramAssociations: [programme('A', 'Special Education')],
    studentHomelessProgramAssociations: [programme('A', 'Other')],
    studentMigrantEducationProgramAssociations: [
      { ...programme('B', 'Migrant Education'), usInitialSchoolEntry: '2020-09-01' },
    ],
    studentSchoolFoodServiceProgramAssociations: [
      {
        ...programme('B', 'Other'),
        schoolFoodServiceProgramServices: ['Free Breakfast', 'Free Lunch'].map((service) => ({
          schoolFoodServiceProgramServiceDescriptor: uri('SchoolFoodServiceProgramService', service),
        })),
      },
    ],
    courses: [
      {
        courseCode: 'ALG1',
        ...atDistrict,
        identificationCodes: [
          {
            identificationCode: '2403',
            courseIdentificationSystemDescriptor: uri('CourseIdentificationSystem', 'State course code'),
          },
        ],
      },
    ],
    studentAcademicRecords: [
      {
        ...student('B'),
        educationOrganizationReference: { educationOrganizationId: 1 },
        schoolYearTypeReference: { schoolYear: 2026 },
        termDescriptor: record.termDescriptor,
        diplomas: [{ diplomaTypeDescriptor: uri('DiplomaType', 'Regular diploma') }],
      },
    ],
    courseTranscripts: [
      {
        courseReference: { courseCode: 'ALG1', educationOrganizationId: 1062166 },
        studentAcademicRecordReference: record,
        attemptedCredits: 5,
        earnedCredits: 2.5,
        finalLetterGradeEarned: 'b-',
      },
    ],
  };
  try {
    const twice = {
      ...set,
      schools: [...(plainSet.schools ?? []), ...(plainSet.schools ?? [])],
      studentEducationOrganizationAssociations: [a, b, b],
      sessions: [session],
    };
    const refused = await loadText(vault, bundleOf(twice), 'set.ndjson');
    assert.deepEqual(
      broken(refused)
        .filter((one) => one.startsWith('error'))
        .sort(),
      [
        'error exitMustNotPrecedeStart 6 sessions/endDate',
        'error recordMustStandOnce 11 studentEducationOrganizationAssociations/studentReference/studentUniqueId',
        'error recordMustStandOnce 4 schools/schoolId',
      ],
    );
    const loaded = await loadText(vault, bundleOf(set), 'set.ndjson');
    assert.deepEqual(
      [loaded.status, broken(loaded)],
      [
        'loaded',
        ['note descriptorMustBeMapped 12 studentProgramAssociations/programReference/programTypeDescriptor'],
      ],
    );
    const who = 'join student using (student_id) order by ssid';
    assert.deepEqual(await select(`select ssid, code, start_date from programme ${who}, code`), [
      ['1000000001', '127', '2025-08-20'],
      ['1000000001', '144', '2025-08-20'],
      ['1000000001', '190', '2025-08-20'],
      ['1000000001', '191', '2025-08-20'],
      ['1000000002', '135', '2025-08-20'],
      ['1000000002', '181', '2025-08-20'],
    ]);
    assert.deepEqual(
      await select(`select race, gender, birth_date, us_entry_date, start_date from student_info ${who}`),
      [
        ['MR', 'X', '2015-03-01', null, '2025-08-14'],
        ['HI', 'F', '2015-04-01', '2020-09-01', '2025-08-14'],
      ],
    );
    assert.deepEqual(await select(`select status, grade, exit_reason, completion from enrolment ${who}`), [
      ['20', '05', null, null],
      ['10', '05', 'E230', '100'],
    ]);
    assert.deepEqual(
      await select(
        `select ssid, school_cds, term, state_course, local_course, credits_attempted, credits_earned, mark from student_course ${who}`,
      ),
      [['1000000002', '10621660000001', 'S1', '2403', 'ALG1', 5, 2.5, 'B-']],
    );
  } finally {
    await vault.close();
  }
});

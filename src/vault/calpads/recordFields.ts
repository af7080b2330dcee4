/**
 * The record types of CALPADS in 2019-20, as the Data Guide v11 of 2020 names their elements: each field with its element
 * number, the guide's name and the short name of extracts. A header may use any of the three; a district's extract may
 * have more columns and another order. What other years changed is in `profileChanges`.
 */
export const recordTypes = [
  'SENR',
  'SINF',
  'SPRG',
  'SELA',
  'STAS',
  'SINC',
  'SIRS',
  'SOFF',
  'CRSC',
  'SCSC',
  'SDEM',
  'SASS',
] as const;
export type RecordType = (typeof recordTypes)[number];

type Fields = Readonly<Record<string, readonly string[]>>;
/** Which of a type's fields its rows cannot do without. */
export type RecordProfile = { readonly fields: Fields; readonly needed: readonly string[] };

/**
 * The address of a row. Its element numbers differ from type to type; where no text proves them the columns are known by
 * name alone. Proven by: Data Guide v11 (type 1); eSchoolPlus California file layouts (3, 9, 10, 13; 12 but for the local
 * id, which Summit's SELA columns number 12.12); CALPADS report 18.2 (2.10); Infinite Campus on SINF (2.04).
 */
const studentAddress = (
  numbers: Partial<Record<'district' | 'school' | 'year' | 'ssid' | 'localId', string>>,
): Fields => {
  const numbered = (number: string | undefined): readonly string[] => (number === undefined ? [] : [number]);
  return {
    district: [...numbered(numbers.district), 'Reporting LEA'],
    school: [...numbered(numbers.school), 'School of Attendance', 'School of Course Delivery'],
    year: [...numbered(numbers.year), 'Academic Year ID', 'Academic Year'],
    ssid: [...numbered(numbers.ssid), 'SSID', 'Statewide Student Identifier'],
    localId: [...numbered(numbers.localId), 'Local Student ID'],
  };
};
const recordType = (type: number): Fields => ({
  recordType: [`${type}.01`, 'Record Type Code', 'RecordType'],
});
const numbered = (type: number): Fields => ({
  ...recordType(type),
  ...studentAddress({
    district: `${type}.04`,
    school: `${type}.05`,
    year: `${type}.06`,
    ssid: `${type}.07`,
    localId: `${type}.08`,
  }),
});
const address = ['recordType', 'district', 'school', 'year', 'ssid', 'localId'];
const schoolAddress = ['recordType', 'district', 'school', 'year'];

/** A row of SASS has up to seven assignments, elements 8.15 to 8.21 (Infinite Campus, CALPADS Staff Assignment). */
const assignments: Fields = Object.fromEntries(
  [2, 3, 4, 5, 6, 7].map((n) => [
    `assignment${n}`,
    [`8.${14 + n}`, `Non Classroom Based Job Assignment Code ${n}`],
  ]),
);

export const recordFields: Readonly<Record<RecordType, RecordProfile>> = {
  SENR: {
    fields: {
      ...recordType(1),
      ...studentAddress({ district: '1.04', school: '1.05', year: '1.07', ssid: '1.08', localId: '1.09' }),
      start: ['1.22', 'Enrollment Start Date'],
      status: ['1.23', 'Enrollment Status Code', 'Enrollment Status'],
      grade: ['1.24', 'Grade Level Code', 'Grade Level'],
      exit: ['1.25', 'Enrollment Exit Date'],
      exitReason: ['1.26', 'Student Exit Reason Code'],
      completion: ['1.27', 'Student School Completion Status', 'School Completion Status'],
      metUcCsu: [
        '1.29',
        'Student Met All UC and/or CSU Requirements Indicator',
        'Student Met All UC CSU Requirements Indicator',
      ],
      merit: ['1.32', 'Student Golden State Seal Merit Diploma Indicator'],
      biliteracy: ['1.33', 'Student Seal of Biliteracy Indicator'],
      transition: ['1.34', 'Postsecondary/Transition Status Indicator'],
      workforce: ['1.35', 'Workforce Readiness (Strategic Skills) Certificate Program Completion Indicator'],
      food: ['1.36', 'Food Handler Certification Program Completion Indicator'],
      apprentice: ['1.37', 'Pre-Apprenticeship Certification Program Completion Indicator'],
      apprenticeOther: ['1.38', 'Pre-Apprenticeship Program (non-certified) Completion Indicator'],
      job: ['1.39', 'State or Federal Job Program Completion Indicator'],
    },
    needed: [...address, 'start', 'status', 'grade', 'exit', 'exitReason', 'completion'],
  },
  SINF: {
    fields: {
      ...recordType(2),
      ...studentAddress({ localId: '2.10' }),
      start: ['2.04', 'Effective Start Date', 'Student Information Effective Start Date'],
      birth: ['2.18', 'Student Birth Date'],
      gender: ['2.19', 'Student Gender Code', 'Student Gender'],
      hispanic: ['2.23', 'Hispanic Ethnicity Indicator', 'Student Hispanic Ethnicity Indicator'],
      race1: ['2.25', 'Student Race 1 Code'],
      race2: ['2.26', 'Student Race 2 Code'],
      race3: ['2.27', 'Student Race 3 Code'],
      race4: ['2.28', 'Student Race 4 Code'],
      race5: ['2.29', 'Student Race 5 Code'],
      usEntry: [
        '2.36',
        'Student Initial U.S. School Enrollment Date K-12',
        'Student Initial US School Enrollment Date K-12',
      ],
      parent1: [
        '2.38',
        'Parent Guardian Highest Education Level Code',
        'Guardian 1 Highest Education Level Code',
      ],
      parent2: ['2.50', 'Guardian 2 Highest Education Level Code'],
    },
    needed: [...address, 'start', 'gender', 'hispanic', 'race1'],
  },
  SPRG: {
    fields: {
      ...numbered(3),
      programme: ['3.13', 'Education Program Code'],
      membership: ['3.14', 'Education Program Membership Code'],
      start: ['3.15', 'Education Program Membership Start Date'],
      end: ['3.16', 'Education Program Membership End Date'],
    },
    needed: [...address, 'programme', 'start', 'end'],
  },
  SELA: {
    fields: {
      ...numbered(12),
      localId: ['12.12', 'Local Student ID'],
      status: ['12.13', 'English Language Acquisition Status Code'],
      start: ['12.14', 'English Language Acquisition Status Start Date'],
      language: ['12.15', 'Primary Language Code'],
    },
    needed: [...address, 'status', 'start'],
  },
  STAS: {
    fields: {
      ...numbered(13),
      exempt: ['13.13', 'Student Absence Summary Data Collection Exemption Indicator'],
      expected: ['13.15', 'Expected Attendance Days'],
      attended: ['13.16', 'Days Attended'],
      outOfSchool: ['13.17', 'Days Absent Out-of-School Suspension'],
      inSchool: ['13.18', 'Days in Attendance In-School Suspension'],
      excused: ['13.19', 'Days Absent Excused Non-Suspension'],
      unexcused: ['13.20', 'Days Absent Unexcused Non-Suspension'],
      incomplete: ['13.21', 'Incomplete Independent Study Days'],
    },
    needed: [...address, 'exempt', 'expected', 'attended'],
  },
  SINC: {
    fields: {
      ...recordType(18),
      ...studentAddress({}),
      incident: ['18.13', 'Incident ID Local'],
      day: ['18.14', 'Incident Occurrence Date'],
    },
    needed: [...schoolAddress, 'incident', 'day'],
  },
  SIRS: {
    fields: {
      ...recordType(19),
      ...studentAddress({}),
      incident: ['19.13', 'Incident ID Local'],
      result: ['19.14', 'Incident Result Code'],
      days: ['19.16', 'Incident Result Duration Days'],
    },
    needed: [...address, 'incident', 'result', 'days'],
  },
  SOFF: {
    fields: {
      ...recordType(20),
      ...studentAddress({}),
      incident: ['20.13', 'Incident ID Local'],
      offence: ['20.14', 'Student Offense Code'],
    },
    needed: [...address, 'incident', 'offence'],
  },
  CRSC: {
    fields: {
      recordType: ['9.01', 'Record Type Code', 'RecordType'],
      district: ['9.04', 'Reporting LEA'],
      school: ['9.05', 'School of Course Delivery', 'School of Attendance'],
      stateCourse: ['9.07', 'CRS-State Course Code', 'State Course Code'],
      localCourse: ['9.08', 'CRS-Local Course ID', 'Local Course ID'],
      articulated: ['9.12', 'CRS-CTE Postsecondary Articulated Course Indicator'],
      section: ['9.14', 'Course Section ID'],
      level: ['9.19', 'Course Section Instructional Level Code'],
      apIb: ['9.32', 'AP/IB Course Code Cross Reference'],
      year: ['9.06', 'Academic Year ID', 'Academic Year'],
    },
    needed: ['recordType', 'district', 'school', 'year', 'stateCourse', 'localCourse', 'section'],
  },
  SCSC: {
    fields: {
      ...numbered(10),
      localCourse: ['10.13', 'Local Course ID', 'CRS-Local Course ID'],
      section: ['10.14', 'Course Section ID'],
      term: ['10.15', 'Academic Term Code'],
      attempted: ['10.16', 'Student Credits Attempted'],
      earned: ['10.17', 'Student Credits Earned'],
      mark: ['10.18', 'Student Course Final Grade'],
      ucCsu: ['10.19', 'UC/CSU Admission Requirement Code'],
    },
    needed: [...address, 'localCourse', 'section', 'term', 'attempted', 'earned', 'mark'],
  },
  SDEM: {
    fields: {
      recordType: ['7.01', 'Record Type Code', 'RecordType'],
      district: ['7.06', 'Reporting LEA'],
      year: ['7.07', 'Academic Year ID', 'Academic Year'],
      seid: ['7.08', 'Statewide Educator Identifier (SEID)', 'SEID'],
      staffId: ['7.09', 'Local Staff ID'],
    },
    needed: ['recordType', 'district', 'year', 'seid', 'staffId'],
  },
  SASS: {
    fields: {
      recordType: ['8.01', 'Record Type Code', 'RecordType'],
      district: ['8.04', 'Reporting LEA'],
      school: ['8.05', 'School of Assignment'],
      year: ['8.06', 'Academic Year ID', 'Academic Year'],
      seid: ['8.07', 'SEID (Statewide Educator Identifier)', 'SEID'],
      staffId: ['8.08', 'Local Staff ID'],
      jobClass: ['8.13', 'Staff Job Classification Code'],
      fte: ['8.14', 'Staff Job Classification FTE Percentage'],
      assignment: [
        '8.15',
        'Non Classroom Based or Support Assignment Code',
        'Non Classroom Based Job Assignment Code 1',
      ],
      ...assignments,
    },
    needed: ['recordType', 'district', 'school', 'year', 'seid', 'jobClass', 'fte'],
  },
};

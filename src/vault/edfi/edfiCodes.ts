/**
 * What a descriptor of Ed-Fi means in the vault. `codes` maps the code values of `uri://ed-fi.org`; null means that the
 * vault has nothing for it. `own` are California's own codes, taken as they are whatever namespace they stand in. A
 * code that is in neither is a finding of this severity; the district maps it in a file of its own.
 */
export type DescriptorTable = {
  readonly severity: 'error' | 'note';
  readonly own: RegExp;
  readonly codes: Readonly<Record<string, string | null>>;
};

const none = /^$/;

export const edfiCodes = {
  GradeLevelDescriptor: {
    severity: 'error',
    own: /^(TK|KN|0[1-9]|1[0-2]|UE|US|AD|IN|PS|TD)$/,
    codes: {
      'Transitional Kindergarten': 'TK',
      Kindergarten: 'KN',
      'First grade': '01',
      'Second grade': '02',
      'Third grade': '03',
      'Fourth grade': '04',
      'Fifth grade': '05',
      'Sixth grade': '06',
      'Seventh grade': '07',
      'Eighth grade': '08',
      'Ninth grade': '09',
      'Tenth grade': '10',
      'Eleventh grade': '11',
      'Twelfth grade': '12',
      'Infant/toddler': 'IN',
      Preschool: 'PS',
      Prekindergarten: 'PS',
      'Preschool/Prekindergarten': 'PS',
      'Adult Education': 'AD',
    },
  },
  /** Exit reason of CALPADS (1.26), and completion (1.27) where the two are one: `E230 100`. */
  ExitWithdrawTypeDescriptor: {
    severity: 'error',
    own: /^[ENT]\d{3}( \d{3})?$/,
    codes: {
      Graduated: 'E230 100',
      'Died or is permanently incapacitated': 'E130',
      'End of school year': 'E155',
      'No show': 'N470',
    },
  },
  /** Status of an enrolment in CALPADS (1.23). */
  EnrollmentTypeDescriptor: { severity: 'note', own: /^(10|20|30|40)$/, codes: {} },
  SexDescriptor: {
    severity: 'error',
    own: /^[FMX]$/,
    codes: { Female: 'F', Male: 'M', 'Non-binary': 'X', 'Not Selected': null },
  },
  RaceDescriptor: {
    severity: 'error',
    own: /^(AI|AS|PI|FI|AA|WH|HI)$/,
    codes: {
      'American Indian or Alaska Native': 'AI',
      Asian: 'AS',
      'Native Hawaiian or Pacific Islander': 'PI',
      'Black or African American': 'AA',
      White: 'WH',
      'Hispanic or Latino': 'HI',
      'Middle Eastern or North African': 'WH',
      'Choose Not to Respond': null,
      Other: null,
    },
  },
  /** Ed-Fi itself tells neither EO from IFEP nor when a learner was reclassified. */
  LimitedEnglishProficiencyDescriptor: {
    severity: 'error',
    own: /^(TBD|EO|IFEP|EL|RFEP|ADEL)$/,
    codes: {
      Limited: 'EL',
      'Limited Monitored 1': 'monitored',
      'Limited Monitored 2': 'monitored',
      NotLimited: 'not limited',
    },
  },
  AttendanceEventCategoryDescriptor: {
    severity: 'error',
    own: /^(excused|unexcused|suspension|independent study|present)$/,
    codes: {
      'Excused Absence': 'excused',
      'Unexcused Absence': 'unexcused',
      'Early departure': 'present',
      'In Attendance': 'present',
      Partial: 'present',
      Present: 'present',
      Tardy: 'present',
    },
  },
  CalendarEventDescriptor: {
    severity: 'note',
    own: none,
    codes: {
      'Instructional day': 'school',
      'Make-up day': 'school',
      'Non-instructional day': null,
      Holiday: null,
      'Student late arrival/early dismissal': 'school',
      'Teacher only day': null,
      'Weather day': null,
      Strike: null,
      Emergency: null,
      Break: null,
      Other: null,
    },
  },
  /** Results of an incident in CALPADS (19.14). */
  DisciplineDescriptor: {
    severity: 'error',
    own: /^(100|110|200|300)$/,
    codes: {
      'In School Suspension': '110',
      'Out of School Suspension': '100',
      Expulsion: '200',
      'Expulsion with Services': '200',
      'Expulsion under Guns Free School Act': '200',
      'Expulsion under Guns Free School Act with Services': '200',
      'Removal from Classroom': '300',
      'Community Service': '300',
      Other: '300',
      'No action for incident': null,
    },
  },
  /** Offences of CALPADS (20.14). */
  BehaviorDescriptor: { severity: 'note', own: /^\d{3}$/, codes: {} },
  /** Programmes of CALPADS (3.13). */
  ProgramTypeDescriptor: {
    severity: 'note',
    own: /^\d{3}$/,
    codes: {
      'Migrant Education': '135',
      'Special Education': '144',
      IDEA: '144',
      Homeless: '191',
      'Gifted and Talented': '127',
      'Section 504 Placement': '101',
      'Student School Food Service': null,
    },
  },
  SchoolFoodServiceProgramServiceDescriptor: {
    severity: 'note',
    own: /^18[12]$/,
    codes: {
      'Free Breakfast': '181',
      'Free Lunch': '181',
      'Free Snack': '181',
      'Reduced Price Breakfast': '182',
      'Reduced Price Lunch': '182',
      'Reduced Price Snack': '182',
      'Full Price Breakfast': null,
      'Full Price Lunch': null,
      'Full Price Snack': null,
    },
  },
  StudentCharacteristicDescriptor: {
    severity: 'note',
    own: /^\d{3}$/,
    codes: {
      'Foster Care': '190',
      Homeless: '191',
      'Economic Disadvantaged': '182',
      'Parent in Military': '192',
      Asylee: null,
      'Displaced Homemaker': null,
      Displaced: null,
      Immigrant: null,
      Pregnant: null,
      Refugee: null,
      Runaway: null,
      'Single Parent': null,
      'Unaccompanied Youth': null,
      Other: null,
    },
  },
  /** Completion in CALPADS (1.27). */
  DiplomaTypeDescriptor: {
    severity: 'note',
    own: /^\d{3}$/,
    codes: {
      'Regular diploma': '100',
      'Endorsed/advanced diploma': '100',
      'International Baccalaureate': '100',
      'Certificate of completion': '120',
      'General Educational Development (GED) credential': '320',
      'High school equivalency credential, other than GED': '320',
    },
  },
  /** Elements of SENR that an honour or a recognition answers with yes: 1.29 A-G, 1.33 seal of biliteracy … */
  AcademicHonorCategoryDescriptor: { severity: 'note', own: /^1\.(29|3[2-9])$/, codes: {} },
  RecognitionTypeDescriptor: { severity: 'note', own: /^1\.(29|3[2-9])$/, codes: {} },
  /** Terms of CALPADS (10.15). */
  TermDescriptor: {
    severity: 'note',
    own: /^(FY|S[1-3]|T[1-3]|Q[1-4]|H[1-6]|SS|IS)$/,
    codes: {
      'Year Round': 'FY',
      'Fall Semester': 'S1',
      'Spring Semester': 'S2',
      'Summer Semester': 'SS',
      'First Quarter': 'Q1',
      'Second Quarter': 'Q2',
      'Third Quarter': 'Q3',
      'Fourth Quarter': 'Q4',
      'First Trimester': 'T1',
      'Second Trimester': 'T2',
      'Third Trimester': 'T3',
    },
  },
} as const satisfies Readonly<Record<string, DescriptorTable>>;

export type DescriptorKind = keyof typeof edfiCodes;

/** Kinds of codes whose table cannot name them: who gives a code. Matched by the code value, in any namespace. */
export const stateSystems = /^(state|ssid|calpads|sea|cde|cds|state student id.*)$/i;
export const districtSystems = /^(district|local|lea|school|sis)$/i;
export const stateCourseSystems = /^(state course code|state|calpads|sea)$/i;

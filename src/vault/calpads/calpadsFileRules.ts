import type { FileRule } from '../intake/layout.ts';
import { readVaultStatements } from '../store/readVaultStatements.ts';
import type { RecordType } from './recordFields.ts';

const statements = readVaultStatements(import.meta.url, [
  'selectOverlappingPrimaries',
  'selectReclassifiedOutside',
  'selectLanguageOfStrangers',
  'selectInfoOfStrangers',
  'selectProgrammesOfStrangers',
  'selectAttendanceOfStrangers',
  'selectStatusAgainstOtherFiles',
  'selectReclassifiedAgain',
  'selectCoursesWithoutSection',
  'selectEnrolmentsTwice',
  'selectAttendanceTwice',
  'selectResultsTwice',
  'selectCoursesTwice',
]);

const studentMustBeEnrolled = {
  rule: 'studentMustBeEnrolled',
  severity: 'note',
  column: 'SSID',
  valueClass: 'a student without enrolment',
  message: 'no loaded SENR file enrols this student',
  remedy: 'load the SENR file of this year; if it is loaded, look for the enrolment in CALPADS',
} as const;

const rowMustStandOnce = {
  rule: 'rowMustStandOnce',
  severity: 'error',
  valueClass: 'a row twice',
  remedy: 'remove one of the two, or export the file again',
} as const;

/** Rules over a file's rows as a whole and against what other files say. */
export const calpadsFileRules: Readonly<Partial<Record<RecordType, readonly FileRule[]>>> = {
  SENR: [
    {
      rule: 'primaryEnrolmentsMustNotOverlap',
      severity: 'note',
      column: 'Enrollment Start Date',
      valueClass: 'two primary enrolments',
      message: 'the student has another primary enrolment on some of the same days',
      remedy: 'end the earlier one before the later one begins',
      statement: statements.selectOverlappingPrimaries,
    },
    {
      ...rowMustStandOnce,
      column: 'Enrollment Start Date',
      message: 'the same stay of the student at the school stands in an earlier row',
      statement: statements.selectEnrolmentsTwice,
    },
  ],
  SELA: [
    {
      rule: 'reclassificationMustLieWithinAnEnrolment',
      severity: 'note',
      column: 'English Language Acquisition Status Start Date',
      valueClass: 'a day without enrolment',
      message: 'the student was enrolled nowhere in the district on the day of reclassification',
      remedy: 'look whether the day or the enrolment is wrong',
      statement: statements.selectReclassifiedOutside,
    },
    {
      rule: 'statusMustFollowFromTheOneBefore',
      severity: 'note',
      column: 'English Language Acquisition Status Code',
      valueClass: 'against an earlier file',
      message: 'the status cannot follow the one that another loaded file gives this student before it',
      remedy: 'look which of the two files is wrong, and load it corrected',
      statement: statements.selectStatusAgainstOtherFiles,
    },
    {
      rule: 'reclassificationMustHappenOnce',
      severity: 'note',
      column: 'English Language Acquisition Status Start Date',
      valueClass: 'another day in an earlier file',
      message: 'another loaded file has the student reclassified on another day; the first day is measured',
      remedy: 'look which of the two days is right, and load the other file corrected',
      statement: statements.selectReclassifiedAgain,
    },
    { ...studentMustBeEnrolled, statement: statements.selectLanguageOfStrangers },
  ],
  CRSC: [
    {
      rule: 'sectionMustBeKnown',
      severity: 'note',
      column: 'Course Section ID',
      valueClass: 'a section that is no longer there',
      message:
        'courses that are loaded belong to sections which this file does not have; they keep what they took',
      remedy: 'load the SCSC file of the same export',
      statement: statements.selectCoursesWithoutSection,
    },
  ],
  SINF: [{ ...studentMustBeEnrolled, statement: statements.selectInfoOfStrangers }],
  SPRG: [{ ...studentMustBeEnrolled, statement: statements.selectProgrammesOfStrangers }],
  STAS: [
    {
      ...rowMustStandOnce,
      column: 'Expected Attendance Days',
      message: 'the same days of the student at the school stand in an earlier row, and would count twice',
      statement: statements.selectAttendanceTwice,
    },
    { ...studentMustBeEnrolled, statement: statements.selectAttendanceOfStrangers },
  ],
  SIRS: [
    {
      ...rowMustStandOnce,
      column: 'Incident Result Code',
      message:
        'the same result for the same student stands in an earlier row, and its days would count twice',
      statement: statements.selectResultsTwice,
    },
  ],
  SCSC: [
    {
      ...rowMustStandOnce,
      severity: 'note',
      column: 'Course Section ID',
      message: 'the student’s term in the section stands in an earlier row; both count',
      remedy: 'look whether the file has a row a marking period; load only the final ones',
      statement: statements.selectCoursesTwice,
    },
  ],
};

/** A direct certification is of a student whom the district enrols. */
export const directCertifiedRules: readonly FileRule[] = [
  { ...studentMustBeEnrolled, column: 'ssid', statement: statements.selectProgrammesOfStrangers },
];

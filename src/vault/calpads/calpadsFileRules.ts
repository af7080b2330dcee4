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
]);

const studentMustBeEnrolled = {
  rule: 'studentMustBeEnrolled',
  severity: 'note',
  column: 'SSID',
  valueClass: 'a student without enrolment',
  message: 'no loaded SENR file enrols this student',
  remedy: 'load the SENR file of this year; if it is loaded, look for the enrolment in CALPADS',
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
  STAS: [{ ...studentMustBeEnrolled, statement: statements.selectAttendanceOfStrangers }],
};

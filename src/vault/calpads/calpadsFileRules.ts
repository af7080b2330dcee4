import type { FileRule } from '../intake/layout.ts';
import { readVaultStatements } from '../store/readVaultStatements.ts';
import type { RecordType } from './profile2020.ts';

const statements = readVaultStatements(import.meta.url, [
  'selectOverlappingPrimaries',
  'selectReclassifiedOutside',
  'selectLanguageOfStrangers',
  'selectInfoOfStrangers',
  'selectProgrammesOfStrangers',
  'selectAttendanceOfStrangers',
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
    { ...studentMustBeEnrolled, statement: statements.selectLanguageOfStrangers },
  ],
  SINF: [{ ...studentMustBeEnrolled, statement: statements.selectInfoOfStrangers }],
  SPRG: [{ ...studentMustBeEnrolled, statement: statements.selectProgrammesOfStrangers }],
  STAS: [{ ...studentMustBeEnrolled, statement: statements.selectAttendanceOfStrangers }],
};

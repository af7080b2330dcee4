import type { RecordType } from './recordFields.ts';

/** What a school year changed in a record type, from that year on, and who says so. */
export type ProfileChange = {
  readonly since: number;
  readonly type: RecordType;
  /** Fields that CALPADS no longer takes: their element numbers are free for others, so only their names are known. */
  readonly retired?: readonly string[];
  /** Fields that came or are called otherwise, with what a header may call them. */
  readonly added?: Readonly<Record<string, readonly string[]>>;
  readonly source: string;
};

/**
 * The record types that a year knows. Before 2019-20 stands no text at hand; what is proven of 2020-21 and later is that
 * specifications exist, and the changes below. A field that nobody says was changed is read as the year before.
 */
export const profileYears: readonly { readonly year: number; readonly source: string }[] = [
  { year: 2020, source: 'CALPADS Data Guide v11, 2020' },
  { year: 2021, source: 'CALPADS Update Flash 191, 23 September 2020' },
  { year: 2022, source: 'CALPADS Update Flash 213, 28 September 2021' },
  { year: 2023, source: 'CALPADS Update Flash 240, 3 October 2022' },
  { year: 2024, source: 'CALPADS Update Flash 260, 18 September 2023: File Specifications v15.1' },
  { year: 2025, source: 'CALPADS system documentation, effective for 2024-25, reviewed 25 April 2025' },
  { year: 2026, source: 'CALPADS references, File Specifications effective for 2025-26, 18 August 2025' },
];

export const profileChanges: readonly ProfileChange[] = [
  {
    since: 2021,
    type: 'SENR',
    retired: ['workforce', 'food', 'apprentice', 'apprenticeOther', 'job'],
    source:
      'CALPADS Update Flash 191, 2020: fields 1.35 to 1.39 are removed; Flash 184: they go into the WBLR file',
  },
  {
    since: 2024,
    type: 'SINF',
    added: {
      parent1: [
        'Parent/Guardian 1 Highest Education Level Code',
        'Guardian 1 Highest Education Level Code',
        'Parent Guardian Highest Education Level Code',
      ],
      parent2: ['Parent/Guardian 2 Highest Education Level Code', 'Guardian 2 Highest Education Level Code'],
    },
    source:
      'CALPADS documentation, Socio-Economically Disadvantaged Subgroup: from 2023-24 on each guardian has a field, which is not numbered there',
  },
];

/** A code that CALPADS takes only from a school year on. */
export type DatedCode = {
  readonly type: RecordType;
  readonly field: string;
  readonly code: string;
  readonly since: number;
  readonly before: string;
  readonly source: string;
};

export const datedCodes: readonly DatedCode[] = [
  {
    type: 'SELA',
    field: 'status',
    code: 'ADEL',
    since: 2021,
    before: 'the student stays EL',
    source: 'CALPADS Update Flash 191, 2020: status Adult English Learner is added',
  },
  {
    type: 'SENR',
    field: 'grade',
    code: 'TK',
    since: 2024,
    before: 'transitional kindergarten was grade KN with programme 185',
    source:
      'CALPADS Update Flash 261, 2023, and 280, 2024: the new grade level code TK; Flash 76, 2013: programme 185',
  },
  {
    type: 'SENR',
    field: 'status',
    code: '50',
    since: 2020,
    before: 'no such enrolment was reported',
    source: 'CALPADS Update Flash 156, 2019: the new enrolment status 50, Non-ADA Enrollment',
  },
];

import { citedDistricts } from './citedDistricts.ts';

/**
 * What the Fresno and Long Beach partnership told the public of itself: facts and quoted words of the fact sheet
 * "Learning partnership forged", Fresno Unified School District, Communications Office, March 2009. Names,
 * offices and the address are as of that date and say nothing of today. The year 2008 is that of the agreement.
 * The sheet is headed "Long Beach Partnership"; the name here is Tandem's. District codes are those of the
 * California Department of Education and of the National Center for Education Statistics. The three modes, the
 * four strategies and the focus areas stand in `src/vocabulary/partnership.ts`.
 */
export const partnershipFacts = {
  heading: 'Learning partnership forged',
  name: 'Fresno–Long Beach Learning Partnership',
  startedYear: 2008,
  districts: [citedDistricts.fresno, citedDistricts.longBeach],
  studentsCombined: 'more than 150,000 students combined',
  purpose:
    'to prepare all students to be ready for success in higher education or a career with significant economic growth potential',
  focus: ['mathematics (curriculum)', 'English-Learners (students)', 'leadership development (adults)'],
  significance: [
    { name: 'Structured collaboration', means: 'Accelerates pace of district reform' },
    { name: 'Increased flexibility', means: 'Greater local control over resources' },
    { name: 'Increased accountability', means: 'Committing to specific academic benchmarks' },
  ],
  quote: {
    words:
      'This new partnership will be a model pilot that we can soon extend to districts throughout this state.',
    speaker: "Jack O'Connell",
    office: 'State Superintendent of Public Instruction',
    occasion: 'State of Education',
    date: '2008-01-22',
  },
  asOf: '2009-03',
  contact: {
    organisation: 'Fresno Unified School District',
    office: 'Communications Office',
    street: '2309 Tulare Street',
    city: 'Fresno, CA 93721',
    telephone: '(559) 457-3733',
    website: 'www.fresno.k12.ca.us',
  },
  board: [
    { name: 'Valerie F. Davis', office: 'President' },
    { name: 'Michelle A. Asadoorian', office: 'Clerk' },
    { name: 'Lindsay Cal Johnson', office: null },
    { name: 'Carol Mills, J.D.', office: null },
    { name: 'Larry A. Moore', office: null },
    { name: 'Janet Ryan', office: null },
    { name: 'Tony Vang, Ed.D.', office: null },
  ],
  superintendent: 'Michael E. Hanson',
  source: 'Fact sheet, Fresno Unified School District, Communications Office, March 2009',
} as const;

export type PartnershipFacts = typeof partnershipFacts;

import { partnershipFacts } from './partnershipFacts.ts';

export type SampleStatement = {
  readonly part: 'quote' | 'contact' | 'board';
  readonly heading: string;
  readonly words: string;
  readonly saidBy: string | null;
  readonly asOf: string | null;
  readonly source: string;
};

const { quote, contact, board, superintendent, source } = partnershipFacts;
/** The fact sheet is dated March 2009: its last day stands for the month. */
const asOf = '2009-03-31';

/** What the partnership's own fact sheet of 2009 says in words: its quotation, contact, board and superintendent. */
export const sampleStatements: readonly SampleStatement[] = [
  {
    part: 'quote',
    heading: 'Quotation',
    words: quote.words,
    saidBy: `${quote.speaker}, ${quote.office}, ${quote.occasion}`,
    asOf: quote.date,
    source,
  },
  {
    part: 'contact',
    heading: contact.organisation,
    words: [
      contact.organisation,
      contact.office,
      contact.street,
      contact.city,
      contact.telephone,
      contact.website,
    ].join('\n'),
    saidBy: null,
    asOf,
    source,
  },
  {
    part: 'board',
    heading: 'Board of Education',
    words: board.map(({ name, office }) => (office ? `${name}, ${office}` : name)).join('\n'),
    saidBy: null,
    asOf,
    source,
  },
  { part: 'board', heading: 'Superintendent', words: superintendent, saidBy: null, asOf, source },
];

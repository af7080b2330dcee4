import { measures } from '../../measures/registry.ts';
import { focusAreas, modes, strategies } from '../../vocabulary/partnership.ts';
import { authorities } from '../resources/resourceKinds.ts';
import { studentGroups } from '../../vocabulary/studentGroup.ts';
import type { SheetWords } from './sheetWords.ts';

const list = new Intl.ListFormat('en', { type: 'conjunction' });
const choice = new Intl.ListFormat('en', { type: 'disjunction' });
const some = (n: number, one: string, many: string) => `${n} ${n === 1 ? one : many}`;

/** The names of the vocabulary by their ids. */
function byId<K extends string, T>(
  entries: readonly { readonly id: K }[],
  of: (entry: never) => T,
): Record<K, T> {
  return Object.fromEntries(entries.map((entry) => [entry.id, of(entry as never)])) as Record<K, T>;
}

export const english: SheetWords = {
  kind: 'Fact sheet',
  description: (partnership) => `What the ${partnership} promises, does and has reached.`,
  preview: 'Preview: nobody has published it.',
  sample: 'Sample: its people, promises and some of its figures are invented.',
  and: (names) => list.format(names),
  either: (names) => choice.format(names),

  students: 'Students combined',
  studentsNote: (year) => `enrolled at some time in ${year}`,
  promises: 'Sets of targets',
  promisesNote: (agreed) => (agreed === 0 ? 'none is agreed yet' : `${agreed} agreed`),
  onPace: 'On pace or met',
  onPaceOf: (n, all) => `${n} of ${all}`,
  onPaceNote: 'sets of targets, each district’s own',
  freed: 'Freed from state rules',
  freedNote: (n) => some(n, 'flexibility in force', 'flexibilities in force'),

  forged: 'Learning partnership forged',
  forgedText: (districts, year) =>
    `${districts} have forged a learning partnership, begun in ${year}, to share best practices and to accelerate the pace of district reform. Each helps where it is strong and learns where the other is.`,
  servesText: (students, year) =>
    `Its aim is better achievement for the ${students} students whom they serve together (enrolled at some time in ${year}).`,

  resources: 'Leveraging resources to improve student achievement',
  resourcesText:
    'The partnership seeks greater control over resources, to have more room for innovation, and commits in return to specific academic benchmarks aligned to each district’s own goals.',
  noTargets: 'No targets are set yet.',
  targetsText: (all, agreed) =>
    all === agreed
      ? `All ${all} sets of targets are agreed.`
      : `Of ${some(all, 'set', 'sets')} of targets, ${agreed === 0 ? 'none is' : agreed === 1 ? '1 is' : `${agreed} are`} agreed; the others are proposed or placeholders.`,
  noFlexibility: 'No flexibility from state rules is in force yet.',
  flexibilityText: (n, dollars) =>
    `${some(n, 'flexibility is', 'flexibilities are')} in force${dollars ? `, over ${dollars}` : ''}:`,
  authorities: byId(authorities, ({ name }: { name: string }) => name),
  flexibilityLine: (until, dollars) => `, until ${until}. ${dollars ?? 'Use'}: `,
  external: (dollars) => `Outside organizations have secured ${dollars} for the work.`,
  leverage: (ratio) => `Beside each dollar of the districts’ own: ${ratio}.`,

  focus: 'Preparing students for success through focused work',
  focusText:
    'The goal is to prepare all students to be ready for success in higher education or a career with significant economic growth potential, by focusing on:',
  focusCounts: (benchmarks, engagements) =>
    [
      benchmarks === 0 ? 'no benchmark yet' : some(benchmarks, 'benchmark', 'benchmarks'),
      ...(engagements === null
        ? []
        : [engagements === 0 ? 'no joint work yet' : some(engagements, 'piece of work', 'pieces of work')]),
    ].join(', '),

  reform: 'Leading district reform efforts',
  reformText:
    'By providing expertise, developing together and engaging outside organizations, the partnership works along four strategies:',
  noEngagement: 'no work yet',

  glance: 'At a glance',
  partnership: 'The partnership',
  helps: (helper, helped) => `${helper} helps ${helped}`,
  together: 'both together',
  withPartners: (partners) => `with ${partners}`,
  engagementStates: {
    agreed: 'under way',
    testing: 'being tested',
    suspended: 'suspended',
  },
  came: { worked: 'finished: it worked', 'did not work': 'tried: it did not work', ended: 'finished' },

  significance: 'The significance',
  collaboration: {
    name: 'Structured collaboration',
    means: 'To accelerate the pace of district reform',
  },
  flexibility: { name: 'Increased flexibility', means: 'Greater local control over resources' },
  accountability: {
    name: 'Increased accountability',
    means: 'Committing to specific academic benchmarks',
  },
  contactsHeld: (n) => `${some(n, 'visit, call or meeting', 'visits, calls and meetings')} held`,
  commitments: (done, made) => `${done} of ${some(made, 'commitment', 'commitments')} of the period kept`,
  hours: (giver, receiver, hours) => `${giver} gave ${receiver} ${hours} hours`,
  cycles: (run, ended) => `${some(run, 'test of a change', 'tests of changes')}, ${ended} concluded`,
  claimLead: 'Did the pace change?',
  claims: {
    'sped up': 'it sped up',
    slowed: 'it slowed',
    'cannot tell': 'cannot tell yet',
  },
  claimSeen: 'the answer stands under “Benchmarks and pace”',
  claimNote: (day) => `The question was fixed on ${day}, before its figures were opened.`,
  noClaim: 'Whether the pace changed has not been tested yet.',
  conditions: (met, all) => `${met} of ${some(all, 'condition', 'conditions')} met`,
  statusCounts: (counts) =>
    `Of the sets of targets: ${counts.map(({ status, n }) => `${n} ${english.paces[status]}`).join(', ')}.`,

  benchmarks: 'Benchmarks and pace',
  noBenchmarks: 'No benchmark has been set yet.',
  benchmarksText:
    'The measure is shared; the targets are each district’s own. Pace compares the yearly change so far with the one needed.',
  tableCaption: 'Each district’s newest figure, target and pace, by benchmark',
  measureColumn: 'Benchmark',
  inYear: (year) => `in ${year}`,
  target: (value, year) => `target ${value} by ${year}`,
  noTarget: 'no target yet',
  perYear: (actual, required) =>
    [
      ...(actual === null ? [] : [`${actual} a year`]),
      ...(required === null ? [] : [`${required} needed`]),
    ].join('; '),
  noFigure: 'no figure',
  noMeasure: (area) => `${area}: no benchmark yet.`,
  paceNote:
    '“Cannot tell”: chance alone could make the difference. “Too early”: fewer than two results since the baseline.',
  withheldNote: 'A withheld figure would point at few students, or let one be worked out.',

  asOf: (day) => `As of ${day}`,
  contacts: 'For more information',
  noContact: 'No contact is named yet.',
  boards: 'Boards and superintendents',
  superintendents: 'Superintendents',
  sources: (titles) => `Figures: ${titles}.`,
  synthetic: 'Figures called synthetic are invented by the sample’s generator.',
  madeFrom: (review, day) => `Made from the sealed pack of the review “${review}”, figures as of ${day}.`,
  signedBy: (people) => `Signed by ${people}.`,
  unsigned: 'Nobody has signed it yet.',
  check: 'Anybody can check it: tandem verify FILE. Pack',

  otherLanguage: 'En español',
  download: 'Download the PDF',
  numbersAs: (format) => `Numbers as ${format}`,
  openData: 'Open data',
  openDataText: (licence) =>
    `Every number of this sheet with its definition, source and number of students. Anybody may use them under ${licence}; name the partnership.`,
  definitions: 'How these numbers are made',
  counted: (numerator, denominator) => `${numerator}, of: ${denominator}`,
  newer: 'A newer fact sheet has been published.',
  seeNewest: 'See the newest',
  earlier: 'Earlier fact sheets',

  provenances: { agreed: null, proposed: 'proposed', placeholder: 'placeholder' },
  paces: {
    met: 'met',
    'on pace': 'on pace',
    behind: 'behind',
    'moving away': 'moving away',
    'cannot tell': 'cannot tell',
    'too early': 'too early to tell',
    'too few students': 'too few students to tell',
  },
  withheld: {
    'few students': 'withheld: too few students',
    'protects another cell': 'withheld: protects another figure',
    'earlier release': 'withheld: protects an earlier release',
    agreement: 'withheld: not in the agreement',
    'not reported': 'not reported',
  },
  units: {
    percent: null,
    points: 'points',
    'per thousand': 'per thousand',
    index: 'index',
    rating: 'rating',
    hours: 'hours',
    letter: null,
    flag: null,
  },
  focusAreas: byId(focusAreas, ({ name, on }: { name: string; on: string }) => ({ name, on })),
  strategies: byId(strategies, ({ name }: { name: string }) => name),
  modes: byId(modes, ({ name, means }: { name: string; means: string }) => ({ name, means })),
  groups: Object.fromEntries(studentGroups.map(({ code, name }) => [code, name])) as SheetWords['groups'],
  measures: Object.fromEntries(measures.map(({ id, shortName }) => [id, shortName])),
};

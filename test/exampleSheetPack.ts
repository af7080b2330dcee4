import { Pack } from '../src/vocabulary/pack.ts';
import { examplePackWork } from './examplePackWork.ts';
import { focusAreas, strategies } from '../src/vocabulary/partnership.ts';

const hash = (digit: string) => digit.repeat(64);
const fresno = '10621660000000';
const longBeach = '19647250000000';
const [mathematics, learners, , college] = focusAreas;
const source = 'source-1';
const day = '2026-10-15';

type Side = Pack['benchmarks'][number]['districts'][number];
type Status = NonNullable<Side['pace']>['status'];

function side(cds: string, newest: string | null, target: string | null, status: Status | null): Side {
  return {
    cds,
    promise:
      target === null
        ? null
        : {
            version: 1,
            baseline: { year: 2023, value: '-86.1' },
            targets: [{ year: 2028, value: target }],
            provenance: cds === fresno ? 'agreed' : 'proposed',
            planGoal: 'Goal 1',
            reason: 'A reason that stays inside',
          },
    newest:
      newest === null
        ? {
            seen: 'withheld',
            schoolYear: 2025,
            reason: 'Withheld by the publisher: too few students.',
            source,
          }
        : {
            seen: 'shown',
            schoolYear: 2025,
            value: newest,
            text: newest,
            n: 41203,
            numerator: null,
            source,
            definition: hash('d'),
          },
    pace:
      status === null
        ? null
        : {
            status,
            sentence: 'A sentence of its pace.',
            requiredPerYear: '4.4',
            actualPerYear: status === 'too early' ? null : '5.15',
            interval: status === 'too early' ? null : ['4.1', '6.2'],
          },
  };
}

const group = (code: string, name: string) => ({ code, name });
const area = ({ id, name }: { id: string; name: string }) => ({ id, name });

function definition(measure: string, shortName: string, unit: string): Pack['definitions'][number] {
  return {
    measure,
    version: 1,
    hash: hash('d'),
    name: shortName,
    shortName,
    numerator: 'what is counted',
    denominator: 'of whom',
    exclusions: null,
    unit,
    decimals: 1,
    direction: 'up',
    publisherSource: 'California Department of Education',
  };
}

function students(cds: string, n: number): Pack['context'][number] {
  return {
    cds,
    what: 'students',
    group: group('ALL', 'All students'),
    figure: {
      seen: 'shown',
      schoolYear: 2025,
      value: String(n),
      text: n.toLocaleString('en-US'),
      n,
      numerator: null,
      source,
      definition: hash('e'),
    },
  };
}

/** A sealed pack with something in every section that a fact sheet reads, and words that must not get onto one. */
export const exampleSheetPack: Pack = Pack.parse({
  format: 'tandem pack 1',
  software: 'tandem 0.2.0',
  schema: 16,
  isSample: true,
  partnership: {
    name: 'Fresno–Long Beach #1 [Learning] Partnership',
    slug: 'fresno-long-beach',
    startedYear: 2008,
    focusAreas: focusAreas.map(({ id, name, on }) => ({ id, name, on })),
    strategies: strategies.map(({ id, name }) => ({ id, name })),
  },
  districts: [
    { cds: fresno, name: 'Fresno Unified', shortName: 'Fresno', position: 1 },
    { cds: longBeach, name: 'Long Beach Unified', shortName: 'Long Beach', position: 2 },
  ],
  sponsors: [
    { cds: fresno, name: 'Robin Alder', role: 'sponsor' },
    { cds: longBeach, name: 'Casey Brook', role: 'sponsor' },
  ],
  review: {
    id: 'review-1',
    level: { id: 'sponsors', name: 'Superintendents' },
    title: 'Autumn 2026',
    plannedOn: day,
    periodFrom: '2026-07-01',
    periodUntil: '2026-09-30',
    focusAreas: focusAreas.map(area),
    seal: 1,
    supersedes: null,
    previous: null,
  },
  madeAt: '2026-10-15T17:00:00Z',
  asOf: day,
  agenda: [{ kind: 'by hand', words: 'An item that stays inside', from: null }],
  sources: [
    {
      id: source,
      title: 'Academic indicator 2025',
      publisher: 'California Department of Education',
      dataset: 'dashboard',
      schoolYear: 2025,
      fileName: 'academic.txt',
      sha256: hash('f'),
      loadedOn: '2026-01-10',
      synthetic: false,
    },
  ],
  definitions: [
    definition('math_dfs', 'Mathematics, distance from standard', 'points'),
    definition('acgr', 'Four-year graduation rate', 'percent'),
  ],
  context: [students(fresno, 70123), students(longBeach, 64321)],
  benchmarks: [
    {
      id: 'b1',
      focusArea: area(mathematics),
      measure: 'math_dfs',
      definition: hash('d'),
      group: group('ALL', 'All students'),
      wording: 'Bring all students closer to the standard',
      districts: [side(fresno, '-75.8', '-62', 'on pace'), side(longBeach, '-41.2', '-32', 'behind')],
    },
    {
      id: 'b2',
      focusArea: area(learners),
      measure: 'math_dfs',
      definition: hash('d'),
      group: group('EL', 'English learners'),
      wording: 'Bring English learners closer to the standard',
      districts: [side(fresno, '-92.0', '-82', 'too early'), side(longBeach, null, null, null)],
    },
    {
      id: 'b3',
      focusArea: area(college),
      measure: 'acgr',
      definition: hash('d'),
      group: group('ALL', 'All students'),
      wording: 'More students graduate in four years',
      districts: [side(fresno, '88.14', '91', 'cannot tell'), side(longBeach, '90.35', '92', 'met')],
    },
  ],
  statements: [
    {
      part: 'quote',
      heading: 'Quotation',
      words: 'This new partnership will be a model pilot.',
      saidBy: 'Jack O’Connell, State Superintendent of Public Instruction',
      asOf: '2008-01-22',
      source: 'Fact sheet, 2009',
    },
    {
      part: 'contact',
      heading: 'Fresno Unified School District',
      words: 'Fresno Unified School District\nCommunications Office\n(559) 457-3733',
      saidBy: null,
      asOf: '2009-03-31',
      source: null,
    },
    {
      part: 'board',
      heading: 'Board of Education',
      words: 'Valerie F. Davis, President\nTony Vang, Ed.D.',
      saidBy: null,
      asOf: '2009-03-31',
      source: 'Fact sheet, March 2009',
    },
  ],
  agreements: [],
  claims: [
    {
      id: 'c1',
      question: 'Algebra by grade 9 in both districts since 2008-09',
      registrationHash: hash('c'),
      registeredOn: '2026-01-05',
      says: 'cannot tell',
      sentence: 'Cannot tell whether Algebra by grade 9 changed.',
      estimatedOn: '2026-02-01',
    },
  ],
  needs: [],
  ...examplePackWork,
});

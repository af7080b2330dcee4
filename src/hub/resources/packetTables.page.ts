import { formatDate } from '../../vocabulary/formatDate.ts';
import { formatNumber } from '../../vocabulary/formatNumber.ts';
import { modes } from '../../vocabulary/partnership.ts';
import { schoolYearName } from '../../vocabulary/schoolYear.ts';
import { standingSentence } from '../benchmarks/paceBlock.page.ts';
import { standingOf as engagementStanding } from '../work/standing.ts';
import { objectClassName } from './accountCode.ts';
import { mostUrgentFirst } from './conditionItems.page.ts';
import type { Flexibility } from './flexibilities.store.ts';
import { evidenceGrades } from './flexibilityResult.ts';
import { flexibilityResults } from './flexibilityResults.ts';
import { nameIn } from './resourceKinds.ts';
import type { MatchedLine, ResourceReading } from './resourceReading.store.ts';
import { benchmarkName, conditionText, districtName } from './resourceWords.page.ts';

/** A cell of a packet: words, a count, or money in cents. */
export type PacketCell = string | number | { readonly cents: number };

/** One table of a packet, for the page and for the sheet of the same name. */
export type PacketTable = {
  readonly id: 'money' | 'work' | 'benchmarks' | 'conditions' | 'lcap';
  readonly title: string;
  readonly headers: readonly string[];
  readonly rows: readonly (readonly PacketCell[])[];
  readonly empty: string;
  readonly note: string | null;
};

/** Every table of a flexibility's packet, made of the same figures as its page. */
export function packetTables(
  reading: ResourceReading,
  flexibility: Flexibility,
  today: string,
): PacketTable[] {
  const lines = reading.lines.filter((line) => line.flexibilityId === flexibility.id);
  return [
    moneyTable(reading, lines),
    workTable(reading, flexibility, lines, today),
    benchmarkTable(reading, flexibility),
    conditionTable(reading, flexibility),
    lcapTable(reading, flexibility, lines),
  ];
}

function sumOf(lines: readonly MatchedLine[], holds: MatchedLine['holds']): number {
  return lines.filter((line) => line.holds === holds).reduce((sum, { amountCents }) => sum + amountCents, 0);
}

function moneyTable(reading: ResourceReading, lines: readonly MatchedLine[]): PacketTable {
  const key = (line: MatchedLine) =>
    `${line.districtId} ${line.resourceCode} ${objectClassName(line.objectCode)}`;
  const groups = [...Map.groupBy(lines, key)].toSorted(([a], [b]) => a.localeCompare(b));
  return {
    id: 'money',
    title: 'What the ledger shows',
    headers: ['District', 'Resource code', 'For', 'Lines', 'Budgeted', 'Spent'],
    rows: groups.map(([, those]) => [
      districtName(reading, those[0]?.districtId ?? null),
      those[0]?.resourceCode || 'None',
      objectClassName(those[0]?.objectCode ?? ''),
      those.length,
      { cents: sumOf(those, 'budget') },
      { cents: sumOf(those, 'spending') },
    ]),
    empty: 'No line of a ledger is matched to it.',
    note: 'Imported from the district’s own ledger and matched by rules that finance has set; nothing is typed.',
  };
}

function workTable(
  { engagements, hours, parties }: ResourceReading,
  { engagementIds }: Flexibility,
  lines: readonly MatchedLine[],
  today: string,
): PacketTable {
  const given = (engagementId: string, districtId: string) =>
    hours
      .filter(
        (one) => one.engagementId === engagementId && one.state === 'confirmed' && one.givesId === districtId,
      )
      .reduce((sum, { quarterHours }) => sum + quarterHours, 0) / 4;
  return {
    id: 'work',
    title: 'Work it pays for',
    headers: [
      'Work',
      'Mode',
      'Standing',
      'Spent',
      ...parties.map(({ shortName }) => `Hours ${shortName} gave`),
    ],
    rows: engagements
      .filter(({ id }) => engagementIds.includes(id))
      .map((engagement) => [
        engagement.title,
        nameIn(modes, engagement.mode),
        capital(engagementStanding(engagement, today)),
        {
          cents: sumOf(
            lines.filter((line) => line.engagementId === engagement.id),
            'spending',
          ),
        },
        ...parties.map(({ districtId }) => given(engagement.id, districtId)),
      ]),
    empty: 'No work is tied to it.',
    note: 'Hours are those that both districts have confirmed.',
  };
}

function benchmarkTable(reading: ResourceReading, flexibility: Flexibility): PacketTable {
  return {
    id: 'benchmarks',
    title: 'Benchmarks and their pace',
    headers: [
      'District',
      'Benchmark',
      'Newest result',
      'Target',
      'Pace',
      'What can be seen',
      'Strength of evidence',
    ],
    rows: flexibilityResults(reading, flexibility).map(({ about, standing, answer, grade }) => {
      const { newest, series, pace } = standing;
      const target = series?.targets.at(-1);
      return [
        standing.party.shortName,
        benchmarkName(about),
        newest?.figure.seen === 'shown'
          ? `${formatNumber(newest.figure.value)} in ${schoolYearName(newest.subject.schoolYear)}`
          : 'None shown',
        target ? `${formatNumber(target.value)} by ${schoolYearName(target.year)}` : 'None set',
        `${capital(pace?.status ?? 'cannot tell')}. ${standingSentence(about, standing)}`,
        answer.sentence,
        nameIn(evidenceGrades, grade),
      ];
    }),
    empty: 'It is tied to no benchmark.',
    note: evidenceGrades.map(({ name, means }) => `${name}: ${means}`).join(' '),
  };
}

function conditionTable(reading: ResourceReading, { id }: Flexibility): PacketTable {
  const conditions = reading.conditions.filter(({ flexibilityId }) => flexibilityId === id);
  return {
    id: 'conditions',
    title: 'Conditions',
    headers: ['Condition', 'Due', 'Status', 'Why'],
    rows: mostUrgentFirst(conditions).map((condition) => [
      conditionText(reading, condition.terms),
      formatDate(condition.terms.dueOn),
      capital(condition.answer.status),
      condition.answer.sentence,
    ]),
    empty: 'No condition is written down.',
    note: 'Computed from the pace of the benchmark, the ledger, or the day a report was sent; nobody types a status.',
  };
}

/** The columns of the annual update of an LCAP, so that nobody copies them twice. */
function lcapTable(
  reading: ResourceReading,
  flexibility: Flexibility,
  lines: readonly MatchedLine[],
): PacketTable {
  const work = reading.engagements
    .filter(({ id }) => flexibility.engagementIds.includes(id))
    .map(({ title }) => title);
  return {
    id: 'lcap',
    title: 'For the LCAP annual update',
    headers: ['District', 'Goal', 'Action', 'Budgeted', 'Actual', 'Measure', 'Result'],
    rows: flexibilityResults(reading, flexibility).map(({ about, standing }) => {
      const own = lines.filter(({ districtId }) => districtId === standing.party.districtId);
      const budgeted = sumOf(own, 'budget') || flexibility.freedCents;
      return [
        standing.party.shortName,
        standing.series?.planGoal ?? 'No goal of the plan is named',
        work.length > 0 ? work.join('; ') : flexibility.useWords,
        { cents: budgeted },
        { cents: sumOf(own, 'spending') },
        benchmarkName(about),
        standingSentence(about, standing),
      ];
    }),
    empty: 'It is tied to no benchmark.',
    note: 'The dollars are those of the flexibility in the district as a whole: they are not to be added up over rows. Budgeted is the imported budget, or, without one, the dollars freed.',
  };
}

/** What nobody may conclude from this packet, in whole sentences. */
export function cannotBeSaid(reading: ResourceReading, flexibility: Flexibility): string[] {
  const results = flexibilityResults(reading, flexibility);
  const early = results.filter(({ answer }) => answer.result === 'too early').length;
  const unsure = results.filter(({ answer }) => answer.result === 'cannot tell').length;
  const unasked = results.filter(({ grade }) => grade === 'pace only').length;
  const open = reading.conditions.filter(
    ({ flexibilityId, answer }) => flexibilityId === flexibility.id && answer.status === 'cannot tell',
  ).length;
  const lines = reading.lines.filter(
    (line) => line.flexibilityId === flexibility.id && line.holds === 'spending',
  );
  return [
    unasked > 0
      ? `Whether the flexibility moved ${unasked === 1 ? 'its benchmark' : `${unasked} of its benchmarks`}: a pace says what happened, not why, and no question about it was fixed beforehand.`
      : '',
    early > 0
      ? `Anything about ${early === 1 ? 'one result' : `${early} results`} that ${early === 1 ? 'is' : 'are'} too early.`
      : '',
    unsure > 0
      ? `How ${unsure === 1 ? 'one benchmark moves' : `${unsure} benchmarks move`}: chance, missing results or too few students stand in the way.`
      : '',
    open > 0
      ? `Whether ${open === 1 ? 'one condition is' : `${open} conditions are`} met: figures or a ledger are missing.`
      : '',
    lines.length === 0 ? 'What was spent: no line of a ledger is matched to it.' : '',
  ].filter(Boolean);
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/**
 * Parts of a whole by student group. `exact`: the parts are all of it. Otherwise they are some of it, none counted
 * twice, and who is left can be worked out by subtraction: a group that nobody printed.
 */
export type GroupRelation = {
  readonly name: string;
  readonly whole: string;
  readonly parts: readonly string[];
  readonly exact: boolean;
};

const race = ['AA', 'AI', 'AS', 'FI', 'HI', 'PI', 'WH', 'MR', 'NR'];
const gender = ['F', 'M', 'X', 'GNR'];

function left(whole: string, ...parts: readonly string[]): GroupRelation {
  return { name: `${whole} but not ${parts.join(' ')}`, whole, parts, exact: false };
}

const always: readonly GroupRelation[] = [
  { name: 'race', whole: 'ALL', parts: race, exact: true },
  { name: 'gender', whole: 'ALL', parts: gender, exact: true },
  left('ALL', 'SED'),
  left('ALL', 'SWD'),
  left('ALL', 'FOS'),
  left('ALL', 'HOM'),
  left('ALL', 'MIG'),
  left('ALL', 'EL'),
  left('ALL', 'EO'),
  left('ALL', 'EVER'),
  left('SED', 'FOS'),
  left('SED', 'HOM'),
  left('SED', 'MIG'),
];

/** As a test record tells them: EL are those who learn English and those reclassified up to four years before. */
const atTesting: readonly GroupRelation[] = [
  { name: 'English learners', whole: 'EL', parts: ['ELO', 'RFP'], exact: true },
  left('ALL', 'EVER', 'EO'),
  left('EVER', 'EL'),
  left('ELO', 'LTEL'),
  left('ELO', 'LTEL6', 'ARL'),
];

/** As a span of days tells them: EL are those who learn English; the recently reclassified are apart. */
const overDays: readonly GroupRelation[] = [
  left('ALL', 'EL', 'RFP', 'EO'),
  left('EVER', 'EL', 'RFP'),
  left('EL', 'LTEL'),
  left('EL', 'LTEL6', 'ARL'),
];

/**
 * How the groups of a table add up (the definitions are those of docs/measure-rules.md). A table that has the group
 * "English learners only" has its groups from test records. Initially fluent students have no group of their own:
 * they are in what is left of all.
 */
export function groupRelations(groups: ReadonlySet<string>): readonly GroupRelation[] {
  return [...always, ...(groups.has('ELO') ? atTesting : overDays)].filter(
    ({ whole, parts }) => groups.has(whole) && parts.some((part) => groups.has(part)),
  );
}

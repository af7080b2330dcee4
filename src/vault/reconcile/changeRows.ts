import { readVaultStatements } from '../store/readVaultStatements.ts';
import type { VaultConnection, VaultValues } from '../store/vault.ts';
import { type ChangedTable, causeById } from './causes.ts';
import type { Change, WhatIf } from './whatIf.ts';

const statements = readVaultStatements(import.meta.url, [
  'copyEnrolment',
  'copyTestResult',
  'copyElpacResult',
  'copyAttendance',
  'copyIncident',
  'copyLanguageStatus',
  'copyProgramme',
  'leaveSchoolsOutOfEnrolment',
  'leaveSchoolsOutOfTests',
  'leaveSchoolsOutOfElpac',
  'leaveSchoolsOutOfAttendance',
  'leaveSchoolsOutOfIncidents',
  'leaveLaterEnrolmentOut',
  'forgetLaterExits',
  'leaveLaterStatusOut',
  'leaveLaterProgrammesOut',
  'forgetLaterProgrammeEnds',
  'leaveLaterIncidentsOut',
  'leaveSuccessorOutOfEnrolment',
  'leaveSuccessorOutOfTests',
  'leaveSuccessorOutOfElpac',
  'leaveSuccessorOutOfAttendance',
  'takeSupersededEnrolment',
  'takeSupersededTests',
  'takeSupersededElpac',
  'takeSupersededAttendance',
  'leaveUntestedOut',
  'takeScoredAsTested',
  'enrolEverybodyTested',
  'leaveAlternateOut',
  'takeNewcomers',
  'forgetScoresBelowThreshold',
  'countWhereTested',
  'takeExempt',
  'confirmTransfers',
  'takeSecondary',
  'leaveShortTermOut',
  'takeNoShows',
]);

type Name = keyof typeof statements;

const copies: Readonly<Record<ChangedTable, Name>> = {
  enrolment: 'copyEnrolment',
  test_result: 'copyTestResult',
  elpac_result: 'copyElpacResult',
  attendance: 'copyAttendance',
  incident: 'copyIncident',
  language_status: 'copyLanguageStatus',
  programme: 'copyProgramme',
};

const withoutSchools: readonly Name[] = [
  'leaveSchoolsOutOfEnrolment',
  'leaveSchoolsOutOfTests',
  'leaveSchoolsOutOfElpac',
  'leaveSchoolsOutOfAttendance',
  'leaveSchoolsOutOfIncidents',
];

const changesOf: Readonly<Record<string, readonly Name[]>> = {
  charters: withoutSchools,
  charter: withoutSchools,
  as_of: [
    'leaveLaterEnrolmentOut',
    'forgetLaterExits',
    'leaveLaterStatusOut',
    'leaveLaterProgrammesOut',
    'forgetLaterProgrammeEnds',
    'leaveLaterIncidentsOut',
  ],
  penalty: ['leaveUntestedOut', 'takeScoredAsTested'],
  continuous: ['enrolEverybodyTested'],
  alternate: ['leaveAlternateOut'],
  newcomers: ['takeNewcomers'],
  below_threshold: ['forgetScoresBelowThreshold'],
  accountable: ['countWhereTested'],
  exempt: ['takeExempt'],
  transfers: ['confirmTransfers'],
  secondary: ['takeSecondary'],
  short_term: ['leaveShortTermOut'],
  no_shows: ['takeNoShows'],
};

/** What a change is made from, as the vault knows it. */
export type ChangeGround = {
  readonly year: number;
  readonly charters: readonly string[];
  /** The file in force that came, at the end, in the place of each superseded one. */
  readonly successors: ReadonlyMap<number, number>;
};

/**
 * Makes copies of the tables that the changes touch, in this transaction and this connection only, and changes them.
 * Answers how many rows were changed: with none the figures would be the vault's own.
 */
export async function changeRows(
  connection: VaultConnection,
  changes: WhatIf,
  ground: ChangeGround,
): Promise<number> {
  const tables = new Set(changes.flatMap(({ cause }) => causeById(cause).tables));
  if (changes.some(({ cause }) => cause === 'continuous')) tables.add('test_result');
  for (const table of tables) await connection.run(statements[copies[table]]);
  let changed = 0;
  for (const change of changes.toSorted((a, b) => turnOf(a) - turnOf(b))) {
    changed += await makeChange(connection, change, ground);
  }
  return changed;
}

async function makeChange(
  connection: VaultConnection,
  change: Change,
  ground: ChangeGround,
): Promise<number> {
  if (change.cause === 'before') return takeBack(connection, Number(change.about), ground);
  const values: VaultValues = {
    year: ground.year,
    day: change.about,
    schools: change.cause === 'charter' ? [change.about ?? ''] : ground.charters,
  };
  let changed = 0;
  for (const name of changesOf[change.cause] ?? []) {
    const statement = statements[name];
    const own = Object.entries(values).filter(([key]) => statement.parameters.includes(key));
    changed += await connection.run(statement, Object.fromEntries(own));
  }
  return changed;
}

/** Puts the rows of a superseded file back in the place of those of the file in force. */
async function takeBack(
  connection: VaultConnection,
  file: number,
  { successors }: ChangeGround,
): Promise<number> {
  const after = successors.get(file);
  if (after === undefined) return 0;
  let changed = 0;
  for (const kind of ['Enrolment', 'Tests', 'Elpac', 'Attendance'] as const) {
    const taken = await connection.run(statements[`takeSuperseded${kind}`], { file });
    if (taken === 0) continue;
    const leave = statements[`leaveSuccessorOutOf${kind}`];
    const both = { file: after, before: file };
    const own = Object.entries(both).filter(([key]) => leave.parameters.includes(key));
    changed += taken + (await connection.run(leave, Object.fromEntries(own)));
  }
  return changed;
}

/** What takes rows back or out comes before what adds stays for whoever was tested. */
function turnOf({ cause }: Change): number {
  return cause === 'before' ? 0 : cause === 'continuous' ? 2 : 1;
}

import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { type RosterFile, rosterBreakages } from '../../sample/students/extracts/brokenRosters.ts';
import { oneRosterExtracts } from '../../sample/students/extracts/oneRosterExtracts.ts';
import { gatherDistrict } from '../../sample/students/gatherDistrict.ts';
import { fresnoLike } from '../../sample/students/studentDistrict.ts';
import type { FileOutcome } from '../../src/vault/intake/fileOutcome.ts';
import { collectPaths } from '../../src/vault/intake/fileSets.ts';
import { intakeLayouts } from '../../src/vault/intake/intakeLayouts.ts';
import { loadFiles } from '../../src/vault/intake/loadFiles.store.ts';
import type { Vault } from '../../src/vault/store/vault.ts';
import { openTestVault } from './openTestVault.ts';

const district = fresnoLike({ seed: 53, students: 60, firstYear: 2025, lastYear: 2025 });
const whole = oneRosterExtracts(gatherDistrict(district), 2025, '1.1');
const folder = mkdtempSync(join(tmpdir(), 'tandem-broken-roster-'));
let vault: Vault;
before(async () => {
  vault = await openTestVault({ cds: district.cds, name: district.name });
});
after(async () => {
  await vault.close();
  rmSync(folder, { recursive: true });
});

let written = 0;
async function load(files: readonly RosterFile[]): Promise<FileOutcome[]> {
  written += 1;
  const own = join(folder, String(written));
  mkdirSync(own);
  for (const { name, bytes } of files) writeFileSync(join(own, name), bytes);
  const outcomes: FileOutcome[] = [];
  const loading = { layouts: intakeLayouts, now: () => new Date(0) };
  for await (const one of loadFiles(vault, collectPaths([own]), loading)) outcomes.push(one);
  return outcomes;
}

/** The rule that tells of each, its severity, and where: the file's line and column. */
const expected: Readonly<Record<keyof typeof rosterBreakages, string>> = {
  'no manifest': 'error setMustComeWhole 1',
  'manifest of another version': 'error versionMustBeRead 3',
  'manifest without a version': 'error versionMustBeRead null',
  'manifest names a file that is missing': 'error manifestMustHold 10',
  'manifest calls a file absent that is there': 'error manifestMustHold 10',
  'manifest is silent about a file': 'error manifestMustHold null',
  'manifest says neither bulk nor delta': 'error manifestMustHold 16',
  'no users at all': 'error setMustSayWhoIsEnrolled null',
  'delta without a bulk': 'error deltaMustFollowABulk null',
  'a file that nobody knows': 'note rosterFilesMustBeRead null',
  'shifted column': 'error wordMustBeOfTheStandard 2 enrollments.csv role',
  'wrong delimiter': 'error delimiterMustBeAComma 1',
  'two header lines': 'error headerMustStandOnce 2',
  'byte-order mark': 'loaded',
  'a list without quotation marks': 'error columnsMustBeTheHeaders 2 classes.csv',
  'column with another name': 'error columnMustStand 1',
  'same sourcedId twice': 'error sourcedIdMustStandOnce 58 users.csv sourcedId',
  'no sourcedId': 'error sourcedIdMustStand 2 users.csv sourcedId',
  'enrolment of nobody': 'error sourcedIdMustBeKnown 2 enrollments.csv userSourcedId',
  'class in no session': 'error sourcedIdMustBeKnown 2 classes.csv termSourcedIds',
  'role that is none': 'error wordMustBeOfTheStandard 2 enrollments.csv role',
  'grade that is none': 'error gradeMustBeKnown 2 users.csv grades',
  'grade left blank': 'loaded',
  'day with the month first': 'note dayMustBeIso 2 enrollments.csv beginDate',
  'day with the day first': 'error dateMustBeADay 2 enrollments.csv beginDate',
  'end before the beginning': 'error exitMustNotPrecedeStart 2 enrollments.csv endDate',
  'year named by its beginning': 'error sessionMustLieInItsYear 2 academicSessions.csv schoolYear',
  'school without a code': 'error orgMustHaveACdsCode 4 orgs.csv identifier',
  'status inactive': 'note statusMustBeKnown 2 users.csv status',
  'SSID of nine digits': 'error ssidMustHaveTenDigits 2 users.csv userIds',
};

// What refuses comes first: a vault that holds a roster judges changes by it.
const ways = Object.keys(rosterBreakages).toSorted(
  (a, b) => Number(!expected[a]?.startsWith('error')) - Number(!expected[b]?.startsWith('error')),
);
for (const way of ways) {
  test(`a set with ${way}: ${expected[way]}`, async () => {
    const outcomes = await load(rosterBreakages[way]?.(whole) ?? []);
    const [outcome] = outcomes;
    const told = outcomes.flatMap(({ findings }) => findings);
    const [severity = '', rule = ''] = expected[way]?.split(' ') ?? [];
    if (severity === 'loaded') return assert.deepEqual([outcome?.status, outcome?.errors], ['loaded', 0]);
    const found = told.find((one) => one.rule === rule);
    const place = `${found?.severity} ${found?.rule} ${found?.line} ${found?.column ?? ''}`.trim();
    assert.equal(place, expected[way], JSON.stringify(told.slice(0, 3)));
    assert.equal(
      outcomes.every(({ status }) => status === 'refused'),
      severity === 'error',
    );
    assert.ok(found && found.message.length > 9 && found.remedy.length > 9);
  });
}

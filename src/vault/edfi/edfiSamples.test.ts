import assert from 'node:assert/strict';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { writeExtract } from '../../../test/vault/intakeDistrict.ts';
import { openTestVault } from '../../../test/vault/openTestVault.ts';
import type { FileOutcome } from '../intake/fileOutcome.ts';
import { intakeLayouts } from '../intake/intakeLayouts.ts';
import { loadFiles } from '../intake/loadFiles.store.ts';

const folder = '../shared/data/standards/ed-fi-5.2/samples';
const skip = existsSync(folder) ? false : `${folder} is not there: no sample of the standard was loaded`;

const places = `organisation,cds
255901,10621660000000
255901001,10621660000001
255901044,10621660000044
255901107,10621660000107
`;

test('the 12 sample files of the standard are one set: 960 students, 3 schools, 1,850 absences, 21 incidents, 25 actions; again they change nothing', {
  skip,
}, async () => {
  const vault = await openTestVault();
  try {
    const paths = readdirSync(folder).map((name) => join(folder, name));
    const outcomes: FileOutcome[] = [];
    const load = async (more: readonly string[]): Promise<void> => {
      const loading = { layouts: intakeLayouts, now: () => new Date('2026-11-25T08:00:00Z') };
      for await (const outcome of loadFiles(vault, [...paths, ...more], loading)) outcomes.push(outcome);
    };
    await load([]);
    await load([writeExtract(places, 'places.csv')]);
    await load([]);
    const [refused, , loaded, unchanged] = outcomes;
    assert.deepEqual(
      [refused?.status, refused?.rules.filter(({ severity }) => severity === 'error')],
      ['refused', [{ rule: 'organisationMustHaveACdsCode', severity: 'error', count: 4 }]],
    );
    assert.deepEqual(
      [loaded?.status, loaded?.schoolYear, loaded?.rows, loaded?.newStudents, unchanged?.status],
      ['loaded', 2022, 5001, 960, 'unchanged'],
    );
    assert.deepEqual(
      loaded?.rules.map(({ rule, severity, count }) => `${severity} ${rule} ${count}`),
      [
        'note descriptorMustBeMapped 5',
        'note stateIdMustBeGiven 1',
        'note eventMustLieWithinAStay 227',
        'note testsMustComeFromTheState 1',
        'note resourceMustBeRead 1',
      ],
    );
    const text = `select (select count(*) from student_info), (select count(*) from place),
      (select count(*) from incident), (select count(*) from incident_student), (select count(*) from programme),
      (select count(*) from attendance), (select sum(excused_days) from attendance), (select sum(unexcused_days) from attendance)`;
    const [row] = await vault.rows({ name: 'selectForTest', text, parameters: [] });
    assert.deepEqual(Object.values(row ?? {}), [960, 3, 21, 25, 551, 227, 1077, 773]);
    const results = await vault.rows({
      name: 'selectForTest',
      text: 'select result, count(*) as n, sum(days) as days from incident_student group by result order by result',
      parameters: [],
    });
    assert.deepEqual(
      results.map((one) => Object.values(one)),
      [
        ['110', 24, 38],
        ['200', 1, 5],
      ],
    );
    const programmes = await vault.rows({
      name: 'selectForTest',
      text: 'select code, count(*) as n from programme group by code order by code',
      parameters: [],
    });
    assert.deepEqual(
      programmes.map((one) => Object.values(one)),
      [
        ['127', 86],
        ['135', 275],
        ['144', 97],
        ['181', 41],
        ['182', 41],
        ['191', 11],
      ],
    );
  } finally {
    await vault.close();
  }
});

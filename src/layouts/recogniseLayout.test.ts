import assert from 'node:assert/strict';
import { existsSync, globSync } from 'node:fs';
import { test } from 'node:test';
import { fileSource } from './fileSource.ts';
import { layoutCdeOutcomes } from './layoutCdeOutcomes.ts';
import { layouts } from './layouts.ts';
import { openEvidence } from './openEvidence.ts';
import { recogniseFirstLine, recogniseWorkbook } from './recogniseLayout.ts';

const outcomes =
  'level,cds,name,school_year,metric,subgroup,value,numerator,denominator,reliability,source_dataset';

test('a header is recognised with blanks around its cells and a carriage return behind it', () => {
  for (const line of [
    outcomes,
    `${outcomes}\r\n`,
    outcomes.replaceAll(',', ' , '),
    outcomes.replace('cds', '"cds"'),
  ]) {
    const found = recogniseFirstLine(line, layouts);
    assert.equal('layout' in found && found.layout.id, 'cde-outcomes', line);
  }
});

test('a header with a column more, fewer or moved is not recognised, and its beginning is said', () => {
  for (const line of [
    `${outcomes},note`,
    outcomes.replace(',name', ''),
    outcomes.replace('cds,name', 'name,cds'),
  ]) {
    const found = recogniseFirstLine(line, layouts);
    assert.ok('unknown' in found && found.unknown.includes(`“${line.slice(0, 40)}`), line);
  }
});

test('two layouts that claim one header are a refusal that names both', () => {
  const found = recogniseFirstLine(outcomes, [layoutCdeOutcomes, { ...layoutCdeOutcomes, id: 'twin' }]);
  assert.deepEqual(found, { unknown: 'several layouts claim it: cde-outcomes, twin' });
});

test('an unknown workbook is said with its sheets', () => {
  const found = recogniseWorkbook([{ name: 'Budget', rows: [['a', 'b']] }], layouts);
  assert.ok('unknown' in found && found.unknown.endsWith('it is a workbook with the sheets “Budget”'));
});

test('the ids of the layouts differ', () => {
  assert.equal(new Set(layouts.map(({ id }) => id)).size, layouts.length);
});

const folder = '../shared/data/california';
const known: Readonly<Record<string, string>> = {
  'outcomes-2023-2025/district_observations.csv.gz': 'cde-outcomes',
  'outcomes-2023-2025/school_observations.csv.gz': 'cde-outcomes',
  'outcomes-2023-2025/schools.csv.gz': 'cde-schools',
  'outcomes-2023-2025/school_demographics.csv.gz': 'school-demographics',
  'api-2003-2013/panel.csv.gz': 'api-panel',
  'api-2003-2013/2004-growth-api.csv.gz': 'api-growth',
  'api-2003-2013/2008-growth-api.csv.gz': 'api-growth',
  'api-2003-2013/2009-growth-api.csv.gz': 'api-growth',
  'api-2003-2013/2013-growth-api.csv.gz': 'api-growth',
  'district-areas-2018-19.csv': 'district-areas',
};

test('every file of California’s folder has one layout or none, and the ten of ours have theirs', async (t) => {
  if (!existsSync(folder)) return t.skip(`${folder} is not there: no public file was recognised`);
  const found: Record<string, string> = {};
  for (const path of globSync('**/*.{csv,gz,txt,json}', { cwd: folder })) {
    const opened = await openEvidence(fileSource(`${folder}/${path}`), layouts);
    if ('unknown' in opened) {
      assert.match(opened.unknown, /^no layout that Tandem knows/, path);
      continue;
    }
    await opened.close();
    if (path in known) found[path] = opened.layout.id;
  }
  assert.deepEqual(found, Object.fromEntries(Object.keys(found).map((path) => [path, known[path]])));
  assert.equal(Object.keys(found).length, Object.keys(known).length);
});

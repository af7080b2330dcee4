import assert from 'node:assert/strict';
import { test } from 'node:test';
import { exportsMustBeDirect } from './walls/exportsMustBeDirect.ts';
import { filesMustBeShort } from './walls/filesMustBeShort.ts';
import { foldersMustBeShallow } from './walls/foldersMustBeShallow.ts';
import { parseHouse, readHouse } from './walls/house.ts';
import { hubEndingsMustKeepTheirSide } from './walls/hubEndingsMustKeepTheirSide.ts';
import { importsMustNotCycle } from './walls/importsMustNotCycle.ts';
import { importsMustUseDoors } from './walls/importsMustUseDoors.ts';
import { namesMustSayWhat } from './walls/namesMustSayWhat.ts';
import { packagesMustBeAllowed } from './walls/packagesMustBeAllowed.ts';
import { pureRoomsMustNotLookOutside } from './walls/pureRoomsMustNotLookOutside.ts';
import { rawMustStandInOneFile } from './walls/rawMustStandInOneFile.ts';
import { sqlMustStandInSqlFiles } from './walls/sqlMustStandInSqlFiles.ts';
import { vaultMustNotSpeakToNetworks } from './walls/vaultMustNotSpeakToNetworks.ts';
import type { Breach, Wall } from './walls/wall.ts';

const walls: readonly Wall[] = [
  importsMustUseDoors,
  packagesMustBeAllowed,
  pureRoomsMustNotLookOutside,
  importsMustNotCycle,
  vaultMustNotSpeakToNetworks,
  hubEndingsMustKeepTheirSide,
  sqlMustStandInSqlFiles,
  rawMustStandInOneFile,
  exportsMustBeDirect,
  namesMustSayWhat,
  filesMustBeShort,
  foldersMustBeShallow,
];

const house = readHouse(process.cwd());

function listed(breaches: readonly Breach[]): string {
  return breaches.map(({ path, line, message }) => `\n  ${path}:${line}: ${message}`).join('');
}

test('the walls read the house: its rooms, its SQL and its tests are there', () => {
  const paths = house.texts.map(({ path }) => path);
  for (const known of ['src/vocabulary/cell.ts', 'test/walls.test.ts', 'launch.mjs']) {
    assert.ok(paths.includes(known), `${known} was not read`);
  }
  assert.ok(house.modules.length > 50, `only ${house.modules.length} modules were read`);
  assert.ok(house.modules.some(({ imports }) => imports.length > 0));
});

test('a file that does not parse is no file without breaches', () => {
  assert.throws(() => parseHouse({ 'src/stats/a.ts': 'import {' }), /src\/stats\/a\.ts does not parse/);
});

for (const { sentence, find, examples } of walls) {
  test(`wall: ${sentence}`, () => {
    const breaches = find(house);
    assert.equal(breaches.length, 0, `${breaches.length} breaches:${listed(breaches)}`);
  });

  test(`its own ${examples.length} examples are judged right: ${sentence}`, () => {
    assert.ok(
      examples.some((example) => example.breaches > 0),
      'a wall that cannot fail is no wall',
    );
    for (const { files, breaches } of examples) {
      const found = find(parseHouse(files));
      assert.equal(found.length, breaches, `${JSON.stringify(files)}:${listed(found)}`);
    }
  });
}

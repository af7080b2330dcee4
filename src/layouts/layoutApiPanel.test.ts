import assert from 'node:assert/strict';
import { test } from 'node:test';
import { californiaFiles, recordFile, recordRows } from '../../test/recordLayout.ts';
import { layoutApiPanel } from './layoutApiPanel.ts';

const header =
  'year,cds,district,county,stype,group,n_scores,significant,api_growth,api_base_prev,target,growth,met'.split(
    ',',
  );

function read(...rows: string[]) {
  return recordRows(
    layoutApiPanel.open(header, 'panel.csv'),
    rows.map((row) => row.split(',')),
  );
}

test('growth and the base of the year before stand side by side under the year of the growth', () => {
  const { cells, findings } = read('2008,10621660000000,Fresno Unified,Fresno,1,SD,45000,Yes,660,645,,15,');
  assert.deepEqual(findings, []);
  assert.deepEqual(
    cells.map(({ subject, figure }) => [subject.measure, subject.schoolYear, subject.group, figure]),
    [
      ['api_growth', 2008, 'SED', { seen: 'shown', n: 45000, numerator: null, value: '660' }],
      ['api_base', 2008, 'SED', { seen: 'shown', n: null, numerator: null, value: '645' }],
    ],
  );
});

test('the state’s blank name becomes California', () => {
  const { cells } = read('2013,00000000000000,,,,ALL,4655780,,790,791,,-1,');
  assert.deepEqual([cells[0]?.place.name, cells[0]?.place.county], ['California', null]);
});

test('an unknown year, group or code names its column', () => {
  const { findings } = read(
    '2014,10621660000000,Fresno Unified,Fresno,1,ALL,1000,,700,690,,10,',
    '2013,10621660000000,Fresno Unified,Fresno,1,XX,1000,,700,690,,10,',
    '2013,10621661030642,Addams,Fresno,1,ALL,1000,,700,690,,10,',
  );
  assert.deepEqual(
    findings.map(({ line, rule, column }) => [line, rule, column]),
    [
      [2, 'schoolYearMustBeKnown', 'year'],
      [3, 'groupMustBeKnown', 'group'],
      [4, 'cdsMustBeADistricts', 'cds'],
    ],
  );
});

const { folder, skip } = californiaFiles();
const published = {
  '10621660000000': {
    api_growth: [610, 622, 644, 659, 666, 684, 702, 711, 717, 723, 723],
    api_base: [579, 610, 623, 644, 658, 670, 688, 699, 711, 714, 726],
  },
  '19647250000000': {
    api_growth: [685, 696, 713, 724, 729, 744, 751, 759, 771, 781, 783],
    api_base: [648, 682, 694, 713, 722, 729, 741, 750, 759, 771, 784],
  },
};

test('Fresno and Long Beach grow as published from 2003 to 2013, each year beside its base', {
  skip,
}, async () => {
  const { cells } = await recordFile(`${folder}/api-2003-2013/panel.csv.gz`, [layoutApiPanel]);
  for (const [cds, series] of Object.entries(published)) {
    for (const [measure, expected] of Object.entries(series)) {
      const found = cells
        .filter(
          ({ place, subject }) => place.cds === cds && subject.measure === measure && subject.group === 'ALL',
        )
        .sort((a, b) => a.subject.schoolYear - b.subject.schoolYear)
        .map(({ figure }) => (figure.seen === 'shown' ? Number(figure.value) : figure.seen));
      assert.deepEqual(found, expected, `${cds} ${measure}`);
    }
  }
});

test('a district of an invented county is the sample’s: its dataset is synthetic and made by the generator', () => {
  const { cells } = read(
    '2008,04990010000000,Alder Flat Elementary,Basalt (sample),2,ALL,836,,660,645,,15,',
    '2008,10621660000000,Fresno Unified,Fresno,1,ALL,49980,,684,670,,14,',
  );
  assert.deepEqual(
    cells.map(({ dataset }) => [dataset.key, dataset.synthetic, dataset.publisher]),
    [
      ['tandem_sample_api_growth_2007_08', true, 'Tandem sample generator'],
      ['tandem_sample_api_growth_2007_08', true, 'Tandem sample generator'],
      ['cde_api_growth_2007_08', false, 'California Department of Education'],
      ['cde_api_growth_2007_08', false, 'California Department of Education'],
    ],
  );
});

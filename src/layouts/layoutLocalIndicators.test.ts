import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  californiaFiles,
  type Recorded,
  recordFile,
  recordRows,
  rowUnder,
  saidTwice,
  tally,
} from '../../test/recordLayout.ts';
import { layoutsLocalIndicators } from './layoutLocalIndicators.ts';

const priority2 =
  'cdsCode,lea,priorityNumber,nativeSummary,profLearningELA,profLearningELD,profLearningMath,profLearningScience,profLearningSocial,materialELA,materialELD,materialMath,materialScience,materialSocial,programELA,programELD,programMath,programScience,programSocial,standardTechEd,standardHealthEd,standardPhysicalEd,standardPerformingArts,standardWorldLang,activityGroupNeeds,activityIndividualNeeds,activitySupport,countyPerformance,additionalInfo,meetingDate,year'.split(
    ',',
  );
const priority3 =
  'cdsCode,lea,priorityNumber,Narrative1aRelationshipsStrength,Narrative1bRelationshipsFocusAre,Narrative1cRelationshipsImproveE,Narrative2aPartnershipsStrengths,Narrative2bPartnershipsFocusArea,Narrative2cPartnershipsImproveEn,Narrative3aInputStrengths,Narrative3bInputFocusAreas,Narrative3cInputImproveEngagemen,DevelopStaffCapacityRelationship,EnvironmentRelationship,StaffSupportRelationship,OpportunityRelationship,ProfessionalLearningPartnership,ResourcesPartnership,PoliciesProgramsPartnership,LegalRightsPartnership,SupportStaffCapacityInput,SupportFamilyCapacityInput,StrategiesInput,CollaborationtInput,countyPerformance,additionalInfo,meetingDate,year'.split(
    ',',
  );
const lea = { cdsCode: '19647250000000', lea: 'Long Beach Unified', year: '2024', countyPerformance: 'Met' };

function read(header: readonly string[], ...rows: Readonly<Record<string, string>>[]): Recorded {
  const layout = layoutsLocalIndicators.find((one) => one.matches(header));
  assert.ok(layout);
  return recordRows(
    layout.open(header, 'any.xlsx'),
    rows.map((row) => rowUnder(header, row)),
  );
}

test('each of the two headers is one layout’s only', () => {
  const ids = [priority2, priority3].map((header) =>
    layoutsLocalIndicators.filter((layout) => layout.matches(header)).map(({ id }) => id),
  );
  assert.deepEqual(ids, [['local-indicators-2'], ['local-indicators-3']]);
});

test('a 5 in mathematics is rated 5; 0 in 2 items is no rating and one note, never a 0', () => {
  const row = { ...lea, priorityNumber: '2', profLearningMath: '5', materialELD: '0', standardTechEd: '0' };
  const { indicators, findings } = read(priority2, row);
  assert.deepEqual(
    indicators.map(({ item, rating, words, priority, schoolYear }) => [
      item,
      rating,
      words,
      priority,
      schoolYear,
    ]),
    [
      ['Professional learning: mathematics', 5, null, 2, 2024],
      ['Status', null, 'Met', 2, 2024],
    ],
  );
  assert.deepEqual(
    findings.map(({ severity, rule, message }) => [severity, rule, message.slice(0, 18)]),
    [['note', 'zeroIsNoRating', '0 in 2 of 23 items']],
  );
});

test('words of priority 3 are kept beside its ratings, with the misspelt column', () => {
  const row = {
    ...lea,
    priorityNumber: '3',
    Narrative1aRelationshipsStrength: 'We call.',
    CollaborationtInput: '4',
  };
  const { indicators } = read(priority3, row);
  assert.deepEqual(
    indicators.map(({ item, rating, words }) => [item, rating, words]),
    [
      ['Families and staff plan engagement together', 4, null],
      ['Relationships: strengths and progress', null, 'We call.'],
      ['Status', null, 'Met'],
    ],
  );
});

test('a charter school’s row is a school; a 6, priority 3 under columns of 2 and the year 24 refuse the file', () => {
  const row = { ...lea, cdsCode: '19647250127506', priorityNumber: '2', materialMath: '6' };
  const { indicators, findings } = read(
    priority2,
    row,
    { ...row, priorityNumber: '3' },
    { ...row, year: '24', materialMath: '' },
  );
  assert.equal(indicators[0]?.place.cds, '19647250127506');
  assert.deepEqual(
    findings.map(({ severity, rule }) => `${severity} ${rule}`),
    ['error ratingMustBe1To5', 'error priorityMustFitColumns', 'error reportYearMustBeAYear'],
  );
});

const { folder, skip } = californiaFiles();

test('Pr22023 and Pr22024: 2,298 and 2,262 LEAs; Long Beach has words and no rating, Fresno rates mathematics 5', {
  skip,
}, async () => {
  for (const [year, rows, zeros] of [
    [2023, 2_298, 625],
    [2024, 2_262, 879],
  ] as const) {
    const recorded = await recordFile(`${folder}/local-indicators/Pr2${year}.xlsx`, layoutsLocalIndicators);
    assert.equal(recorded.rows, rows);
    assert.deepEqual(
      tally(recorded.findings, ({ severity, rule }) => `${severity} ${rule}`),
      {
        'note zeroIsNoRating': zeros,
      },
    );
    assert.deepEqual(saidTwice(recorded), []);
    const of = (cds: string) => recorded.indicators.filter(({ place }) => place.cds === cds);
    assert.deepEqual(
      of('19647250000000').map(({ item, rating }) => [item, rating]),
      [
        ['Account in words', null],
        ['Status', null],
      ],
    );
    const math = of('10621660000000').find(({ item }) => item === 'Professional learning: mathematics');
    assert.equal(math?.rating, 5);
    assert.equal(math?.schoolYear, year);
  }
});

test('Pr22024: 88 % of the 6,092 ratings of mathematics are 4 or 5', { skip }, async () => {
  const { indicators } = await recordFile(`${folder}/local-indicators/Pr22024.xlsx`, layoutsLocalIndicators);
  const math = indicators.filter(({ item, rating }) => item.endsWith('mathematics') && rating !== null);
  const high = math.filter(({ rating }) => Number(rating) >= 4);
  assert.equal(math.length, 6_092);
  assert.equal(Math.round((100 * high.length) / math.length), 88);
});

test('Pr32024: 2,262 LEAs; Long Beach rates all 12 items 5, and 21 LEAs answered nothing', {
  skip,
}, async () => {
  const recorded = await recordFile(`${folder}/local-indicators/Pr32024.xlsx`, layoutsLocalIndicators);
  assert.equal(recorded.rows, 2_262);
  assert.deepEqual(recorded.findings, []);
  const longBeach = recorded.indicators.filter(({ place }) => place.cds === '19647250000000');
  assert.deepEqual(
    longBeach.flatMap(({ rating }) => rating ?? []),
    Array.from({ length: 12 }, () => 5),
  );
  const places = Object.values(tally(recorded.indicators, ({ place }) => place.cds));
  assert.equal(places.filter((facts) => facts === 1).length, 21);
  assert.deepEqual(saidTwice(recorded), []);
});

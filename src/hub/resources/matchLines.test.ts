import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseLedgerRule } from './ledgerRule.ts';
import { matchLines } from './matchLines.ts';

const line = { districtId: 'f', description: 'Coaching, Lakeside', resourceCode: '7390', objectCode: '5800' };
const bare = {
  resourceCode: null,
  objects: null,
  holdsText: null,
  sourceId: null,
  flexibilityId: null,
  engagementId: null,
};

test('the rule that asks for more decides, and what it leaves open the next says', () => {
  const [matched] = matchLines(
    [line],
    [
      { ...bare, id: 'wide', districtId: 'f', resourceCode: '7390', flexibilityId: 'x', engagementId: 'w' },
      {
        ...bare,
        id: 'narrow',
        districtId: 'f',
        resourceCode: '7390',
        holdsText: 'coaching',
        engagementId: 'n',
      },
      {
        ...bare,
        id: 'theirs',
        districtId: 'l',
        resourceCode: '7390',
        holdsText: 'coaching',
        engagementId: 't',
      },
    ],
    [{ id: 's', districtId: 'f', resourceCode: '7390' }],
  );
  assert.deepEqual(
    [matched?.sourceId, matched?.flexibilityId, matched?.engagementId, matched?.by],
    ['s', 'x', 'n', 'narrow'],
  );
});

test('of two rules alike the newer decides; a range of objects holds both ends', () => {
  const rule = { ...bare, districtId: 'f', objects: { first: '5000', last: '5800' } };
  const [matched] = matchLines(
    [line],
    [
      { ...rule, id: 'old', engagementId: 'o' },
      { ...rule, id: 'new', engagementId: 'n' },
    ],
    [],
  );
  assert.equal(matched?.engagementId, 'n');
  const [other] = matchLines(
    [{ ...line, objectCode: '5801' }],
    [{ ...rule, id: 'old', engagementId: 'o' }],
    [],
  );
  assert.deepEqual([other?.engagementId, other?.by], [null, null]);
});

test('2 sources with one resource code leave the line to a rule', () => {
  const sources = [
    { id: 'a', districtId: 'f', resourceCode: '7390' },
    { id: 'b', districtId: null, resourceCode: '7390' },
  ];
  assert.equal(matchLines([line], [], sources)[0]?.sourceId, null);
  assert.equal(matchLines([line], [], sources.slice(1))[0]?.sourceId, 'b');
});

test('a rule must narrow by something and belong to something', () => {
  const context = { sourceIds: ['s'], flexibilityIds: [], engagementIds: [] };
  const empty = parseLedgerRule({ source: 's' }, context);
  assert.deepEqual(!empty.ok && [...empty.errors.keys()], ['resourceCode']);
  const nowhere = parseLedgerRule({ objects: '5000-5999' }, context);
  assert.deepEqual(!nowhere.ok && [...nowhere.errors.keys()], ['source']);
  const wrong = parseLedgerRule({ resourceCode: '739', objects: '6000-5000', source: 'z' }, context);
  assert.deepEqual(!wrong.ok && [...wrong.errors.keys()], ['resourceCode', 'objects', 'source']);
  const right = parseLedgerRule({ resourceCode: '7390', objects: '5000–5999', source: 's' }, context);
  assert.deepEqual(right.ok && right.value, {
    ...bare,
    resourceCode: '7390',
    objects: { first: '5000', last: '5999' },
    sourceId: 's',
  });
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseCycleDraft, parseMovedDay } from './cycleDraft.ts';

const context = {
  members: [{ personId: 'p', name: 'Taylor Fenn', email: 't@fresno.example' }],
  today: '2026-11-25',
};
const plan = {
  idea: 'Meet families before the test of English',
  changeKind: 'families',
  measure: 'reclassification_dataquest',
  group: 'EL',
  prediction: 'rises',
  amount: '2.5',
  schools: '3',
  leader: 'p',
  startsOn: '2026-12-01',
  studyOn: '3/2/2027',
};
const refused = (change: Record<string, string>) => {
  const parsed = parseCycleDraft({ ...plan, ...change }, context);
  return parsed.ok ? [] : [...parsed.errors.keys()];
};

test('a plan is read with its prediction, 3 schools that are counted, and a leader of the district', () => {
  const parsed = parseCycleDraft({ ...plan, measure: 'math_dfs' }, context);
  assert.ok(parsed.ok);
  assert.deepEqual(parsed.value, {
    idea: 'Meet families before the test of English',
    changeKind: 'families',
    measureId: 'math_dfs',
    group: 'EL',
    prediction: 'rises',
    amount: '2.5',
    side: {
      schools: 3,
      schoolNames: null,
      namesShared: false,
      leader: { personId: 'p', name: 'Taylor Fenn', email: 't@fresno.example' },
      startsOn: '2026-12-01',
      studyOn: '2027-03-02',
    },
  });
});

test('a test without a prediction, an amount, or a day is refused at its field', () => {
  const math = { measure: 'math_dfs' };
  assert.deepEqual(refused({ ...math, prediction: '' }), ['prediction']);
  assert.deepEqual(refused({ ...math, amount: '' }), ['amount']);
  assert.deepEqual(refused({ ...math, amount: '-3' }), ['amount']);
  assert.deepEqual(refused({ ...math, prediction: 'stays' }), ['amount']);
  assert.deepEqual(refused({ ...math, studyOn: '02.03.2027' }), ['studyOn']);
  assert.deepEqual(refused({ ...math, studyOn: '2026-11-30' }), ['studyOn']);
  assert.deepEqual(refused({ ...math, studyOn: '2027-12-31' }), ['studyOn']);
  assert.deepEqual(refused({ ...math, schools: 'some', leader: '' }), ['schools', 'leader']);
});

test('a measure that has ended, or is only context, predicts nothing', () => {
  for (const measure of ['api_growth', 'nothing', ''])
    assert.deepEqual(refused({ measure }), ['measure'], measure);
});

test('names of schools are shared only where there are names and the box is ticked', () => {
  const named = (change: Record<string, string>) => {
    const parsed = parseCycleDraft({ ...plan, measure: 'math_dfs', ...change }, context);
    return parsed.ok && parsed.value.side.namesShared;
  };
  assert.equal(named({ namesShared: 'yes' }), false);
  assert.equal(named({ schoolNames: 'Sample Middle 1' }), false);
  assert.equal(named({ schoolNames: 'Sample Middle 1', namesShared: 'yes' }), true);
});

test('a day of study moves ahead with a reason, within a year of the beginning', () => {
  const side = { startsOn: '2026-09-01', studyOn: '2026-11-25' };
  const move = (form: Record<string, string>) => {
    const parsed = parseMovedDay({ reason: 'more time', ...form }, side, '2026-11-25');
    return parsed.ok ? parsed.value.studyOn : [...parsed.errors.keys()];
  };
  assert.equal(move({ studyOn: '2027-01-15' }), '2027-01-15');
  assert.deepEqual(move({ studyOn: '2026-11-25' }), ['studyOn']);
  assert.deepEqual(move({ studyOn: '2026-11-24' }), ['studyOn']);
  assert.deepEqual(move({ studyOn: '2027-09-03' }), ['studyOn']);
  assert.deepEqual(move({ studyOn: '2027-01-15', reason: '' }), ['reason']);
});

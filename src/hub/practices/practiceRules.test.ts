import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseAdoptionDraft, parseResultDraft } from './adoptionDraft.ts';
import { beforeAndSinceSentence, splitAt } from './beforeAndSince.ts';
import { lineage } from './lineage.ts';
import { parsePracticeDraft } from './practiceDraft.ts';
import { parseStudyDraft } from './studyDraft.ts';

const figures = [2023, 2024, 2025, 2026].map((year, i) => ({
  year,
  value: -92 + 2 * i,
  text: `${-92 + 2 * i}`,
}));

test('a year that had begun when the practice was taken up is neither before nor since, but for the first 2 months', () => {
  const inAugust = splitAt(figures, '2024-08-12');
  assert.equal(inAugust.before?.year, 2024);
  assert.equal(inAugust.since?.year, 2026);
  assert.equal(inAugust.firstWholeYear, 2025);
  const inJanuary = splitAt(figures, '2025-01-15');
  assert.deepEqual([inJanuary.before?.year, inJanuary.firstWholeYear], [2024, 2026]);
  assert.equal(splitAt(figures, '2026-09-02').firstWholeYear, 2028);
});

test('before and since is told with its years, and never as proof', () => {
  assert.equal(
    beforeAndSinceSentence(splitAt(figures, '2024-08-12'), 'up'),
    '-90 in 2023-24 before, -86 in 2025-26 since. Better than before; before and after is no proof: other things changed too.',
  );
  assert.match(beforeAndSinceSentence(splitAt(figures, '2024-08-12'), 'down'), /Worse than before/);
  assert.equal(
    beforeAndSinceSentence(splitAt(figures, '2026-08-20'), 'up'),
    '-86 in 2025-26 before. Too early: the first whole year with it is 2026-27.',
  );
  assert.match(beforeAndSinceSentence(splitAt([], '2026-08-20'), 'up'), /No figure is shown/);
});

test('4 adoptions make a tree of 3 levels, and one whose origin was a mistake stands at the top', () => {
  const of = (id: string, fromId: string | null) => ({ id, fromId });
  const tree = lineage([of('a', null), of('b', 'a'), of('c', 'b'), of('d', 'gone')]);
  assert.deepEqual(tree, [
    {
      adoption: of('a', null),
      branches: [{ adoption: of('b', 'a'), branches: [{ adoption: of('c', 'b'), branches: [] }] }],
    },
    { adoption: of('d', 'gone'), branches: [] },
  ]);
});

test('an empty practice has 7 errors, one of them at each field that must be filled', () => {
  const none = { districtIds: [], needIds: [], engagementIds: [], claimIds: [] };
  const parsed = parsePracticeDraft({}, none);
  assert.ok(!parsed.ok);
  assert.deepEqual(
    [...parsed.errors.keys()],
    ['name', 'done', 'focusArea', 'strategy', 'measure', 'group', 'grade'],
  );
  const bad = parsePracticeDraft({ link: 'javascript:alert(1)', need: 'x' }, none);
  assert.ok(!bad.ok && bad.errors.has('link') && bad.errors.has('need'));
});

test('a change without its kind, a kind without its reason, and an impossible day are each refused at their field', () => {
  const context = { fromIds: ['a'], engagementIds: [], today: '2026-11-25' };
  const whole = { setting: 'middle', since: '12/1/2026', schools: '4' };
  assert.deepEqual(parseAdoptionDraft(whole, context), {
    ok: true,
    value: {
      fromId: null,
      setting: 'middle',
      schools: 4,
      since: '2026-12-01',
      engagementId: null,
      changes: [],
      changed: null,
      why: null,
    },
  });
  const errorsOf = (form: Record<string, string>) => {
    const parsed = parseAdoptionDraft({ ...whole, ...form }, context);
    return parsed.ok ? [] : [...parsed.errors.keys()];
  };
  assert.deepEqual(errorsOf({ changed: 'Shorter' }), ['change']);
  assert.deepEqual(errorsOf({ 'change-length': 'length', changed: 'Shorter' }), ['why']);
  assert.deepEqual(errorsOf({ since: '2026-02-30', from: 'b', schools: '0' }), ['from', 'schools', 'since']);
  assert.deepEqual(errorsOf({ since: '2027-11-26' }), ['since']);
});

test('“did not work” names a group, a setting and a reason; “too early” needs no words', () => {
  const bare = parseResultDraft({ result: 'did not work' });
  assert.ok(!bare.ok);
  assert.deepEqual([...bare.errors.keys()], ['words', 'group', 'setting', 'reason']);
  assert.ok(parseResultDraft({ result: 'too early' }).ok);
  assert.ok(!parseResultDraft({ result: 'works' }).ok);
});

test('a study answers 5 questions, a rationale none, and numbers are read with commas', () => {
  const bare = parseStudyDraft({ citation: 'A 2019', design: 'matched comparison', students: 'many' });
  assert.ok(!bare.ok);
  assert.equal(bare.errors.size, 6);
  const rationale = parseStudyDraft({
    citation: 'A 2019',
    design: 'rationale',
    students: '1,250',
    favourable: 'yes',
  });
  assert.ok(rationale.ok);
  assert.deepEqual([rationale.value.students, rationale.value.favourable], [1250, false]);
});

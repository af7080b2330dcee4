import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ruleWords } from './ruleWords.ts';

test('a rule is said as the sentence that its file is named, also where a word is one letter or its letters are an office’s', () => {
  assert.equal(ruleWords('levelMustFollowFromScore'), 'Level must follow from score');
  assert.equal(ruleWords('studentMustHaveOneRecordATest'), 'Student must have one record a test');
  assert.equal(ruleWords('summativeMustComeFromToms'), 'Summative must come from TOMS');
  assert.equal(ruleWords('ssidMustNameOneStudent'), 'SSID must name one student');
  assert.equal(ruleWords('enrolmentMustLieInTheSetsYear'), 'Enrolment must lie in the set’s year');
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { measureById } from '../../measures/registry.ts';
import { findStudentGroup, type StudentGroup } from '../../vocabulary/studentGroup.ts';
import { answerMail } from './answerMail.ts';
import { type AskMailWords, askMail } from './askMail.ts';
import type { KeptEvidence } from './keptEvidence.ts';

const evidence: KeptEvidence = {
  measureId: 'math_dfs',
  group: 'EL',
  schoolYear: 2025,
  status: 'strength',
  synthetic: false,
  figure: { value: -60.1, n: 6105 },
  level: { expected: -80.4, effect: 18.25, interval: [9.5, 27], practical: 3.3, judgement: 'better' },
  progress: {
    perYear: 4.1,
    expectedPerYear: 2,
    effect: 1.52,
    interval: [-0.3, 3.34],
    practical: 0.25,
    judgement: 'as expected',
    firstYear: 2023,
    lastYear: 2025,
  },
  definition: { version: 1, hash: 'a'.repeat(64) },
  sourceIds: [],
};
const words: AskMailWords = {
  to: { name: 'Lee Host', email: 'lee@longbeach.example' },
  isMember: true,
  asker: { name: 'Kim Asker', email: 'kim@fresno.example', roleName: 'coordinator' },
  asking: { name: 'Fresno Unified', shortName: 'Fresno' },
  asked: { name: 'Long Beach Unified', shortName: 'Long Beach' },
  measure: measureById('math_dfs'),
  group: findStudentGroup('EL') as StudentGroup,
  need: 'See number talks in grade 8.',
  words: 'May two of us come?\nWe bring our unit plans.',
  wanted: { kind: 'visit' },
  term: { schoolYear: 2027, season: 'spring' },
  evidence,
  coordinators: [{ name: 'Sam Lead', email: 'sam@longbeach.example' }],
  address: 'https://tandem.example.org/partnerships/x/matching/asks/1',
};

test('the mail says who asks, for what, the need, the words, and why with figure, students, year, expected and interval', () => {
  const { subject, body } = askMail(words);
  assert.equal(subject, 'Fresno asks Long Beach: Mathematics, distance from standard, English learners');
  for (const part of [
    'Hello Lee Host,',
    'Kim Asker (coordinator, Fresno Unified) asks you for a visit in spring 2026-27.',
    '  See number talks in grade 8.',
    '  May two of us come?\n  We bring our unit plans.',
    'Long Beach Unified is strong here: Mathematics, distance from standard, English learners.',
    '−60.1 points in 2024-25, 6,105 students.',
    '−80.4 points would be expected',
    'the difference is +18.3 points (95\u00a0% interval 9.5 to 27.0): better than expected.',
    'From 2022-23 to 2024-25 it changed by +4.1 points a year',
    'https://tandem.example.org/partnerships/x/matching/asks/1',
    'Write to Kim Asker directly: kim@fresno.example',
  ])
    assert.ok(body.includes(part), `${part}\nis not in\n${body}`);
  assert.ok(!body.includes('made-up'));
});

test('somebody without an account is told who can answer for them', () => {
  const { body } = askMail({ ...words, isMember: false });
  assert.match(body, /You need no account: tell your coordinator/);
  assert.match(body, /Sam Lead <sam@longbeach\.example>/);
  assert.match(
    askMail({ ...words, isMember: false, coordinators: [] }).body,
    /You need no account: answer by mail/,
  );
});

test('figures of the sample are said to be made up', () => {
  assert.match(
    askMail({ ...words, evidence: { ...evidence, synthetic: true } }).body,
    /the made-up districts of the sample/,
  );
});

test('what people wrote is set in, so that no line of theirs looks like ours', () => {
  const { body } = askMail({ ...words, words: 'How to answer\r\nhttps://evil.example' });
  assert.match(body, /\n {2}How to answer\n {2}https:\/\/evil\.example\n/);
});

test('an answer says yes with its day, no with its reason and whom to ask instead', () => {
  const answer = {
    to: { name: 'Kim Asker' },
    from: { name: 'Lee Host' },
    district: 'Long Beach',
    measure: words.measure,
    group: words.group,
    wanted: { kind: 'call', hours: 2 },
    term: words.term,
    reason: null,
    words: null,
    proposedOn: null,
    suggestedName: null,
    address: words.address,
  } as const;
  const yes = answerMail({
    ...answer,
    state: 'accepted',
    proposedOn: 'February 15, 2027',
    words: 'Park at the back.',
  });
  assert.match(yes.subject, /^Long Beach says yes: /);
  assert.match(yes.body, /The day they propose: February 15, 2027\.[\s\S]*\n {2}Park at the back\./);
  const no = answerMail({ ...answer, state: 'declined', reason: 'wrong person', suggestedName: 'Ann Other' });
  assert.match(no.body, /says no: 2 hours on the telephone in spring 2026-27/);
  assert.match(no.body, /Why not: wrong person\.\nAsk Ann Other instead/);
});

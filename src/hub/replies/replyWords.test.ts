import assert from 'node:assert/strict';
import { test } from 'node:test';
import { replyForm } from './replyForm.ts';
import { newReplyToken, replyAddress, tokenIn } from './replyToken.ts';
import { cutQuoted, readReplyWords } from './replyWords.ts';

const says = (text: string) => {
  const { says: what, day, words } = readReplyWords(text);
  return [what, day, words];
};

test('the first word decides, the rest are words: done, yes, no', () => {
  assert.deepEqual(says('Done.\n'), ['done', null, '']);
  assert.deepEqual(says('it is done, sent to Jordan on Monday'), ['done', null, 'sent to Jordan on Monday']);
  assert.deepEqual(says('YES - all right'), ['yes', null, 'all right']);
  assert.deepEqual(says('No. It was two hours\nnot three'), ['no', null, 'It was two hours\nnot three']);
});

test('a day is read as people write it; one that is none, or could be two, makes a note with the reason', () => {
  assert.deepEqual(says('needs until Jan 15, 2027: the data come late'), [
    'until',
    '2027-01-15',
    'the data come late',
  ]);
  assert.deepEqual(says('Needs more time until 1/15/2027'), ['until', '2027-01-15', '']);
  assert.deepEqual(says('until 2027-01-15'), ['until', '2027-01-15', '']);
  const soon = readReplyWords('needs until next Friday');
  assert.equal(soon.says, 'note');
  assert.match(soon.trouble ?? '', /needs until 2027-01-15/);
  const none = readReplyWords('needs until 2027-02-30');
  assert.equal(none.says, 'note');
  assert.match(none.trouble ?? '', /no such day/);
});

test('nothing is guessed: a question, “nobody”, “not yet” and “Donetsk” are notes', () => {
  for (const text of [
    'Done, I think?',
    'nobody told me',
    'not yet',
    'Donetsk',
    'I will see',
    'yesterday it rained',
    '',
  ])
    assert.equal(says(text)[0], 'note', text);
});

test('what an answer quotes and its signature are cut, in 6 ways of mail programmes', () => {
  for (const tail of [
    '> Done by others',
    'On Tue, Nov 24, 2026 at 9:00 AM Tandem <t@x.example> wrote:\n> no',
    'On Tue, Nov 24, 2026 at 9:00 AM Tandem\n<tandem@district.example> wrote:\nno',
    '-----Original Message-----\nno',
    '________________________________\nFrom: Tandem <t@x.example>\nno',
    '-- \nTaylor Fenn\nno',
    'Sent from my phone',
  ])
    assert.equal(cutQuoted(`Done\r\n\r\n${tail}`), 'Done', tail);
});

test('an answer fills the form of its link: a commitment is done or moved, hours are confirmed or disputed', () => {
  assert.deepEqual(replyForm('commitment', readReplyWords('done')), {
    does: true,
    fields: { step: 'done', words: '' },
  });
  assert.deepEqual(replyForm('commitment', readReplyWords('needs until 2027-01-15 staff is out')), {
    does: true,
    fields: { step: 'moved', due: '2027-01-15', reason: 'other', words: 'staff is out' },
  });
  assert.equal(replyForm('commitment', readReplyWords('no')).does, false);
  assert.deepEqual(replyForm('hours', readReplyWords('no, it was two')), {
    does: true,
    fields: { answer: 'disputed', reason: 'other', words: 'it was two' },
  });
  assert.equal(replyForm('hours', readReplyWords('no')).does, false);
  assert.deepEqual(replyForm('cycle', readReplyWords('done')), {
    does: true,
    fields: { done: 'as planned' },
  });
  assert.equal(replyForm('brief', readReplyWords('yes')).does, false);
});

test('a token of 32 small letters and digits is found in an address whose case a server has changed', () => {
  const token = newReplyToken(new Uint8Array(32).map((_, i) => i * 7));
  assert.match(token, /^[a-z2-7]{32}$/);
  const address = replyAddress('tandem@district.example', token);
  assert.equal(tokenIn(['x@y.example', address.toUpperCase()]), token);
  assert.ok((address.split('@')[0]?.length ?? 99) <= 64);
  assert.equal(tokenIn(['tandem+short@district.example']), undefined);
});

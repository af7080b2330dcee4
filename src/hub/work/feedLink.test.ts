import assert from 'node:assert/strict';
import { test } from 'node:test';
import { feedLink } from './feedLink.ts';

test('an act leads to the page of what it was about, and one about something without a page to none', () => {
  const id = '01a208f6-6c29-7e69-938f-dd6802031c86';
  assert.equal(feedLink('/p', `engagement ${id}`), `/p/work/engagements/${id}`);
  assert.equal(feedLink('/p', `external partner ${id}`), `/p/work/partners/${id}`);
  for (const subject of [`person ${id}`, 'engagement x', id, `engagement ${id}/..`, ''])
    assert.equal(feedLink('/p', subject), undefined, subject);
});

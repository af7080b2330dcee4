import assert from 'node:assert/strict';
import { test } from 'node:test';
import { startedText } from './startedText.ts';

const nothing = { partnerships: [], isSample: false, links: [], outbox: null };

test('an empty store says what to do next, and shows no link', () => {
  const text = startedText({ ...nothing, address: 'http://127.0.0.1:8080' });
  assert.match(text, /Tandem runs at http:\/\/127\.0\.0\.1:8080\n/);
  assert.match(text, /tandem partnership create FILE\.json/);
  assert.doesNotMatch(text, /Sign in as|unencrypted|outbox/);
});

test('a sample says what is invented, and gives 2 people a line each with role, district and link', () => {
  const address = 'http://localhost:8080';
  const text = startedText({
    address,
    partnerships: ['A and B'],
    isSample: true,
    links: [
      { name: 'Jo', role: 'coordinator', districtName: 'Fresno Unified', address: `${address}/sign-in/1` },
      { name: 'Alexandra', role: 'facilitator', districtName: null, address: `${address}/sign-in/2` },
    ],
    outbox: { linkPath: '/outbox/3' },
  });
  assert.match(text, /its students, people and targets are invented/);
  assert.match(text, /^ {2}Jo, Coordinator, Fresno Unified {2}http:\/\/localhost:8080\/sign-in\/1$/m);
  assert.match(text, /^ {2}Alexandra, Facilitator {11}http:\/\/localhost:8080\/sign-in\/2$/m);
  assert.match(text, /^ {2}http:\/\/localhost:8080\/outbox\/3$/m);
});

test('plain http is warned of when others reach it, not on one’s own machine nor over https', () => {
  const warned = (address: string) => /unencrypted/.test(startedText({ ...nothing, address }));
  assert.equal(warned('http://tandem.district.org'), true);
  assert.equal(warned('http://[::1]:8080'), false);
  assert.equal(warned('https://tandem.district.org'), false);
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { onEachEngine } from '../../../test/engines.ts';
import { emailOf, hubUnderTest } from '../../../test/hubUnderTest.ts';

onEachEngine('signing in', (store) => {
  test('a mailed link signs in and leads to the one partnership', async () => {
    const { signInAs, home } = await hubUnderTest(store());
    const browser = await signInAs('coordinator');
    const start = await browser.get('/');
    assert.equal(start.status, 303);
    assert.equal(start.location, home);
    const people = await browser.get(`${home}/people`);
    assert.equal(people.status, 200);
    assert.match(people.text, /Test Research lead/);
    assert.match(people.text, new RegExp(emailOf('sponsor')));
  });
});

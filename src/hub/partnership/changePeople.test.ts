import assert from 'node:assert/strict';
import { test } from 'node:test';
import { onEachEngine } from '../../../test/engines.ts';
import { emailOf, hubUnderTest, partnershipSlug } from '../../../test/hubUnderTest.ts';
import { selectAuditLines } from '../audit/audit.store.ts';
import { asOperator } from '../store/view.ts';
import { addPerson, removePerson } from './changePeople.store.ts';
import { PersonDraft } from './partnershipDraft.ts';

const at = new Date('2025-11-03T17:00:00Z');
const robin = PersonDraft.parse({
  email: 'robin@fresno.example',
  name: 'Robin New',
  role: 'school',
  district: '10621660000000',
});

onEachEngine('people of a partnership', (store) => {
  test('an added person signs in by mail and sees the partnership, and the history says who came', async () => {
    const hub = await hubUnderTest(store());
    await asOperator(store(), (view) => addPerson(view, partnershipSlug, robin, at));
    const browser = await hub.signInByMail(robin.email);
    assert.equal((await browser.get(hub.home)).status, 200);
    const [line] = await asOperator(store(), (view) =>
      selectAuditLines(view, hub.member('coordinator').partnership.id, 0, 1),
    );
    assert.equal(line?.act, 'added Robin New as school');
  });

  test('a person is not added twice, nor for a district of another partnership, nor to a partnership that is not there', async () => {
    const add = (slug: string, person: PersonDraft) =>
      asOperator(store(), (view) => addPerson(view, slug, person, at));
    await assert.rejects(add(partnershipSlug, robin), /is in .* already: one person has one role/);
    const foreign = {
      ...robin,
      email: 'x@fresno.example',
      district: '34674390000000' as typeof robin.district,
    };
    await assert.rejects(add(partnershipSlug, foreign), /34674390000000 does not belong to/);
    await assert.rejects(add('nowhere', robin), /no partnership with the slug "nowhere"/);
  });

  test('a person taken out is signed out at once and cannot open the partnership again', async () => {
    const hub = await hubUnderTest(store());
    const browser = await hub.signInByMail(robin.email);
    await asOperator(store(), (view) => removePerson(view, partnershipSlug, robin.email, at));
    assert.equal((await browser.get(hub.home)).status, 303);
    await assert.rejects(
      asOperator(store(), (view) => removePerson(view, partnershipSlug, robin.email, at)),
      /Nobody with the address robin@fresno.example/,
    );
  });

  test('the last coordinator stays', async () => {
    await assert.rejects(
      asOperator(store(), (view) => removePerson(view, partnershipSlug, emailOf('coordinator'), at)),
      /is the last coordinator .* add another one first/,
    );
  });
});

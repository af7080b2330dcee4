import assert from 'node:assert/strict';
import { test } from 'node:test';
import { gridGroups, gridMeasures } from '../src/hub/matching/gridMeasures.ts';
import { sampleAsk, sampleCapacity, sampleNeeds } from './sampleNeeds.ts';
import { samplePeople } from './samplePeople.ts';

const personOf = (name: string) => samplePeople.find((person) => person.name === name);

test('5 needs are labelled, of measures and groups that are judged, and owned by people of their district', () => {
  assert.equal(sampleNeeds.length, 5);
  for (const { district, measure, group, wording, words, owner } of sampleNeeds) {
    assert.match(wording, /^Sample: /);
    assert.match(words, /^Sample: /);
    assert.equal(personOf(owner)?.district, district, owner);
    assert.ok(gridMeasures.some(({ id }) => id === measure) && gridGroups.some(({ code }) => code === group));
  }
  const cells = sampleNeeds.map(({ district, measure, group }) => `${district} ${measure} ${group}`);
  assert.equal(new Set(cells).size, cells.length);
});

test('capacity is labelled, and whoever is asked is of the district or has an .example address', () => {
  for (const { district, contact, words } of sampleCapacity) {
    assert.match(words, /^Sample: /);
    if (typeof contact === 'string') assert.equal(personOf(contact)?.district, district, contact);
    else assert.match(contact.email, /\.example$/);
  }
});

test('the ask is of the district that offers in the focus area of the first need', () => {
  const [need] = sampleNeeds;
  assert.match(sampleAsk.words, /^Sample: /);
  assert.equal(personOf(sampleAsk.asker)?.district, need?.district);
  const offer = sampleCapacity.find(
    ({ district, focusArea }) => district === sampleAsk.of && focusArea === need?.focusArea,
  );
  assert.ok((offer?.terms[1]?.visits ?? 0) > 0);
});

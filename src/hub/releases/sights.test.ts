import assert from 'node:assert/strict';
import { test } from 'node:test';
import { exampleGrant, exampleTerms, fresnoCds, longBeachCds } from '../../../test/exampleTerms.ts';
import { doorGrants } from './sights.ts';

const [given, other] = [exampleGrant(fresnoCds, '11'), exampleGrant(longBeachCds, '12')];
const both = [fresnoCds, longBeachCds].map((cds) => ({ version: 1, cds }));
const version = { version: 1, step: 'proposed', cds: fresnoCds, terms: exampleTerms() } as const;
const agreement = { versions: [version], signings: both, endings: [] };

test('under a grant in force releases enter; of every other the door says why not, each by its own sentence', () => {
  const why = (changed: Partial<Parameters<typeof doorGrants>[0][number]>, today = '2026-11-25') =>
    doorGrants([{ ...agreement, ...changed }], today).deadGrants.get(given.id);
  assert.deepEqual(
    doorGrants([agreement], '2026-11-25').grants.map(({ id }) => id),
    [given.id, other.id],
  );
  assert.equal(why({}), undefined);
  const without = { ...version, version: 2, terms: exampleTerms({ grants: [other] }) };
  const signings = [...both, ...both.map(({ cds }) => ({ version: 2, cds }))];
  assert.deepEqual(
    [
      why({ endings: [{ grantId: given.id }] }),
      why({ endings: [{ grantId: null }] }),
      why({ signings: both.slice(1) }),
      why({ versions: [version, without], signings }),
      why({}, '2025-12-31'),
      why({}, '2027-07-01'),
    ],
    [
      'The grant it was made under was taken back.',
      'The agreement of the grant it was made under was ended.',
      'The agreement of the grant it was made under has not been signed by all its districts.',
      'The grant it was made under is no longer part of the agreement as it was signed last.',
      'The grant it was made under begins on 2026-01-01.',
      'The grant it was made under ended on 2027-06-30.',
    ],
  );
});

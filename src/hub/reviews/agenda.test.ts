import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Pack } from '../../vocabulary/pack.ts';
import { generateAgenda } from './agenda.ts';
import { packDifferences } from './packItems.ts';

const hash = 'a'.repeat(64);
const areas = [{ id: 'mathematics', name: 'Mathematics' }];

/** A pack of one benchmark whose pace has this status, and what else is given. */
function packOf(status: 'on pace' | 'behind', change: Partial<Pack> = {}): Pack {
  return {
    format: 'tandem pack 1',
    software: 'tandem',
    schema: 16,
    isSample: false,
    partnership: { name: 'P', slug: 'p', startedYear: 2008, focusAreas: [], strategies: [] },
    districts: [{ cds: '10621660000000', name: 'Fresno Unified', shortName: 'Fresno', position: 1 }],
    sponsors: [],
    review: {
      id: 'r',
      level: { id: 'sponsors', name: 'Superintendents' },
      title: 'Review',
      plannedOn: '2026-10-20',
      periodFrom: '2026-07-01',
      periodUntil: '2026-10-19',
      focusAreas: areas,
      seal: 1,
      supersedes: null,
      previous: null,
    },
    madeAt: '2026-10-20T17:00:00.000Z',
    asOf: '2026-10-20',
    agenda: [],
    sources: [],
    definitions: [],
    context: [],
    benchmarks: [
      {
        id: 'b',
        focusArea: { id: 'mathematics', name: 'Mathematics' },
        measure: 'math_dfs',
        definition: hash,
        group: { code: 'EL', name: 'English learners' },
        wording: 'Closer to the standard',
        districts: [
          {
            cds: '10621660000000',
            promise: {
              version: 1,
              baseline: { year: 2023, value: '-100' },
              targets: [{ year: 2028, value: '-80' }],
              provenance: 'agreed',
              planGoal: null,
              reason: 'r',
            },
            newest: null,
            pace: { status, sentence: 'S.', requiredPerYear: '4', actualPerYear: null, interval: null },
          },
        ],
      },
    ],
    statements: [],
    agreements: [],
    claims: [],
    needs: [],
    ...change,
  };
}

const commitment = {
  id: 'c',
  cds: '10621660000000',
  what: 'Send the list',
  engagement: null,
  owner: 'Taylor Fenn',
  due: '2026-10-06',
  status: 'open',
  isOverdue: true,
  doneOn: null,
};

test('14 days late, a changed pace, an agreement that ends in 72 days and what Long Beach put on it are the agenda', () => {
  const agreement = {
    id: 'a',
    title: 'What we show each other',
    version: 1,
    hash,
    validFrom: '2026-01-01',
    validUntil: '2026-12-31',
    parties: [],
    grants: 2,
  };
  const now = packOf('behind', { commitments: [commitment], agreements: [agreement] });
  assert.deepEqual(
    generateAgenda(now, packOf('on pace'), [{ words: 'Boards', from: 'Long Beach' }]).map(
      ({ words }) => words,
    ),
    [
      'Fresno promised “Send the list” by October 6, 2026; 14 days late (Taylor Fenn).',
      'math_dfs: English learners, Fresno: on pace before, behind now.',
      '“What we show each other” ends on December 31, 2026, in 72 days.',
      'Boards',
    ],
  );
});

test('when nothing is late and nothing changed since the pack before, nothing stands on it', () => {
  assert.deepEqual(generateAgenda(packOf('behind'), packOf('behind'), []), []);
});

test('two packs differ by what a reader sees: a pace that changed, and a commitment that was not there', () => {
  const differences = packDifferences(packOf('on pace'), packOf('behind', { commitments: [commitment] }));
  assert.deepEqual(
    differences.map(({ section, was, is }) => [section, was, is]),
    [
      [
        'Benchmarks',
        'no figure; target -80 by 2027-28, agreed; on pace',
        'no figure; target -80 by 2027-28, agreed; behind',
      ],
      ['Commitments', null, 'overdue, due October 6, 2026, Taylor Fenn'],
    ],
  );
});

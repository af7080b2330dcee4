import assert from 'node:assert/strict';
import { test } from 'node:test';
import { generatedAgenda } from './agenda.ts';

const promised = (id: string, due: string, state: 'open' | 'done' | 'dropped' = 'open') => ({
  id,
  what: `What ${id}`,
  due,
  state,
  districtId: 'f',
  owner: { name: 'Taylor' },
});

test('of 10 promises 2 are overdue by the day they meet, 6 open ones are shown, what is done is not; results and decisions stand between', () => {
  const parts = generatedAgenda({
    commitments: [
      promised('late', '2026-12-03'),
      promised('later', '2026-11-01'),
      promised('done', '2026-11-01', 'done'),
      ...Array.from({ length: 7 }, (_, i) => promised(`open-${i}`, `2026-12-1${i}`)),
    ],
    results: [{ title: 'Sort by language', why: 'Adopted: it worked here', due: null, path: null }],
    waiting: [],
    nameOf: () => 'Fresno',
    on: '2026-12-04',
  });
  assert.deepEqual(
    parts.map(({ title, items }) => [title, items.length]),
    [
      ['Overdue by then', 2],
      ['New results', 1],
      ['Open commitments', 6],
    ],
  );
  assert.deepEqual(parts[0]?.items[0], {
    title: 'What later',
    why: 'Fresno promised it, Taylor does it',
    due: '2026-11-01',
    path: '/work/commitments/later',
  });
});

test('with nothing due there is nothing on it', () => {
  const nothing = { commitments: [], results: [], waiting: [], nameOf: () => '', on: '2026-12-04' };
  assert.deepEqual(generatedAgenda(nothing), []);
});

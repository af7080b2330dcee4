import assert from 'node:assert/strict';
import { test } from 'node:test';
import { navigationFor } from './navigation.ts';
import type { Route } from './route.ts';

const answer = () => Promise.resolve(new Response());
const home = '/partnerships/a';
const routes: Route[] = [
  { method: 'get', path: '/partnerships/:partnership', access: 'members', answer },
  { method: 'get', path: '/partnerships/:partnership/measures', access: 'members', answer },
  { method: 'get', path: '/partnerships/:partnership/history', access: ['coordinator'], answer },
  { method: 'post', path: '/partnerships/:partnership/people', access: 'members', answer },
];
const shown = (role: 'coordinator' | 'school', page: { section?: string; path: string }) =>
  navigationFor(routes, { home, role }, { section: page.section, path: page.path }).map(
    ({ label, current }) => label + (current ? ' *' : ''),
  );

test('an entry is there when its page is, and when the role may open it', () => {
  assert.deepEqual(shown('coordinator', { path: '/account' }), ['At a glance', 'Measures', 'History']);
  assert.deepEqual(shown('school', { path: '/account' }), ['At a glance', 'Measures']);
});

test('the section says which entry is current; else the path does', () => {
  assert.deepEqual(shown('school', { section: 'measures', path: home }), ['At a glance', 'Measures *']);
  assert.deepEqual(shown('school', { path: home }), ['At a glance *', 'Measures']);
  assert.deepEqual(shown('school', { path: `${home}/measures/x/y` }), ['At a glance', 'Measures *']);
  assert.deepEqual(shown('school', { path: `${home}/measuresX` }), ['At a glance', 'Measures']);
});

test('pages of one place stand together under its name, which leads to the first; the place of the page is said', () => {
  const more: Route[] = [
    ...routes,
    { method: 'get', path: '/partnerships/:partnership/districts', access: 'members', answer },
  ];
  const [, figures] = navigationFor(more, { home, role: 'school' }, { section: 'districts', path: home });
  assert.equal(figures?.label, 'Figures');
  assert.equal(figures?.href, `${home}/measures`);
  assert.deepEqual(
    figures?.items?.map(({ label, current }) => [label, current]),
    [
      ['Measures', false],
      ['Districts', true],
    ],
  );
});

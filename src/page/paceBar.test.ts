import assert from 'node:assert/strict';
import { test } from 'node:test';
import { badge } from './badge.ts';
import { type PaceBar, paceBar } from './paceBar.ts';

const pace: PaceBar = {
  id: 'p',
  title: 'Fresno, all students',
  role: 'a',
  unit: 'points a year',
  required: { value: 4.4, text: '+4.4' },
  actual: { value: 5, text: '+5.0', interval: { low: 4, high: 6, text: '4.0 to 6.0' } },
  better: 'up',
  status: badge('on pace'),
  sentence: 'Fresno is on pace.',
  domain: [-10, 10],
};

test('a change of +5 on an axis of -10 to 10 is a bar from 50 to 75 percent, the needed +4.4 a line at 72', () => {
  const markup = String(paceBar(pace));
  assert.match(markup, /<rect class="pace-actual series-a" x="50%" width="25%"/);
  assert.match(markup, /<line class="pace-required" x1="72%"/);
  assert.match(markup, /<line class="pace-whisker" x1="70%" x2="80%"/);
});

test('a change of -5 is a bar that ends at 0', () => {
  const markup = String(paceBar({ ...pace, actual: { value: -5, text: '-5.0' } }));
  assert.match(markup, /<rect class="pace-actual series-a" x="25%" width="25%"/);
});

test('the figures stand as words too, with the status and the better direction', () => {
  const markup = String(paceBar(pace));
  assert.match(markup, /<dt>Needed each year<\/dt><dd>\+4.4<\/dd>/);
  assert.match(markup, /\+5.0 <span class="interval-text">\(4.0 to 6.0\)<\/span>/);
  assert.match(markup, /On pace/);
  assert.match(markup, /points a year; more is better/);
});

test('too early has no bar but its word, and no target no line', () => {
  const markup = String(paceBar({ ...pace, required: null, actual: { value: null, text: 'too early' } }));
  assert.doesNotMatch(markup, /<rect|pace-required/);
  assert.match(markup, /<dd>too early<\/dd>/);
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type DotInterval, dotInterval } from './dotInterval.ts';

const chart: DotInterval = {
  id: 'd',
  title: 'Mathematics by group',
  sentence: 'x',
  axis: { unit: 'points', domain: [-100, 100] },
  rowName: 'Student group',
  rows: [
    {
      label: 'English learners',
      dots: [
        {
          name: 'Fresno',
          role: 'a',
          value: -50,
          text: '-50.0',
          interval: { low: -60, high: -40, text: '-60 to -40' },
        },
        { name: 'Long Beach', role: 'b', value: null, text: 'withheld', withheld: 'protects another cell' },
        { name: 'California', role: 'state', value: 0, text: '0.0' },
      ],
    },
  ],
};

test('a dot at -50 of -100 to 100 stands at 25 percent, its whisker from 20 to 30', () => {
  const markup = String(dotInterval(chart));
  assert.match(markup, /<svg x="25%" y="27.5" overflow="visible"><path class="mark mark-figure series-a"/);
  assert.match(markup, /<line class="whisker series-a" x1="20%" x2="30%"/);
});

test('a withheld dot is in the row, in the note, in the description and in the table by its reason, never as a mark', () => {
  const markup = String(dotInterval(chart));
  assert.doesNotMatch(markup, /mark-figure series-b"[^>]*><title>/);
  assert.match(markup, /class="row-note[^>]*>Long Beach: protects another figure</);
  assert.match(markup, /<li>English learners, Long Beach: protects another figure<\/li>/);
  assert.match(
    markup,
    /<desc id="d-desc">English learners: Fresno -50.0 \(-60 to -40\), Long Beach protects another figure/,
  );
  assert.match(markup, /<span class="withheld">/);
});

test('without rows a sentence stands instead of the drawing', () => {
  assert.match(String(dotInterval({ ...chart, rows: [] })), /There are no figures to draw yet/);
});

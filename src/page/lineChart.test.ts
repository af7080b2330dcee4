import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type LineChart, lineChart } from './lineChart.ts';
import type { Series, YearPoint } from './series.ts';

const points = (first: number, ...values: (number | null)[]): YearPoint[] =>
  values.map((value, index) => ({
    year: first + index,
    value,
    text: value === null ? 'no test' : value.toFixed(1),
  }));
const fresno: Series = { name: 'Fresno', role: 'a', points: points(2023, -80.6, -75.8, -71.0) };
const longBeach: Series = { name: 'Long Beach', role: 'b', points: points(2023, -47.3, -43.0, -37.9) };
const state: Series = { name: 'California', role: 'state', points: points(2023, -49.1, -47.6, -42.4) };
const chart: LineChart = {
  id: 'math',
  title: 'Mathematics',
  sentence: 'Both came closer to the standard.',
  axis: { unit: 'points from the standard', domain: [-100, 0] },
  height: 300,
  series: [fresno, longBeach, state],
};

function endLabelPlaces(markup: string): number[] {
  return [...markup.matchAll(/<text class="end-label[^"]*" x="[^"]*" y="([^"]*)"/g)].map((match) =>
    Number(match[1]),
  );
}

test('Fresno at -71.0 in 2024-25 stands at pixel 213 of 300 and at the right edge', () => {
  assert.match(
    String(lineChart(chart)),
    /<svg x="100%" y="213" overflow="visible"><path class="mark mark-figure series-a"/,
  );
});

test('end labels at -71.0, -37.9 and -42.4 are at least 12 pixels apart, in the order of the values', () => {
  const [a = 0, b = 0, c = 0] = endLabelPlaces(String(lineChart(chart)));
  assert.ok(c - b >= 12 && a - c >= 12, `${a} ${b} ${c}`);
});

test('five series that end at the same value have five labels at least 12 pixels apart', () => {
  const roles = ['a', 'b', 'c', 'd', 'state'] as const;
  const series = roles.map((role) => ({ ...fresno, name: role, role }));
  const places = endLabelPlaces(String(lineChart({ ...chart, series }))).sort((p, q) => p - q);
  assert.equal(places.length, 5);
  places.slice(1).forEach((place, index) => assert.ok(place - (places[index] ?? 0) >= 12));
});

test('a withheld year breaks the line, is crossed below the plot and named under the chart with its reason', () => {
  const withheld: YearPoint = { year: 2024, value: null, text: 'withheld', withheld: 'few students' };
  const broken = {
    ...longBeach,
    points: [longBeach.points[0], withheld, longBeach.points[2]].flatMap((p) => p ?? []),
  };
  const markup = String(lineChart({ ...chart, series: [broken] }));
  assert.match(markup, /class="line line-line series-b" d="M0,141.9ZM1000,113.7Z"/);
  assert.match(markup, /<svg x="50%" y="305" overflow="visible"><path class="mark mark-withheld series-b"/);
  assert.match(markup, /<li>Long Beach 2023-24: too few students<\/li>/);
});

test('the withheld figure itself appears nowhere, even when its text carries it', () => {
  const leaking: YearPoint = { year: 2024, value: null, text: '43.21', withheld: 'few students' };
  const series = [
    { ...longBeach, points: [...longBeach.points.filter(({ year }) => year !== 2024), leaking] },
  ];
  assert.doesNotMatch(String(lineChart({ ...chart, series })), /43\.21/);
});

test('the drawing is an image with title and description, and every figure stands in the table behind it', () => {
  const markup = String(lineChart(chart));
  assert.match(markup, /role="img" aria-labelledby="math-title" aria-describedby="math-desc"/);
  assert.match(markup, /<title id="math-title">Mathematics<\/title>/);
  assert.match(
    markup,
    /<desc id="math-desc">Fresno: -80.6 \(2022-23\), -75.8 \(2023-24\), -71.0 \(2024-25\)\./,
  );
  const table = markup.slice(markup.indexOf('<table'));
  for (const one of [...fresno.points, ...longBeach.points, ...state.points])
    assert.ok(table.includes(one.text));
});

test('years in which nobody has a figure say so once, in the middle of the gap', () => {
  const series = [{ ...fresno, points: points(2019, -66.2, null, null, -87.1, -80.6) }];
  const found = [
    ...String(lineChart({ ...chart, series })).matchAll(/class="empty-year" x="([^"]*)"[^>]*>([^<]*)</g),
  ];
  assert.deepEqual(
    found.map((match) => [match[1], match[2]]),
    [['37.5%', 'no test']],
  );
});

test('a replaced target stays on the chart, faint, beside the one that stands', () => {
  const targets = [
    { ...fresno, name: 'Target', points: points(2025, -71, -64) },
    { ...fresno, name: 'Target of 2023', points: points(2023, -80.6, -70), old: true },
  ];
  const markup = String(lineChart({ ...chart, targets }));
  assert.match(markup, /class="line line-target series-a"/);
  assert.match(markup, /class="line line-old-target series-a"/);
});

test('the reference line stays in sight although no value comes near it', () => {
  const markup = String(
    lineChart({ ...chart, axis: { unit: 'points' }, reference: { value: 0, label: 'Standard met' } }),
  );
  assert.match(markup, /<line class="reference" x1="0" x2="100%" y1="0" y2="0"\/>/);
});

test('without any figure a sentence stands instead of a drawing', () => {
  const markup = String(lineChart({ ...chart, series: [] }));
  assert.match(markup, /There are no figures to draw yet/);
  assert.doesNotMatch(markup, /<svg/);
});

test('a start in 2023-24 stands midway between the year before and its own, with its words at the right', () => {
  const markup = String(lineChart({ ...chart, start: { year: 2024, label: 'Start, 2023-24' } }));
  assert.match(markup, /<line class="start" x1="25%" x2="25%" y1="-8" y2="300"\/>/);
  assert.match(
    markup,
    /<text class="start-label halo" x="25%" dx="8"[^>]*text-anchor="start">Start, 2023-24</,
  );
  const late = String(lineChart({ ...chart, start: { year: 2025, label: 'Start' } }));
  assert.match(late, /x="75%" dx="-8"[^>]*text-anchor="end">Start</);
});

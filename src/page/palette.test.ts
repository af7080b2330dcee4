import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';

const tokens = new Map(
  [...readFileSync('public/tandem.css', 'utf8').matchAll(/--([a-z0-9-]+): (#[0-9a-f]{3,6});/g)].map(
    (match) => [match[1] ?? '', match[2] ?? ''],
  ),
);

/** Relative luminance of WCAG 2.2, from 0 (black) to 1 (white). */
function luminance(name: string): number {
  const colour = tokens.get(name) ?? assert.fail(`no token --${name}`);
  const hex = colour.length === 4 ? colour.replace(/[0-9a-f]/g, '$&$&') : colour;
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(one: string, other: string): number {
  const [high = 0, low = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (high + 0.05) / (low + 0.05);
}

test('16 pairs of text and ground have a contrast of at least 4.5', () => {
  const pairs = [
    ...['ink', 'ink-quiet', 'accent', 'good', 'attention', 'bad'].map((text) => [text, 'paper']),
    ...['ink', 'ink-quiet', 'accent'].map((text) => [text, 'ground']),
    ...['good', 'attention', 'bad'].map((text) => [text, `${text}-pale`]),
    ...['series-a', 'series-b', 'series-state'].map((text) => [text, 'paper']),
    ['accent-deep', 'accent-pale'],
  ] as [string, string][];
  assert.equal(pairs.length, 16);
  for (const [text, ground] of pairs)
    assert.ok(contrast(text, ground) >= 4.5, `${text} on ${ground}: ${contrast(text, ground).toFixed(2)}`);
});

test('borders of fields, the focus ring and every line on the band have a contrast of at least 3', () => {
  for (const [mark, ground] of [
    ['rule-strong', 'paper'],
    ['focus', 'paper'],
    ['focus', 'ground'],
    ['series-a', 'band'],
    ['series-b', 'band'],
    ['series-state', 'band'],
  ] as const)
    assert.ok(contrast(mark, ground) >= 3, `${mark} on ${ground}: ${contrast(mark, ground).toFixed(2)}`);
});

test('the two districts differ in lightness too: by a contrast of at least 1.4 for those who see no hue', () => {
  assert.ok(contrast('series-a', 'series-b') >= 1.4, contrast('series-a', 'series-b').toFixed(2));
});

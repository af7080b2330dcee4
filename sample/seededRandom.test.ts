import assert from 'node:assert/strict';
import { test } from 'node:test';
import { seededRandom, sfc32 } from './seededRandom.ts';

/** The published definition of sfc32 written again in big integers, where no 32-bit sign can go wrong. */
function sfc32InBigIntegers(a: bigint, b: bigint, c: bigint, counter: bigint): () => bigint {
  const mask = 0xffffffffn;
  return () => {
    const word = (a + b + counter) & mask;
    counter = (counter + 1n) & mask;
    a = b ^ (b >> 9n);
    b = (c + (c << 3n)) & mask;
    c = ((((c << 21n) | (c >> 11n)) & mask) + word) & mask;
    return word;
  };
}

test('10,000 words of sfc32 equal those of its definition in big integers', () => {
  const ours = sfc32(0x9e3779b9, 0xffffffff, 0x80000000, 1);
  const defined = sfc32InBigIntegers(0x9e3779b9n, 0xffffffffn, 0x80000000n, 1n);
  for (let word = 0; word < 10_000; word += 1) assert.equal(BigInt(ours()), defined());
});

test('a stream is the same again, another name or seed gives another, and 2^32 more is another seed', () => {
  const first = (seed: number, stream: string) => {
    const { uniform } = seededRandom(seed, stream);
    return Array.from({ length: 5 }, uniform).join(' ');
  };
  assert.equal(first(7, 'a'), first(7, 'a'));
  const others = [first(7, 'a'), first(7, 'b'), first(8, 'a'), first(-7, 'a'), first(7 + 2 ** 32, 'a')];
  assert.equal(new Set(others).size, 5);
  assert.throws(() => seededRandom(0.5, 'a'), /whole number/);
});

test('100,000 uniform draws stay in [0, 1) with mean 1/2, and each tenth holds a tenth of them within 4 standard errors', () => {
  const { uniform } = seededRandom(1, 'uniform');
  const tenths = Array.from({ length: 10 }, () => 0);
  for (let draw = 0; draw < 100_000; draw += 1) {
    const value = uniform();
    assert.ok(value >= 0 && value < 1);
    tenths[Math.floor(10 * value)]! += 1;
  }
  for (const count of tenths) assert.ok(Math.abs(count - 10_000) < 4 * Math.sqrt(9_000), String(count));
});

test('100,000 normal draws have mean 0, variance 1, skew 0, kurtosis 3 and 5 % beyond 1.96', () => {
  const { normal } = seededRandom(2, 'normal');
  const n = 100_000;
  const moments = [0, 0, 0, 0];
  let beyond = 0;
  for (let draw = 0; draw < n; draw += 1) {
    const value = normal();
    for (let power = 0; power < 4; power += 1) moments[power]! += value ** (power + 1) / n;
    if (Math.abs(value) > 1.959964) beyond += 1;
  }
  const expected = [0, 1, 0, 3];
  const standardErrors = [1, Math.sqrt(2), Math.sqrt(15), Math.sqrt(96)].map(
    (spread) => spread / Math.sqrt(n),
  );
  for (const [index, moment] of moments.entries()) {
    assert.ok(
      Math.abs(moment - expected[index]!) < 4 * standardErrors[index]!,
      `moment ${index + 1}: ${moment}`,
    );
  }
  assert.ok(Math.abs(beyond / n - 0.05) < 4 * Math.sqrt((0.05 * 0.95) / n));
});

test('below(6) gives each of 0..5 and nothing else in 6,000 draws', () => {
  const { below } = seededRandom(3, 'dice');
  const seen = new Map<number, number>();
  for (let draw = 0; draw < 6_000; draw += 1) {
    const value = below(6);
    seen.set(value, (seen.get(value) ?? 0) + 1);
  }
  assert.deepEqual([...seen.keys()].sort(), [0, 1, 2, 3, 4, 5]);
  assert.ok([...seen.values()].every((count) => count > 850 && count < 1150));
});

/** A stream of chance that its seed and its name decide wholly. */
export type SeededRandom = {
  /** Uniform on [0, 1), in steps of 2^-32. */
  readonly uniform: () => number;
  /** Standard normal, by the Box-Muller transform. */
  readonly normal: () => number;
  /** A whole number from 0 up to, not including, `limit`. */
  readonly below: (limit: number) => number;
};

/**
 * Chris Doty-Humphrey's sfc32 ("small fast counting", PractRand): 128 bits of state, period at least 2^32. The
 * state comes from the seed and the stream's name by FNV-1a and sixteen warming rounds, so that streams of one
 * seed are independent and a stream does not depend on what the others drew. The same on every machine that
 * counts in IEEE doubles; not for secrets.
 */
export function seededRandom(seed: number, stream: string): SeededRandom {
  if (!Number.isInteger(seed)) throw new Error(`a seed is a whole number, not ${seed}`);
  const nextWord = sfc32(seed | 0, Math.floor(seed / 2 ** 32) | 0, hashOf(stream), 1);
  for (let round = 0; round < 16; round += 1) nextWord();
  const uniform = () => nextWord() / 2 ** 32;
  const spare = new Float64Array(1);
  let hasSpare = false;
  const normal = () => {
    hasSpare = !hasSpare;
    if (!hasSpare) return spare[0] as number;
    const radius = Math.sqrt(-2 * Math.log(1 - uniform()));
    const angle = 2 * Math.PI * uniform();
    spare[0] = radius * Math.sin(angle);
    return radius * Math.cos(angle);
  };
  return { uniform, normal, below: (limit) => Math.floor(uniform() * limit) };
}

/** The bare generator: each call gives the next unsigned 32-bit word of the state a, b, c and the counter. */
export function sfc32(a: number, b: number, c: number, counter: number): () => number {
  let [first, second, third, count] = [a | 0, b | 0, c | 0, counter | 0];
  return () => {
    const word = (((first + second) | 0) + count) | 0;
    count = (count + 1) | 0;
    first = second ^ (second >>> 9);
    second = (third + (third << 3)) | 0;
    third = (((third << 21) | (third >>> 11)) + word) | 0;
    return word >>> 0;
  };
}

/** FNV-1a, 32 bits, over UTF-16 units. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  }
  return hash | 0;
}

/** How many ways there are to choose `size` of `count` things; exact below 2^53, else near. */
export function countSubsets(count: number, size: number): number {
  if (size < 0 || size > count) return 0;
  let ways = 1;
  for (let k = 1; k <= Math.min(size, count - size); k++) ways = (ways * (count + 1 - k)) / k;
  return Math.round(ways);
}

/** Every choice of `size` of the positions 0 to `count` - 1, each ascending, in lexicographic order. */
export function* subsetsOf(count: number, size: number): Generator<readonly number[]> {
  const chosen = Array.from({ length: size }, (_, k) => k);
  if (size > count) return;
  while (true) {
    yield [...chosen];
    let k = size - 1;
    while (k >= 0 && chosen[k] === count - size + k) k--;
    if (k < 0) return;
    const next = (chosen[k] as number) + 1;
    for (let l = k; l < size; l++) chosen[l] = next + l - k;
  }
}

/**
 * The Euclidean distances of all pairs of points, each pair once: (0,1), (0,2), … (1,2), …. `points` holds the
 * coordinates of one point after another, `dimensions` numbers each; n points give n (n - 1) / 2 distances.
 * Throws a RangeError when the coordinates do not fill whole points.
 */
export function pairwiseDistances(points: Float64Array, dimensions: number): Float64Array {
  const count = points.length / dimensions;
  if (!Number.isInteger(count))
    throw new RangeError(`${points.length} numbers are no points of ${dimensions}`);
  const distances = new Float64Array((count * (count - 1)) / 2);
  let next = 0;
  for (let i = 0; i < count; i++)
    for (let j = i + 1; j < count; j++) distances[next++] = distanceBetween(points, dimensions, i, j);
  return distances;
}

/** The Euclidean distance of the points at two positions; the same to the last bit in either order. */
export function distanceBetween(points: Float64Array, dimensions: number, i: number, j: number): number {
  let squared = 0;
  let a = i * dimensions;
  let b = j * dimensions;
  for (const end = a + dimensions; a < end; a++, b++) {
    const difference = (points[a] as number) - (points[b] as number);
    squared += difference * difference;
  }
  return Math.sqrt(squared);
}

/**
 * Moves label positions apart so that neighbours are at least `gap` from each other and all lie between `low` and
 * `high`, with the least total squared movement; results stand in the order of the input. When they cannot all fit,
 * the gap wins and the last ones leave the range at the high end.
 */
export function spreadLabels(positions: readonly number[], gap: number, low: number, high: number): number[] {
  const order = positions
    .map((_, index) => index)
    .sort((i, j) => (positions[i] ?? 0) - (positions[j] ?? 0) || i - j);
  type Block = { sum: number; members: number[] };
  const blocks: Block[] = [];
  const start = (block: Block): number => {
    const size = (block.members.length - 1) * gap;
    const free = block.sum / block.members.length;
    return Math.max(low, Math.min(free, high - size));
  };
  for (const index of order) {
    let block: Block = { sum: positions[index] ?? 0, members: [index] };
    let above = blocks.at(-1);
    while (above && start(above) + above.members.length * gap > start(block)) {
      blocks.pop();
      const shift = above.members.length * gap;
      block = {
        sum: above.sum + block.sum - shift * block.members.length,
        members: [...above.members, ...block.members],
      };
      above = blocks.at(-1);
    }
    blocks.push(block);
  }
  const spread = positions.map(() => 0);
  for (const block of blocks) {
    block.members.forEach((index, place) => {
      spread[index] = start(block) + place * gap;
    });
  }
  return spread;
}

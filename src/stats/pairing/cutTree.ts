/** An undirected edge of a network and how much may flow through it, either way. */
export type Pipe = { readonly a: number; readonly b: number; readonly size: number };

/**
 * A tree that holds a smallest cut between any two of the nodes 0 … `nodes` - 1: for every node but 0 its parent, and
 * the size of the cut between the node's subtree and the rest. R. E. Gomory & T. C. Hu (1961), Journal of the SIAM 9,
 * 551-570, without contractions as in D. Gusfield (1990), SIAM Journal on Computing 19, 143-155.
 */
export function cutTree(
  nodes: number,
  pipes: readonly Pipe[],
): { readonly parent: number[]; readonly cut: number[] } {
  const parent = Array.from({ length: nodes }, () => 0);
  const cut = Array.from({ length: nodes }, () => 0);
  const at = Array.from({ length: nodes }, (): number[] => []);
  for (const [pipe, { a, b }] of pipes.entries()) {
    at[a]?.push(2 * pipe);
    at[b]?.push(2 * pipe + 1);
  }
  for (let source = 1; source < nodes; source++) {
    const sink = parent[source] as number;
    const { flow, side } = smallestCut(pipes, at, source, sink);
    cut[source] = flow;
    for (let node = 0; node < nodes; node++)
      if (node !== source && side[node] && parent[node] === sink) parent[node] = source;
    const above = parent[sink] as number;
    if (sink === above || !side[above]) continue;
    parent[source] = above;
    parent[sink] = source;
    cut[source] = cut[sink] as number;
    cut[sink] = flow;
  }
  return { parent, cut };
}

/** Largest flow by shortest augmenting paths (Edmonds & Karp 1972) and the nodes that stay on the source's side. */
function smallestCut(
  pipes: readonly Pipe[],
  at: readonly (readonly number[])[],
  source: number,
  sink: number,
): { readonly flow: number; readonly side: readonly boolean[] } {
  // Direction 2 p leads from a to b of pipe p, direction 2 p + 1 back.
  const left = pipes.flatMap(({ size }) => [size, size]);
  const endOf = (direction: number) => {
    const pipe = pipes[direction >> 1] as Pipe;
    return direction % 2 === 0 ? pipe.b : pipe.a;
  };
  for (let flow = 0; ; ) {
    const cameBy = at.map(() => -1);
    const queue = [source];
    for (let next = 0; next < queue.length && cameBy[sink] === -1; next++)
      for (const direction of at[queue[next] as number] as readonly number[]) {
        const end = endOf(direction);
        if (end === source || cameBy[end] !== -1 || (left[direction] as number) <= 1e-12) continue;
        cameBy[end] = direction;
        queue.push(end);
      }
    if (cameBy[sink] === -1)
      return { flow, side: cameBy.map((direction, node) => node === source || direction !== -1) };
    const path: number[] = [];
    for (let node = sink; node !== source; node = endOf((cameBy[node] as number) ^ 1))
      path.push(cameBy[node] as number);
    const pushed = Math.min(...path.map((direction) => left[direction] as number));
    for (const direction of path) {
      left[direction] = (left[direction] as number) - pushed;
      left[direction ^ 1] = (left[direction ^ 1] as number) + pushed;
    }
    flow += pushed;
  }
}

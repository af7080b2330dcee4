/** What the alignment reads of a benchmark; one line a district. */
export type AlignedBenchmark = {
  readonly id: string;
  readonly title: string;
  readonly focusArea: string;
  readonly districts: readonly {
    readonly shortName: string;
    readonly hasTargets: boolean;
    readonly planGoal: string | null;
  }[];
};

/** What the alignment reads of a piece of work that is not closed. `people` are its owners, one a district; null: nobody. */
export type AlignedEngagement = {
  readonly id: string;
  readonly title: string;
  readonly benchmarkId: string | null;
  readonly strategy: string;
  readonly people: readonly { readonly shortName: string; readonly owner: string | null }[];
  /** What pays for it, in words; none: no money is written down for it. */
  readonly money: readonly string[];
};

export type AlignedCell = {
  readonly state: 'there' | 'part' | 'hole' | 'not needed';
  readonly words: string;
};

/** One line: a benchmark with one piece of work for it, or with none; or work for no benchmark. */
export type AlignmentRow = {
  readonly benchmarkId: string | null;
  readonly engagementId: string | null;
  readonly benchmark: AlignedCell;
  readonly planGoal: AlignedCell;
  readonly engagement: AlignedCell;
  readonly money: AlignedCell;
  readonly person: AlignedCell;
};

export type Hole = {
  readonly kind:
    | 'benchmark without work'
    | 'benchmark without plan goal'
    | 'work without benchmark'
    | 'work without money'
    | 'work without person'
    | 'strategy without work';
  readonly what: string;
  readonly todo: string;
  /** The page on which it is done, after the partnership's own path. */
  readonly path: string;
};

export type Alignment = { readonly rows: readonly AlignmentRow[]; readonly holes: readonly Hole[] };

const notNeeded: AlignedCell = { state: 'not needed', words: 'none yet' };

/**
 * Benchmark, plan goal, work, money and person in one line each, and what is missing. A district's own plan goals are known only
 * where it named them beside its targets, so that a goal without any benchmark cannot be told.
 */
export function alignment(
  benchmarks: readonly AlignedBenchmark[],
  engagements: readonly AlignedEngagement[],
  strategies: readonly { readonly id: string; readonly name: string }[],
): Alignment {
  const rows = [
    ...benchmarks.flatMap((benchmark): AlignmentRow[] => {
      const work = engagements.filter(({ benchmarkId }) => benchmarkId === benchmark.id);
      return work.length === 0
        ? [rowOf(benchmark, undefined)]
        : work.map((engagement) => rowOf(benchmark, engagement));
    }),
    ...engagements
      .filter(({ benchmarkId }) => !benchmarks.some(({ id }) => id === benchmarkId))
      .map((engagement) => rowOf(undefined, engagement)),
  ];
  return { rows, holes: holesOf(benchmarks, engagements, strategies) };
}

function rowOf(
  benchmark: AlignedBenchmark | undefined,
  engagement: AlignedEngagement | undefined,
): AlignmentRow {
  return {
    benchmarkId: benchmark?.id ?? null,
    engagementId: engagement?.id ?? null,
    benchmark: benchmark
      ? { state: 'there', words: benchmark.title }
      : { state: 'hole', words: 'No benchmark' },
    planGoal: benchmark ? planGoalCell(benchmark) : notNeeded,
    engagement: engagement
      ? { state: 'there', words: engagement.title }
      : { state: 'hole', words: 'No work' },
    money: engagement ? moneyCell(engagement) : notNeeded,
    person: engagement ? personCell(engagement) : notNeeded,
  };
}

function planGoalCell({ districts }: AlignedBenchmark): AlignedCell {
  const named = districts.filter(({ planGoal }) => planGoal !== null);
  const words = [...Map.groupBy(districts, ({ planGoal }) => planGoal)]
    .map(([goal, of]) => `${of.map(({ shortName }) => shortName).join(' and ')}: ${goal ?? 'none'}`)
    .join('; ');
  if (named.length === 0) return { state: 'hole', words: 'No plan goal' };
  return { state: named.length === districts.length ? 'there' : 'part', words };
}

function moneyCell({ money }: AlignedEngagement): AlignedCell {
  return money.length > 0
    ? { state: 'there', words: money.join('; ') }
    : { state: 'hole', words: 'No money written down' };
}

function personCell({ people }: AlignedEngagement): AlignedCell {
  const named = people.filter(({ owner }) => owner !== null);
  if (named.length === 0) return { state: 'hole', words: 'Nobody' };
  const words = people.map(({ shortName, owner }) => `${shortName}: ${owner ?? 'nobody'}`).join('; ');
  return { state: named.length === people.length ? 'there' : 'part', words };
}

function holesOf(
  benchmarks: readonly AlignedBenchmark[],
  engagements: readonly AlignedEngagement[],
  strategies: readonly { readonly id: string; readonly name: string }[],
): Hole[] {
  return [
    ...benchmarks
      .filter(({ id }) => !engagements.some(({ benchmarkId }) => benchmarkId === id))
      .map(({ id, title }) => ({
        kind: 'benchmark without work' as const,
        what: title,
        todo: 'Begin work for it, or decide that none is needed.',
        path: `/work/engagements/new?benchmark=${id}`,
      })),
    ...benchmarks.flatMap(({ id, title, districts }) =>
      districts
        .filter(({ planGoal }) => planGoal === null)
        .map(({ shortName, hasTargets }) => ({
          kind: 'benchmark without plan goal' as const,
          what: `${title}, ${shortName}`,
          todo: hasTargets
            ? 'Name the goal of its own plan beside its targets.'
            : 'It has set no targets yet.',
          path: `/benchmarks/${id}`,
        })),
    ),
    ...engagements
      .filter(({ benchmarkId }) => !benchmarks.some(({ id }) => id === benchmarkId))
      .map(({ id, title }) => ({
        kind: 'work without benchmark' as const,
        what: title,
        todo: 'Say which benchmark it serves.',
        path: `/work/engagements/${id}`,
      })),
    ...engagements
      .filter(({ money }) => money.length === 0)
      .map(({ title }) => ({
        kind: 'work without money' as const,
        what: title,
        todo: 'Say what pays for it, under Resources.',
        path: '/resources',
      })),
    ...engagements.flatMap(({ id, title, people }) =>
      people
        .filter(({ owner }) => owner === null)
        .map(({ shortName }) => ({
          kind: 'work without person' as const,
          what: `${title}, ${shortName}`,
          todo: 'Name an owner there.',
          path: `/work/engagements/${id}`,
        })),
    ),
    ...strategies
      .filter(({ id }) => !engagements.some(({ strategy }) => strategy === id))
      .map(({ name }) => ({
        kind: 'strategy without work' as const,
        what: name,
        todo: 'Begin work for it: nothing under way serves this strategy.',
        path: '/work/engagements/new',
      })),
  ];
}

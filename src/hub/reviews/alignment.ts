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
};

export type Alignment = { readonly rows: readonly AlignmentRow[]; readonly holes: readonly Hole[] };

const notNeeded: AlignedCell = { state: 'not needed', words: '–' };

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
      .map(({ title }) =>
        hole('benchmark without work', title, 'Begin work for it, or decide that none is needed.'),
      ),
    ...benchmarks.flatMap(({ title, districts }) =>
      districts
        .filter(({ planGoal }) => planGoal === null)
        .map(({ shortName, hasTargets }) =>
          hole(
            'benchmark without plan goal',
            `${title}, ${shortName}`,
            hasTargets ? 'Name the goal of its own plan beside its targets.' : 'It has set no targets yet.',
          ),
        ),
    ),
    ...engagements
      .filter(({ benchmarkId }) => !benchmarks.some(({ id }) => id === benchmarkId))
      .map(({ title }) => hole('work without benchmark', title, 'Say which benchmark it serves.')),
    ...engagements
      .filter(({ money }) => money.length === 0)
      .map(({ title }) => hole('work without money', title, 'Say what pays for it, under Resources.')),
    ...engagements.flatMap(({ title, people }) =>
      people
        .filter(({ owner }) => owner === null)
        .map(({ shortName }) =>
          hole('work without person', `${title}, ${shortName}`, 'Name an owner there.'),
        ),
    ),
    ...strategies
      .filter(({ id }) => !engagements.some(({ strategy }) => strategy === id))
      .map(({ name }) => hole('strategy without work', name, 'Nothing under way serves this strategy.')),
  ];
}

function hole(kind: Hole['kind'], what: string, todo: string): Hole {
  return { kind, what, todo };
}

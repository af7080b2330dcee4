import type { SeriesDraft, YearValue } from '../benchmarks/benchmarkDraft.ts';
import type { CommitmentState } from '../commitments/commitmentStanding.ts';
import type { NamedPerson } from '../commitments/namedPerson.ts';
import type { StudentGroupCode } from '../../vocabulary/studentGroup.ts';

/** A commitment as far as a sheet says it. */
export type StandingCommitment = {
  readonly id: string;
  readonly version: number;
  readonly districtId: string;
  readonly what: string;
  readonly due: string;
  readonly owner: NamedPerson;
  readonly deputy: NamedPerson | null;
  readonly state: CommitmentState;
  readonly doneOn: string | null;
};

/** A benchmark with each district's targets, newest first. */
export type StandingBenchmark = {
  readonly id: string;
  readonly measureId: string;
  readonly group: StudentGroupCode;
  readonly series: ReadonlyMap<
    string,
    readonly (Pick<SeriesDraft, 'planGoal' | 'provenance' | 'baseline' | 'targets'> & {
      readonly version: number;
    })[]
  >;
};

export type StandingParty = {
  readonly districtId: string;
  readonly cds: string;
  readonly name: string;
  readonly shortName: string;
};

/** What the sheets are held against: everything as it stands. */
export type Standing = {
  readonly own: StandingParty;
  readonly parties: readonly StandingParty[];
  /** The people of the reader's own district. */
  readonly members: readonly NamedPerson[];
  readonly commitments: readonly StandingCommitment[];
  readonly benchmarks: readonly StandingBenchmark[];
  /** Shown figures of the own district by benchmark. */
  readonly figures: ReadonlyMap<string, readonly YearValue[]>;
  /** Calendar date. */
  readonly today: string;
  readonly currentYear: number;
};

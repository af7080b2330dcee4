/** A scored record as its rules see it; columns are the header's own words. */
export type TestRecord = {
  readonly test:
    | 'ELA'
    | 'MATH'
    | 'CAA_ELA'
    | 'CAA_MATH'
    | 'CAST'
    | 'CAA_SCIENCE'
    | 'CSA'
    | 'summative'
    | 'initial'
    | 'alternate';
  readonly grade: string;
  readonly score: number | null;
  readonly level: number | null;
  readonly include: string | null;
  readonly columns: {
    readonly score: string;
    readonly level: string;
    readonly include: string;
    readonly grade: string;
  };
};

/**
 * What an Operational Data Store was asked for, in one file of lines: a head, a record a line in the order of
 * `edfiResources`, and an end that says how many of each there are and the SHA-256 of every byte before it. A file
 * without its end was cut off.
 */
export type EdfiBundleHead = {
  readonly bundle: 'ed-fi';
  readonly version: 1;
  /** The data standard, as the API's own description says it. */
  readonly standard: string;
  /** The school year that was asked for; null: all that the store holds. */
  readonly schoolYear: number | null;
  /** Collections that were not asked for. */
  readonly without: readonly string[];
  /** The address of the API, without anything secret. */
  readonly source: string;
  readonly fetchedAt: string;
};

export type EdfiBundleRecord = { readonly resource: string; readonly record: unknown };

export type EdfiBundleEnd = {
  readonly end: true;
  readonly records: Readonly<Record<string, number>>;
  readonly sha256: string;
};

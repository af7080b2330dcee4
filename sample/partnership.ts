import type { FocusAreaId } from '../src/vocabulary/partnership.ts';
import { type CitedDistrict, citedDistricts } from './citedDistricts.ts';
import { partnershipFacts } from './partnershipFacts.ts';
import { type SampleBenchmark, sampleBenchmarks, withoutBenchmark } from './sampleBenchmarks.ts';
import { type SamplePerson, samplePeople } from './samplePeople.ts';
import { type SampleStatement, sampleStatements } from './sampleStatements.ts';

export type SamplePartnership = {
  readonly slug: string;
  readonly name: string;
  readonly startedYear: number;
  /** In the order in which they stand on every page. */
  readonly districts: readonly (typeof citedDistricts)[CitedDistrict][];
  readonly people: readonly SamplePerson[];
  readonly benchmarks: readonly SampleBenchmark[];
  readonly statements: readonly SampleStatement[];
  readonly withoutBenchmark: readonly { readonly focusArea: FocusAreaId; readonly reason: string }[];
};

/**
 * The sample partnership: two real districts with their published figures, invented people and invented targets.
 * Nothing in it was promised by either district.
 */
export const samplePartnership: SamplePartnership = {
  slug: 'fresno-long-beach',
  name: partnershipFacts.name,
  startedYear: partnershipFacts.startedYear,
  districts: partnershipFacts.districts,
  people: samplePeople,
  benchmarks: sampleBenchmarks,
  statements: sampleStatements,
  withoutBenchmark,
};

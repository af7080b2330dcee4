import { z } from 'zod';

const date = z.date();

/** A district, a county or the state, each with figures of its own. */
export const DistrictRow = z.object({
  districtId: z.string(),
  cds: z.string(),
  level: z.enum(['state', 'county', 'district']),
  name: z.string(),
  county: z.string().nullable(),
  nces: z.string().nullable(),
});
export type District = z.infer<typeof DistrictRow>;

export const SchoolRow = z.object({
  schoolId: z.string(),
  cds: z.string(),
  name: z.string(),
  city: z.string().nullable(),
  charter: z.boolean().nullable(),
  gradeSpan: z.string().nullable(),
  enrolment: z.number().nullable(),
  latitude: z.number().nullable(),
  longitude: z.number().nullable(),
});
export type School = z.infer<typeof SchoolRow>;

/** A published dataset inside a loaded file; `definitions` are those its figures were loaded under. */
export const SourceRow = z.object({
  sourceId: z.string(),
  dataset: z.string(),
  publisher: z.string(),
  title: z.string(),
  schoolYear: z.number().nullable(),
  synthetic: z.boolean(),
  difference: z.string().nullable(),
  fileId: z.string(),
  fileName: z.string(),
  sha256: z.string(),
  layout: z.string(),
  loadedAt: date,
  supersededAt: date.nullable(),
  definitions: z.array(z.object({ measureId: z.string(), version: z.number(), hash: z.string() })),
});
export type Source = z.infer<typeof SourceRow>;

/** How a figure spreads over the similar districts that show one: decimal text in the measure's unit, quartiles R-7. */
export const BandRow = z.object({
  measureId: z.string(),
  schoolYear: z.number(),
  grade: z.string(),
  group: z.string(),
  districts: z.number(),
  lowest: z.string(),
  lowerQuartile: z.string(),
  median: z.string(),
  upperQuartile: z.string(),
  highest: z.string(),
});
export type Band = z.infer<typeof BandRow>;

/** A similar district; `contributions` is what each factor adds to the squared distance. */
export const SimilarDistrictRow = z.object({
  districtId: z.string(),
  cds: z.string(),
  name: z.string(),
  county: z.string().nullable(),
  distance: z.number(),
  contributions: z.record(z.string(), z.number()),
});
export type SimilarDistrict = z.infer<typeof SimilarDistrictRow>;

/** A fact about whom a district or school serves: `value` is decimal text, or `words` says it. */
export const ProfileRow = z.object({
  schoolYear: z.number(),
  factor: z.string(),
  value: z.string().nullable(),
  words: z.string().nullable(),
  sourceId: z.string(),
});
export type ProfileFact = z.infer<typeof ProfileRow>;

export const AssistanceRow = z.object({
  schoolYear: z.number(),
  group: z.string(),
  letter: z.string(),
  priorities: z.string(),
  sourceId: z.string(),
});
export type Assistance = z.infer<typeof AssistanceRow>;

export const AssistanceStatusRow = z.object({
  schoolYear: z.number(),
  status: z.string(),
  sourceId: z.string(),
});
export type AssistanceStatus = z.infer<typeof AssistanceStatusRow>;

export const LocalIndicatorRow = z.object({
  schoolYear: z.number(),
  priority: z.number(),
  item: z.string(),
  rating: z.number().nullable(),
  words: z.string().nullable(),
  sourceId: z.string(),
});
export type LocalIndicator = z.infer<typeof LocalIndicatorRow>;

/** The variance of a mean measure between the students of a group, from `pairs` year-to-year changes of districts. */
export const MeasureSpreadRow = z.object({
  measureId: z.string(),
  group: z.string(),
  withinVariance: z.number(),
  pairs: z.number(),
});
export type MeasureSpread = z.infer<typeof MeasureSpreadRow>;

export const LoadedFileRow = z.object({
  fileId: z.string(),
  name: z.string(),
  sha256: z.string(),
  bytes: z.number(),
  layout: z.string(),
  coverage: z.string(),
  rows: z.number(),
  facts: z.number(),
  suppressed: z.number(),
  notes: z.number(),
  loadedAt: date,
  supersededAt: date.nullable(),
  supersededBy: z.string().nullable(),
});
export type LoadedFile = z.infer<typeof LoadedFileRow>;

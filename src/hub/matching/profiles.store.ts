import { z } from 'zod';
import { readStatements } from '../store/statements.ts';
import type { DistrictId, View } from '../store/view.ts';
import { type DistrictProfile, ProfileSpaceShape, type SharedSpace } from './districtProfile.ts';

const sql = readStatements(import.meta.url, ['selectProfiles', 'selectProfileSpace', 'selectOutside']);

const Profile = z.object({
  districtId: z.string(),
  schoolYear: z.number(),
  students: z.number(),
  ownStudents: z.number().nullable(),
  ownYear: z.number().nullable(),
  factors: z.record(z.string(), z.number()),
});

const Space = z.object({
  schoolYear: z.number(),
  districts: z.number(),
  caliper: z.number(),
  space: ProfileSpaceShape,
});

/** How profiles were compared: in which year, over how many districts, and the largest distance that is called similar. */
export type ComparedSpace = {
  readonly schoolYear: number;
  readonly districts: number;
  readonly caliper: number;
  readonly space: SharedSpace;
};

/** A district that stands outside the comparison, and which factors it misses; all of them where it has no profile. */
export type OutsideDistrict = {
  readonly cds: string;
  readonly name: string;
  readonly county: string | null;
  readonly isCountyOffice: boolean;
};

const Outside = z.object({
  cds: z.string(),
  name: z.string(),
  county: z.string().nullable(),
  isCountyOffice: z.boolean(),
});

export function selectProfiles(view: View, districtIds: readonly DistrictId[]): Promise<DistrictProfile[]> {
  return view.rows(sql.selectProfiles, { districtIds }, Profile) as Promise<DistrictProfile[]>;
}

/** Undefined before profiles are compared. */
export function selectProfileSpace(view: View): Promise<ComparedSpace | undefined> {
  return view.optionalRow(sql.selectProfileSpace, {}, Space);
}

/** Districts that are not compared with any, by name: county offices, and those whose students no loaded file gives by group. */
export function selectOutside(view: View): Promise<OutsideDistrict[]> {
  return view.rows(sql.selectOutside, {}, Outside);
}

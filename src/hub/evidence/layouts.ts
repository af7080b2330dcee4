import type { Layout } from './layout.ts';
import { layoutCdeOutcomes } from './layoutCdeOutcomes.ts';
import { layoutCdeSchools } from './layoutCdeSchools.ts';
import { layoutSchoolDemographics } from './layoutSchoolDemographics.ts';

/** Every layout of a public file that Tandem knows. */
export const layouts: readonly Layout[] = [layoutCdeSchools, layoutCdeOutcomes, layoutSchoolDemographics];

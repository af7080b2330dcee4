import type { Layout } from './layout.ts';
import { layoutApiGrowth } from './layoutApiGrowth.ts';
import { layoutApiPanel } from './layoutApiPanel.ts';
import { layoutAssistance } from './layoutAssistance.ts';
import { layoutCdeOutcomes } from './layoutCdeOutcomes.ts';
import { layoutCdeSchools } from './layoutCdeSchools.ts';
import { layoutDistrictAreas } from './layoutDistrictAreas.ts';
import { layoutsEdData } from './layoutEdData.ts';
import { layoutEquityMultiplier } from './layoutEquityMultiplier.ts';
import { layoutsLocalIndicators } from './layoutLocalIndicators.ts';
import { layoutReclassification } from './layoutReclassification.ts';
import { layoutSchoolDemographics } from './layoutSchoolDemographics.ts';
import { layoutUpc } from './layoutUpc.ts';

/** Every layout of a public file that Tandem knows. */
export const layouts: readonly Layout[] = [
  layoutCdeOutcomes,
  layoutCdeSchools,
  layoutSchoolDemographics,
  layoutDistrictAreas,
  layoutUpc,
  layoutAssistance,
  ...layoutsLocalIndicators,
  layoutEquityMultiplier,
  layoutReclassification,
  ...layoutsEdData,
  layoutApiPanel,
  layoutApiGrowth,
];

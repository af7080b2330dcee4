import { layoutCaaspp } from '../caaspp/layoutCaaspp.ts';
import { layoutCers } from '../caaspp/layoutCers.ts';
import { layoutElpac } from '../caaspp/layoutElpac.ts';
import { layoutCodeTable } from '../calpads/layoutCodeTable.ts';
import { layoutCalpadsHeader } from '../calpads/layoutCalpadsHeader.ts';
import { layoutsCalpads } from '../calpads/layoutCalpads.ts';
import { layoutDirectCertified } from '../calpads/layoutDirectCertified.ts';
import { layoutEdfi } from '../edfi/layoutEdfi.ts';
import { layoutEdfiCodes, layoutEdfiPlaces } from '../edfi/layoutEdfiLists.ts';
import { layoutOneRoster } from '../oneroster/layoutOneRoster.ts';
import { layoutOneRosterPlaces } from '../oneroster/layoutOneRosterPlaces.ts';
import type { IntakeLayout } from './layout.ts';
import { layoutCollege, layoutExams, layoutPlaces } from './simpleLayouts.ts';

/** Every file of rows that the vault knows. */
export const intakeLayouts: readonly IntakeLayout[] = [
  layoutCalpadsHeader,
  layoutCodeTable,
  layoutPlaces,
  layoutEdfiCodes,
  layoutEdfiPlaces,
  layoutOneRosterPlaces,
  ...layoutsCalpads,
  layoutDirectCertified,
  layoutCaaspp,
  layoutElpac,
  layoutCers,
  layoutEdfi,
  layoutOneRoster,
  layoutExams,
  layoutCollege,
];

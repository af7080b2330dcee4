/** Focus areas: the fact sheet's three, and the fourth that the partnership added in 2011. */
export const focusAreas = [
  { id: 'mathematics', name: 'Mathematics', on: 'curriculum' },
  { id: 'english-learners', name: 'English learners', on: 'students' },
  { id: 'leadership', name: 'Leadership development', on: 'adults' },
  { id: 'college-career', name: 'College and career', on: 'readiness' },
] as const;
export type FocusArea = (typeof focusAreas)[number];
export type FocusAreaId = FocusArea['id'];

/** The fact sheet's four strategies, in its own words. */
export const strategies = [
  { id: 'rigor', name: 'Increasing academic rigor for all students' },
  { id: 'leadership-capacity', name: 'Building leadership capacity of adults' },
  { id: 'aligned-systems', name: 'Aligning all systems for an efficient and effective organization' },
  { id: 'external-partners', name: 'Securing the support of external partners to root the work' },
] as const;
export type StrategyId = (typeof strategies)[number]['id'];

/** The fact sheet's three modes of work, in its own words. */
export const modes = [
  {
    id: 'assistance',
    name: 'Partner assistance',
    means: 'The district which has expertise in a particular area helps the other to build capacity',
  },
  {
    id: 'joint',
    name: 'Joint development',
    means: 'Work together to develop capacity to attack an identified common need',
  },
  {
    id: 'external',
    name: 'Collective work with external groups',
    means: 'Engages outside organizations to secure resources',
  },
] as const;
export type ModeId = (typeof modes)[number]['id'];

/** Roles of people in a partnership. */
export const roles = [
  { id: 'coordinator', name: 'Coordinator' },
  { id: 'sponsor', name: 'Superintendent (sponsor)' },
  { id: 'research-lead', name: 'Research lead' },
  { id: 'focus-area-lead', name: 'Focus-area lead' },
  { id: 'school', name: 'School' },
  { id: 'finance', name: 'Finance' },
  { id: 'facilitator', name: 'Facilitator' },
  { id: 'external-partner', name: 'External partner' },
] as const;
export type RoleId = (typeof roles)[number]['id'];

/** Where a target comes from: no number pretends to be agreed. */
export const targetProvenances = ['agreed', 'proposed', 'placeholder'] as const;
export type TargetProvenance = (typeof targetProvenances)[number];

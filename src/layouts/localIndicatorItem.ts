/** One question of the state's self-reflection tools: the file's column, what it asks in a few words. */
export type LocalIndicatorItem = { readonly column: string; readonly name: string };

/** Priority 2, rated 1 (exploration) to 5 (full implementation and sustainability). */
export const priority2Ratings: readonly LocalIndicatorItem[] = [
  { column: 'profLearningELA', name: 'Professional learning: English language arts' },
  { column: 'profLearningELD', name: 'Professional learning: English language development' },
  { column: 'profLearningMath', name: 'Professional learning: mathematics' },
  { column: 'profLearningScience', name: 'Professional learning: science' },
  { column: 'profLearningSocial', name: 'Professional learning: history and social science' },
  { column: 'materialELA', name: 'Aligned materials: English language arts' },
  { column: 'materialELD', name: 'Aligned materials: English language development' },
  { column: 'materialMath', name: 'Aligned materials: mathematics' },
  { column: 'materialScience', name: 'Aligned materials: science' },
  { column: 'materialSocial', name: 'Aligned materials: history and social science' },
  { column: 'programELA', name: 'Support for better instruction: English language arts' },
  { column: 'programELD', name: 'Support for better instruction: English language development' },
  { column: 'programMath', name: 'Support for better instruction: mathematics' },
  { column: 'programScience', name: 'Support for better instruction: science' },
  { column: 'programSocial', name: 'Support for better instruction: history and social science' },
  { column: 'standardTechEd', name: 'Standards in use: career technical education' },
  { column: 'standardHealthEd', name: 'Standards in use: health' },
  { column: 'standardPhysicalEd', name: 'Standards in use: physical education' },
  { column: 'standardPerformingArts', name: 'Standards in use: visual and performing arts' },
  { column: 'standardWorldLang', name: 'Standards in use: world languages' },
  { column: 'activityGroupNeeds', name: 'Finding what groups of teachers need to learn' },
  { column: 'activityIndividualNeeds', name: 'Finding what single teachers need to learn' },
  { column: 'activitySupport', name: 'Supporting teachers on standards not yet mastered' },
];

/** Priority 3, rated on the same scale. The misspelt column is the file's own. */
export const priority3Ratings: readonly LocalIndicatorItem[] = [
  { column: 'DevelopStaffCapacityRelationship', name: 'Staff able to build trust with families' },
  { column: 'EnvironmentRelationship', name: 'Welcoming places for families' },
  { column: 'StaffSupportRelationship', name: 'Staff who learn families’ strengths, cultures and goals' },
  { column: 'OpportunityRelationship', name: 'Two-way communication in words families understand' },
  { column: 'ProfessionalLearningPartnership', name: 'Professional learning to partner with families' },
  { column: 'ResourcesPartnership', name: 'Help for families to support learning at home' },
  { column: 'PoliciesProgramsPartnership', name: 'Teachers meet families about students’ progress' },
  { column: 'LegalRightsPartnership', name: 'Families know and use their legal rights' },
  { column: 'SupportStaffCapacityInput', name: 'Staff able to engage families in decisions' },
  { column: 'SupportFamilyCapacityInput', name: 'Families able to take part in decisions' },
  { column: 'StrategiesInput', name: 'Input from underrepresented groups' },
  { column: 'CollaborationtInput', name: 'Families and staff plan engagement together' },
];

export const priority2Words: readonly LocalIndicatorItem[] = [
  { column: 'nativeSummary', name: 'Account in words' },
  { column: 'additionalInfo', name: 'Further information' },
  { column: 'countyPerformance', name: 'Status' },
];

/** The names of the narrative columns are cut at 32 characters in the file. */
export const priority3Words: readonly LocalIndicatorItem[] = [
  { column: 'Narrative1aRelationshipsStrength', name: 'Relationships: strengths and progress' },
  { column: 'Narrative1bRelationshipsFocusAre', name: 'Relationships: focus for improvement' },
  { column: 'Narrative1cRelationshipsImproveE', name: 'Relationships: underrepresented families' },
  { column: 'Narrative2aPartnershipsStrengths', name: 'Partnerships: strengths and progress' },
  { column: 'Narrative2bPartnershipsFocusArea', name: 'Partnerships: focus for improvement' },
  { column: 'Narrative2cPartnershipsImproveEn', name: 'Partnerships: underrepresented families' },
  { column: 'Narrative3aInputStrengths', name: 'Input for decisions: strengths and progress' },
  { column: 'Narrative3bInputFocusAreas', name: 'Input for decisions: focus for improvement' },
  { column: 'Narrative3cInputImproveEngagemen', name: 'Input for decisions: underrepresented families' },
  { column: 'additionalInfo', name: 'Further information' },
  { column: 'countyPerformance', name: 'Status' },
];

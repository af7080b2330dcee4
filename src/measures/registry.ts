import type { MeasureDefinition } from '../vocabulary/measure.ts';
import { agCompletionOfCohort } from './definitions/agCompletionOfCohort.ts';
import { agCompletionOfGraduates } from './definitions/agCompletionOfGraduates.ts';
import { algebraByGrade9 } from './definitions/algebraByGrade9.ts';
import { apiBase } from './definitions/apiBase.ts';
import { apiGrowth } from './definitions/apiGrowth.ts';
import { assistanceLetter } from './definitions/assistanceLetter.ts';
import { atRiskOfLongTermEnglishLearner } from './definitions/atRiskOfLongTermEnglishLearner.ts';
import { attendanceRate } from './definitions/attendanceRate.ts';
import { caasppParticipation } from './definitions/caasppParticipation.ts';
import { chronicAbsenteeism } from './definitions/chronicAbsenteeism.ts';
import { collegeCareerPrepared } from './definitions/collegeCareerPrepared.ts';
import { collegeGoingWithin12Months } from './definitions/collegeGoingWithin12Months.ts';
import { cteGrowthPathwayShare } from './definitions/cteGrowthPathwayShare.ts';
import { ctePathwayCompletion } from './definitions/ctePathwayCompletion.ts';
import { dashboardGraduationRate } from './definitions/dashboardGraduationRate.ts';
import { elaDistanceFromStandard } from './definitions/elaDistanceFromStandard.ts';
import { elaMetStandard } from './definitions/elaMetStandard.ts';
import { elaParticipation } from './definitions/elaParticipation.ts';
import { englishLearnerGroupDistanceFromStandard } from './definitions/englishLearnerGroupDistanceFromStandard.ts';
import { englishLearnerProgress } from './definitions/englishLearnerProgress.ts';
import { everEnglishLearnerDistanceFromStandard } from './definitions/everEnglishLearnerDistanceFromStandard.ts';
import { expulsionRate } from './definitions/expulsionRate.ts';
import { fiveEssentialsLeaders } from './definitions/fiveEssentialsLeaders.ts';
import { fourYearDropoutRate } from './definitions/fourYearDropoutRate.ts';
import { fourYearGraduationRate } from './definitions/fourYearGraduationRate.ts';
import { grade9CourseFailures } from './definitions/grade9CourseFailures.ts';
import { leadershipDose } from './definitions/leadershipDose.ts';
import { longTermEnglishLearnersDashboard } from './definitions/longTermEnglishLearnersDashboard.ts';
import { longTermEnglishLearnersEducationCode } from './definitions/longTermEnglishLearnersEducationCode.ts';
import { mathDistanceFromStandard } from './definitions/mathDistanceFromStandard.ts';
import { mathMetStandard } from './definitions/mathMetStandard.ts';
import { mathOneLevelShort } from './definitions/mathOneLevelShort.ts';
import { mathParticipation } from './definitions/mathParticipation.ts';
import { nonStabilityRate } from './definitions/nonStabilityRate.ts';
import { principalRetention } from './definitions/principalRetention.ts';
import { reclassificationRateCalpads } from './definitions/reclassificationRateCalpads.ts';
import { reclassificationRateDataQuest } from './definitions/reclassificationRateDataQuest.ts';
import { scienceMetStandard } from './definitions/scienceMetStandard.ts';
import { socioeconomicallyDisadvantaged } from './definitions/socioeconomicallyDisadvantaged.ts';
import { suspensionRate } from './definitions/suspensionRate.ts';
import { suspensionRateAnyLength } from './definitions/suspensionRateAnyLength.ts';
import { teacherRetention } from './definitions/teacherRetention.ts';
import { unduplicatedPupilCount } from './definitions/unduplicatedPupilCount.ts';
import { valEdEffectiveness } from './definitions/valEdEffectiveness.ts';

/** Every measure Tandem knows, in the order of their domains; the last two have ended. */
export const measures: readonly MeasureDefinition[] = [
  mathDistanceFromStandard,
  elaDistanceFromStandard,
  mathMetStandard,
  elaMetStandard,
  mathOneLevelShort,
  caasppParticipation,
  elaParticipation,
  mathParticipation,
  scienceMetStandard,
  englishLearnerProgress,
  reclassificationRateDataQuest,
  reclassificationRateCalpads,
  longTermEnglishLearnersDashboard,
  longTermEnglishLearnersEducationCode,
  atRiskOfLongTermEnglishLearner,
  everEnglishLearnerDistanceFromStandard,
  englishLearnerGroupDistanceFromStandard,
  fourYearGraduationRate,
  dashboardGraduationRate,
  fourYearDropoutRate,
  agCompletionOfGraduates,
  agCompletionOfCohort,
  algebraByGrade9,
  grade9CourseFailures,
  collegeCareerPrepared,
  ctePathwayCompletion,
  cteGrowthPathwayShare,
  collegeGoingWithin12Months,
  chronicAbsenteeism,
  attendanceRate,
  suspensionRate,
  suspensionRateAnyLength,
  expulsionRate,
  nonStabilityRate,
  unduplicatedPupilCount,
  socioeconomicallyDisadvantaged,
  assistanceLetter,
  principalRetention,
  teacherRetention,
  valEdEffectiveness,
  fiveEssentialsLeaders,
  leadershipDose,
  apiGrowth,
  apiBase,
];

const byId = new Map(measures.map((measure) => [measure.id, measure]));

/** The measure with this id, or undefined when there is none. */
export function findMeasure(id: string): MeasureDefinition | undefined {
  return byId.get(id);
}

/** The measure with this id. An unknown id is a fault: ids are checked where they enter. */
export function measureById(id: string): MeasureDefinition {
  const measure = byId.get(id);
  if (!measure) throw new Error(`no measure has the id ${id}`);
  return measure;
}

/** The designs of a study, from the strongest. */
export const studyDesigns = [
  { id: 'randomised trial', name: 'Randomised trial', hint: 'Chance decided who got it.' },
  {
    id: 'regression discontinuity',
    name: 'Regression discontinuity',
    hint: 'A cut-off on a score decided who got it.',
  },
  {
    id: 'matched comparison',
    name: 'Matched comparison (quasi-experiment)',
    hint: 'Those who got it beside others like them, who did not.',
  },
  {
    id: 'correlational',
    name: 'Correlational, with controls for selection bias',
    hint: 'A relation, after taking out what else differs.',
  },
  {
    id: 'rationale',
    name: 'A rationale only',
    hint: 'A logic model resting on research; no result of its own.',
  },
] as const;
export type StudyDesign = (typeof studyDesigns)[number]['id'];

/** What the tier is derived from. Numbers that the study does not give are null. */
export type StudyFields = {
  readonly design: StudyDesign;
  readonly students: number | null;
  /** Classrooms or schools with ten students or more each. */
  readonly groupsOfTen: number | null;
  readonly districts: number | null;
  /** A statistically significant favourable effect on a relevant outcome. */
  readonly favourable: boolean;
  /** A statistically significant unfavourable effect that outweighs it. */
  readonly unfavourable: boolean;
  /** Not told counts as high. */
  readonly attrition: 'low' | 'high' | null;
  readonly baselineShown: boolean;
  /** Its students, and its schools, are like ours. */
  readonly samePopulation: boolean;
  readonly sameSetting: boolean;
};

export type EssaTier = 1 | 2 | 3 | 4;

/** Names of the tiers as the law has them. */
export const essaTiers = [
  { tier: 1, name: 'Strong evidence' },
  { tier: 2, name: 'Moderate evidence' },
  { tier: 3, name: 'Promising evidence' },
  { tier: 4, name: 'Demonstrates a rationale' },
] as const satisfies readonly { readonly tier: EssaTier; readonly name: string }[];

export type DerivedTier = {
  /** Null: no tier can be claimed. */
  readonly tier: EssaTier | null;
  /** One sentence: why this tier. */
  readonly because: string;
  /** One sentence: what the next tier would take; null at the first. */
  readonly missing: string | null;
};

/**
 * The tier of evidence of a practice under the Every Student Succeeds Act (ESEA section 8101(21)), derived from its studies
 * as the Department of Education's non-regulatory guidance “Using Evidence to Strengthen Education Investments” (September 2016)
 * reads it: 1 takes an experimental study, 2 a quasi-experimental one, 3 a correlational one with controls for selection bias, each
 * with a significant favourable effect and no overriding unfavourable effect of any causal study; 1 and 2 a large (350 students, or
 * 50 groups of ten) and multi-site sample, overlapping our students and settings for 1, either for 2. Experimental are randomised
 * trials and regression discontinuities (34 CFR 77.1) with low attrition; with high attrition they count as quasi-experimental. Studies
 * that each meet the rest may make up the sample together (34 CFR 77.1). A site is taken to be a district. 4 takes a rationale and
 * `isStudied`: somebody is finding out whether it works.
 */
export function essaTier(studies: readonly StudyFields[], isStudied: boolean): DerivedTier {
  if (studies.length === 0)
    return {
      tier: null,
      because: 'No study is recorded, so no tier can be claimed.',
      missing: `Tier 4 takes a rationale that rests on research${isStudied ? '' : ', and an effort to find out whether it works here: link a claim or run a cycle'}.`,
    };
  const against = studies.some((study) => causal(study) !== null && study.unfavourable);
  for (const tier of [1, 2, 3] as const) {
    if (against || lacksFor(tier, studies).length > 0) continue;
    return {
      tier,
      because: becauseOf(tier),
      missing: tier === 1 ? null : missingFor((tier - 1) as EssaTier, studies),
    };
  }
  const overriding =
    'A causal study found an unfavourable effect that outweighs the others: tiers 1 to 3 are closed.';
  const isReasoned = studies.some(({ design, favourable }) => design === 'rationale' || favourable);
  if (isReasoned && isStudied)
    return {
      tier: 4,
      because: `It rests on research, and it is being found out whether it works here.${against ? ` ${overriding}` : ''}`,
      missing: against ? null : missingFor(3, studies),
    };
  return {
    tier: null,
    because: against
      ? overriding
      : isReasoned
        ? 'It rests on research, but nobody is finding out whether it works here.'
        : 'No recorded study found a significant favourable effect, and none gives a rationale.',
    missing: isReasoned
      ? 'Tier 4 takes an effort to find out: link a claim, or run a cycle in the engagement it came from.'
      : `Tier 4 takes a rationale that rests on research${isStudied ? '' : ', and an effort to find out whether it works here'}.`,
  };
}

/** What a study may be called a cause from; null when differences of the groups may explain its result. */
function causal({ design, attrition, baselineShown }: StudyFields): 'experimental' | 'quasi' | null {
  const isAssigned = design === 'randomised trial' || design === 'regression discontinuity';
  if (isAssigned && attrition === 'low') return 'experimental';
  return (isAssigned || design === 'matched comparison') && baselineShown ? 'quasi' : null;
}

function becauseOf(tier: 1 | 2 | 3): string {
  if (tier === 1)
    return 'An experimental study of a large sample in several districts, with students and schools like ours, found a significant favourable effect.';
  if (tier === 2)
    return 'A quasi-experimental study, or better, of a large sample in several districts, with students or schools like ours, found a significant favourable effect.';
  return 'A study with controls for selection bias, or better, found a significant favourable effect.';
}

function missingFor(tier: EssaTier, studies: readonly StudyFields[]): string {
  return `Tier ${tier} takes ${listed(lacksFor(tier, studies))}.`;
}

/** What the studies lack for a tier, of the study that lacks least; empty when they reach it. */
function lacksFor(tier: EssaTier, studies: readonly StudyFields[]): string[] {
  const each = studies.map((study) => ownLacks(tier, study));
  const full = studies.filter((_, i) => each[i]?.length === 0);
  if (full.length > 0) return sampleLacks(tier, full);
  const closest = each.map((lacks, i) => [...lacks, ...sampleLacks(tier, [studies[i] as StudyFields])]);
  return closest.sort((a, b) => a.length - b.length)[0] ?? ['a study'];
}

function ownLacks(tier: EssaTier, study: StudyFields): string[] {
  const kind = causal(study);
  const lacks: string[] = [];
  if (!study.favourable) lacks.push('a statistically significant favourable effect');
  if (tier === 1 && kind !== 'experimental')
    lacks.push(
      study.design === 'randomised trial' || study.design === 'regression discontinuity'
        ? 'low attrition'
        : 'a randomised trial or a regression discontinuity',
    );
  if (tier === 2 && kind === null)
    lacks.push(
      study.design === 'correlational' || study.design === 'rationale'
        ? 'a matched comparison with equal groups at the start, or better'
        : 'proof that both groups were alike at the start',
    );
  if (tier === 3 && study.design === 'rationale') lacks.push('a study with controls for selection bias');
  if (tier === 1 && !study.samePopulation) lacks.push('students like ours');
  if (tier === 1 && !study.sameSetting) lacks.push('schools like ours');
  if (tier === 2 && !study.samePopulation && !study.sameSetting) lacks.push('students or schools like ours');
  return lacks;
}

function sampleLacks(tier: EssaTier, studies: readonly StudyFields[]): string[] {
  if (tier > 2) return [];
  const sum = (count: (study: StudyFields) => number | null) =>
    studies.reduce((total, study) => total + (count(study) ?? 0), 0);
  const students = sum((study) => study.students);
  const isLarge = students >= 350 || sum((study) => study.groupsOfTen) >= 50;
  return [
    ...(isLarge ? [] : [`350 students (${students} so far)`]),
    ...(sum((study) => study.districts) >= 2 ? [] : ['two districts or more']),
  ];
}

function listed(parts: readonly string[]): string {
  return parts.length < 2 ? (parts[0] ?? '') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`;
}

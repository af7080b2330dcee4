import type { LedgerRuleTerms } from './ledgerRule.ts';

type Line = {
  readonly districtId: string;
  readonly description: string;
  readonly resourceCode: string;
  readonly objectCode: string;
};
type Rule = LedgerRuleTerms & { readonly id: string; readonly districtId: string };
type Source = {
  readonly id: string;
  readonly districtId: string | null;
  readonly resourceCode: string | null;
};

/** What a line pays for and out of which money; null is: nobody has said. `by` is the rule that said most. */
export type Matched<L> = L & {
  readonly sourceId: string | null;
  readonly flexibilityId: string | null;
  readonly engagementId: string | null;
  readonly by: string | null;
};

/**
 * Matches lines by the rules of their district. Of several rules that fit, the one that asks for more decides, and of two alike the newer;
 * what it leaves open the next says. A line without a rule about its source belongs to the one source with its resource code.
 */
export function matchLines<L extends Line>(
  lines: readonly L[],
  rules: readonly Rule[],
  sources: readonly Source[],
): Matched<L>[] {
  const ordered = rules.toReversed().toSorted((a, b) => narrowness(b) - narrowness(a));
  return lines.map((line) => {
    const fitting = ordered.filter((rule) => fits(rule, line));
    const first = (part: 'sourceId' | 'flexibilityId' | 'engagementId') =>
      fitting.find((rule) => rule[part] !== null)?.[part] ?? null;
    return {
      ...line,
      sourceId: first('sourceId') ?? sourceByCode(line, sources),
      flexibilityId: first('flexibilityId'),
      engagementId: first('engagementId'),
      by: fitting[0]?.id ?? null,
    };
  });
}

function narrowness({ resourceCode, objects, holdsText }: LedgerRuleTerms): number {
  return [resourceCode, objects, holdsText].filter((part) => part !== null).length;
}

function fits({ districtId, resourceCode, objects, holdsText }: Rule, line: Line): boolean {
  if (districtId !== line.districtId) return false;
  if (resourceCode !== null && resourceCode !== line.resourceCode) return false;
  if (objects && (line.objectCode < objects.first || line.objectCode > objects.last)) return false;
  return holdsText === null || line.description.toLowerCase().includes(holdsText.toLowerCase());
}

function sourceByCode({ districtId, resourceCode }: Line, sources: readonly Source[]): string | null {
  const those = sources.filter(
    (one) => one.resourceCode === resourceCode && (one.districtId === null || one.districtId === districtId),
  );
  return resourceCode !== '' && those.length === 1 ? (those[0]?.id ?? null) : null;
}

/** Whether anybody has said what a line belongs to. A line that belongs to nothing here concerns its own district alone. */
export function isAssigned({
  sourceId,
  flexibilityId,
  engagementId,
}: Pick<Matched<unknown>, 'sourceId' | 'flexibilityId' | 'engagementId'>): boolean {
  return sourceId !== null || flexibilityId !== null || engagementId !== null;
}

import type { FigureGroup, Tried, Verdict, VerdictStatus } from './explainFigures.ts';
import { nextStep } from './nextStep.ts';
import { type PublicFigure, type VaultCount, wholeDistrict } from './publicFigure.ts';
import { type ChangeNames, verdictSentence, wayPhrase } from './verdictSentence.ts';

/** What one way to count gives, as a reader of a file or a page sees it. */
export type TriedRow = Omit<Tried, 'neighbour'> & {
  readonly neighbour: string | null;
  readonly phrase: string;
};

/** A published figure beside the vault's, with the verdict in words. */
export type ReconcileRow = PublicFigure & {
  readonly schoolName: string | null;
  readonly status: VerdictStatus;
  readonly count: VaultCount | null;
  readonly vaultValue: string | null;
  readonly valueDifference: string | null;
  readonly nDifference: number | null;
  readonly numeratorDifference: number | null;
  readonly by: string | null;
  readonly sentence: string;
  readonly next: string | null;
  readonly tried: readonly TriedRow[];
};

/** The verdicts as rows, in the order of the figures. */
export function reconcileRows(
  groups: readonly FigureGroup[],
  names: ChangeNames,
  schools: ReadonlyMap<string, string>,
): ReconcileRow[] {
  return groups.flatMap(({ verdicts, differing }) =>
    verdicts.map((verdict): ReconcileRow => {
      const { figure, status, count, comparison, by, tried } = verdict;
      const row = (one: Tried): TriedRow => ({
        ...one,
        neighbour: one.neighbour?.id ?? null,
        phrase: wayPhrase(one, names),
      });
      return {
        ...figure,
        schoolName: figure.school === wholeDistrict ? null : (schools.get(figure.school) ?? null),
        status,
        count,
        vaultValue: comparison?.value ?? null,
        valueDifference: comparison?.valueDifference ?? null,
        nDifference: comparison?.nDifference ?? null,
        numeratorDifference: comparison?.numeratorDifference ?? null,
        by: by ? wayPhrase(by, names) : null,
        sentence: verdictSentence(verdict, names, differing),
        next: nextStep(verdict, allStudents(verdicts, verdict)),
        tried: tried.map(row),
      };
    }),
  );
}

/** The verdict on all students of the same place and grades. */
export function allStudents(verdicts: readonly Verdict[], { figure }: Verdict): Verdict | undefined {
  return verdicts.find(
    (one) =>
      one.figure.group === 'ALL' && one.figure.school === figure.school && one.figure.grade === figure.grade,
  );
}

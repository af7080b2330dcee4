import { causeById } from './causes.ts';
import { type FigureGroup, sizeOf, type Tried, type Verdict, type VerdictStatus } from './explainFigures.ts';
import { nextStep } from './nextStep.ts';
import { type PublicFigure, type VaultCount, wholeDistrict } from './publicFigure.ts';
import { type ChangeNames, verdictSentence, wayPhrase, wayReasons } from './verdictSentence.ts';
import { parseWhatIf } from './whatIf.ts';

/** What one way to count gives, as a reader of a file or a page sees it. */
export type TriedRow = Omit<Tried, 'neighbour'> & {
  readonly neighbour: string | null;
  readonly phrase: string;
  /** How many causes it takes together. */
  readonly size: number;
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
  /** The kinds of causes that explain it: charter schools, timing …; another definition. */
  readonly kinds: readonly string[];
  /** Why a publisher counts that way, a sentence a cause. */
  readonly reasons: readonly string[];
  readonly sentence: string;
  readonly next: string | null;
  readonly tried: readonly TriedRow[];
};

/** The verdicts as rows, in the order of the figures. */
export function reconcileRows(
  groups: readonly FigureGroup[],
  names: ChangeNames,
  schools: ReadonlyMap<string, string>,
  absent: ReadonlyMap<number, readonly string[]> = new Map(),
): ReconcileRow[] {
  return groups.flatMap(({ verdicts, differing }) =>
    verdicts.map((verdict): ReconcileRow => {
      const { figure, status, count, comparison, by, tried } = verdict;
      const row = (one: Tried): TriedRow => ({
        ...one,
        neighbour: one.neighbour?.id ?? null,
        phrase: wayPhrase(one, names),
        size: sizeOf(one),
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
        kinds: by ? kindsOf(by) : [],
        reasons: by ? wayReasons(by) : [],
        sentence: verdictSentence(verdict, names, differing),
        next: nextStep(
          verdict,
          allStudents(verdicts, verdict),
          (absent.get(figure.year) ?? []).map((cds) => schools.get(cds) ?? cds),
        ),
        tried: tried.map(row),
      };
    }),
  );
}

function kindsOf({ whatIf, neighbour }: Tried): string[] {
  const families = parseWhatIf(whatIf).map(({ cause }) => causeById(cause).family);
  return neighbour ? ['another definition', ...families] : families;
}

/** The verdict on all students of the same place and grades. */
export function allStudents(verdicts: readonly Verdict[], { figure }: Verdict): Verdict | undefined {
  return verdicts.find(
    (one) =>
      one.figure.group === 'ALL' && one.figure.school === figure.school && one.figure.grade === figure.grade,
  );
}

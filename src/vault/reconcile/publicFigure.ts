/** What a figure of the vault and one of the state are both about. `school` is 14 zeros for the district as a whole. */
export type FigureSlice = {
  readonly measure: string;
  readonly year: number;
  readonly school: string;
  readonly grade: string;
  readonly group: string;
};

/** A figure as published: `value` is decimal text, or the words of a coded figure; null where nothing is shown. */
export type PublicFigure = FigureSlice & {
  readonly file: number;
  readonly line: number;
  readonly dataset: string;
  readonly publisher: string;
  readonly title: string;
  /** Why its figures may differ from others of the measure, in the publisher's way. */
  readonly difference: string | null;
  readonly seen: 'shown' | 'coded' | 'suppressed';
  readonly n: number | null;
  readonly numerator: number | null;
  readonly value: string | null;
  readonly reason: string | null;
};

/** A raw count of the vault: a rate's numerator, or a mean's sum; of a ratio also what the sum is divided by. */
export type VaultCount = {
  readonly n: number;
  readonly numerator: number | null;
  readonly sum: string | null;
  readonly denominator: string | null;
};

/** The 14 zeros that stand for a district as a whole. */
export const wholeDistrict = '00000000000000';

export function sliceKey({ measure, year, school, grade, group }: FigureSlice): string {
  return `${measure} ${year} ${school} ${grade} ${group}`;
}

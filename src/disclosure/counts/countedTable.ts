/** A group of students at a place: `place` is a district or a school by its CDS code. */
export type Slice = { readonly place: string; readonly grade: string; readonly group: string };

/** A slice with its exact counts. `value` is the figure as its measure shows it, worked out from the exact counts. */
export type CountedSlice = Slice & {
  readonly n: number;
  /** Null where the measure has no numerator. */
  readonly numerator: number | null;
  readonly value: string;
};

export type CountsKind = 'rate' | 'mean with penalty records' | 'ratio';

/** The slices of one measure in one school year; those of nobody are left out. */
export type CountedTable = {
  readonly measure: string;
  readonly definition: string;
  readonly rule: string;
  readonly schoolYear: number;
  readonly counts: CountsKind;
  readonly slices: readonly CountedSlice[];
};

export function sliceKey({ place, grade, group }: Slice): string {
  return `${place}|${grade}|${group}`;
}

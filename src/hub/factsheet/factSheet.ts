import type { Language } from '../../vocabulary/language.ts';

/** A stretch of words. `language` where it is not the sheet's own: districts' words stand as they wrote them. */
export type Run = { readonly text: string; readonly language?: Language; readonly strong?: true };
export type Line = readonly Run[];

/** A name with what it means, and under it what there is of it. */
export type SheetItem = {
  readonly name: Line;
  readonly means: Line | null;
  readonly under: readonly Line[];
};

export type SheetPart = {
  readonly title: string;
  readonly paragraphs: readonly Line[];
  readonly items: readonly SheetItem[];
};

/** Which figure a number is, for a page that explains it. */
export type SheetFigure = {
  readonly cds: string;
  readonly measure: string;
  readonly schoolYear: number;
  readonly group: string;
};

/** One district's side of a benchmark; `status` is the pace's id, null without one. */
export type SheetCell = {
  /** Of the first run of `figure`; null where none is shown. */
  readonly explains: SheetFigure | null;
  readonly figure: Line;
  readonly target: Line;
  readonly pace: Line | null;
  readonly status: string | null;
};

export type SheetTable = {
  readonly caption: string;
  readonly columns: readonly string[];
  readonly groups: readonly {
    readonly name: string;
    readonly rows: readonly { readonly name: Line; readonly cells: readonly SheetCell[] }[];
  }[];
};

/** Lines as on an envelope or a list of names, and since when they are so. */
export type SheetEntry = {
  readonly heading: Line | null;
  readonly lines: readonly Line[];
  readonly note: Line | null;
};

/**
 * A whole fact sheet as a page and a PDF show it: all its words, in order, in one language. `about` is for machines: the
 * document's title and description.
 */
export type FactSheet = {
  readonly language: Language;
  readonly about: { readonly title: string; readonly description: string; readonly asOf: string };
  readonly kind: string;
  readonly name: Line;
  readonly asOf: string;
  /** That it is a sample, or a preview: over everything else. */
  readonly notice: string | null;
  readonly figures: readonly { readonly label: string; readonly value: string; readonly note: string }[];
  /** What was forged, resources, focused work, reform. */
  readonly parts: readonly SheetPart[];
  readonly glance: {
    readonly title: string;
    readonly partnership: SheetPart;
    readonly significance: SheetPart;
  };
  readonly benchmarks: {
    readonly title: string;
    readonly paragraphs: readonly Line[];
    readonly table: SheetTable | null;
    readonly notes: readonly Line[];
  };
  readonly quote: { readonly words: Line; readonly who: Line; readonly when: string | null } | null;
  readonly contacts: { readonly title: string; readonly entries: readonly SheetEntry[] };
  readonly boards: { readonly title: string; readonly entries: readonly SheetEntry[] };
  /** Sources, signatures, the pack's hash and how to check it. */
  readonly foot: readonly Line[];
};

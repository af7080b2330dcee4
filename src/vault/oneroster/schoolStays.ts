/** Days of a student in one class; days are inclusive. */
export type ClassDays = {
  readonly start: string;
  /** The last day that was said; null where the end is blank. */
  readonly end: string | null;
  /** First and last day of the class's terms. */
  readonly termStart: string;
  readonly termEnd: string;
  readonly line: number;
};

export type SchoolStay = {
  readonly start: string;
  readonly end: string | null;
  /** The last day of its classes, also when it stays open. */
  readonly last: string;
  readonly line: number;
};

/** A recess between two terms is no leaving; a longer gap is. */
const longestRecess = 31;

/**
 * The stays of a student at one school, from the days in its classes: days that touch are one stay, and so are a class to
 * the end of its term and one from the beginning of a later term, at most 31 days on. The last stay stays open when none
 * of its classes ends by a day of its own before the term does.
 */
export function schoolStays(days: readonly ClassDays[]): SchoolStay[] {
  const sorted = days.toSorted((a, b) => (a.start < b.start ? -1 : a.start > b.start ? 1 : a.line - b.line));
  const stays: { start: string; last: string; isOpen: boolean; toTermEnd: boolean; line: number }[] = [];
  for (const { start, end, termStart, termEnd, line } of sorted) {
    const last = end ?? (termEnd < start ? start : termEnd);
    const own = { start, last, isOpen: end === null, toTermEnd: last >= termEnd, line };
    const before = stays.at(-1);
    const gap = before ? daysBetween(before.last, start) : Number.POSITIVE_INFINITY;
    if (!before || !(gap <= 1 || (before.toTermEnd && start <= termStart && gap <= longestRecess))) {
      stays.push(own);
      continue;
    }
    if (last > before.last) Object.assign(before, { last, isOpen: own.isOpen, toTermEnd: own.toTermEnd });
    else if (last === before.last) {
      before.isOpen ||= own.isOpen;
      before.toTermEnd ||= own.toTermEnd;
    }
  }
  return stays.map(({ start, last, isOpen, line }, i) => ({
    start,
    last,
    end: isOpen && i === stays.length - 1 ? null : last,
    line,
  }));
}

/** The day `days` after a day, written as 2025-10-02. */
export function dayAfter(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

function daysBetween(from: string, to: string): number {
  return (Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000;
}

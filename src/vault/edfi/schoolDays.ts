import { exitMustNotPrecedeStart } from '../calpads/exitMustNotPrecedeStart.ts';
import type { RecordOf } from './edfiSet.ts';
import type { Descriptors } from './openDescriptors.ts';
import type { FieldBreach } from './readFields.ts';

type Session = { readonly begin: string; readonly end: string; readonly days: number };

/** How many days of school a school had between two days, both inclusive; undefined when nothing says. */
export type SchoolDays = {
  readonly addSession: (record: RecordOf<'Session'>, breach: FieldBreach) => void;
  readonly addDate: (record: RecordOf<'CalendarDate'>, code: Descriptors) => void;
  readonly between: (school: string, from: string, to: string) => number | undefined;
  readonly latestYear: () => number | undefined;
};

/**
 * Gathers sessions and calendar dates. Dates are counted; where there are none, the days of each session count in full
 * when all of it lies between, else in the proportion of its weekdays, rounded. Of sessions that overlap the earlier
 * and longer one counts.
 */
export function schoolDays(): SchoolDays {
  const sessions = new Map<string, Session[]>();
  const dates = new Map<string, Set<string>>();
  let latest: number | undefined;
  const sawYear = (year: number | null): void => {
    if (year !== null && (latest === undefined || year > latest)) latest = year;
  };
  return {
    addSession: (record, breach) => {
      const school = record.required('school');
      const [begin, end] = [record.requiredDay('begin'), record.requiredDay('end')];
      const days = record.number('days');
      sawYear(record.year('year'));
      if (school === null || begin === null || end === null || days === null) return;
      const swapped = exitMustNotPrecedeStart(begin, end, record.element('end'));
      if (swapped) return breach(swapped, record.origin);
      const own = sessions.get(school) ?? [];
      if (own.length === 0) sessions.set(school, own);
      own.push({ begin, end, days });
    },
    addDate: (record, code) => {
      const school = record.text('school');
      const date = record.requiredDay('date');
      const isSchool = record
        .texts('events')
        .some(
          (uri) => code('CalendarEventDescriptor', uri, record.element('events'), record.origin) === 'school',
        );
      if (school === null || date === null || !isSchool) return;
      const own = dates.get(school) ?? new Set();
      if (own.size === 0) dates.set(school, own);
      own.add(date);
    },
    between: (school, from, to) => {
      const own = dates.get(school);
      if (own) return [...own].filter((date) => date >= from && date <= to).length;
      const all = sessions.get(school);
      return all && daysOf(all, from, to);
    },
    latestYear: () => latest,
  };
}

function daysOf(all: readonly Session[], from: string, to: string): number {
  const sorted = all.toSorted((a, b) => compare(a.begin, b.begin) || compare(b.end, a.end));
  let [sum, last] = [0, ''];
  for (const { begin, end, days } of sorted) {
    if (begin <= last) continue;
    last = end;
    const [first, final] = [begin > from ? begin : from, end < to ? end : to];
    if (first > final) continue;
    const whole = weekdays(begin, end);
    sum += whole === 0 ? 0 : Math.round((days * weekdays(first, final)) / whole);
  }
  return sum;
}

function weekdays(from: string, to: string): number {
  let count = 0;
  const end = Date.parse(to);
  for (let at = Date.parse(from); at <= end; at += 86_400_000) {
    const day = new Date(at).getUTCDay();
    if (day > 0 && day < 6) count += 1;
  }
  return count;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

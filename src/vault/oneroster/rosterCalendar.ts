import type { Breach } from '../intake/breach.ts';
import { dayMustBeIso } from './dayMustBeIso.ts';
import { listOf } from './referencesMustHold.ts';
import type { Roster, RosterRecord } from './rosterRecord.ts';
import { dayAfter } from './schoolStays.ts';
import { sessionMustLieInItsYear } from './sessionMustLieInItsYear.ts';

type Session = {
  readonly id: string;
  readonly type: string;
  readonly year: number;
  readonly start: string;
  readonly last: string;
};

/** When a class is taught: first and last day of its sessions, the school year, and CALPADS' word for the term. */
export type ClassTerm = {
  readonly year: number;
  readonly start: string;
  readonly last: string;
  readonly term: string | null;
};

export type RosterCalendar = {
  /** Undefined for a class that was deleted or has no session that stands. */
  readonly termOf: (classId: string) => ClassTerm | undefined;
  /** The last day of the sessions of a school year. */
  readonly lastDay: (year: number) => string;
};

/** A day of a record; what is not one, or is written otherwise, is told of records of this set. */
export type DayOf = (record: RosterRecord, file: string, column: string) => string | null;

export function dayReader(breach: (one: Breach, shown: number) => void): DayOf {
  return (record, file, column) => {
    const value = record.fields[column];
    if (value === undefined) return null;
    const read = dayMustBeIso(value, `${file}.csv ${column}`);
    if (read.breach && record.saidIn === null) breach(read.breach, record.shown);
    return read.day;
  };
}

const letters: Readonly<Record<string, string>> = { semester: 'S', term: 'T', gradingperiod: 'Q' };

/** The sessions of a roster; a session's end is the day after its last one (OneRoster 1.1, section 4.1). */
export function rosterCalendar(
  roster: Roster,
  dayOf: DayOf,
  breach: (one: Breach, shown: number) => void,
): RosterCalendar {
  const sessions = new Map<string, Session>();
  for (const record of roster.academicSessions.values()) {
    if (!record.active) continue;
    const start = dayOf(record, 'academicSessions', 'startDate');
    const end = dayOf(record, 'academicSessions', 'endDate');
    if (start === null || end === null) continue;
    const last = end > start ? dayAfter(end, -1) : start;
    const { type = '', schoolYear = '' } = record.fields;
    const wrong = sessionMustLieInItsYear(schoolYear, start, last);
    if (wrong) {
      if (record.saidIn === null) breach(wrong, record.shown);
      continue;
    }
    sessions.set(record.id, {
      id: record.id,
      type: type.toLowerCase(),
      year: Number(schoolYear),
      start,
      last,
    });
  }
  const all = [...sessions.values()].toSorted((a, b) => (a.start < b.start ? -1 : a.start > b.start ? 1 : 0));
  const lastDay = (year: number): string =>
    all.filter((one) => one.year === year).reduce((last, one) => (one.last > last ? one.last : last), '');
  const wordOf = (own: readonly Session[], start: string, last: string): string | null => {
    const [first] = own;
    if (!first) return null;
    const year = all.filter((one) => one.year === first.year);
    if (
      first.type === 'schoolyear' ||
      (year.every((one) => one.start >= start && one.last <= last) && own.length > 1)
    )
      return 'FY';
    const alike = year.filter((one) => one.type === first.type);
    const days = [...new Set(alike.map((one) => one.start))];
    return own.length === 1 ? `${letters[first.type] ?? 'T'}${days.indexOf(first.start) + 1}` : null;
  };
  const terms = new Map<string, ClassTerm | undefined>();
  const find = (classId: string): ClassTerm | undefined => {
    const one = roster.classes.get(classId);
    if (!one?.active) return undefined;
    const own = listOf(one.fields.termSourcedIds).flatMap((id) => sessions.get(id) ?? []);
    const [first] = own;
    if (!first) return undefined;
    const start = own.reduce((least, { start: day }) => (day < least ? day : least), first.start);
    const last = own.reduce((most, { last: day }) => (day > most ? day : most), first.last);
    return { year: Math.max(...own.map(({ year }) => year)), start, last, term: wordOf(own, start, last) };
  };
  return {
    lastDay,
    termOf: (id) => {
      if (!terms.has(id)) terms.set(id, find(id));
      return terms.get(id);
    },
  };
}

import { ReadingStopped } from '../intake/readingStopped.ts';

/** A first set brings whole files of organisations, sessions, classes, users and enrolments (and roles, in 1.2). */
export function setMustSayWhoIsEnrolled(missing: readonly string[]): ReadingStopped {
  return new ReadingStopped(
    'setMustSayWhoIsEnrolled',
    null,
    'files that are absent',
    `the set has no ${missing.map((file) => `${file}.csv`).join(', ')} and the vault holds none of an earlier set`,
    'load a whole (bulk) export first, with all files of rostering',
  );
}

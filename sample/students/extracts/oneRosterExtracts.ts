import { daysAfter, lastSchoolDay, schoolDay } from '../calendar.ts';
import type { EnrolmentRow, StudentTables } from '../studentRows.ts';
import { type ExtractFile, inHeader } from './extractFile.ts';
import { type OneRosterVersion, oneRosterHeaders, oneRosterManifest } from './oneRosterHeaders.ts';

type Row = Readonly<Record<string, string>>;

/**
 * A whole (bulk) OneRoster set of one school year as a district's system would export it: a homeroom of the year for each
 * school and grade, in which every stay is an enrolment, and a class for each section of a course. 1.1 gives the SSID in
 * `userIds`, 1.2 in `identifier`.
 */
export function oneRosterExtracts(
  tables: StudentTables,
  year: number,
  version: OneRosterVersion,
): ExtractFile[] {
  const stays = tables.enrolment.filter((row) => row.school_year === year);
  const rows = {
    orgs: orgs(tables),
    academicSessions: sessions(year),
    ...classesOf(tables, stays, year),
    users: users(tables, stays, version),
    ...(version === '1.2' ? { roles: roles(stays) } : {}),
    demographics: demographics(tables, stays, version),
  };
  const files = Object.entries(rows).map(([name, own]): ExtractFile => {
    const header = oneRosterHeaders(version)[name] ?? [];
    return { name: `${name}.csv`, delimiter: ',', header, rows: own.map((row) => inHeader(header, row)) };
  });
  return [oneRosterManifest(version, 'bulk', Object.keys(rows)), ...files];
}

function orgs({ place }: StudentTables): Row[] {
  return place.map(({ cds, level, name }) => ({
    sourcedId: `org-${cds}`,
    name,
    type: level,
    identifier: cds,
    parentSourcedId: level === 'school' ? `org-${cds.slice(0, 7)}0000000` : '',
  }));
}

/** A session's end is the day after its last one. */
function termDays(year: number): Readonly<Record<string, readonly [string, string]>> {
  const end = daysAfter(lastSchoolDay(year), 1);
  return {
    FY: [schoolDay(year, 0), end],
    S1: [schoolDay(year, 0), `${year - 1}-12-20`],
    S2: [`${year}-01-06`, end],
  };
}

function sessions(year: number): Row[] {
  return Object.entries(termDays(year)).map(([term, [startDate, endDate]]) => ({
    sourcedId: `session-${year}-${term}`,
    title: `${term} ${year - 1}-${year}`,
    type: term === 'FY' ? 'schoolYear' : 'semester',
    startDate,
    endDate,
    parentSourcedId: term === 'FY' ? '' : `session-${year}-FY`,
    schoolYear: String(year),
  }));
}

function classesOf(
  tables: StudentTables,
  stays: readonly EnrolmentRow[],
  year: number,
): Readonly<Record<'courses' | 'classes' | 'enrollments', Row[]>> {
  const courses = new Map<string, Row>();
  const classes = new Map<string, Row>();
  const enrollments: Row[] = [];
  const taken = new Set<string>();
  const addClass = (school: string, course: string, section: string, term: string, more: Row): string => {
    const id = `class-${school}-${course}-${section}-${term}`;
    courses.set(course, { sourcedId: `course-${course}`, title: course, courseCode: course });
    classes.set(id, {
      sourcedId: id,
      title: `${course} ${section}`,
      courseSourcedId: `course-${course}`,
      classCode: section,
      schoolSourcedId: `org-${school}`,
      termSourcedIds: `session-${year}-${term}`,
      ...more,
    });
    return id;
  };
  const enrol = (
    id: string,
    classId: string,
    stay: EnrolmentRow,
    begin: string,
    last: string | null,
  ): void => {
    if (taken.has(id)) return;
    taken.add(id);
    enrollments.push({
      sourcedId: id,
      classSourcedId: classId,
      schoolSourcedId: `org-${stay.school_cds}`,
      userSourcedId: `user-${stay.student_id}`,
      role: 'student',
      primary: 'false',
      beginDate: begin,
      endDate: last === null ? '' : daysAfter(last, 1),
    });
  };
  for (const stay of stays) {
    const { school_cds: school, grade, start_date: start, end_date: end } = stay;
    const homeroom = addClass(school, 'homeroom', grade, 'FY', {
      grades: words[grade] ?? grade,
      classType: 'homeroom',
    });
    enrol(`home-${stay.student_id}-${school}-${start}`, homeroom, stay, start, end);
  }
  const terms = termDays(year);
  const staysOf = new Map<number, EnrolmentRow[]>();
  for (const stay of stays) staysOf.set(stay.student_id, [...(staysOf.get(stay.student_id) ?? []), stay]);
  for (const row of tables.student_course) {
    const { local_course: course, section, term, student_id: id } = row;
    const days = terms[term ?? ''];
    if (row.school_year !== year || !days || course === null) continue;
    const last = daysAfter(days[1], -1);
    const stay = staysOf
      .get(id)
      ?.find(
        (one) =>
          one.school_cds === row.school_cds && one.start_date <= last && (one.end_date ?? last) >= days[0],
      );
    if (!stay) continue;
    const begin = stay.start_date > days[0] ? stay.start_date : days[0];
    const end = stay.end_date === null || stay.end_date > last ? null : stay.end_date;
    const own = addClass(row.school_cds, course, section ?? '1', term ?? 'FY', { classType: 'scheduled' });
    enrol(`course-${id}-${own}`, own, stay, begin, end);
  }
  return { courses: [...courses.values()], classes: [...classes.values()], enrollments };
}

/** Grades in the words of OneRoster where they are not those of California. */
const words: Readonly<Record<string, string>> = { KN: 'KG', UE: 'UG', US: 'UG' };

/** A student's stays, the primary ones first. */
function byStudent(stays: readonly EnrolmentRow[]): ReadonlyMap<number, readonly EnrolmentRow[]> {
  const found = new Map<number, EnrolmentRow[]>();
  for (const stay of stays.toSorted((a, b) => a.status.localeCompare(b.status)))
    found.set(stay.student_id, [...(found.get(stay.student_id) ?? []), stay]);
  return found;
}

function users(tables: StudentTables, stays: readonly EnrolmentRow[], version: OneRosterVersion): Row[] {
  const students = new Map(tables.student.map((row) => [row.student_id, row]));
  return [...byStudent(stays)].map(([id, own]) => {
    const { ssid = null, local_id: localId = '' } = students.get(id) ?? {};
    const schools = [...new Set(own.map((stay) => `org-${stay.school_cds}`))];
    const grade = own[0]?.grade ?? '';
    const state = ssid === null || version === '1.2' ? '' : `{SSID:${ssid}},`;
    return {
      sourcedId: `user-${id}`,
      enabledUser: 'true',
      orgSourcedIds: schools.join(','),
      role: 'student',
      username: `student${id}`,
      userIds: `${state}{local:${localId}}`,
      givenName: 'Student',
      familyName: `Number ${id}`,
      identifier: version === '1.2' ? (ssid ?? '') : localId,
      grades: words[grade] ?? grade,
      primaryOrgSourcedId: schools[0] ?? '',
    };
  });
}

function roles(stays: readonly EnrolmentRow[]): Row[] {
  return [...byStudent(stays)].flatMap(([id, own]) => {
    const schools = new Map<string, string>();
    for (const { school_cds: school, status } of own) if (!schools.has(school)) schools.set(school, status);
    return [...schools].map(([school, status]) => ({
      sourcedId: `role-${id}-${school}`,
      userSourcedId: `user-${id}`,
      roleType: status === '10' ? 'primary' : 'secondary',
      role: 'student',
      orgSourcedId: `org-${school}`,
    }));
  });
}

const races: Readonly<Record<string, string>> = {
  AI: 'americanIndianOrAlaskaNative',
  AS: 'asian',
  FI: 'asian',
  AA: 'blackOrAfricanAmerican',
  PI: 'nativeHawaiianOrOtherPacificIslander',
  WH: 'white',
  MR: 'demographicRaceTwoOrMoreRaces',
  HI: 'hispanicOrLatinoEthnicity',
};
const sexes: Readonly<Record<string, string>> = { F: 'female', M: 'male', X: 'other' };

function demographics(
  tables: StudentTables,
  stays: readonly EnrolmentRow[],
  version: OneRosterVersion,
): Row[] {
  const enrolled = new Set(stays.map((stay) => stay.student_id));
  const infos = new Map(tables.student_info.map((row) => [row.student_id, row]));
  return [...infos.values()]
    .filter((row) => enrolled.has(row.student_id))
    .map(({ student_id: id, birth_date: birthDate, gender, race }) => {
      const no = Object.fromEntries(Object.values(races).map((name) => [name, 'false']));
      const own = races[race ?? ''];
      const sex = sexes[gender ?? ''] ?? '';
      return {
        [version === '1.1' ? 'userSourcedId' : 'sourcedId']: `user-${id}`,
        birthDate: birthDate ?? '',
        sex: sex === 'other' && version === '1.1' ? '' : sex,
        ...no,
        ...(own ? { [own]: 'true' } : {}),
      };
    });
}

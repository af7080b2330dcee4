import { form } from '../../page/form.ts';
import { type Html, html } from '../../page/html.ts';
import { selectField } from '../../page/selectField.ts';
import { gradeName, gradeSpans, isGrade, singleGrades } from '../../vocabulary/grade.ts';
import { schoolYearName } from '../../vocabulary/schoolYear.ts';
import { findStudentGroup, studentGroups } from '../../vocabulary/studentGroup.ts';
import { type Choice, type SlicesWanted, wholeDistrict } from './measureCounts.store.ts';

/** What a filter says for every place, group, grade or year. */
const every = 'every';

/**
 * Reads which slices an address asks for: the district, every group, all grades together and every year unless it says
 * otherwise.
 */
export function readSlicesWanted(measure: string, query: (name: string) => string | undefined): SlicesWanted {
  const chosen = (name: string, usual: string): string => {
    const value = query(name) ?? usual;
    return value === every ? '' : value.slice(0, 40);
  };
  const year = query('year') ?? '';
  return {
    measure,
    school: chosen('school', wholeDistrict),
    group: chosen('group', every),
    grade: chosen('grade', 'all'),
    year: /^\d{4}$/.test(year) ? Number(year) : 0,
  };
}

/** The address of slices: as a page, or as the file at `path`. */
export function slicesAddress(wanted: SlicesWanted & { readonly page?: number }, path?: string): string {
  const { measure, school, group, grade, year, page } = wanted;
  const query = new URLSearchParams({
    school: school || every,
    group: group || every,
    grade: grade || every,
    ...(year > 0 ? { year: String(year) } : {}),
    ...(page === undefined || page === 1 ? {} : { page: String(page) }),
  });
  return `${path ?? `/measures/${measure}`}?${query}`;
}

/** The form that chooses among the slices that were counted. */
export function sliceFilters(choices: readonly Choice[], wanted: SlicesWanted): Html {
  const of = (kind: Choice['kind']): readonly Choice[] => choices.filter((one) => one.kind === kind);
  const schools = of('school').filter(({ value }) => value !== wholeDistrict);
  return form({
    action: `/measures/${wanted.measure}`,
    method: 'get',
    inline: true,
    submit: 'Show',
    submitTone: 'second',
    body: html`${selectField({
      id: 'school',
      name: 'school',
      label: 'Place',
      empty: null,
      value: wanted.school || every,
      options: [
        { value: wholeDistrict, label: 'The district as a whole' },
        ...(schools.length > 0 ? [{ value: every, label: 'Every place' }] : []),
        ...schools.map(({ value, name }) => ({ value, label: name })),
      ],
    })}${selectField({
      id: 'group',
      name: 'group',
      label: 'Students',
      empty: null,
      value: wanted.group || every,
      options: [{ value: every, label: 'Every group' }, ...inOrder(of('group'), groupOrder, groupName)],
    })}${selectField({
      id: 'grade',
      name: 'grade',
      label: 'Grade',
      empty: null,
      value: wanted.grade || every,
      options: [{ value: every, label: 'Every grade' }, ...inOrder(of('grade'), gradeOrder, gradeWords)],
    })}${selectField({
      id: 'year',
      name: 'year',
      label: 'Year',
      empty: null,
      value: wanted.year > 0 ? String(wanted.year) : every,
      options: [
        { value: every, label: 'Every year' },
        ...of('year').map(({ value }) => ({ value, label: schoolYearName(Number(value)) })),
      ],
    })}`,
  });
}

const groupOrder: readonly string[] = studentGroups.map(({ code }) => code);
const gradeOrder: readonly string[] = [...gradeSpans, ...singleGrades];

function inOrder(
  choices: readonly Choice[],
  order: readonly string[],
  name: (value: string) => string,
): { readonly value: string; readonly label: string }[] {
  return choices
    .map(({ value }) => value)
    .toSorted((a, b) => order.indexOf(a) - order.indexOf(b))
    .map((value) => ({ value, label: name(value) }));
}

export function groupName(code: string): string {
  return findStudentGroup(code)?.name ?? code;
}

export function gradeWords(grade: string): string {
  return isGrade(grade) ? gradeName(grade) : grade;
}

/** The district, or the school's name. */
export function placeName({ school, place }: { readonly school: string; readonly place: string }): string {
  return school === wholeDistrict ? 'The district' : place;
}

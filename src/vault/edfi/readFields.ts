import type { Breach } from '../intake/breach.ts';
import { parseDay } from '../intake/parseDay.ts';
import { valueClass } from '../intake/valueClass.ts';
import { parseSchoolYear } from '../../vocabulary/schoolYear.ts';
import type { EdfiPaths } from './edfiFields.ts';
import { type EdfiForm, edfiMark, type EdfiNode, type EdfiOrigin, nodesAt, textsAt } from './edfiRecord.ts';
import { elementMustStand } from './elementMustStand.ts';

type Fields = Readonly<Record<string, EdfiPaths>>;

/** Reads the fields of one record as text or as what they mean; what cannot be read is a finding. */
export type FieldReader<Name extends string> = {
  readonly origin: EdfiOrigin;
  /** The path of a field's element, for findings: `StudentSchoolAssociation/EntryDate`. */
  readonly element: (field: Name) => string;
  readonly text: (field: Name) => string | null;
  readonly texts: (field: Name) => readonly string[];
  /** The text of an element that the standard requires; a finding and null without it. */
  readonly required: (field: Name) => string | null;
  readonly day: (field: Name) => string | null;
  readonly requiredDay: (field: Name) => string | null;
  readonly number: (field: Name) => number | null;
  readonly yes: (field: Name) => boolean | null;
  /** `2021-2022` of XML and 2022 of JSON are the year 2022. */
  readonly year: (field: Name) => number | null;
  readonly parts: <Part extends Fields>(
    field: Name,
    part: Part,
  ) => readonly FieldReader<Extract<keyof Part, string>>[];
};

export type FieldBreach = (breach: Breach, origin: EdfiOrigin) => void;

/** References that may name a mark instead of an identity. */
const marked: ReadonlySet<string> = new Set([
  'StudentReference',
  'SchoolReference',
  'EducationOrganizationReference',
]);

const splitPaths = new Map<string, readonly string[]>();

export function readFields<F extends Fields>(
  node: EdfiNode,
  fields: F,
  form: EdfiForm,
  within: string,
  origin: EdfiOrigin,
  breach: FieldBreach,
): FieldReader<Extract<keyof F, string>> {
  type Name = Extract<keyof F, string>;
  const pathOf = (field: Name): string => fields[field]?.[form === 'xml' ? 0 : 1] ?? '';
  const element = (field: Name): string => `${within}/${pathOf(field)}`;
  const texts = (field: Name): string[] => {
    const path = pathOf(field);
    return path === '' ? [] : textsAt(node, split(path)).filter((text) => text !== '');
  };
  const text = (field: Name): string | null => texts(field)[0] ?? markOf(field);
  /** In XML a reference may name the mark of an element of its own file: `ref="SCOL_1"` of `id="SCOL_1"`. */
  const markOf = (field: Name): string | null => {
    const [reference = ''] = split(pathOf(field));
    const mark = form === 'xml' && marked.has(reference) ? textsAt(node, [reference, '@ref'])[0] : undefined;
    return mark === undefined ? null : edfiMark(origin, mark);
  };
  const refuse = (field: Name, rule: string, value: string, message: string, remedy: string): null => {
    const found = { column: element(field), valueClass: valueClass(value), message, remedy };
    breach({ rule, severity: 'error', ...found }, origin);
    return null;
  };
  const day = (field: Name): string | null => {
    const value = text(field);
    if (value === null) return null;
    return (
      parseDay(value.slice(0, 10)) ??
      refuse(
        field,
        'dateMustBeADay',
        value,
        'is no day of the calendar',
        'correct it where the record is kept',
      )
    );
  };
  const required = (field: Name): string | null => {
    const value = text(field);
    if (value === null) breach(elementMustStand(element(field)), origin);
    return value;
  };
  return {
    origin,
    element,
    text,
    texts,
    required,
    day,
    requiredDay: (field) => (required(field) === null ? null : day(field)),
    number: (field) => {
      const value = text(field);
      if (value === null) return null;
      return /^-?\d{1,9}(\.\d+)?$/.test(value)
        ? Number(value)
        : refuse(field, 'valueMustBeANumber', value, 'is no number', 'correct it where the record is kept');
    },
    yes: (field) => {
      const value = text(field)?.toLowerCase();
      if (value === undefined) return null;
      if (value === 'true' || value === '1') return true;
      if (value === 'false' || value === '0') return false;
      return refuse(
        field,
        'valueMustBeYesOrNo',
        value,
        'is neither true nor false',
        'correct it in the source',
      );
    },
    year: (field) => {
      const value = text(field);
      if (value === null) return null;
      const year = parseSchoolYear(value) ?? (/^(19|20|21)\d\d$/.test(value) ? Number(value) : undefined);
      return (
        year ?? refuse(field, 'yearMustBeASchoolYear', value, 'is no school year', 'write 2025 or 2024-2025')
      );
    },
    parts: (field, part) =>
      nodesAt(node, split(pathOf(field))).map((one) =>
        readFields(one, part, form, element(field), origin, breach),
      ),
  };
}

function split(path: string): readonly string[] {
  const known = splitPaths.get(path);
  if (known) return known;
  const names = path.split('/');
  splitPaths.set(path, names);
  return names;
}

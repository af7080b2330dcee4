import { type SchoolYear, schoolYear, schoolYearName } from '../../vocabulary/schoolYear.ts';
import { profileChanges, profileYears } from './profileChanges.ts';
import { recordFields, type RecordProfile, type RecordType } from './recordFields.ts';

/** The fields of a record type in a school year, or why they are not known. */
export type ProfileOfYear =
  | { readonly known: true; readonly profile: RecordProfile; readonly retired: readonly string[] }
  | { readonly known: false; readonly reason: string };

/**
 * The fields of a record type as they stand in a school year: those of 2019-20 with every change since. `retired` are the
 * fields that CALPADS has taken out by then. A year without a text at hand is refused: with what is missing.
 */
export function recordProfile(type: RecordType, year: SchoolYear): ProfileOfYear {
  if (!profileYears.some((one) => one.year === year))
    return { known: false, reason: missingText(type, year) };
  const { fields, needed } = recordFields[type];
  const inForce = profileChanges.filter((one) => one.type === type && one.since <= year);
  const retired = inForce.flatMap((one) => one.retired ?? []);
  const all = { ...fields, ...Object.assign({}, ...inForce.map(({ added }) => added ?? {})) };
  const named = Object.entries(all as RecordProfile['fields']).map(([field, names]) => [
    field,
    retired.includes(field) ? names.filter((name) => !/^\d+\.\d+$/.test(name)) : names,
  ]);
  return {
    known: true,
    retired,
    profile: {
      fields: Object.fromEntries(named),
      needed: needed.filter((field) => !retired.includes(field)),
    },
  };
}

/** The school years whose record types are known, first and last. */
export function knownYears(): { readonly first: SchoolYear; readonly last: SchoolYear } {
  const years = profileYears.map(({ year }) => year);
  return { first: schoolYear(Math.min(...years)), last: schoolYear(Math.max(...years)) };
}

function missingText(type: RecordType, year: SchoolYear): string {
  const { first, last } = knownYears();
  const range = `${schoolYearName(first)} to ${schoolYearName(last)}`;
  const what = `the vault knows the columns of ${type} in ${range}; missing are the CALPADS File Specifications of ${schoolYearName(year)}`;
  return year < first && ['SINC', 'SIRS', 'SOFF'].includes(type)
    ? `${what}, when incidents, results and offences stood together in SDIS files`
    : what;
}

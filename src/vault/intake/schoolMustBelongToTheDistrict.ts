import type { Breach } from './breach.ts';
import { valueClass } from './valueClass.ts';

export type SchoolPlace = { readonly school: string; readonly breach?: Breach };

/**
 * The 14-digit code of a school from a file's district (7 or 14 digits) and school (7 or 14) columns. Refuses another
 * district's; a school that the loaded list of schools does not have is a note. An independently reporting charter writes
 * its own seven digits for both.
 */
export function schoolMustBelongToTheDistrict(
  district: string,
  school: string,
  columns: { readonly district: string; readonly school: string },
  known: { readonly districtCds: string; readonly schools: ReadonlySet<string> },
): SchoolPlace {
  const own = known.districtCds.slice(0, 7);
  const wrong = (column: string, value: string, message: string, remedy: string): SchoolPlace => ({
    school: known.districtCds,
    breach: {
      rule: 'schoolMustBelongToTheDistrict',
      severity: 'error',
      column,
      valueClass: valueClass(value),
      message,
      remedy,
    },
  });
  if (!/^(\d{7}|\d{14})$/.test(school))
    return wrong(
      columns.school,
      school,
      'a school has 7 or 14 digits',
      'look for shifted columns or lost leading zeros',
    );
  const part = school.slice(-7);
  const isOwn = district.slice(0, 7) === own && /^(\d{7}|\d{14})$/.test(district);
  const isCharter = school.length === 7 && district === school;
  if (!isOwn && !isCharter)
    return wrong(
      columns.district,
      district,
      `this vault is of the district ${own}`,
      'load each district into its own vault',
    );
  if (school.length === 14 && school.slice(0, 7) !== own)
    return wrong(
      columns.school,
      school,
      `the school lies outside of the district ${own}`,
      'load each district into its own vault',
    );
  if (part === own) return { school: known.districtCds };
  const cds = own + part;
  if (known.schools.size === 0 || known.schools.has(cds) || part === '0000001' || part === '0000000')
    return { school: cds };
  return {
    school: cds,
    breach: {
      rule: 'schoolMustBelongToTheDistrict',
      severity: 'note',
      column: columns.school,
      valueClass: valueClass(school),
      message: `the loaded list of schools has no ${cds}`,
      remedy: 'load a newer list of schools, or correct the code',
    },
  };
}

import type { Breach } from '../intake/breach.ts';
import type { TestRecord } from './testRecord.ts';

const academic = new Set(['03', '04', '05', '06', '07', '08', '11']);
const science = new Set(['05', '08', '10', '11', '12']);

/** ELA and mathematics are tested in grades 3-8 and 11, science in 5, 8 and once in high school, the ELPAC in K-12. */
export function gradeMustFitTheTest({ test, grade, columns }: TestRecord): Breach | undefined {
  const fits =
    test === 'ELA' || test === 'MATH' || test === 'CAA_ELA' || test === 'CAA_MATH'
      ? academic.has(grade)
      : test === 'CAST' || test === 'CAA_SCIENCE'
        ? science.has(grade)
        : test === 'CSA' || grade === 'KN' || grade === 'TK' || /^\d\d$/.test(grade);
  if (fits) return undefined;
  return {
    rule: 'gradeMustFitTheTest',
    severity: 'error',
    column: columns.grade,
    valueClass: `grade ${grade}`,
    message: 'the test is not given in that grade',
    remedy: 'look for shifted columns in this row',
  };
}

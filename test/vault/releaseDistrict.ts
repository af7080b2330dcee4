import type { Vault, VaultValue } from '../../src/vault/store/vault.ts';
import type { Grant } from '../../src/vocabulary/grant.ts';
import { districtCds, schoolA, schoolB } from './measuredDistrict.ts';

/**
 * Writes 120 students of grade 5 at two schools who took the mathematics test in 2024: 40 of them, 8 at school B, learn
 * English; 3 at school B met the standard and learn it. Small enough to be protected in a moment.
 */
export async function fillReleaseDistrict(vault: Pick<Vault, 'append'>): Promise<void> {
  const students = Array.from({ length: 120 }, (_, at) => {
    const school = at < 80 ? schoolA : schoolB;
    const learns = at < 32 || (at >= 80 && at < 88);
    return { id: at + 1, school, learns, met: at % 8 < 3 };
  });
  await vault.append(
    'place',
    ['cds', 'level', 'name'],
    [
      [districtCds, 'district', 'Fresno Unified'],
      [schoolA, 'school', 'Addams Elementary'],
      [schoolB, 'school', 'Bakman Elementary'],
    ],
  );
  await vault.append(
    'student',
    ['student_id', 'district_cds'],
    students.map(({ id }) => [id, districtCds]),
  );
  await vault.append(
    'test_result',
    Object.keys(record(1, schoolA, false, false)),
    students.map(({ id, school, learns, met }) => Object.values(record(id, school, learns, met))),
  );
}

function record(id: number, school: string, learns: boolean, met: boolean): Record<string, VaultValue> {
  return {
    student_id: id,
    school_year: 2024,
    test: 'MATH',
    grade_assessed: '05',
    district_cds: districtCds,
    school_cds: school,
    scale_score: met ? 2560 : 2480,
    level: met ? 3 : 2,
    include: 'Y',
    attemptedness: 'Y',
    first_test_day: '2024-04-15',
    el_status: learns ? 'EL' : 'EO',
    gender: id % 2 === 0 ? 'F' : 'M',
    file_id: 1,
    line: id,
  };
}

/** A grant of Fresno Unified to Long Beach Unified, good in the school year 2026-27. */
export function exampleGrant(changed: Partial<Grant> = {}): Grant {
  return {
    format: 'tandem grant 1',
    id: '019ab000-0000-7000-8000-000000000001',
    agreement: { id: '019ab000-0000-7000-8000-000000000002', version: 1 },
    partnership: 'Fresno–Long Beach',
    from: districtCds,
    to: ['19647250000000'],
    measures: ['math_met_pct'],
    scope: 'schools',
    firstYear: 2023,
    lastYear: 2026,
    smallestGroup: 11,
    embargoDays: 0,
    validFrom: '2026-07-01',
    validUntil: '2027-06-30',
    publication: 'never',
    ...changed,
  };
}

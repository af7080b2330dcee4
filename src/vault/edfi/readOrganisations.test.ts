import assert from 'node:assert/strict';
import { test } from 'node:test';
import { bundleOf, enrolment } from '../../../test/vault/edfiSet.ts';
import { loadText } from '../../../test/vault/intakeDistrict.ts';
import { openTestVault } from '../../../test/vault/openTestVault.ts';

const system = 'uri://ed-fi.org/EducationOrganizationIdentificationSystemDescriptor#SEA';

/** Schools by id and code of the state, each with a student. */
function setOf(schools: readonly (readonly [id: number, code?: string])[]): string {
  return bundleOf({
    schools: schools.map(([schoolId, identificationCode]) => ({
      schoolId,
      nameOfInstitution: `School ${schoolId}`,
      identificationCodes: identificationCode
        ? [{ identificationCode, educationOrganizationIdentificationSystemDescriptor: system }]
        : [],
    })),
    students: schools.map(([id]) => ({ studentUniqueId: `S${id}` })),
    studentSchoolAssociations: schools.map(([schoolId]) =>
      enrolment(`S${schoolId}`, { schoolReference: { schoolId } }),
    ),
  });
}

test('a school is found by 14 digits, by its 7, with strokes, by a number that lost its zero and by the list; never by a short id or in another district', async () => {
  const vault = await openTestVault({ cds: '01611920000000', name: 'Hayward Unified' });
  try {
    await loadText(vault, 'organisation,cds\n77,01611920000077\n', 'places.csv');
    const refused = await loadText(
      vault,
      setOf([[4, '10621660130229'], [1302290], [5, '130229'], [6]]),
      'no.ndjson',
    );
    assert.deepEqual(
      refused.findings
        .filter(({ severity }) => severity === 'error')
        .map(({ rule, valueClass }) => `${rule} ${valueClass}`),
      ['4', '1302290', '5', '6'].map((id) => `organisationMustHaveACdsCode organisation ${id}`),
    );
    const loaded = await loadText(
      vault,
      setOf([[1, '01611920130001'], [2, '0130002'], [3, '01-61192-0130003'], [1611920130004], [77]]),
      'yes.ndjson',
    );
    assert.equal(loaded.status, 'loaded');
    const text = 'select cds, name from place order by cds';
    const rows = await vault.rows({ name: 'selectForTest', text, parameters: [] });
    assert.deepEqual(
      rows.map((row) => Object.values(row)),
      [
        ['01611920000077', 'School 77'],
        ['01611920130001', 'School 1'],
        ['01611920130002', 'School 2'],
        ['01611920130003', 'School 3'],
        ['01611920130004', 'School 1611920130004'],
      ],
    );
  } finally {
    await vault.close();
  }
});

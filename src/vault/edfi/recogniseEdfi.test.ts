import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { edfiInterchanges } from '../../../sample/students/edfi/edfiInterchanges.ts';
import { bundleOf, plainSet } from '../../../test/vault/edfiSet.ts';
import { loadText } from '../../../test/vault/intakeDistrict.ts';
import { openTestVault } from '../../../test/vault/openTestVault.ts';
import type { FileOutcome } from '../intake/fileOutcome.ts';
import { intakeLayouts } from '../intake/intakeLayouts.ts';
import { loadFiles } from '../intake/loadFiles.store.ts';
import type { Vault } from '../store/vault.ts';

let vault: Vault;
const scratch = mkdtempSync(join(tmpdir(), 'tandem-interchanges-'));
before(async () => {
  vault = await openTestVault();
});
after(async () => {
  await vault.close();
  rmSync(scratch, { recursive: true });
});

const saidOf = ({ status, findings }: FileOutcome): unknown[] => {
  const first = findings.find(({ severity }) => severity === 'error');
  return [status, first?.rule, first?.line, first?.valueClass];
};

const student = '<Student><StudentUniqueId>A</StudentUniqueId></Student>';
const xml = (
  within: string,
  namespace = 'http://ed-fi.org/5.2.0',
  root = 'InterchangeStudent',
  before = '',
) =>
  `<?xml version="1.0" encoding="UTF-8"?>\n${before}<${root} xmlns="${namespace}">\n${within}\n</${root}>\n`;

test('XML that is cut off, of another standard, no interchange or with a document type is refused at its line', async () => {
  const laughs = `<!DOCTYPE x [<!ENTITY a "ha">${Array.from({ length: 9 }, (_, i) => `<!ENTITY ${'bcdefghij'[i]} "${`&${'abcdefghi'[i]};`.repeat(10)}">`).join('')}]>\n`;
  const cases: readonly (readonly [string, readonly unknown[]])[] = [
    [xml(student).slice(0, -40), ['xmlMustBeWhole', 3, 'not well formed']],
    [xml(`${student}\n<Student><StudentUniqueId>B</Student>`), ['xmlMustBeWhole', 4, 'not well formed']],
    [xml(`${student}\n&j;`), ['xmlMustBeWhole', 4, 'not well formed']],
    [
      xml(`${student}\n&j;`, undefined, undefined, laughs),
      ['documentMustDeclareNoType', 2, 'a document type'],
    ],
    [
      xml(student, undefined, undefined, '<!DOCTYPE x SYSTEM "file:///etc/passwd">'),
      ['documentMustDeclareNoType', 2, 'a document type'],
    ],
    [xml(student, 'http://ed-fi.org/4.0.0'), ['standardMustBeKnown', 2, 'Ed-Fi 4.0']],
    [xml(student, 'http://ed-fi.org/0320'), ['standardMustBeKnown', 2, 'Ed-Fi before 4.0']],
    [xml(student, 'http://example.org/x'), ['standardMustBeKnown', 2, 'another namespace']],
    [xml(student, ''), ['standardMustBeKnown', 2, 'no namespace']],
    [xml(student, undefined, 'Students'), ['rootMustBeAnInterchange', 2, 'Students']],
    [xml(''), ['fileMustHaveRows', null, 'no rows']],
    [
      xml(
        '<SexDescriptor><CodeValue>Female</CodeValue></SexDescriptor>',
        undefined,
        'InterchangeDescriptors',
      ),
      ['setMustHoldSomethingToRead', null, 'no record of a school or student'],
    ],
    [
      xml(`<Student><StudentUniqueId>${'A'.repeat(1 << 21)}</StudentUniqueId></Student>`),
      ['recordMustHaveAnEnd', 3, 'a record without end'],
    ],
  ];
  for (const [text, expected] of cases)
    assert.deepEqual(saidOf(await loadText(vault, text, 'Student.xml')), ['refused', ...expected]);
});

test('a bundle that was cut, changed, put together or is of another standard is refused; so is what the API answers itself', async () => {
  const bundle = bundleOf(plainSet);
  const lines = bundle.trimEnd().split('\n');
  const cases: readonly (readonly [string, readonly unknown[]])[] = [
    [bundle.slice(0, 900), ['bundleMustBeWhole', 5, 'no last line']],
    [lines.slice(0, -1).join('\n') + '\n', ['bundleMustBeWhole', 9, 'no last line']],
    [bundle.replace('2015-03-01', '2015-03-02'), ['bundleMustBeWhole', 10, 'other counts or hash']],
    [bundle + lines[1] + '\n', ['bundleMustBeWhole', 11, 'a line behind the last']],
    [bundleOf(plainSet, { standard: '4.0.0' }), ['standardMustBeKnown', 1, 'Ed-Fi 4.0.0']],
    [
      bundleOf(plainSet, {}, (own) => [...own, '{"resource":"students","record":[']),
      ['lineMustBeARecord', 10, 'a line that is no record'],
    ],
    [
      bundleOf(plainSet, {}, (own) => [...own, 'nothing']),
      ['bundleMustBeWhole', 10, 'a line that is no record'],
    ],
    ['[{"studentUniqueId":"A"}]\n', ['bundleMustHaveAHead', 1, 'JSON without head']],
  ];
  for (const [text, expected] of cases)
    assert.deepEqual(saidOf(await loadText(vault, text, 'x.ndjson')), ['refused', ...expected]);
});

test('the XML files of a folder are one set whatever their order; a finding names the file and the line in it', async () => {
  const collections = new Map(Object.entries(plainSet));
  const folder = join(scratch, 'set');
  mkdirSync(folder);
  const paths = edfiInterchanges(collections).map(({ name, text }) => {
    const broken = text.replace('<EntryDate>2025-08-14', '<EntryDate>2026-08-14');
    writeFileSync(join(folder, name), broken);
    return join(folder, name);
  });
  const outcomes: FileOutcome[] = [];
  const loading = { layouts: intakeLayouts, now: () => new Date(0) };
  for await (const outcome of loadFiles(vault, paths.toReversed(), loading)) outcomes.push(outcome);
  assert.deepEqual(
    outcomes.map(({ file, status, findings }) => [
      file,
      status,
      findings.map(({ rule, line, column }) => `${rule} ${line} ${column}`),
    ]),
    [
      [
        'EducationOrganization.xml and 3 more',
        'refused',
        ['enrolmentMustTouchItsYear 3 StudentEnrollment.xml StudentSchoolAssociation/EntryDate'],
      ],
    ],
  );
});

test('a reference by the mark of an element of the same file is followed; one to no mark refuses the set', async () => {
  const text = (mark: string) =>
    xml(
      `<School id="S1"><SchoolId>10621660000001</SchoolId></School>
<Student id="A1"><StudentUniqueId>A</StudentUniqueId></Student>
<StudentSchoolAssociation><StudentReference ref="${mark}"/><SchoolReference ref="S1"/><EntryDate>2025-08-14</EntryDate>
<EntryGradeLevel>uri://ed-fi.org/GradeLevelDescriptor#Fifth grade</EntryGradeLevel></StudentSchoolAssociation>`,
      undefined,
      'InterchangeStudentEnrollment',
    );
  assert.deepEqual(saidOf(await loadText(vault, text('A2'), 'a.xml')), [
    'refused',
    'studentMustStandInTheSet',
    5,
    'an unknown unique id',
  ]);
  const loaded = await loadText(vault, text('A1'), 'a.xml');
  assert.deepEqual([loaded.status, loaded.rows, loaded.kept, loaded.schoolYear], ['loaded', 3, 1, 2026]);
});

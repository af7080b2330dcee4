import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { exampleRelease, signedBy } from '../../test/exampleRelease.ts';
import { exampleSheetPack } from '../../test/exampleSheetPack.ts';
import { sealRelease } from '../release/sealRelease.ts';
import { Refusal } from '../vocabulary/refusal.ts';
import { verifyCommand } from './verify.ts';

const folder = mkdtempSync(join(tmpdir(), 'tandem-verify-'));
after(() => rmSync(folder, { recursive: true }));

async function verified(name: string, content: string | Uint8Array, ...flags: string[]) {
  const path = join(folder, name);
  writeFileSync(path, content);
  let out = '';
  const io = { stdout: { write: (text: string) => (out += text) }, stderr: { write: () => '' } };
  try {
    return { code: await verifyCommand([path, ...flags], io), out };
  } catch (refusal) {
    assert.ok(refusal instanceof Refusal, String(refusal));
    return { code: 1, out: refusal.message };
  }
}

test('a release is verified as before, and says which kind of file it is', async () => {
  const file = sealRelease(signedBy(exampleRelease()));
  const { out } = await verified('one.json.gz', file, '--json', '--time-limit', '20');
  const said = JSON.parse(out) as {
    kind: string;
    sequence: number;
    checks: { check: string; result: string }[];
  };
  assert.equal(said.kind, 'release');
  assert.equal(said.sequence, 1);
  assert.deepEqual(said.checks[0], {
    check: 'file',
    result: 'holds',
    sentences: [`Whole, and named by its hash ${(said as unknown as { hash: string }).hash}.`],
  });
  assert.ok(said.checks.some(({ check, result }) => check === 'signatures' && result === 'holds'));
});

test('what cannot be verified is refused by its name, each kind by its own sentence', async () => {
  const cases: readonly (readonly [string, string | Uint8Array, RegExp])[] = [
    ['empty', '', /empty is empty\./],
    [
      'letter.txt',
      'Dear board',
      /letter\.txt is nothing that can be verified: a release, a sealed pack, or a fact sheet/,
    ],
    [
      'grant.json',
      '{"format":"tandem grant 1"}',
      /grant\.json is no release file\. The file is not compressed/,
    ],
    ['later.json', '{"format":"tandem fact sheet 9"}', /is of another format than this Tandem knows/],
    ['half.json', '{"format":"tandem pack file 1","pack":{"a', /half\.json is cut short or damaged/],
    [
      'content.json',
      JSON.stringify(exampleSheetPack),
      /is what a pack says, without who sealed and signed it/,
    ],
    [
      'pack.json',
      '{"format":"tandem pack file 1","hash":3}',
      /not a whole pack file: hash is not as the format says/,
    ],
    ['sheet.csv', 'field,what,cds\r\n', /sheet\.csv is no fact sheet’s table\. Its columns are not those/],
    ['other.pdf', '%PDF-1.7\n%%EOF\n', /other\.pdf: The PDF is not a fact sheet as Tandem wrote it/],
    [
      'cut.gz',
      sealRelease(signedBy(exampleRelease())).subarray(0, 200),
      /no release file\. The file is cut short/,
    ],
  ];
  for (const [name, content, sentence] of cases) {
    const { code, out } = await verified(name, content);
    assert.equal(code, 1, name);
    assert.match(out, sentence, name);
  }
});

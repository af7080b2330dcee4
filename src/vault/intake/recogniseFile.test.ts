import assert from 'node:assert/strict';
import { test } from 'node:test';
import { broken, caasppFile, loadText } from '../../../test/vault/intakeDistrict.ts';
import { openTestVault } from '../../../test/vault/openTestVault.ts';
import type { Vault } from '../store/vault.ts';

async function select(vault: Vault, text: string): Promise<unknown[][]> {
  const rows = await vault.rows({ name: 'selectForTest', text, parameters: [] });
  return rows.map((row) => Object.values(row));
}

async function withVault(work: (vault: Vault) => Promise<void>): Promise<void> {
  const vault = await openTestVault();
  try {
    await work(vault);
  } finally {
    await vault.close();
  }
}

const students = [1, 2, 3].map((n) => ({ ssid: `100000000${n}`, localId: `L${n}` }));
test('a byte-order mark, a title line, tabs, carets, CRLF and Latin-1 are read; 3 rows each time', async () => {
  const text = caasppFile(
    '2024',
    students.map((one) => ({ ...one, schoolName: 'Peña' })),
  );
  const variants: (string | Buffer)[] = [
    `\uFEFF${text}`,
    `CAASPP student data of Fresno\n${text}`,
    text.replaceAll(',', '\t'),
    text.replaceAll(',', '^'),
    text.replaceAll('\n', '\r\n'),
    Buffer.from(text, 'latin1'),
    text.replaceAll('Peña', '"Peña, the ""second"""'),
    `${text}\n\n`,
    text.trimEnd(),
  ];
  await withVault(async (vault) => {
    for (const [i, variant] of variants.entries()) {
      const school = `1062166000001${i}`;
      const own =
        typeof variant === 'string'
          ? variant.replaceAll('10621660000001', school)
          : Buffer.from(variant.toString('latin1').replaceAll('10621660000001', school), 'latin1');
      const outcome = await loadText(vault, own);
      assert.deepEqual([outcome.status, outcome.kept, broken(outcome)], ['loaded', 3, []], `variant ${i}`);
      const [[name] = []] = await select(vault, `select name from place where cds = '${school}'`);
      assert.equal(name, i === 6 ? 'Peña, the "second"' : 'Peña', `variant ${i}`);
    }
    assert.deepEqual(await select(vault, 'select count(*) from test_result'), [[3]]);
  });
});

test('files that nobody can read say why: no rows, unknown columns, two headers, mixed encodings, UTF-16, a lost delimiter, an open quotation', async () => {
  await withVault(async (vault) => {
    const text = caasppFile('2024', students);
    const [header = '', first = '', second = ''] = text.split('\n');
    const mixed = Buffer.concat([
      Buffer.from(`${header}\n${first.replace('First', 'Peña')}\n`),
      Buffer.from(second.replace('First', 'Peña'), 'latin1'),
    ]);
    const cases: [string | Uint8Array, string][] = [
      ['', 'error layoutMustBeKnown null null'],
      ['name,score\na,1\n', 'error layoutMustBeKnown null null'],
      [`${header}\n`, 'error fileMustHaveRows null null'],
      [`${header}\n${header}\n${first}\n`, 'error headerMustStandOnce 2 null'],
      [mixed, 'error encodingMustBeOne 3 null'],
      [Buffer.from(text, 'utf16le'), 'error textMustHoldNoZeros null null'],
      [`${header}\n${first}\n${second.replace(',', '')}\n`, 'error columnsMustBeTheHeaders 3 null'],
      [`${header}\n${first.replace('First', '"First')}\n`, 'error quotationMustBeClosed 2 null'],
    ];
    for (const [content, expected] of cases) {
      const outcome = await loadText(vault, content);
      assert.equal(outcome.status, 'refused', expected);
      assert.deepEqual(broken(outcome), [expected]);
      assert.ok((outcome.findings[0]?.remedy.length ?? 0) > 10);
    }
    assert.deepEqual(await select(vault, 'select count(*) from student'), [[0]]);
  });
});

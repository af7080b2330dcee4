import assert from 'node:assert/strict';
import { existsSync, globSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { intakeLayouts } from '../intake/intakeLayouts.ts';
import { selectKnowledge } from '../intake/knowledge.store.ts';
import type { IntakeKnowledge, IntakeSink } from '../intake/layout.ts';
import { loadFile } from '../intake/loadFile.store.ts';
import type { Vault } from '../store/vault.ts';
import { openTestVault } from '../../../test/vault/openTestVault.ts';
import { type CodeTableName, codeTables } from './codeTables.ts';
import { openCodeTable } from './openCodeTable.ts';

const folder = '../shared/data/standards/calpads';
const skip = existsSync(folder) ? false : `${folder} is not there: the state's own tables are not tried`;

let vault: Vault;
let known: IntakeKnowledge;
before(async () => {
  vault = await openTestVault();
  for (const path of globSync(`${folder}/*_v12_2020.csv`)) {
    const outcome = await loadFile(vault, path, { layouts: intakeLayouts, now: () => new Date() });
    assert.deepEqual([outcome.status, outcome.errors], ['loaded', 0], path);
  }
  known = await selectKnowledge(vault, vault.district.cds);
});
after(() => vault.close());

const sink = { breach: () => assert.fail('a loaded table is no note') } as unknown as IntakeSink;

test('the state’s own 11 tables load, each under its name, with the rows that it has', { skip }, () => {
  const rows = Object.fromEntries(codeTables.map(({ name }) => [name, known.codes(name)?.length]));
  assert.deepEqual(rows, {
    exit_reason_grade_level: 483,
    completion_status_grade_level: 74,
    exit_catg_completion_status: 11,
    education_prog_membership_cat: 34,
    cte_pathway_cte_industry_sect: 92,
    cte_pathway_cte_subpathways: 19,
    course_group_master_combos: 1385,
    offense_code_offense_category: 33,
    nonclasssuppasgn_jobclass: 193,
    currentelas_submtdelas_corrcode: 12,
    currentelas_submtdelas: 19,
  });
});

test('each listed combination is accepted in its years, and each pair of codes that is not listed is refused', {
  skip,
}, () => {
  for (const name of [
    'exit_reason_grade_level',
    'completion_status_grade_level',
    'exit_catg_completion_status',
    'education_prog_membership_cat',
    'nonclasssuppasgn_jobclass',
  ] satisfies CodeTableName[]) {
    const table = openCodeTable(name, known, sink);
    const rows = known.codes(name) ?? [];
    const listed = new Set(rows.map(([a, b]) => `${a}|${b}`));
    for (const [a = '', b = '', first = '', last = ''] of rows) {
      assert.equal(table.judge([a, b], Number(first.slice(0, 4)) + 1), 'allowed', `${name} ${a} ${b}`);
      if (last.startsWith('N/A')) assert.equal(table.judge([a, b], 2025), 'allowed', `${name} ${a} ${b}`);
    }
    let refused = 0;
    for (const a of new Set(rows.map(([one = '']) => one)))
      for (const b of new Set(rows.map(([, other = '']) => other)))
        if (!listed.has(`${a}|${b}`)) {
          assert.equal(table.judge([a, b], 2025), 'never', `${name} ${a} ${b}`);
          refused += 1;
        }
    assert.ok(refused > 5 || name === 'exit_catg_completion_status', `${name} refused ${refused}`);
  }
});

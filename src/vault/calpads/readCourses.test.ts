import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { broken, calpadsFile, type Cells, loadText } from '../../../test/vault/intakeDistrict.ts';
import { openTestVault } from '../../../test/vault/openTestVault.ts';
import type { Vault } from '../store/vault.ts';
import { givesCollegeCredit } from './givesCollegeCredit.ts';

let vault: Vault;
before(async () => {
  vault = await openTestVault();
  await loadText(
    vault,
    'Course Group State Code,CTE Pathway Code,CTE Capstone Course Indicator,AP,IB,First Academic Year Effective,Last Academic Year Effective\n9256,N/A,N/A,N,N,2019-2020,N/A\n7721,153,Yes,N,N,2017-2018,N/A\n',
  );
});
after(() => vault.close());

const courses = () =>
  vault.rows({
    name: 'x',
    text: 'select state_course, level, cte_pathway, capstone, college_credit, mark from student_course order by line',
    parameters: [],
  });

test('a corrected CRSC brings the loaded courses in line: course, level, pathway, capstone and college credit', async () => {
  await loadText(vault, calpadsFile('CRSC', [{}, { section: '2' }]));
  await loadText(vault, calpadsFile('SCSC', [{}, { section: '2', mark: 'A' }]));
  const before = {
    state_course: '9256',
    level: null,
    cte_pathway: null,
    capstone: false,
    college_credit: null,
  };
  assert.deepEqual(await courses(), [
    { ...before, mark: 'B' },
    { ...before, mark: 'A' },
  ]);
  const corrected: Cells[] = [{ stateCourse: '7721', level: '23' }, { section: '2' }];
  const outcome = await loadText(vault, calpadsFile('CRSC', corrected));
  assert.deepEqual([outcome.status, outcome.supersedes?.changed, broken(outcome)], ['loaded', 1, []]);
  assert.deepEqual(await courses(), [
    {
      state_course: '7721',
      level: '23',
      cte_pathway: '153',
      capstone: true,
      college_credit: true,
      mark: 'B',
    },
    { ...before, mark: 'A' },
  ]);
});

test('a corrected CRSC that lost a section says that courses still belong to it', async () => {
  const outcome = await loadText(vault, calpadsFile('CRSC', [{}]));
  assert.deepEqual(broken(outcome), ['note sectionMustBeKnown null Course Section ID']);
});

test('college credit: levels 23 and 24, and the state’s own college courses; a level of neither is none', () => {
  assert.equal(givesCollegeCredit('9256', '23'), true);
  assert.equal(givesCollegeCredit('9256', '24'), true);
  assert.equal(givesCollegeCredit('9120', null), true);
  assert.equal(givesCollegeCredit('9256', '10'), false);
  assert.equal(givesCollegeCredit('9256', null), null);
});

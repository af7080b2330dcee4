import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { asMember } from '../src/hub/store/view.ts';
import { applyLedger } from '../src/hub/resources/ledgerPreview.store.ts';
import { selectLedgerImports, selectResourceLines } from '../src/hub/resources/ledger.store.ts';
import type { Browser } from './browserUnderTest.ts';
import { wordsOf } from './claimsUnderTest.ts';
import { onEachEngine } from './engines.ts';
import {
  blockGrant as source,
  hiddenField as hidden,
  ledgerText as ledger,
  type ResourcesUnderTest,
  resourcesUnderTest,
} from './resourcesUnderTest.ts';

onEachEngine('from a funding source to the packet', (store) => {
  let hub: ResourcesUnderTest;
  let coordinator: Browser;
  let finance: Browser;
  let reader: Browser;
  let own = '';
  let resources = '';
  let sourcePath = '';
  let flexibility = '';
  before(async () => {
    hub = await resourcesUnderTest(store());
    ({ coordinator, finance, reader, own, resources } = hub);
  });

  test('the empty page says what to do next, to those who may', async () => {
    assert.match(
      wordsOf(await coordinator.get(resources)),
      /No money is written down yet Begin with one funding source/,
    );
    assert.doesNotMatch((await reader.get(resources)).text, /sources\/new/);
    assert.equal((await reader.get(`${resources}/sources/new`)).status, 403);
  });

  test('a funding source is refused at its fields, then written down; the other district may not change it', async () => {
    const bare = await coordinator.post(`${resources}/sources/new`, {
      ...source,
      district: own,
      amount: '6.400',
    });
    assert.equal(bare.status, 422);
    assert.match(bare.text, /id="amount-error"[^<]*<strong>Error:<\/strong> “6\.400” could be two amounts/);
    const made = await coordinator.post(`${resources}/sources/new`, { ...source, district: own });
    assert.equal(made.status, 303);
    sourcePath = made.location ?? '';
    assert.match(wordsOf(await finance.get(sourcePath)), /\$640,000, of which the ledgers show \$0 spent/);
    assert.equal((await finance.get(`${sourcePath}/change`)).status, 403);
    assert.equal(
      (await finance.post(`${sourcePath}/change`, { ...source, district: own, version: '1' })).status,
      403,
    );
  });

  test('two who change it at once: the second is told who was quicker, and keeps what was written', async () => {
    const change = {
      ...source,
      district: own,
      version: '1',
      amount: '650,000',
      reason: 'The state raised it.',
    };
    assert.equal((await coordinator.post(`${sourcePath}/change`, change)).status, 303);
    const late = await coordinator.post(`${sourcePath}/change`, { ...change, amount: '660,000' });
    assert.equal(late.status, 422);
    assert.match(
      wordsOf(late),
      /Test Coordinator changed it first: The state raised it\. Nothing of yours is lost/,
    );
    assert.match(late.text, /value="660,000"/);
    assert.match(late.text, /name="version" value="2"/);
  });

  test('a flexibility names rule, authority and dollars, and is tied to what it moves', async () => {
    const made = await coordinator.post(`${resources}/flexibilities/new`, {
      title: 'Grant for coaches',
      district: own,
      ruleCitation: 'Education Code 1 (invented)',
      ruleWords: 'Books only; now coaches too.',
      authority: 'statute',
      decision: 'granted',
      requestedOn: '3/1/2025',
      decidedOn: 'May 5, 2025',
      fromDay: '2025-07-01',
      untilDay: '2026-06-30',
      freed: '0.24 million',
      fromSource: sourcePath.split('/').at(-1) ?? '',
      useWords: 'Two coaches.',
    });
    assert.equal(made.status, 303);
    flexibility = made.location ?? '';
    const page = wordsOf(await reader.get(flexibility));
    for (const part of [
      '$240,000 freed',
      'In force',
      'Education Code 1 (invented). Books only',
      '$240,000 from Block grant',
    ])
      assert.ok(page.includes(part), part);
    assert.match(page, /tied to no benchmark, so that nothing can be seen of it/);
  });

  test('a ledger is looked at, refused while one row is wrong, and nothing of it is kept', async () => {
    const wrong = await hub.bring(coordinator, `${ledger}\n10/03/2025,Coach,78x,1900,1.234\n`);
    assert.equal(wrong.status, 303);
    const page = await coordinator.get(wrong.location ?? '');
    assert.match(wordsOf(page), /2 things stand against it: nothing can be counted/);
    assert.match(wordsOf(page), /6 Resource Error “78x” is no resource code\. Write the four digits/);
    assert.doesNotMatch(page.text, /Count these lines/);
    const pushed = await coordinator.post(`${wrong.location}/apply`, { version: '1', replaced: '' });
    assert.equal(pushed.status, 422);
    assert.match(wordsOf(await coordinator.get(resources)), /Spent on the work \$0/);
    assert.equal((await finance.post(`${wrong.location}/discard`, { version: '1' })).status, 403);
    assert.equal((await coordinator.post(`${wrong.location}/discard`, { version: '1' })).status, 303);
  });

  test('a right one is counted: 3 lines of $39,500 belong to the grant by its code; the same bytes change nothing', async () => {
    const brought = await hub.bring(coordinator, ledger);
    const path = brought.location ?? '';
    const page = await hub.coverFromJuly(path);
    assert.match(wordsOf(page), /July 1, 2025 to October 31, 2025\. Nothing of it is counted yet/);
    assert.match(wordsOf(page), /4 lines, \$40,400/);
    assert.match(wordsOf(page), /One row below zero, −\$500 in all, is taken as given back/);
    const applied = await coordinator.post(`${path}/apply`, {
      version: hidden(page, 'version', 'apply'),
      replaced: '',
    });
    assert.equal(applied.status, 303);
    const again = await coordinator.post(`${path}/apply`, {
      version: hidden(page, 'version', 'apply'),
      replaced: '',
    });
    assert.equal(again.status, 422);
    const known = await hub.bring(coordinator, ledger);
    assert.equal(known.location, `${path}?known=yes`);
    assert.match(wordsOf(await finance.get(sourcePath)), /the ledgers show \$39,500 spent/);
    assert.match(wordsOf(await coordinator.get(resources)), /One line of your ledger, \$900 in all, belong/);
    assert.doesNotMatch(wordsOf(await reader.get(resources)), /\$900/);
    assert.match(wordsOf(await coordinator.get(path)), /Electricity/);
    const theirs = wordsOf(await finance.get(path));
    assert.match(theirs, /Coach salary[^]*The others are shown to Fresno alone/);
    assert.doesNotMatch(theirs, /Electricity/);
  });

  test('a rule ties the coach to the flexibility, for lines that were there before too', async () => {
    const rules = `${resources}/rules`;
    assert.equal((await coordinator.post(rules, { holdsText: 'coach' })).status, 422);
    const id = flexibility.split('/').at(-1) ?? '';
    assert.equal((await finance.post(rules, { holdsText: 'COACH', flexibility: id })).status, 422);
    assert.equal((await coordinator.post(rules, { holdsText: 'COACH', flexibility: id })).status, 303);
    assert.match(wordsOf(await reader.get(rules)), /say “COACH” Fresno Grant for coaches 2 lines \$40,000/);
  });

  test('conditions stand by ledger and day: behind, too early, met once the report is recorded; nobody types a status', async () => {
    const form = `${resources}/conditions/new?flexibility=${flexibility.split('/').at(-1)}`;
    const spend = { kind: 'spend at least', dueOn: '2026-06-30', amount: '200,000' };
    assert.equal((await coordinator.post(form, { ...spend, objects: '19' })).status, 422);
    assert.equal((await coordinator.post(form, spend)).status, 303);
    assert.equal((await coordinator.post(form, { kind: 'report sent', dueOn: '2025-12-01' })).status, 303);
    const page = await coordinator.get(flexibility);
    assert.match(
      wordsOf(page),
      /At least \$200,000 is spent by June 30, 2026\. Behind \$40,000 of \$200,000 spent by October 31, 2025 \(20\s%\); 34\s% of the time is over/,
    );
    assert.match(wordsOf(page), /Too early The report is due in 28 days/);
    const condition = /href="([^"]*conditions\/[0-9a-f-]{36})"[^>]*>It was sent/.exec(page.text)?.[1] ?? '';
    const ahead = await coordinator.post(condition, {
      version: '1',
      step: 'sent',
      sentOn: '2025-12-01',
      reason: 'By mail',
    });
    assert.equal(ahead.status, 422);
    const sent = { version: '1', step: 'sent', sentOn: '2025-11-03', reason: 'By mail' };
    assert.equal((await coordinator.post(condition, sent)).status, 303);
    assert.equal((await coordinator.post(condition, sent)).status, 422);
    assert.match(wordsOf(await reader.get(flexibility)), /Met The report was sent 28 days before its day/);
  });

  test('a corrected file of the same days replaces the earlier one, its difference shown first', async () => {
    const brought = await hub.bring(
      coordinator,
      ledger.replace('Electricity,0000,5520,900', 'Electricity,0000,5520,800'),
    );
    const path = brought.location ?? '';
    const page = await hub.coverFromJuly(path);
    assert.match(
      wordsOf(page),
      /It corrects ledger\.csv Unchanged lines: 3\. New: 1\. Gone: 1\. That is \$100 less in all/,
    );
    const unseen = await coordinator.post(`${path}/apply`, {
      version: hidden(page, 'version', 'apply'),
      replaced: '',
    });
    assert.equal(unseen.status, 422, 'what it replaces was not looked at');
    const replaced = hidden(page, 'replaced', 'apply');
    const version = hidden(page, 'version', 'apply');
    const both = await Promise.all(
      [0, 1].map(() =>
        asMember(hub.database, hub.member('coordinator'), (view) =>
          applyLedger(
            view,
            path.split('/').at(-1) ?? '',
            { basedOn: Number(version), replaced },
            hub.clock.now,
          ),
        ),
      ),
    );
    assert.deepEqual(both.map(({ done }) => done).toSorted(), [false, true]);
    const { lines, imports } = await asMember(hub.database, hub.member('coordinator'), async (view) => ({
      lines: await selectResourceLines(view),
      imports: await selectLedgerImports(view),
    }));
    assert.equal(lines.length, 4);
    assert.deepEqual(
      imports.map(({ state }) => state),
      ['applied', 'superseded', 'discarded'],
    );
  });

  test('a PDF named .csv, and a file whose rows are counted already, are refused with what to do', async () => {
    const pdf = await hub.bring(coordinator, '%PDF-1.7\n');
    assert.equal(pdf.status, 422);
    assert.match(
      wordsOf(pdf),
      /Nothing was taken: the file is a PDF, whatever its name says\. What to do: export the ledger as CSV/,
    );
    const november = `${ledger.split('\n').slice(0, 2).join('\n')}\n11/01/2025,Coach salary,7810,1900,5\n`;
    const twice = await coordinator.get((await hub.bring(coordinator, november)).location ?? '');
    assert.match(wordsOf(twice), /This row is line 2 of ledger\.csv, which is applied already/);
  });

  test('the packet says dollars, conditions and what cannot be said, on a page and in a workbook', async () => {
    const packet = wordsOf(await reader.get(`${flexibility}/packet`));
    for (const part of [
      'As of November 3, 2025',
      'What the ledger shows',
      'Certificated salaries 2 $0 $40,000',
      'Conditions',
      'Met The report was sent',
      'What cannot be said',
    ])
      assert.ok(packet.includes(part), part);
    const file = await reader.get(`${flexibility}/packet.xlsx`);
    assert.equal(file.status, 200);
    assert.match(file.headers.get('content-disposition') ?? '', /flexibility-packet\.xlsx/);
  });

  test('hours are not valued until a district says so, a gift is taken back, and the history tells all of it', async () => {
    const path = `${resources}/in-kind`;
    const gift = { kind: 'room', description: 'Training room', day: '2025-10-01', value: '400' };
    assert.equal((await finance.post(path, { ...gift, day: '2026-01-01' })).status, 422);
    assert.equal((await finance.post(path, gift)).status, 303);
    assert.equal(
      (await finance.post(`${path}/rate`, { version: '0', rate: '68', reason: 'A coach.' })).status,
      303,
    );
    const late = await finance.post(`${path}/rate`, { version: '0', rate: '70', reason: 'A coach.' });
    assert.match(wordsOf(late), /Somebody else set the rate while you were writing/);
    const page = await reader.get(path);
    assert.match(wordsOf(page), /Fresno 0 h 0 h Not valued None Long Beach 0 h 0 h \$0 1, \$400/);
    const withdraw = /action="([^"]*\/withdraw)"/.exec((await finance.get(path)).text)?.[1] ?? '';
    assert.equal((await coordinator.post(withdraw)).status, 403);
    assert.equal((await finance.post(withdraw)).status, 303);
    const history = wordsOf(await reader.get(`${hub.home}/history`));
    for (const sentence of [
      'Test Finance took back what was given: Training room.',
      'Test Coordinator applied a ledger file: ledger.csv.',
      'Test Coordinator wrote down a flexibility: Grant for coaches.',
      'Test Coordinator changed a funding source: Block grant (The state raised it).',
    ])
      assert.ok(history.includes(sentence), `${sentence}\n${history.slice(0, 2500)}`);
    assert.deepEqual(
      hub.log.filter(({ kind }) => kind === 'fault'),
      [],
    );
  });
});

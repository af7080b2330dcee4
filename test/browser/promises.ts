import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { BrowserContext, Page } from 'playwright-core';
import { schoolYearOn } from '../../src/hub/benchmarks/benchmarkDraft.ts';
import { schoolYearName } from '../../src/vocabulary/schoolYear.ts';
import { fresnoCoordinator, home, longBeachCoordinator, type Site } from './site.ts';

const thisYear = schoolYearOn(new Date());
const newForm = `${home}/benchmarks/new?measure=suspension&group=EL`;
const wording = 'Fewer English learners lose days of school';

/** Promises of both districts made, refused and changed, with script switched off. */
export function promises(site: () => Site): void {
  describe('benchmarks without script', () => {
    let context: BrowserContext;
    let made = '';
    before(async () => {
      context = await site().signedIn(fresnoCoordinator, { javaScriptEnabled: false });
    });
    after(() => context.close());

    test('an empty form answers 422 and 5 sentences, each at its field and named in a summary that leads there', async () => {
      const page = await context.newPage();
      await page.goto(`${home}/measures/suspension?group=EL`);
      await page.getByRole('link', { name: 'Make it a benchmark' }).click();
      await page.waitForURL(`**${newForm}`);
      assert.equal(await send(page), 422);
      assert.deepEqual(await errorsAtFields(page), [
        'Say in your own words what this benchmark promises.',
        'Fresno: Say whether these targets are agreed, proposed or a placeholder.',
        'Fresno: Give the reason for these targets: both districts will read it.',
        'Long Beach: Say whether these targets are agreed, proposed or a placeholder.',
        'Long Beach: Give the reason for these targets: both districts will read it.',
      ]);
      assert.equal(await page.getByRole('alert').getAttribute('tabindex'), '-1');
      await page.getByRole('alert').getByRole('link').first().click();
      const field = page.getByLabel('In your own words');
      assert.equal(await field.evaluate((element) => element.matches(':focus')), true);
      await page.close();
    });

    test('a target of a school year that is over, a word for a number and an agreement in the partner’s name are refused', async () => {
      const page = await context.newPage();
      await page.goto(newForm);
      await page.getByLabel('In your own words').fill(wording);
      await fillSeries(page, 'Fresno Unified', { target: '3', provenance: 'Agreed' });
      await fillSeries(page, 'Long Beach Unified', { target: 'soon', provenance: 'Agreed' });
      const over = thisYear - 2;
      await targetField(page, 'Fresno Unified').evaluate((field, name) => {
        field.name = name;
      }, `1-target-${over}`);
      assert.equal(await send(page), 422);
      const [past, word, ...more] = await errorsAtFields(page);
      assert.equal(past, `Fresno: The school year ${schoolYearName(over)} is over: a target must lie ahead.`);
      assert.match(word ?? '', /^Long Beach: .*number/);
      assert.deepEqual(more, []);

      const district = page.getByRole('group', { name: 'Fresno Unified' });
      await district.getByLabel(`Target ${schoolYearName(over)}`).fill('');
      await targetField(page, 'Fresno Unified').fill('3');
      await targetField(page, 'Long Beach Unified').fill('2.5');
      assert.equal(await send(page), 422);
      assert.deepEqual(await errorsAtFields(page), [
        'Long Beach: Only Long Beach can say that its targets are agreed. Propose them instead.',
      ]);
      assert.equal(await page.getByLabel('In your own words').inputValue(), wording);
      await page.close();
    });

    test('a group without a figure is said before the form is filled in, and at both baselines after', async () => {
      const page = await context.newPage();
      await page.goto(`${home}/benchmarks/new`);
      await page.getByLabel('Measure').selectOption('math_dfs');
      await page.getByLabel('Students').selectOption('X');
      await page.getByRole('button', { name: 'Next: targets' }).click();
      await page.getByText('Fresno and Long Beach: no figure of this group can be shown.').waitFor();
      assert.equal(await send(page), 422);
      const sentence = 'No figure is published for this group, so there is nothing to start from.';
      const errors = await errorsAtFields(page);
      assert.deepEqual(
        errors.filter((error) => error.includes(sentence)),
        [`Fresno: ${sentence}`, `Long Beach: ${sentence}`],
      );
      await page.close();
    });

    test('a benchmark is made with targets of both districts, and the same one is not made twice', async () => {
      const page = await context.newPage();
      await page.goto(newForm);
      await fillAll(page);
      assert.equal(await send(page), 303);
      await page.waitForURL(`**${home}/benchmarks/*-*`);
      made = new URL(page.url()).pathname;
      const promised = page.locator('#targets .card');
      assert.equal(await promised.count(), 2);
      for (const [card, target] of [
        [promised.first(), '3.0'],
        [promised.last(), '2.5'],
      ] as const) {
        const words = ((await card.textContent()) ?? '').replaceAll(/\s/g, ' ');
        assert.match(words, new RegExp(`${target} % by ${schoolYearName(thisYear)}`));
      }
      assert.equal(await page.locator('.plot .line-target').count(), 2);
      await page.goto(newForm);
      await fillAll(page);
      assert.equal(await send(page), 422);
      const [again] = await errorsAtFields(page);
      assert.match(again ?? '', /already a benchmark .* Change its targets instead\.$/);
      await page.close();
    });

    test('own targets change with a reason only, and the old ones stay on the chart and in 2 tables', async () => {
      const page = await context.newPage();
      await page.goto(made);
      await page.getByRole('link', { name: 'Change Fresno’s targets' }).click();
      await targetField(page, 'Fresno Unified').fill('2.9');
      assert.equal(await send(page), 422);
      assert.deepEqual(await errorsAtFields(page), [
        'Give the reason for these targets: both districts will read it.',
      ]);
      await page.getByLabel('Reason').fill('The spring review asked for more');
      assert.equal(await send(page), 303);
      await page.waitForURL(`**${made}`);
      assert.equal(await page.locator('.plot .line-old-target').count(), 1);
      const earlier = page.getByRole('table', { name: 'Earlier targets' });
      assert.match((await earlier.textContent()) ?? '', /3\.0\s%/);
      await page.locator('#benchmark summary').click();
      await page.getByRole('columnheader', { name: 'Fresno target, version 1' }).waitFor();
      await page.close();
      const partner = await site().signedIn(longBeachCoordinator, { javaScriptEnabled: false });
      const theirs = await partner.newPage();
      await theirs.goto(home);
      assert.match(
        (await theirs.locator('#changes li').first().textContent()) ?? '',
        /^Jordan Vale changed .*Suspension/,
      );
      await partner.close();
    });

    test('whoever changes targets that changed meanwhile is told so, and both writings are kept', async () => {
      const [first, second] = [await context.newPage(), await context.newPage()];
      for (const page of [first, second]) {
        await page.goto(made);
        await page.getByRole('link', { name: 'Change Fresno’s targets' }).click();
        await page.getByLabel('Reason').fill('Mine is better');
      }
      await targetField(first, 'Fresno Unified').fill('2.8');
      await targetField(second, 'Fresno Unified').fill('2.7');
      assert.deepEqual([await send(first), await send(second)], [303, 422]);
      await second.getByText('Somebody else changed these targets while you were writing.').waitFor();
      assert.equal(await targetField(second, 'Fresno Unified').inputValue(), '2.7');
      await Promise.all([first.close(), second.close()]);
    });

    test('the partner’s targets cannot be changed: no button, and 403 with a sentence for page and form', async () => {
      const page = await context.newPage();
      await page.goto(made);
      assert.equal(await page.getByRole('link', { name: /^Change .* targets$/ }).count(), 1);
      const own = (await page.getByRole('link', { name: /^Change/ }).getAttribute('href')) ?? '';
      const partners = own.replace('10621660000000', '19647250000000');
      assert.notEqual(partners, own);
      assert.equal((await page.goto(partners))?.status(), 403);
      await page.getByText('Only people of Long Beach Unified can change these targets.').waitFor();
      await page.goto(own);
      await page
        .locator('main form')
        .evaluate((form, action) => form.setAttribute('action', action), partners);
      await page.getByLabel('Reason').fill('Theirs, too');
      assert.equal(await send(page), 403);
      await page.goto(made);
      const theirs = (await page.locator('#targets .card').last().textContent()) ?? '';
      assert.doesNotMatch(theirs, /Theirs, too|Earlier targets/);
      await page.close();
    });
  });
}

async function fillAll(page: Page): Promise<void> {
  await page.getByLabel('In your own words').fill(wording);
  await fillSeries(page, 'Fresno Unified', { target: '3', provenance: 'Agreed' });
  await fillSeries(page, 'Long Beach Unified', { target: '2.5', provenance: 'Proposed' });
}

function targetField(page: Page, district: string) {
  return page.getByRole('group', { name: district }).getByLabel(`Target ${schoolYearName(thisYear)}`);
}

async function fillSeries(
  page: Page,
  district: string,
  { target, provenance }: { target: string; provenance: string },
): Promise<void> {
  const series = page.getByRole('group', { name: district });
  await targetField(page, district).fill(target);
  await series.getByRole('radio', { name: provenance }).check();
  await series.getByLabel('Reason').fill('To see the form at work');
}

/** Presses the button that posts; answers the status, with the page that follows open. */
async function send(page: Page): Promise<number> {
  const posted = page.waitForResponse((response) => response.request().method() === 'POST');
  await page.locator('main form .button-main').click();
  const status = (await posted).status();
  await page.waitForLoadState();
  return status;
}

/** What the summary says, each line checked to lead to a field that says the same. */
async function errorsAtFields(page: Page): Promise<string[]> {
  const said: string[] = [];
  for (const link of await page.getByRole('alert').getByRole('link').all()) {
    const message = (await link.textContent()) ?? '';
    const id = ((await link.getAttribute('href')) ?? '').slice(1);
    assert.equal(await page.locator(`[id="${id}"]`).count(), 1, `“${message}” leads to no field`);
    const atField = (await page.locator(`[id="${id}-error"]`).textContent()) ?? '';
    assert.ok(message.endsWith(atField.replace('Error: ', '')), `“${message}” is “${atField}” at its field`);
    said.push(message);
  }
  return said;
}

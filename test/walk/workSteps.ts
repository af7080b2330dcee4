import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Page } from 'playwright-core';
import { fillIn, press, type Walk, type Who } from './walkWorld.ts';

const dayFrom = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

/** What the two districts promise, do together, test, and pay for. */
export function workSteps(walk: () => Walk): void {
  let assistance = '';

  test('a benchmark has one measure and two targets, each tied to its district’s own plan goal and agreed by its own people', async () => {
    const { as, go, picture } = walk();
    const page = await as('fresnoCoordinator');
    await go(page, '/benchmarks/new?measure=ela_dfs&group=EL');
    const last = await page.locator('[name^="1-target-"]').last().getAttribute('name');
    const year = Number(last?.split('-').at(-1));
    await fillIn(page, {
      wording: 'English learners read and write closer to the standard',
      focusArea: 'english-learners',
      [`1-target-${year}`]: '-60',
      '1-planGoal': 'LCAP goal 1: literacy for English learners',
      '1-provenance': 'agreed',
      '1-reason': 'Halfway to the districts like ours',
      [`2-target-${year}`]: '-45',
      '2-provenance': 'proposed',
      '2-reason': 'For you to say',
    });
    await press(page, 'Make the benchmark');
    const path = new URL(page.url()).pathname;
    const partner = await as('longBeachCoordinator');
    await partner.goto(path);
    await partner.getByRole('link', { name: 'Change Long Beach’s targets' }).click();
    await fillIn(partner, {
      [`2-target-${year}`]: '-42',
      '2-planGoal': 'LCAP goal 2: every student reads',
      '2-provenance': 'agreed',
      '2-reason': 'Agreed by our board',
    });
    await press(partner, 'Change the targets');
    await page.goto(path);
    await page.getByText('LCAP goal 2: every student reads').first().waitFor();
    await picture(page, 'benchmark');
  });

  test('one assistance, one joint development and one collective work are proposed by one district and agreed by the other', async () => {
    const { as, go, picture } = walk();
    const page = await as('fresnoCoordinator');
    await go(page, '/work/partners/new');
    await fillIn(page, { name: 'Valley State University (invented)', kind: 'university' });
    await press(page, 'Register it');
    assistance = await begin(page, walk(), 'assistance', {
      side: 'get',
      title: 'Reclassification in grades 4 and 5',
      purpose: 'Long Beach shows how its schools review every English learner twice a year.',
      focusArea: 'english-learners',
      strategy: 'rigor',
      benchmark: /English language arts/,
    });
    await answer(await as('longBeachCoordinator'), assistance, 'offer', 'Offer the help');
    await answer(page, assistance, 'agree', 'Agree to the plan');
    const joint = await begin(page, walk(), 'joint', {
      title: 'Placement into Algebra',
      purpose: 'One rule for who takes Algebra in grade 8, made by both.',
      product: 'A placement rule',
      focusArea: 'mathematics',
      strategy: 'aligned-systems',
    });
    await answer(await as('longBeachCoordinator'), joint, 'agree', 'Agree to the plan');
    await page.goto(joint);
    await page.goto(`${joint}/product`);
    await fillIn(page, { words: 'Three measures together, none alone' });
    await press(page, 'Put version 1 forward');
    for (const who of ['fresnoCoordinator', 'longBeachCoordinator'] satisfies Who[]) {
      const signer = await as(who);
      await signer.goto(`${joint}/sign-off`);
      await press(signer, /Sign it off for/);
    }
    const collective = await begin(page, walk(), 'external', {
      title: 'Ready for college',
      purpose: 'A readiness course in grade 12 that the university accepts.',
      focusArea: 'college-career',
      strategy: 'external-partners',
    });
    await answer(await as('longBeachCoordinator'), collective, 'agree', 'Agree to the plan');
    await go(page, '/work');
    await picture(page, 'work');
    assert.equal(await page.getByRole('link', { name: 'Placement into Algebra' }).count(), 2);
  });

  test('a district promises; a teacher without account says by a mailed link that it is done', async () => {
    const { as, go, mail, visitor } = walk();
    const page = await as('longBeachCoordinator');
    await go(page, '/work/commitments/new');
    await fillIn(page, {
      what: 'Send the review form with two examples',
      due: dayFrom(20),
      owner: 'else',
      ownerName: 'Kim Teacher',
      ownerEmail: 'kim.teacher@longbeach.example',
      engagement: 'Reclassification',
    });
    await press(page, /Promise it|Write it down|Promise/);
    const [, path = ''] = await mail().wait('kim.teacher@longbeach.example', /(\/links\/[\w-]{43})/);
    const teacher = await visitor();
    await teacher.goto(path);
    await fillIn(teacher, { step: 'done' });
    await press(teacher, 'Send');
    await go(page, '/work/commitments');
    await page.getByText('1 done or dropped').waitFor();
  });

  test('two tests are planned under the assistance; one is logged by its leader and abandoned, and stays to be read', async () => {
    const { as, go } = walk();
    const page = await as('fresnoLead');
    const ids: string[] = [];
    for (const idea of ['Meet every family before the review', 'Review all learners in one morning']) {
      await go(page, `/work/cycles/new?engagement=${assistance.split('/').at(-1)}`);
      await fillIn(page, {
        idea,
        changeKind: 'time',
        measure: 'ela_dfs',
        group: 'EL',
        prediction: 'rises',
        amount: '3',
        startsOn: dayFrom(0),
        studyOn: dayFrom(0),
        schools: '2',
        leader: 'Taylor Fenn',
      });
      await press(page, 'Plan the test');
      ids.push(new URL(page.url()).pathname);
    }
    await page.goto(`${ids[1]}`);
    await page.getByRole('link', { name: 'Log it' }).click();
    await fillIn(page, {
      done: 'partly',
      different: 'One school had no room for it.',
      learned: 'An hour was not enough for thirty learners.',
      act: /^Abandon/,
    });
    await press(page, 'Write it down');
    await go(page, '/work/cycles');
    await page.getByText('Review all learners in one morning').waitFor();
  });

  test('a waived rule has dollars, a use and a condition on the benchmark, whose state nobody types', async () => {
    const { as, go, picture } = walk();
    const page = await as('fresnoFinance');
    await go(page, '/resources/flexibilities/new');
    await fillIn(page, {
      title: 'Block grant for coaches',
      ruleCitation: 'Education Code, a section made up for the walk',
      ruleWords: 'It could buy textbooks alone; it pays coaches instead.',
      authority: 'state board waiver',
      decision: 'granted',
      requestedOn: dayFrom(-200),
      decidedOn: dayFrom(-100),
      fromDay: dayFrom(-90),
      untilDay: dayFrom(600),
      freed: '$240,000',
      useWords: 'Two coaches for teachers of English learners',
    });
    await page.locator('main [name="district"]').first().check();
    await page.getByLabel('Reclassification in grades 4 and 5').check();
    await page.getByLabel(/English language arts/).check();
    await press(page, 'Write it down');
    await page.getByRole('link', { name: 'Add a condition' }).click();
    await fillIn(page, { kind: 'pace on track', dueOn: dayFrom(500), target: /Fresno/ });
    await press(page, 'Write it down');
    await go(page, '/resources');
    await page.getByText('Block grant for coaches').first().waitFor();
    await picture(page, 'resources');
  });
}

/** Begins work in a mode as Fresno; the path of its page. */
async function begin(
  page: Page,
  walk: Walk,
  mode: string,
  fields: Readonly<Record<string, string | RegExp>>,
): Promise<string> {
  await walk.go(page, `/work/engagements/new?mode=${mode}`);
  await fillIn(page, {
    ...fields,
    startsOn: dayFrom(0),
    endsOn: dayFrom(200),
    brings: 'Two days a month of our lead',
    owner: 'Taylor Fenn',
    deputy: 'Jordan Vale',
  });
  if (mode === 'external') await page.locator('main [name^="partner-"]').first().check();
  await press(page, 'Put it to the other district');
  return new URL(page.url()).pathname;
}

/** The other district's answer to a proposal, with an owner of its own. */
async function answer(page: Page, engagement: string, act: string, button: string): Promise<void> {
  await page.goto(`${engagement}/${act}`);
  if ((await page.locator('main [name="owner"]').count()) > 0) {
    const isFresno = (await page.locator('main [name="owner"] option').allTextContents()).some((one) =>
      one.includes('Jordan Vale'),
    );
    await fillIn(page, {
      owner: isFresno ? 'Taylor Fenn' : 'Morgan Reyes-Hill',
      deputy: isFresno ? 'Jordan Vale' : 'Avery Stone',
    });
  }
  const brings = page.locator('main [name="brings"]');
  if ((await brings.count()) > 0) await brings.fill('Our lead and two host schools');
  await press(page, button);
}

import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { apiColumns, apiRows } from '../../sample/apiRows.ts';
import { generateSampleState } from '../../sample/generateSampleState.ts';
import { outcomeColumns, schoolColumns } from '../../sample/outcomesLayout.ts';
import { sampleStatements } from '../../sample/sampleStatements.ts';
import { toCsv } from '../../sample/toCsv.ts';
import { fillVaultOfWalk, measuresOfWalk, proveKeyOfWalk, releaseOfWalk, signersOf } from './walkVault.ts';
import { publicSteps } from './publicSteps.ts';
import { workSteps } from './workSteps.ts';
import { beginWalk, districts, emailOf, people, press, type Walk, type Who } from './walkWorld.ts';

let begun: Walk | undefined;
before(() => {
  begun = beginWalk();
});
after(() => begun?.close());
const walk = (): Walk => begun ?? assert.fail('the walk has not begun');

test('an empty store takes public files and a partnership of two districts with seven people', async () => {
  const { inFolder, tandem, open } = walk();
  const state = generateSampleState();
  const files = [
    ['sample_schools.csv', toCsv(schoolColumns, state.schools)],
    ['sample_district_observations.csv', toCsv(outcomeColumns, state.districtRows())],
    ['sample_performance_index.csv', toCsv(apiColumns, apiRows(state.seed))],
  ] as const;
  for (const [name, lines] of files) writeFileSync(inFolder(name), [...lines].join(''));
  const data = ['--data', inFolder('store')];
  await tandem('evidence', 'load', ...files.map(([name]) => inFolder(name)), ...data);
  const partnership = {
    slug: 'fresno-long-beach',
    name: 'Fresno–Long Beach Learning Partnership',
    startedYear: 2008,
    districts: Object.values(districts).map(({ cds }) => cds),
    people: (Object.keys(people) as Who[]).map((who) => {
      const { name, role, district } = people[who];
      return {
        name,
        role,
        email: emailOf(who),
        district: districts[district].cds,
        ...(role === 'focus-area-lead'
          ? { focusArea: district === 'fresno' ? 'english-learners' : 'mathematics' }
          : {}),
      };
    }),
    statements: sampleStatements,
  };
  writeFileSync(inFolder('partnership.json'), JSON.stringify(partnership));
  const made = await tandem(
    'partnership',
    'create',
    inFolder('partnership.json'),
    '--print-links',
    '--json',
    ...data,
  );
  const { links } = JSON.parse(made);
  assert.equal(links.length, 7);
  await open(links);
});

test('from public files alone: districts like these, and two needs that both share are confirmed by people', async () => {
  const { as, go, picture } = walk();
  for (const who of ['fresnoLead', 'longBeachLead'] as const) {
    const page = await as(who);
    const { cds } = districts[people[who].district];
    for (const measure of ['math_dfs', 'ela_dfs']) {
      await go(page, `/matching/needs/new?cds=${cds}&measure=${measure}&group=EL`);
      await page
        .getByLabel('In your own words')
        .first()
        .fill('Our English learners fall behind from grade 6 on.');
      await page.getByLabel('Focus area').selectOption('english-learners');
      const why = page.getByLabel('Our own evidence shows it');
      if (await why.count()) {
        await why.check();
        await page.locator('[name=words]').fill('Our own walk-throughs of classrooms say so.');
      }
      await press(page, 'Confirm the need');
    }
  }
  const page = await as('fresnoCoordinator');
  await go(page, '/matching/needs');
  assert.equal(await page.getByText('Our English learners fall behind from grade 6 on.').count(), 4);
  await go(page, '/matching');
  await picture(page, 'who-can-help');
});

test('an agreement of three measures is proposed by one district and signed by both superintendents', async () => {
  const { as, go, picture } = walk();
  const page = await as('fresnoCoordinator');
  const year = new Date().getFullYear();
  await go(page, '/agreement/new');
  await page.getByLabel('Title').fill('What we learn from each other');
  await page.getByLabel('In force from').fill(`${year}-01-01`);
  await page.getByLabel('Last day').fill(`${year + 2}-06-30`);
  for (const measure of measuresOfWalk) await page.locator(`[value=${measure}]`).check();
  await press(page, 'Propose it');
  const path = new URL(page.url()).pathname;
  for (const who of ['fresnoSponsor', 'longBeachSponsor'] as const) {
    const sponsor = await as(who);
    await sponsor.goto(path);
    await press(sponsor, 'Sign version 1');
  }
  await page.goto(path);
  await picture(page, 'agreement');
  grants.push(
    ...(await page
      .locator('a[href$="grant.json"]')
      .evaluateAll((all) => all.map((one) => one.getAttribute('href') ?? ''))),
  );
  assert.equal(grants.length, 2);
});

const grants: string[] = [];

test('each district counts its own students in its vault, and only a release signed by two leaves it and enters by the door', async () => {
  const { as, go, picture, hub } = walk();
  for (const who of ['fresnoCoordinator', 'longBeachCoordinator'] satisfies Who[]) {
    const page = await as(who);
    const { district } = people[who];
    await fillVaultOfWalk(walk(), district);
    for (const [signer, other] of [signersOf(district), signersOf(district).toReversed()]) {
      const own = await as(signer ?? who);
      await go(own, '/shared/door');
      const shown = await own.getByText('tandem vault key prove').innerText();
      const challenge = /--challenge ([\w-]+)/.exec(shown)?.[1] ?? '';
      await own.getByLabel('What it wrote').fill(await proveKeyOfWalk(walk(), signer ?? who, challenge));
      await press(own, 'Register my key');
      const partner = await as(other ?? who);
      await go(partner, '/shared/door');
      await press(partner, `Let sign: ${people[signer ?? who].name}`);
    }
    const texts = await Promise.all(
      grants.map(async (path) => (await page.request.get(hub().started.address + path)).text()),
    );
    const grant = texts.find((text) => JSON.parse(text).from === districts[district].cds) ?? assert.fail();
    const file = await releaseOfWalk(walk(), district, grant);
    await go(page, '/shared/door');
    await page.getByLabel('The signed release file').setInputFiles(file);
    await press(page, 'Bring it in');
    for (let tries = 0; tries < 60 && (await page.getByText('is being checked').count()) > 0; tries += 1) {
      await page.waitForTimeout(500);
      await page.reload();
    }
    await page.getByRole('heading', { name: 'The release is in' }).waitFor({ timeout: 1000 });
  }
  const page = await as('longBeachCoordinator');
  await go(page, '/shared');
  await picture(page, 'shared');
});

workSteps(walk);
publicSteps(walk);

test('the hub met no fault on the way', () => {
  assert.deepEqual(
    walk()
      .hub()
      .log.filter(({ kind }) => kind === 'fault'),
    [],
  );
});

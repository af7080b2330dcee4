import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { test } from 'node:test';
import { fillIn, home, press, type Walk, type Who } from './walkWorld.ts';

const dayFrom = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
const sponsors = ['fresnoSponsor', 'longBeachSponsor'] satisfies Who[];

/** What is sealed, signed, said in public, and handed over. */
export function publicSteps(walk: () => Walk): void {
  let review = '';
  let pack = '';

  test('a quarterly review has an agenda of what is due, is sealed as it is seen, and signed by both superintendents', async () => {
    const { as, go, picture } = walk();
    const page = await as('fresnoCoordinator');
    await go(page, '/reviews/new');
    await fillIn(page, {
      title: 'First quarter',
      plannedOn: dayFrom(0),
      periodFrom: dayFrom(-90),
      periodUntil: dayFrom(-1),
    });
    await press(page, 'Plan the review');
    review = new URL(page.url()).pathname;
    await page.goto(`${review}/draft`);
    await press(page, 'Seal what I see here');
    for (const who of sponsors) {
      const sponsor = await as(who);
      await sponsor.goto(review);
      await sponsor.getByRole('link', { name: /pack/i }).first().click();
      pack = new URL(sponsor.url()).pathname;
      await press(sponsor, 'Sign this pack');
    }
    await page.goto(pack);
    await picture(page, 'pack');
    await page.goto(`${review}/draft`);
    assert.equal(await page.getByRole('button', { name: 'Seal what I see here' }).count(), 0);
  });

  test('nothing is said in public before both districts read it, consented, and the preview was over', async () => {
    const { as, go, wait } = walk();
    const page = await as('fresnoCoordinator');
    await page.goto(pack);
    await page.goto(`${pack}/statements`);
    await fillIn(page, { 'part-fact-sheet': 'fact-sheet', previewUntil: dayFrom(7) });
    await press(page, 'Open the preview');
    for (const who of sponsors) {
      const sponsor = await as(who);
      await sponsor.goto(`${pack}/statements`);
      await fillIn(sponsor, { answer: 'consents' });
      await press(sponsor, 'Send the answer');
    }
    await go(page, '/fact-sheet');
    await page.getByText('Not public yet').waitFor();
    assert.equal(await page.getByRole('button', { name: 'Publish the fact sheet' }).count(), 0);
    wait(8);
    const later = await as('fresnoCoordinator');
    await go(later, '/fact-sheet');
    await press(later, 'Publish the fact sheet');
  });

  test('anybody reads the fact sheet in English and Spanish, downloads it as PDF and its numbers, and verifies where they come from', async () => {
    const { visitor, inFolder, tandem, picture } = walk();
    const page = await visitor();
    await page.goto('/public/fresno-long-beach/fact-sheet');
    for (const part of [
      'Learning partnership forged',
      'Leveraging resources to improve student achievement',
      'Preparing students for success through focused work',
      'Leading district reform efforts',
      'At a glance',
      'The significance',
      'For more information',
    ])
      await page.getByRole('heading', { name: part }).first().waitFor();
    await picture(page, 'fact-sheet');
    for (const kind of ['pdf', 'csv', 'json']) {
      const href = await page.locator(`a[href$=".${kind}"]`).first().getAttribute('href');
      const answer = await page.request.get(href ?? '');
      assert.equal(answer.status(), 200, href ?? kind);
      const file = inFolder(`sheet.${kind}`);
      writeFileSync(file, await answer.body());
      assert.match(await tandem('verify', file), /holds/);
    }
    await page.getByRole('link', { name: 'En español' }).click();
    assert.equal(await page.locator('html').getAttribute('lang'), 'es');
    await picture(page, 'hoja-informativa');
  });

  test('a lead leaves: what was theirs stands in one pack for whoever takes over', async () => {
    const { as, go, picture } = walk();
    const page = await as('longBeachCoordinator');
    await go(page, '/people');
    const row = page.locator('tr', { hasText: 'Morgan Reyes-Hill' });
    await row.locator('a[href$="/leave"]').click();
    await fillIn(page, { leavesOn: dayFrom(30), successor: 'Avery Stone' });
    await press(page, 'Begin the handover');
    await picture(page, 'handover');
    assert.ok(page.url().includes(`${home}/people/handovers/`), page.url());
  });
}

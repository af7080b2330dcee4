import type { Page } from 'playwright-core';
import { nextTerm, termKey, termOn } from '../../src/hub/needs/term.ts';
import { type KnownPromises, promiseExamples, readKnownPromises } from './promisePaths.ts';
import { type KnownResources, readKnownResources, resourceExamples } from './resourcePaths.ts';
import { type KnownReviews, readKnownReviews, reviewExamples } from './reviewPaths.ts';
import { readKnownSheet } from './knownSheet.ts';
import { home, type Site } from './site.ts';

/** What the paths need to know of the store that was made. */
type Known = { readonly sheetPath: string } & KnownReviews &
  KnownPromises &
  KnownResources & {
    readonly benchmarkIds: readonly string[];
    readonly needIds: readonly string[];
    readonly askId: string;
    readonly claimId: string;
    /** An engagement in each mode: assistance, joint development, collective work; then the one that failed. */
    readonly engagementPaths: readonly string[];
    readonly partnerPath: string;
    readonly initiativeId: string;
    readonly agreementId: string;
    readonly arrivalId: string;
    readonly releaseHash: string;
    readonly memberId: string;
    readonly leavingId: string;
    readonly practiceId: string;
    readonly adoptionId: string;
    readonly unusedLink: string;
    /** Of tests of change, the one that waits first. */
    readonly cycleIds: readonly string[];
    /** One that only the other district tests. */
    readonly cycleToJoin: string;
    readonly cycleEngagement: string;
    /** Of a signed link from the mail that waits. */
    readonly linkPath: string;
    /** The pack of the fact sheet that anybody reads. */
    readonly sheetPack: string;
  };

const fresno = '10621660000000';
const longBeach = '19647250000000';

const publicSheet = home.replace('/partnerships/', '/public/').concat('/fact-sheet');

const of = (pattern: string) => `/partnerships/:partnership${pattern}`;

/** For the pattern of each GET route, the pages that a coordinator looks at. A new route needs an example here. */
const examples: Readonly<Record<string, (known: Known) => readonly string[]>> = {
  '/': () => ['/'],
  '/sign-in': () => ['/sign-in?return=/account'],
  '/sign-in/:token': ({ unusedLink }) => [new URL(unusedLink).pathname],
  '/account': () => ['/account'],
  // It opens once, and was opened to find out what the paths need.
  '/outbox/:token': () => ['/outbox'],
  '/outbox': () => ['/outbox'],
  [of('')]: () => [home],
  [of('/benchmarks')]: () => [`${home}/benchmarks`],
  [of('/benchmarks/new')]: () => [
    `${home}/benchmarks/new`,
    `${home}/benchmarks/new?measure=suspension&group=EL`,
    `${home}/benchmarks/new?measure=math_dfs&group=PI`,
  ],
  [of('/benchmarks/:benchmark')]: ({ benchmarkIds }) =>
    benchmarkIds.slice(0, 3).map((id) => `${home}/benchmarks/${id}`),
  [of('/benchmarks/:benchmark/districts/:cds/targets')]: ({ benchmarkIds }) =>
    benchmarkIds.slice(0, 2).map((id) => `${home}/benchmarks/${id}/districts/${fresno}/targets`),
  [of('/measures')]: () => [`${home}/measures`],
  [of('/measures/:measure')]: () => [
    `${home}/measures/math_dfs`,
    `${home}/measures/suspension?group=EL&band=2`,
    `${home}/measures/principal_retention`,
  ],
  [of('/districts')]: () => [
    `${home}/districts`,
    `${home}/districts?name=sample`,
    `${home}/districts?name=nowhere`,
  ],
  [of('/districts/:cds')]: () => [`${home}/districts/${fresno}`, `${home}/districts/${longBeach}`],
  [of('/districts/:cds/enrolment/:year/:group')]: () => [`${home}/districts/${fresno}/enrolment/2025/EL`],
  [of('/figures/:cds/:measure/:year/:group/:grade')]: () => [
    `${home}/figures/${fresno}/math_dfs/2025/EL/all`,
    `${home}/figures/${fresno}/math_dfs/2024/ALL/all`,
    `${home}/figures/00000000000000/suspension/2025/ALL/all`,
  ],
  [of('/matching')]: () => [`${home}/matching`],
  [of('/matching/districts/:cds')]: () => [
    `${home}/matching/districts/${fresno}`,
    `${home}/matching/districts/${longBeach}?area=mathematics&show=all`,
    `${home}/matching/districts/${longBeach}?group=MIG`,
  ],
  [of('/matching/districts/:cds/similar')]: () => [
    `${home}/matching/districts/${fresno}/similar`,
    `${home}/matching/districts/${longBeach}/similar`,
  ],
  [of('/matching/cells/:measure/:group')]: () => [
    `${home}/matching/cells/math_dfs/SWD`,
    `${home}/matching/cells/chronic_absence/ALL`,
  ],
  [of('/matching/needs')]: () => [`${home}/matching/needs`],
  [of('/matching/needs/new')]: () => [
    `${home}/matching/needs/new?cds=${fresno}&measure=chronic_absence&group=HOM`,
    `${home}/matching/needs/new?cds=${fresno}&measure=math_dfs&group=EL`,
    `${home}/matching/needs/new`,
  ],
  [of('/matching/needs/:need')]: ({ needIds }) => needIds.map((id) => `${home}/matching/needs/${id}`),
  [of('/matching/needs/:need/change')]: ({ needIds }) =>
    needIds.slice(0, 1).map((id) => `${home}/matching/needs/${id}/change`),
  [of('/matching/notes/new')]: () => [
    `${home}/matching/notes/new?cds=${fresno}&measure=chronic_absence&group=HOM`,
  ],
  [of('/matching/capacity')]: () => [`${home}/matching/capacity`],
  [of('/matching/capacity/change')]: () => [
    `${home}/matching/capacity/change?area=english-learners&term=${termKey(nextTerm(termOn(new Date())))}`,
  ],
  [of('/matching/asks/new')]: ({ needIds }) =>
    needIds.map((id) => `${home}/matching/asks/new?need=${id}&cds=${longBeach}`).slice(0, 3),
  [of('/matching/asks/:ask')]: ({ askId }) => [`${home}/matching/asks/${askId}`],
  [of('/matching/proposals')]: () => [`${home}/matching/proposals`],
  [of('/claims')]: () => [`${home}/claims`],
  [of('/claims/new')]: ({ claimId }) => [
    `${home}/claims/new`,
    `${home}/claims/new?measure=api_growth&group=ALL&taken=level`,
    `${home}/claims/new?measure=api_growth&group=ALL&taken=gain&replaces=${claimId}`,
  ],
  [of('/claims/initiatives/new')]: () => [`${home}/claims/initiatives/new`],
  [of('/claims/initiatives/:initiative/end')]: ({ initiativeId }) => [
    `${home}/claims/initiatives/${initiativeId}/end`,
  ],
  [of('/claims/:claim')]: ({ claimId }) => [`${home}/claims/${claimId}`],
  [of('/agreement')]: () => [`${home}/agreement`],
  [of('/agreement/new')]: ({ agreementId }) => [`${home}/agreement/new?like=${agreementId}`],
  [of('/agreement/:agreement')]: ({ agreementId }) => [`${home}/agreement/${agreementId}`],
  [of('/agreement/:agreement/change')]: ({ agreementId }) => [`${home}/agreement/${agreementId}/change`],
  [of('/agreement/:agreement/end')]: ({ agreementId }) => [`${home}/agreement/${agreementId}/end`],
  [of('/shared')]: () => [`${home}/shared`],
  [of('/shared/measures/:measure')]: () => [
    `${home}/shared/measures/algebra_by_grade_9`,
    `${home}/shared/measures/grade_9_course_failures?group=SWD`,
  ],
  [of('/shared/arrivals/:arrival')]: ({ arrivalId }) => [`${home}/shared/arrivals/${arrivalId}`],
  [of('/shared/releases/:release')]: ({ releaseHash }) => [`${home}/shared/releases/${releaseHash}`],
  [of('/shared/door')]: () => [`${home}/shared/door`],
  [of('/practices')]: () => [
    `${home}/practices`,
    `${home}/practices?words=talk&outcome=worked`,
    `${home}/practices?words=nowhere`,
  ],
  [of('/practices/new')]: () => [`${home}/practices/new`],
  [of('/practices/:practice')]: ({ practiceId }) => [`${home}/practices/${practiceId}`],
  [of('/practices/:practice/change')]: ({ practiceId }) => [`${home}/practices/${practiceId}/change`],
  [of('/practices/:practice/studies/new')]: ({ practiceId }) => [
    `${home}/practices/${practiceId}/studies/new`,
  ],
  [of('/practices/:practice/adoptions/new')]: ({ practiceId, adoptionId }) => [
    `${home}/practices/${practiceId}/adoptions/new`,
    `${home}/practices/${practiceId}/adoptions/new?from=${adoptionId}`,
  ],
  [of('/practices/:practice/adoptions/:adoption/result')]: ({ practiceId, adoptionId }) => [
    `${home}/practices/${practiceId}/adoptions/${adoptionId}/result`,
  ],
  [of('/fact-sheet')]: () => [`${home}/fact-sheet`, `${home}/fact-sheet?language=es`],
  '/public/:partnership/fact-sheet': () => [publicSheet],
  '/public/:partnership/fact-sheet/es': () => [`${publicSheet}/es`],
  '/public/:partnership/fact-sheet/:pack': ({ sheetPack }) => [`${publicSheet}/${sheetPack}?language=es`],
  [of('/work/sheets')]: () => [`${home}/work/sheets`],
  [of('/work/sheets/:sheet')]: ({ sheetPath }) => [sheetPath],
  [of('/people/mail')]: () => [`${home}/people/mail`],
  [of('/people')]: () => [`${home}/people`],
  [of('/people/me')]: () => [`${home}/people/me`],
  [of('/people/:person/deputy')]: ({ memberId }) => [`${home}/people/${memberId}/deputy`],
  [of('/people/:person/leave')]: ({ memberId }) => [`${home}/people/${memberId}/leave`],
  [of('/people/handovers/:leaving')]: ({ leavingId }) => [`${home}/people/handovers/${leavingId}`],
  [of('/people/handovers/:leaving/pack')]: ({ leavingId }) => [`${home}/people/handovers/${leavingId}/pack`],
  [of('/work')]: () => [`${home}/work`, `${home}/work?state=ours`],
  [of('/work/engagements/new')]: () => [
    `${home}/work/engagements/new`,
    `${home}/work/engagements/new?mode=assistance`,
    `${home}/work/engagements/new?mode=external`,
  ],
  [of('/work/engagements/:engagement')]: ({ engagementPaths }) => engagementPaths,
  [of('/work/engagements/:engagement/:act')]: ({ engagementPaths }) =>
    ['test', 'sign-off', 'wording'].flatMap((act, i) =>
      [act, 'change', 'close'].map((one) => `${engagementPaths[i]}/${one}`),
    ),
  [of('/work/feed')]: () => [`${home}/work/feed`, `${home}/work/feed?area=leadership`],
  [of('/work/partners')]: () => [`${home}/work/partners`],
  [of('/work/partners/new')]: () => [`${home}/work/partners/new`],
  [of('/work/partners/:partner')]: ({ partnerPath }) => [partnerPath],
  [of('/work/partners/:partner/change')]: ({ partnerPath }) => [`${partnerPath}/change`],
  [of('/work/cycles')]: () => [`${home}/work/cycles`],
  [of('/work/cycles/new')]: ({ cycleIds, cycleEngagement }) => [
    `${home}/work/cycles/new`,
    `${home}/work/cycles/new?engagement=${cycleEngagement}&follows=${cycleIds[0]}`,
  ],
  [of('/work/cycles/:cycle')]: ({ cycleIds }) => cycleIds.map((id) => `${home}/work/cycles/${id}`),
  [of('/work/cycles/:cycle/log')]: ({ cycleIds }) => [`${home}/work/cycles/${cycleIds[0]}/log`],
  [of('/work/cycles/:cycle/join')]: ({ cycleToJoin }) => [`${home}/work/cycles/${cycleToJoin}/join`],
  [of('/work/cycles/:cycle/move')]: ({ cycleIds }) => [`${home}/work/cycles/${cycleIds[0]}/move`],
  [of('/work/cycles/:cycle/lead')]: ({ cycleIds }) => [`${home}/work/cycles/${cycleIds[0]}/lead`],
  ...reviewExamples,
  ...promiseExamples,
  ...resourceExamples,
  [of('/people/replies')]: () => [`${home}/people/replies`],
  [of('/people/links')]: () => [`${home}/people/links`],
  '/links/:token': ({ linkPath }) => [linkPath],
  [of('/history')]: () => [`${home}/history`],
};

/** The example pages of a route's pattern; undefined for a route that has none. */
export function examplesOf(pattern: string): ((known: Known) => readonly string[]) | undefined {
  return examples[pattern];
}

/** Reads from the pages themselves what the example paths need. */
export async function readKnown(site: Site, page: Page): Promise<Known> {
  await page.goto(`${home}/benchmarks`);
  const paths = await page
    .locator('.card-title a')
    .evaluateAll((links) => links.map((link) => link.pathname));
  await page.goto(`${home}/matching/needs`);
  const registered = await page
    .locator('.table th a')
    .evaluateAll((links) => links.map((link) => link.pathname));
  const ask = await page.locator('#asks .item-title a').first().getAttribute('href');
  await page.goto(`${home}/claims`);
  const claim = await page.locator('.card-title a').first().getAttribute('href');
  const initiative = await page
    .getByRole('link', { name: /^It has ended/ })
    .first()
    .getAttribute('href');
  await page.goto(`${home}/agreement`);
  const agreement = await page.locator('#agreements .item-title a').first().getAttribute('href');
  await page.goto(`${home}/shared`);
  const release = await page.locator('#releases .item-title a').first().getAttribute('href');
  await page.goto(`${home}/shared/door`);
  const arrival = await page.locator('#arrivals .item-title a').first().getAttribute('href');
  await page.goto(`${home}/people`);
  const member = await page.locator('.table a[href$="/leave"]').first().getAttribute('href');
  const leaving = await page.locator('#handovers .item-title a').first().getAttribute('href');
  await page.goto(`${home}/practices`);
  const practice = await page.locator('#library .item-title a').first().getAttribute('href');
  await page.goto(practice ?? '');
  const adoption = await page
    .getByRole('link', { name: /what came of it$/ })
    .first()
    .getAttribute('href');
  await page.goto(`${home}/work`);
  const engagementPaths = await page
    .locator('.item-title a')
    .evaluateAll((links) => links.map((link) => link.pathname));
  await page.goto(`${home}/work/partners`);
  const partnerPath = await page.locator('.table th a').first().getAttribute('href');
  await page.goto(`${home}/work/cycles`);
  const cycles = await page
    .locator('.item-title a')
    .evaluateAll((links) => links.map((link) => link.pathname));
  const planned = await page.locator('#planned .item-title a').first().getAttribute('href');
  await page.goto(cycles[0] ?? '');
  const next = await page.getByRole('link', { name: 'Plan the next test' }).getAttribute('href');
  const reviews = await readKnownReviews(page);
  const promises = await readKnownPromises(page);
  const resources = await readKnownResources(page);
  const sheet = await readKnownSheet(page);
  await page.goto(site.hub.started.outbox?.linkPath ?? '');
  const outbox = await page.locator('main').innerText();
  await page.goto(publicSheet);
  const numbers = await page.getByRole('link', { name: 'Numbers as CSV' }).getAttribute('href');
  return {
    ...reviews,
    ...promises,
    ...resources,
    ...sheet,
    sheetPack: numbers?.split('/').at(-2) ?? '',
    cycleIds: cycles.map((path: string) => path.split('/').at(-1) ?? ''),
    cycleToJoin: planned?.split('/').at(-1) ?? '',
    cycleEngagement: new URLSearchParams(next?.split('?')[1]).get('engagement') ?? '',
    linkPath: /You lead a test[\s\S]*?(\/links\/[\w-]{43})/.exec(outbox)?.[1] ?? '',
    memberId: member?.split('/').at(-2) ?? '',
    leavingId: leaving?.split('/').at(-1) ?? '',
    practiceId: practice?.split('/').at(-1) ?? '',
    adoptionId: adoption?.split('/').at(-2) ?? '',
    arrivalId: arrival?.split('/').at(-1) ?? '',
    releaseHash: release?.split('/').at(-1) ?? '',
    agreementId: agreement?.split('/').at(-1) ?? '',
    needIds: registered.map((path: string) => path.split('/').at(-1) ?? ''),
    askId: ask?.split('/').at(-1) ?? '',
    engagementPaths,
    partnerPath: partnerPath ?? '',
    claimId: claim?.split('/').at(-1) ?? '',
    initiativeId: initiative?.split('/').at(-2) ?? '',
    benchmarkIds: paths.map((path: string) => path.split('/').at(-1) ?? ''),
    unusedLink: site.hub.linkOf('Alex Rowan'),
  };
}

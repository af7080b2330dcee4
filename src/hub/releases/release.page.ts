import { measureById } from '../../measures/registry.ts';
import { linkButton } from '../../page/button.ts';
import { card } from '../../page/card.ts';
import { definitionList } from '../../page/definitionList.ts';
import { formatDate, formatMoment } from '../../vocabulary/formatDate.ts';
import { html } from '../../page/html.ts';
import { pageHeading } from '../../page/pageHeading.ts';
import { section } from '../../page/section.ts';
import { table } from '../../page/table.ts';
import { readRelease } from '../../release/readRelease.ts';
import { formatNumber } from '../../vocabulary/formatNumber.ts';
import type { SignedRelease } from '../../vocabulary/release.ts';
import { schoolYearName } from '../../vocabulary/schoolYear.ts';
import { selectParties } from '../partnership/partnership.store.ts';
import { asMember } from '../store/view.ts';
import { notFound } from '../web/notFound.ts';
import type { MemberAsk, Route } from '../web/route.ts';
import { selectReleaseFile } from './releases.store.ts';
import { readSights } from './sharedFigures.store.ts';
import { sharedTrail } from './sharedPlace.page.ts';
import { calendarDay } from '../../vocabulary/calendarDay.ts';

const path = '/partnerships/:partnership/shared/releases/:release';

/** One release: who signed it, what it holds, what was proved; and the file itself for whoever may see its figures. */
export const releasePages: Route[] = [
  { method: 'get', path, access: 'members', answer: (ask) => withRelease(ask, respondRelease) },
  {
    method: 'get',
    path: `${path}/release.tandem`,
    access: 'members',
    answer: (ask) => withRelease(ask, downloadRelease),
  },
];

type Found = {
  readonly hash: string;
  readonly file: Uint8Array;
  readonly signed: SignedRelease;
  readonly name: string;
  /** Whether this member may see every figure in it today: then the file is theirs to check, too. */
  readonly maySeeAll: boolean;
};

async function withRelease(
  ask: MemberAsk,
  answer: (ask: MemberAsk, found: Found) => Response | Promise<Response>,
): Promise<Response> {
  const hash = ask.context.req.param('release') ?? '';
  const today = calendarDay(ask.hub.now());
  const found = await asMember(ask.hub.database, ask.member, async (view) => {
    const kept = /^[0-9a-f]{64}$/.test(hash)
      ? await selectReleaseFile(view, view.member.partnership.id, hash)
      : undefined;
    const parties = await selectParties(view);
    const sights = await readSights(view, parties, today);
    return kept && { kept, parties, sights };
  });
  const read = found && readRelease(found.kept.file);
  if (!found || !read?.ok) return notFound(ask, 'There is no such release.');
  const { kept, parties, sights } = found;
  const waits = kept.embargoUntil !== null && kept.embargoUntil > today;
  const sight = sights.find(({ grantId, cds }) => grantId === kept.grantId && cds === kept.cds);
  return answer(ask, {
    hash,
    file: kept.file,
    signed: read.signed,
    name: parties.find(({ cds }) => cds === kept.cds)?.name ?? read.signed.release.district.name,
    maySeeAll:
      sight !== undefined && (sight.limits === null || (!waits && covers(sight.limits, read.signed))),
  });
}

/** Terms may have become stricter since it was made. */
function covers(
  limits: NonNullable<Awaited<ReturnType<typeof readSights>>[number]['limits']>,
  { release }: SignedRelease,
): boolean {
  return release.tables.every(
    ({ measure, schoolYear, cells }) =>
      limits.measures.includes(measure) &&
      schoolYear >= limits.firstYear &&
      schoolYear <= limits.lastYear &&
      cells.every(
        (cell) =>
          (limits.schools || cell.place === release.district.cds) &&
          (cell.seen === 'suppressed' || cell.n >= limits.smallestGroup),
      ),
  );
}

function downloadRelease(ask: MemberAsk, { hash, file, maySeeAll }: Found): Response | Promise<Response> {
  if (!maySeeAll) return notFound(ask, 'This release holds figures that you may not see today.');
  return ask.context.body(Uint8Array.from(file).buffer, 200, {
    'Content-Type': 'application/gzip',
    'Content-Disposition': `attachment; filename="release-${hash.slice(0, 12)}.tandem"`,
  });
}

function respondRelease(ask: MemberAsk, { hash, signed, name, maySeeAll }: Found): Promise<Response> {
  const { release, signatures } = signed;
  const { certificate, tables } = release;
  return ask.respond({
    title: `Release ${release.sequence} of ${name}`,
    section: 'shared',
    body: html`${pageHeading({
      title: `Release ${release.sequence} of ${name}`,
      lead: `${formatNumber(certificate.shown)} cells are shown, ${formatNumber(certificate.coded)} as a range, ${formatNumber(certificate.suppressed)} are withheld. No group of fewer than ${certificate.policy.threshold} students is shown.`,
      trail: sharedTrail(ask.home, { label: `Release ${release.sequence}` }),
      meta: html`Fingerprint <code>${hash}</code>`,
      actions: maySeeAll
        ? linkButton({
            label: 'The signed file',
            href: `${ask.home}/shared/releases/${hash}/release.tandem`,
          })
        : undefined,
    })}${section({
      title: 'Who signed it',
      id: 'signatures',
      body: card({
        body: table({
          caption: 'Signatures',
          captionHidden: true,
          columns: [
            { header: 'Name', kind: 'header', cell: (one) => one.name },
            { header: 'Role', cell: (one) => one.role },
            { header: 'When', cell: (one) => formatMoment(new Date(one.signedAt)) },
          ],
          rows: signatures,
        }),
        footer: html`Anybody with the file can check it: <code>tandem verify FILE</code>.`,
      }),
    })}${section({
      title: 'What was proved',
      id: 'certificate',
      lead: 'The vault tried to work every withheld count out, from all it had ever released; this hub tried again from the file alone before it let it in.',
      body: card({ body: proofList(release) }),
    })}${section({
      title: 'What it holds',
      id: 'tables',
      body: card({
        body: table({
          caption: 'Measures and years of the release',
          captionHidden: true,
          columns: [
            { header: 'Measure', kind: 'header', cell: ({ measure }) => measureById(measure).shortName },
            { header: 'Year', cell: ({ schoolYear }) => schoolYearName(schoolYear) },
            { header: 'Shown', kind: 'number', cell: ({ cells }) => countOf(cells, 'shown') },
            { header: 'As a range', kind: 'number', cell: ({ cells }) => countOf(cells, 'coded') },
            { header: 'Withheld', kind: 'number', cell: ({ cells }) => countOf(cells, 'suppressed') },
          ],
          rows: tables,
        }),
      }),
    })}`,
  });
}

function countOf(cells: SignedRelease['release']['tables'][number]['cells'], seen: string): string {
  return formatNumber(cells.filter((cell) => cell.seen === seen).length);
}

function proofList({ certificate, embargoUntil, previous, madeAt }: SignedRelease['release']) {
  const { policy, solver, primary, complementary, narrowest, audited, objective, bound } = certificate;
  return definitionList([
    {
      term: 'Policy',
      description: `${policy.id}, version ${policy.version}: no count under ${policy.threshold} is told`,
    },
    {
      term: 'Withheld counts',
      description: `${formatNumber(primary)} because they are small, ${formatNumber(complementary)} to protect them`,
    },
    {
      term: 'Tightest interval',
      description:
        narrowest === null
          ? 'Nothing is withheld.'
          : `The best an attacker can do leaves every withheld count at least ${formatNumber(narrowest, 2)} times as uncertain as is required.`,
    },
    {
      term: 'Cost',
      description:
        objective === bound
          ? `${formatNumber(objective)}, proved to be the least possible`
          : `${formatNumber(objective)}; no suppression costs less than ${formatNumber(bound)}`,
    },
    { term: 'Solver', description: solver },
    {
      term: 'Earlier releases tried against',
      description: audited.length === 0 ? 'None: it is the first' : formatNumber(audited.length),
    },
    {
      term: 'The release before',
      description: previous ? html`<code>${previous.slice(0, 16)}</code>` : 'None',
    },
    { term: 'Made', description: formatMoment(new Date(madeAt)) },
    { term: 'Embargo', description: embargoUntil ? `Until ${formatDate(embargoUntil)}` : 'None' },
  ]);
}

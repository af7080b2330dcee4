import { measureById } from '../../measures/registry.ts';
import { linkButton } from '../../page/button.ts';
import { card } from '../../page/card.ts';
import { formatMoment } from '../../vocabulary/formatDate.ts';
import { html } from '../../page/html.ts';
import { pageHeading } from '../../page/pageHeading.ts';
import { section } from '../../page/section.ts';
import { table } from '../../page/table.ts';
import { formatNumber } from '../../vocabulary/formatNumber.ts';
import { schoolYearName } from '../../vocabulary/schoolYear.ts';
import { selectParties } from '../partnership/partnership.store.ts';
import { asMember } from '../store/view.ts';
import { notFound } from '../web/notFound.ts';
import type { MemberAsk, Route } from '../web/route.ts';
import { proofList } from './proofList.page.ts';
import {
  type KeptRelease,
  type KeptTable,
  selectOptionalRelease,
  selectReleasedTables,
  selectReleaseFile,
} from './releases.store.ts';
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
  readonly kept: KeptRelease;
  readonly tables: readonly KeptTable[];
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
    const { id } = view.member.partnership;
    const kept = /^[0-9a-f]{64}$/.test(hash) ? await selectOptionalRelease(view, id, hash) : undefined;
    if (!kept) return undefined;
    const parties = await selectParties(view);
    const tables = await selectReleasedTables(view, id, hash);
    return { kept, parties, tables, sights: await readSights(view, parties, today) };
  });
  if (!found) return notFound(ask, 'There is no such release.');
  const { kept, tables, parties, sights } = found;
  const waits = kept.embargoUntil !== null && kept.embargoUntil > today;
  const sight = sights.find(({ grantId, cds }) => grantId === kept.grantId && cds === kept.cds);
  return answer(ask, {
    kept,
    tables,
    name: parties.find(({ cds }) => cds === kept.cds)?.name ?? kept.cds,
    maySeeAll: sight !== undefined && (sight.limits === null || (!waits && covers(sight.limits, tables))),
  });
}

/** Terms may have become stricter since it was made. */
function covers(
  limits: NonNullable<Awaited<ReturnType<typeof readSights>>[number]['limits']>,
  tables: readonly KeptTable[],
): boolean {
  return tables.every(
    ({ measure, schoolYear, hasSchools, smallest }) =>
      limits.measures.includes(measure) &&
      schoolYear >= limits.firstYear &&
      schoolYear <= limits.lastYear &&
      (limits.schools || !hasSchools) &&
      (smallest === null || smallest >= limits.smallestGroup),
  );
}

async function downloadRelease(ask: MemberAsk, { kept, maySeeAll }: Found): Promise<Response> {
  if (!maySeeAll) return notFound(ask, 'This release holds figures that you may not see today.');
  const { hash } = kept;
  const found = await asMember(ask.hub.database, ask.member, (view) =>
    selectReleaseFile(view, view.member.partnership.id, hash),
  );
  if (!found) return notFound(ask, 'There is no such release.');
  return ask.context.body(Uint8Array.from(found.file).buffer, 200, {
    'Content-Type': 'application/gzip',
    'Content-Disposition': `attachment; filename="release-${hash.slice(0, 12)}.tandem"`,
  });
}

function respondRelease(ask: MemberAsk, { kept, tables, name, maySeeAll }: Found): Promise<Response> {
  const { hash, sequence, certificate, signedBy } = kept;
  return ask.respond({
    title: `Release ${sequence} of ${name}`,
    section: 'shared',
    body: html`${pageHeading({
      title: `Release ${sequence} of ${name}`,
      lead: `${formatNumber(certificate.shown)} cells are shown, ${formatNumber(certificate.coded)} as a range, ${formatNumber(certificate.suppressed)} are withheld. No group of fewer than ${certificate.policy.threshold} students is shown.`,
      trail: sharedTrail(ask.home, { label: `Release ${sequence}` }),
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
          rows: signedBy,
        }),
        footer: html`Anybody with the file can check it: <code>tandem verify FILE</code>.`,
      }),
    })}${section({
      title: 'What was proved',
      id: 'certificate',
      lead: 'The vault tried to work every withheld count out, from all it had ever released; this hub tried again from the file alone before it let it in.',
      body: card({ body: proofList(kept) }),
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
            { header: 'Shown', kind: 'number', cell: ({ shown }) => formatNumber(shown) },
            { header: 'As a range', kind: 'number', cell: ({ coded }) => formatNumber(coded) },
            { header: 'Withheld', kind: 'number', cell: ({ suppressed }) => formatNumber(suppressed) },
          ],
          rows: tables,
        }),
      }),
    })}`,
  });
}

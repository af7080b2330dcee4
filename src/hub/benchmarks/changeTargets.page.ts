import { measureById } from '../../measures/registry.ts';
import { breadcrumb } from '../../page/breadcrumb.ts';
import { linkButton } from '../../page/button.ts';
import { callout } from '../../page/callout.ts';
import { card } from '../../page/card.ts';
import { form } from '../../page/form.ts';
import { html } from '../../page/html.ts';
import { pageHeading } from '../../page/pageHeading.ts';
import { inSentence } from '../../vocabulary/inSentence.ts';
import { findStudentGroup, studentGroupName } from '../../vocabulary/studentGroup.ts';
import { isId } from '../store/uuid.ts';
import { asMember } from '../store/view.ts';
import { notFound } from '../web/notFound.ts';
import type { MemberAsk, Route } from '../web/route.ts';
import { type FieldErrors, parseSeriesDraft, schoolYearOn } from './benchmarkDraft.ts';
import {
  insertChangedTargets,
  type KeptBenchmark,
  selectOptionalBenchmark,
  type TargetSeries,
} from './benchmarks.store.ts';
import type { Party } from '../partnership/partnership.store.ts';
import { promisingRoles } from './mayPromise.ts';
import { type PartyFigures, readPartyFigures, seriesPrefix } from './partyFigures.store.ts';
import { seriesFields } from './seriesFields.page.ts';

const path = '/partnerships/:partnership/benchmarks/:benchmark/districts/:cds/targets';

/** Changing one district's targets: a new version with its reason; the old one stays on the chart. */
export const changeTargetsPages: Route[] = [
  {
    method: 'get',
    path,
    access: promisingRoles,
    answer: (ask) => withTargets(ask, (found) => respondForm(ask, found, {}, new Map())),
  },
  {
    method: 'post',
    path,
    access: promisingRoles,
    answer: (ask) => withTargets(ask, (found) => changeTargets(ask, found)),
  },
];

type Found = PartyFigures & { readonly benchmark: KeptBenchmark; readonly latest: TargetSeries | undefined };

async function withTargets(ask: MemberAsk, answer: (found: Found) => Promise<Response>): Promise<Response> {
  const id = ask.context.req.param('benchmark') ?? '';
  if (!isId(id)) return notFound(ask, 'There is no such benchmark.');
  const benchmark = await asMember(ask.hub.database, ask.member, (view) => selectOptionalBenchmark(view, id));
  const group = benchmark && findStudentGroup(benchmark.group);
  if (!benchmark || !group) return notFound(ask, 'There is no such benchmark.');
  const parties = await readPartyFigures(ask.hub.database, ask.member, {
    measure: measureById(benchmark.measureId),
    group,
  });
  const own = parties.find((one) => one.party.cds === ask.context.req.param('cds'));
  if (!own) return notFound(ask, 'This district does not belong to the partnership.');
  if (own.party.districtId !== ask.member.districtId) return respondNotOwn(ask, own.party, benchmark.id);
  return answer({ ...own, benchmark, latest: benchmark.series.get(own.party.districtId)?.[0] });
}

/** Each district sets its own targets: nobody sets the partner's. */
function respondNotOwn(ask: MemberAsk, party: Party, benchmarkId: string): Promise<Response> {
  return ask.respond({
    title: 'Not yours to change',
    section: 'benchmarks',
    status: 403,
    body: html`${pageHeading({ title: `${party.shortName} sets its own targets` })}${callout({
      kind: 'refusal',
      title: `Only people of ${party.name} can change these targets.`,
      body: html`<a href="${`${ask.home}/benchmarks/${benchmarkId}`}">Back to the benchmark</a>`,
    })}`,
  });
}

function respondForm(
  ask: MemberAsk,
  found: Found,
  written: Readonly<Record<string, string>>,
  errors: FieldErrors,
): Promise<Response> {
  const { benchmark, party, latest, figures } = found;
  const measure = measureById(benchmark.measureId);
  const prefix = seriesPrefix(party);
  const standing: Record<string, string> = {};
  if (latest) {
    standing[`${prefix}baseline`] = String(latest.baseline.year);
    standing[`${prefix}planGoal`] = latest.planGoal ?? '';
    standing[`${prefix}provenance`] = latest.provenance;
    for (const target of latest.targets) standing[`${prefix}target-${target.year}`] = target.value;
  }
  const home = `${ask.home}/benchmarks/${benchmark.id}`;
  const conflict = errors.get('version');
  return ask.respond({
    title: `Change ${party.shortName}’s targets: ${measure.shortName}, ${inSentence(studentGroupName(benchmark.group))}`,
    section: 'benchmarks',
    status: errors.size > 0 ? 422 : undefined,
    body: html`${pageHeading({
      title: `Change ${party.shortName}’s targets`,
      lead: `${benchmark.wording} The partner will see the change and its reason; the old targets stay on the chart.`,
      trail: breadcrumb([
        { label: 'Partnership', href: ask.home },
        { label: 'Benchmarks', href: `${ask.home}/benchmarks` },
        { label: measure.shortName, href: home },
        { label: 'Change targets' },
      ]),
    })}${conflict ? callout({ kind: 'refusal', title: conflict }) : ''}${card({
      body: form({
        action: `${home}/districts/${party.cds}/targets`,
        csrfToken: ask.person.csrfToken,
        submit: 'Change the targets',
        second: linkButton({ label: 'Leave them as they are', href: home, tone: 'quiet' }),
        errors: [...errors]
          .filter(([field]) => field !== 'version')
          .map(([field, message]) => ({ field, message })),
        body: html`<input type="hidden" name="version" value="${String(latest?.version ?? 0)}">${seriesFields(
          {
            districtName: party.name,
            prefix,
            measure,
            figures,
            currentYear: schoolYearOn(ask.hub.now()),
            written: Object.keys(written).length > 0 ? written : standing,
            errors,
          },
        )}`,
      }),
    })}`,
  });
}

async function changeTargets(ask: MemberAsk, found: Found): Promise<Response> {
  const { benchmark, party, latest, figures } = found;
  const now = ask.hub.now();
  const currentYear = schoolYearOn(now);
  const parsed = parseSeriesDraft(ask.form, {
    measure: measureById(benchmark.measureId),
    prefix: seriesPrefix(party),
    figures,
    currentYear,
    pastTargets: (latest?.targets ?? []).filter((target) => target.year < currentYear),
  });
  if (!parsed.ok) return respondForm(ask, found, ask.form, parsed.errors);
  const basedOn = Number(ask.form.version);
  const written =
    Number.isInteger(basedOn) && basedOn === (latest?.version ?? 0)
      ? await asMember(ask.hub.database, ask.member, (view) =>
          insertChangedTargets(view, benchmark.id, party.districtId, basedOn, parsed.value, now),
        )
      : { done: false as const };
  if (!written.done) {
    const who = latest ? ` ${latest.madeBy} changed them first: ${latest.reason}` : '';
    const message = `Somebody else changed these targets while you were writing.${who} Yours are still below: look at both, then send again.`;
    return respondForm(ask, found, ask.form, new Map([['version', message]]));
  }
  return ask.context.redirect(`${ask.home}/benchmarks/${benchmark.id}`, 303);
}

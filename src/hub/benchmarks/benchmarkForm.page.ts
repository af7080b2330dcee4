import { findMeasure, measures } from '../../measures/registry.ts';
import { breadcrumb } from '../../page/breadcrumb.ts';
import { linkButton } from '../../page/button.ts';
import { callout } from '../../page/callout.ts';
import { card } from '../../page/card.ts';
import { form } from '../../page/form.ts';
import { type Content, html } from '../../page/html.ts';
import { pageHeading } from '../../page/pageHeading.ts';
import { selectField } from '../../page/selectField.ts';
import { textArea } from '../../page/textArea.ts';
import { inSentence } from '../../vocabulary/inSentence.ts';
import type { MeasureDefinition } from '../../vocabulary/measure.ts';
import { focusAreas } from '../../vocabulary/partnership.ts';
import { findStudentGroup, studentGroups } from '../../vocabulary/studentGroup.ts';
import { newUuid } from '../store/uuid.ts';
import { asMember } from '../store/view.ts';
import type { MemberAsk, Route } from '../web/route.ts';
import {
  type FieldErrors,
  parseSeriesDraft,
  parseWording,
  schoolYearOn,
  type SeriesDraft,
} from './benchmarkDraft.ts';
import { insertBenchmark } from './benchmarks.store.ts';
import { promisingRoles } from './mayPromise.ts';
import { type BenchmarkSubject, readPartyFigures, seriesPrefix } from './partyFigures.store.ts';
import { seriesFields } from './seriesFields.page.ts';

/** Making a benchmark: choose what, then each district its own targets. */
export const benchmarkFormPages: Route[] = [
  {
    method: 'get',
    path: '/partnerships/:partnership/benchmarks/new',
    access: promisingRoles,
    answer: newBenchmarkPage,
  },
  {
    method: 'post',
    path: '/partnerships/:partnership/benchmarks/new',
    access: promisingRoles,
    answer: makeBenchmark,
  },
];

async function newBenchmarkPage(ask: MemberAsk): Promise<Response> {
  const measure = findMeasure(ask.context.req.query('measure') ?? '');
  const group = findStudentGroup(ask.context.req.query('group') ?? '');
  if (!measure || !group || measure.direction === 'context') return respondChooser(ask, measure);
  return respondForm(ask, { measure, group }, {}, new Map());
}

function frame(ask: MemberAsk, lead: string, body: Content, status?: 422): Promise<Response> {
  return ask.respond({
    title: 'A new benchmark',
    section: 'benchmarks',
    status,
    body: html`${pageHeading({
      title: 'A new benchmark',
      lead,
      trail: breadcrumb([
        { label: 'Partnership', href: ask.home },
        { label: 'Benchmarks', href: `${ask.home}/benchmarks` },
        { label: 'New' },
      ]),
    })}${body}`,
  });
}

function respondChooser(ask: MemberAsk, measure: MeasureDefinition | undefined): Promise<Response> {
  const offered = measures.filter(
    (one) =>
      one.endedAfter === null && one.direction !== 'context' && one.unit !== 'letter' && one.unit !== 'flag',
  );
  return frame(
    ask,
    'A benchmark is one measure that both districts promise to move, each by its own targets.',
    card({
      body: form({
        action: `${ask.home}/benchmarks/new`,
        method: 'get',
        submit: 'Next: targets',
        body: html`${selectField({
          id: 'measure',
          name: 'measure',
          label: 'Measure',
          value: measure?.id,
          options: focusAreas
            .map((area) => ({
              group: area.name as string,
              options: offered
                .filter((one) => one.focusArea === area.id)
                .map((one) => ({ value: one.id, label: one.shortName })),
            }))
            .concat({
              group: 'Other',
              options: offered
                .filter((one) => one.focusArea === null)
                .map((one) => ({ value: one.id, label: one.shortName })),
            }),
        })}${selectField({
          id: 'group',
          name: 'group',
          label: 'Students',
          empty: null,
          value: 'ALL',
          options: studentGroups.map((one) => ({ value: one.code, label: one.name })),
        })}`,
      }),
    }),
  );
}

async function respondForm(
  ask: MemberAsk,
  choice: BenchmarkSubject,
  written: Readonly<Record<string, string>>,
  errors: FieldErrors,
): Promise<Response> {
  const parties = await readPartyFigures(ask.hub.database, ask.member, choice);
  const { measure, group } = choice;
  const currentYear = schoolYearOn(ask.hub.now());
  const missing = parties.filter((one) => one.figures.length === 0);
  const focus = measure.focusArea ?? 'college-career';
  const body = form({
    action: `${ask.home}/benchmarks/new?measure=${measure.id}&group=${group.code}`,
    csrfToken: ask.person.csrfToken,
    submit: 'Make the benchmark',
    second: linkButton({
      label: 'Choose another measure',
      href: `${ask.home}/benchmarks/new`,
      tone: 'quiet',
    }),
    errors: [...errors].map(([field, message]) => {
      const whose = parties.find(({ party }) => field.startsWith(seriesPrefix(party)))?.party.shortName;
      return { field, message: whose ? `${whose}: ${message}` : message };
    }),
    body: html`${textArea({
      id: 'wording',
      name: 'wording',
      label: 'In your own words',
      hint: 'What the two districts promise, as you would say it to a board.',
      error: errors.get('wording'),
      value: written.wording,
    })}${selectField({
      id: 'focusArea',
      name: 'focusArea',
      label: 'Focus area',
      empty: null,
      value: written.focusArea ?? focus,
      options: focusAreas.map((area) => ({ value: area.id, label: area.name })),
    })}<div class="columns columns-two">${parties.map(
      ({ party, figures }) =>
        html`<div>${seriesFields({ districtName: party.name, prefix: seriesPrefix(party), measure, figures, currentYear, written, errors })}</div>`,
    )}</div>`,
  });
  return frame(
    ask,
    `${measure.shortName}, ${inSentence(group.name)}. ${measure.direction === 'down' ? 'Lower' : 'Higher'} is better.`,
    html`${
      missing.length > 0
        ? callout({
            kind: 'warning',
            title: `${missing.map((one) => one.party.shortName).join(' and ')}: no figure of this group can be shown.`,
            body: 'A benchmark starts from a figure. Choose a larger group or another measure.',
          })
        : ''
    }${card({ body })}`,
    errors.size > 0 ? 422 : undefined,
  );
}

async function makeBenchmark(ask: MemberAsk): Promise<Response> {
  const measure = findMeasure(ask.context.req.query('measure') ?? '');
  const group = findStudentGroup(ask.context.req.query('group') ?? '');
  if (!measure || !group || measure.direction === 'context') return respondChooser(ask, measure);
  const errors = new Map<string, string>();
  const wording = parseWording(ask.form);
  if (!wording.ok) for (const [field, message] of wording.errors) errors.set(field, message);
  const focusArea = focusAreas.find((area) => area.id === ask.form.focusArea)?.id;
  if (!focusArea) errors.set('focusArea', 'Choose a focus area.');
  const series = new Map<string, SeriesDraft>();
  for (const { party, figures } of await readPartyFigures(ask.hub.database, ask.member, { measure, group })) {
    const parsed = parseSeriesDraft(ask.form, {
      measure,
      prefix: seriesPrefix(party),
      figures,
      currentYear: schoolYearOn(ask.hub.now()),
      pastTargets: [],
    });
    if (parsed.ok && parsed.value.provenance === 'agreed' && party.districtId !== ask.member.districtId) {
      errors.set(
        `${seriesPrefix(party)}provenance`,
        `Only ${party.shortName} can say that its targets are agreed. Propose them instead.`,
      );
    } else if (parsed.ok) series.set(party.districtId, parsed.value);
    else for (const [field, message] of parsed.errors) errors.set(field, message);
  }
  if (errors.size > 0 || !wording.ok || !focusArea)
    return respondForm(ask, { measure, group }, ask.form, errors);
  const id = newUuid(ask.hub.now());
  const draft = {
    focusArea,
    measureId: measure.id,
    group: group.code,
    grade: 'all' as const,
    wording: wording.value,
    series,
  };
  const written = await asMember(ask.hub.database, ask.member, (view) =>
    insertBenchmark(view, id, draft, ask.hub.now()),
  );
  if (!written.done) {
    const message = `There is already a benchmark for ${measure.shortName}, ${inSentence(group.name)}. Change its targets instead.`;
    return respondForm(ask, { measure, group }, ask.form, new Map([['wording', message]]));
  }
  return ask.context.redirect(`${ask.home}/benchmarks/${id}`, 303);
}

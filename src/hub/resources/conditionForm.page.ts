import { linkButton } from '../../page/button.ts';
import { card } from '../../page/card.ts';
import { form } from '../../page/form.ts';
import { type Content, html } from '../../page/html.ts';
import { pageHeading } from '../../page/pageHeading.ts';
import { radioGroup } from '../../page/radioGroup.ts';
import { selectField } from '../../page/selectField.ts';
import { textArea } from '../../page/textArea.ts';
import { textField } from '../../page/textField.ts';
import { calendarDay } from '../../vocabulary/calendarDay.ts';
import { formatNumber } from '../../vocabulary/formatNumber.ts';
import { schoolYearName } from '../../vocabulary/schoolYear.ts';
import type { FieldErrors } from '../benchmarks/benchmarkDraft.ts';
import { isId } from '../store/uuid.ts';
import { asMember } from '../store/view.ts';
import { notFound } from '../web/notFound.ts';
import type { MemberAsk, Route } from '../web/route.ts';
import { parseConditionDraft, type TargetChoice } from './conditionDraft.ts';
import { type ConditionOf, insertCondition } from './conditions.store.ts';
import type { Flexibility } from './flexibilities.store.ts';
import { mayChangeResource, resourceRoles } from './mayWorkOnResources.ts';
import { ownerOf } from './ownerOf.ts';
import { conditionKinds } from './resourceKinds.ts';
import { flexibilityPath, resourcesTrail, respondNotYours, sourcePath } from './resourcesPlace.page.ts';
import { type ResourceReading, readResources } from './resourceReading.store.ts';
import { benchmarkName, districtName } from './resourceWords.page.ts';
import type { FundingSource } from './sources.store.ts';
import { targetChoices } from './targetChoices.ts';

const path = '/partnerships/:partnership/resources/conditions/new';

/** Writing a condition down, of a flexibility or of a funding source. */
export const conditionFormPages: Route[] = [
  {
    method: 'get',
    path,
    access: resourceRoles,
    answer: (ask) => withOwner(ask, (found) => respondForm(ask, found, {}, new Map())),
  },
  {
    method: 'post',
    path,
    access: resourceRoles,
    answer: (ask) => withOwner(ask, (found) => writeCondition(ask, found)),
  },
];

type Found = {
  readonly reading: ResourceReading;
  readonly owner: Flexibility | FundingSource;
  readonly of: ConditionOf;
  readonly targets: readonly TargetChoice[];
  readonly back: string;
};

async function withOwner(ask: MemberAsk, answer: (found: Found) => Promise<Response>): Promise<Response> {
  const { context, hub, member, home } = ask;
  const [flexibilityId, sourceId] = [context.req.query('flexibility'), context.req.query('source')];
  const of: ConditionOf | undefined = isId(flexibilityId)
    ? { flexibilityId, sourceId: null }
    : isId(sourceId)
      ? { flexibilityId: null, sourceId }
      : undefined;
  const reading = await asMember(hub.database, member, (view) => readResources(view, calendarDay(hub.now())));
  const owner = of && ownerOf(reading, of);
  if (!of || !owner)
    return notFound(ask, 'A condition belongs to a flexibility or to a funding source: begin on its page.');
  const back = of.flexibilityId ? flexibilityPath(home, owner.id) : sourcePath(home, owner.id);
  if (!mayChangeResource(member, owner.districtId)) return respondNotYours(ask, back);
  return answer({ reading, owner, of, targets: targetChoices(reading.benchmarks, owner.districtId), back });
}

function respondForm(
  ask: MemberAsk,
  found: Found,
  written: Readonly<Record<string, string>>,
  errors: FieldErrors,
): Promise<Response> {
  const { owner, of, back } = found;
  const name = 'title' in owner ? owner.title : owner.name;
  return ask.respond({
    title: `Add a condition of ${name}`,
    section: 'resources',
    status: errors.size > 0 ? 422 : undefined,
    body: html`${pageHeading({
      title: 'Add a condition',
      eyebrow: name,
      lead: 'Say what must come true and by when. Whether it did is read from the pace, the ledger, or the day a report was sent.',
      trail: resourcesTrail(ask.home, { label: name, href: back }, { label: 'Add a condition' }),
    })}${card({
      body: form({
        action: `${ask.home}/resources/conditions/new?${of.flexibilityId ? `flexibility=${of.flexibilityId}` : `source=${of.sourceId}`}`,
        csrfToken: ask.person.csrfToken,
        submit: 'Write it down',
        second: linkButton({ label: 'Leave it', href: back, tone: 'quiet' }),
        errors: [...errors].map(([field, message]) => ({ field, message })),
        body: fieldsOf(found, written, errors),
      }),
    })}`,
  });
}

function fieldsOf(
  { reading, targets }: Found,
  written: Readonly<Record<string, string>>,
  errors: FieldErrors,
): Content {
  const years = [
    ...new Set(targets.flatMap(({ baseline, target }) => range(baseline.year + 1, target.year))),
  ];
  return html`${radioGroup({
    id: 'kind',
    name: 'kind',
    label: 'What it asks for',
    error: errors.get('kind'),
    value: written.kind,
    choices: conditionKinds.map(({ id, name, hint }) => ({ value: id, label: name, hint })),
  })}${textField({
    id: 'dueOn',
    name: 'dueOn',
    label: 'By which day',
    type: 'date',
    error: errors.get('dueOn'),
    value: written.dueOn,
  })}${selectField({
    id: 'target',
    name: 'target',
    label: 'Which target',
    hint: 'For a target or a pace. It stays in the condition as it is today, also when the district changes it later.',
    optional: true,
    error: errors.get('target'),
    value: written.target,
    options: targets.map((choice) => ({ value: choice.key, label: targetText(reading, choice) })),
  })}${selectField({
    id: 'schoolYear',
    name: 'schoolYear',
    label: 'With the results of',
    hint: 'For a pace.',
    optional: true,
    empty: 'The year of the target',
    error: errors.get('schoolYear'),
    value: written.schoolYear,
    options: years
      .toSorted((a, b) => a - b)
      .map((year) => ({ value: String(year), label: schoolYearName(year) })),
  })}${textField({
    id: 'amount',
    name: 'amount',
    label: 'How much',
    hint: 'For spending.',
    unit: 'dollars',
    width: 'medium',
    optional: true,
    error: errors.get('amount'),
    value: written.amount,
  })}${textField({
    id: 'objects',
    name: 'objects',
    label: 'On which object codes',
    hint: 'For spending: 5800 or 5000-5999. Empty is all.',
    width: 'medium',
    optional: true,
    error: errors.get('objects'),
    value: written.objects,
  })}${selectField({
    id: 'engagement',
    name: 'engagement',
    label: 'On which work',
    hint: 'For spending.',
    optional: true,
    empty: 'Any',
    error: errors.get('engagement'),
    value: written.engagement,
    options: reading.engagements.map(({ id, title }) => ({ value: id, label: title })),
  })}${textArea({
    id: 'words',
    name: 'words',
    label: 'In your own words',
    hint: 'What happens if it is not met, and who asks for it.',
    rows: 2,
    optional: true,
    error: errors.get('words'),
    value: written.words,
  })}`;
}

function targetText(reading: ResourceReading, { benchmarkId, districtId, target }: TargetChoice): string {
  const about = reading.benchmarks.find(({ benchmark }) => benchmark.id === benchmarkId);
  return `${districtName(reading, districtId)}: ${formatNumber(target.value)} by ${schoolYearName(target.year)}, ${about ? benchmarkName(about) : ''}`;
}

function range(first: number, last: number): number[] {
  return Array.from({ length: last - first + 1 }, (_, i) => first + i);
}

async function writeCondition(ask: MemberAsk, found: Found): Promise<Response> {
  const { reading, owner, of, targets, back } = found;
  const parsed = parseConditionDraft(ask.form, {
    targets,
    engagementIds: reading.engagements.map(({ id }) => id),
    fromDay: owner.fromDay,
  });
  if (!parsed.ok) return respondForm(ask, found, ask.form, parsed.errors);
  await asMember(ask.hub.database, ask.member, (view) =>
    insertCondition(view, of, parsed.value, ask.hub.now()),
  );
  return ask.context.redirect(`${back}#conditions`, 303);
}

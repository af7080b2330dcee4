import { withResources } from './withResources.page.ts';
import { callout } from '../../page/callout.ts';
import { card } from '../../page/card.ts';
import { form } from '../../page/form.ts';
import { type Content, html } from '../../page/html.ts';
import { pageHeading } from '../../page/pageHeading.ts';
import { selectField } from '../../page/selectField.ts';
import { table } from '../../page/table.ts';
import { textField } from '../../page/textField.ts';
import { formatMoney } from '../../vocabulary/formatNumber.ts';
import type { FieldErrors } from '../benchmarks/benchmarkDraft.ts';
import { asMember } from '../store/view.ts';
import { notFound } from '../web/notFound.ts';
import type { MemberAsk, Route } from '../web/route.ts';
import { objectRangeText } from './accountCode.ts';
import { parseLedgerRule } from './ledgerRule.ts';
import { insertLedgerRule, type LedgerRule, withdrawLedgerRule } from './ledgerRules.store.ts';
import { isAssigned } from './matchLines.ts';
import { mayChangeResource, resourceRoles } from './mayWorkOnResources.ts';
import { resourceParts, resourcesTrail, respondNotYours } from './resourcesPlace.page.ts';
import { type MatchedLine, type ResourceReading } from './resourceReading.store.ts';
import { districtName } from './resourceWords.page.ts';

const path = '/partnerships/:partnership/resources/rules';

/** Which lines of the ledgers belong where. A rule holds for every line, earlier ones too, so that nothing is sorted by hand. */
export const rulePages: Route[] = [
  {
    method: 'get',
    path,
    access: 'members',
    answer: (ask) => withResources(ask, (found) => respondRules(ask, found, {}, new Map())),
  },
  {
    method: 'post',
    path,
    access: resourceRoles,
    answer: (ask) => withResources(ask, (found) => writeRule(ask, found)),
  },
  {
    method: 'post',
    path: `${path}/:rule/withdraw`,
    access: resourceRoles,
    answer: (ask) => withResources(ask, (found) => withdraw(ask, found)),
  },
];

function respondRules(
  ask: MemberAsk,
  reading: ResourceReading,
  written: Readonly<Record<string, string>>,
  errors: FieldErrors,
): Promise<Response> {
  const may = mayChangeResource(ask.member, ask.member.districtId);
  return ask.respond({
    title: 'Rules for the ledger',
    section: 'resources',
    status: errors.size > 0 ? 422 : undefined,
    body: html`${pageHeading({
      title: 'Rules for the ledger',
      lead: 'Which lines pay for what. Where several rules fit a line, the one that asks for more decides, then the newer.',
      trail: resourcesTrail(ask.home, { label: 'Rules' }),
    })}${resourceParts(ask.home, 'rules')}${card({ title: 'Rules in force', body: ruleTable(ask, reading) })}${
      may ? card({ title: 'Set a rule', body: ruleForm(ask, reading, written, errors) }) : ''
    }${unmatched(reading, ask.member.districtId)}`,
  });
}

function ruleTable(ask: MemberAsk, reading: ResourceReading): Content {
  const spending = reading.lines.filter(({ holds }) => holds === 'spending');
  const byRule = Map.groupBy(spending, ({ by }) => by);
  const sum = (lines: readonly MatchedLine[]) =>
    lines.reduce((cents, { amountCents }) => cents + amountCents, 0);
  return table<LedgerRule>({
    caption: 'Rules in force',
    captionHidden: true,
    columns: [
      { header: 'Lines that', kind: 'header', cell: criteriaText },
      { header: 'Of', cell: ({ districtId }) => districtName(reading, districtId) },
      { header: 'Belong to', cell: (rule) => targetText(reading, rule) },
      { header: 'Decides', kind: 'number', cell: ({ id }) => `${byRule.get(id)?.length ?? 0} lines` },
      { header: 'Spent', kind: 'number', cell: ({ id }) => formatMoney(sum(byRule.get(id) ?? [])) },
      {
        header: 'Change',
        cell: (rule) =>
          mayChangeResource(ask.member, rule.districtId)
            ? form({
                action: `${ask.home}/resources/rules/${rule.id}/withdraw`,
                csrfToken: ask.person.csrfToken,
                submit: 'Withdraw',
                submitTone: 'quiet',
                inline: true,
                body: '',
              })
            : '',
      },
    ],
    rows: reading.rules,
    empty: 'No rule is set. Lines with the resource code of one funding source belong to it by themselves.',
  });
}

function criteriaText({ resourceCode, objects, holdsText }: LedgerRule): string {
  return [
    resourceCode ? `have resource ${resourceCode}` : '',
    objects ? `have object ${objectRangeText(objects)}` : '',
    holdsText ? `say “${holdsText}”` : '',
  ]
    .filter(Boolean)
    .join(' and ');
}

function targetText(reading: ResourceReading, { sourceId, flexibilityId, engagementId }: LedgerRule): string {
  return [
    reading.fundingSources.find(({ id }) => id === sourceId)?.name,
    reading.flexibilities.find(({ id }) => id === flexibilityId)?.title,
    reading.engagements.find(({ id }) => id === engagementId)?.title,
  ]
    .filter(Boolean)
    .join('; ');
}

function ruleForm(
  ask: MemberAsk,
  reading: ResourceReading,
  written: Readonly<Record<string, string>>,
  errors: FieldErrors,
): Content {
  const own = ask.member.districtId;
  const text = (id: string, label: string, hint: string) =>
    textField({
      id,
      name: id,
      label,
      hint,
      optional: true,
      width: 'medium',
      error: errors.get(id),
      value: written[id],
    });
  const choice = (
    id: string,
    label: string,
    options: readonly { readonly value: string; readonly label: string }[],
  ) =>
    selectField({
      id,
      name: id,
      label,
      optional: true,
      empty: 'None',
      error: errors.get(id),
      value: written[id],
      options,
    });
  return form({
    action: `${ask.home}/resources/rules`,
    csrfToken: ask.person.csrfToken,
    submit: 'Set the rule',
    errors: [...errors].map(([field, message]) => ({ field, message })),
    body: html`<div class="field-row" role="group" aria-label="Which lines">${text('resourceCode', 'Resource code', 'Four digits.')}${text('objects', 'Object codes', '5800 or 5000-5999.')}${text('holdsText', 'Description says', 'Capitals do not matter.')}</div>${choice(
      'source',
      'Funding source',
      ofDistrict(reading.fundingSources, own).map(({ id, name }) => ({ value: id, label: name })),
    )}${choice(
      'flexibility',
      'Flexibility',
      ofDistrict(reading.flexibilities, own).map(({ id, title }) => ({ value: id, label: title })),
    )}${choice(
      'engagement',
      'Work',
      reading.engagements.map(({ id, title }) => ({ value: id, label: title })),
    )}`,
  });
}

/** A district's ledger pays out of its own money, or out of what both have together: never out of the other's. */
function ofDistrict<T extends { readonly districtId: string | null }>(
  all: readonly T[],
  districtId: string | null,
): T[] {
  return all.filter((one) => one.districtId === null || one.districtId === districtId);
}

/** Resource codes of one's own ledger that no source and no rule knows. */
function unmatched({ lines }: ResourceReading, districtId: string | null): Content {
  const left = lines.filter(
    (line) => line.districtId === districtId && line.holds === 'spending' && !isAssigned(line),
  );
  const codes = [...Map.groupBy(left, ({ resourceCode }) => resourceCode || 'none')];
  if (codes.length === 0) return '';
  return callout({
    kind: 'info',
    title: 'Resource codes that nothing here knows',
    body: html`<ul>${codes.map(
      ([code, rows]) =>
        html`<li>${`${code}: ${rows.length === 1 ? 'one line' : `${rows.length} lines`}, ${formatMoney(rows.reduce((sum, { amountCents }) => sum + amountCents, 0))}`}</li>`,
    )}</ul>Their lines are kept, counted nowhere, and shown to your district alone.`,
  });
}

async function writeRule(ask: MemberAsk, reading: ResourceReading): Promise<Response> {
  const { districtId } = ask.member;
  if (!districtId) return respondNotYours(ask, `${ask.home}/resources/rules`);
  const parsed = parseLedgerRule(ask.form, {
    sourceIds: ofDistrict(reading.fundingSources, districtId).map(({ id }) => id),
    flexibilityIds: ofDistrict(reading.flexibilities, districtId).map(({ id }) => id),
    engagementIds: reading.engagements.map(({ id }) => id),
  });
  if (!parsed.ok) return respondRules(ask, reading, ask.form, parsed.errors);
  await asMember(ask.hub.database, ask.member, (view) =>
    insertLedgerRule(view, districtId, parsed.value, ask.hub.now()),
  );
  return ask.context.redirect(`${ask.home}/resources/rules`, 303);
}

async function withdraw(ask: MemberAsk, { rules }: ResourceReading): Promise<Response> {
  const rule = rules.find(({ id }) => id === ask.context.req.param('rule'));
  if (!rule) return notFound(ask, 'There is no such rule, or it was withdrawn already.');
  if (!mayChangeResource(ask.member, rule.districtId))
    return respondNotYours(ask, `${ask.home}/resources/rules`);
  await asMember(ask.hub.database, ask.member, (view) => withdrawLedgerRule(view, rule, ask.hub.now()));
  return ask.context.redirect(`${ask.home}/resources/rules`, 303);
}

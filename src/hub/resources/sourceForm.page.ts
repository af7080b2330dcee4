import { linkButton } from '../../page/button.ts';
import { callout } from '../../page/callout.ts';
import { card } from '../../page/card.ts';
import { form } from '../../page/form.ts';
import { type Content, html } from '../../page/html.ts';
import { pageHeading } from '../../page/pageHeading.ts';
import { radioGroup } from '../../page/radioGroup.ts';
import { selectField } from '../../page/selectField.ts';
import { textArea } from '../../page/textArea.ts';
import { textField } from '../../page/textField.ts';
import type { FieldErrors } from '../benchmarks/benchmarkDraft.ts';
import { type Party, selectParties } from '../partnership/partnership.store.ts';
import { asMember } from '../store/view.ts';
import { isId } from '../store/uuid.ts';
import { notFound } from '../web/notFound.ts';
import type { MemberAsk, Route } from '../web/route.ts';
import { centsInForm } from './centsInForm.ts';
import { mayChangeResource, resourceRoles } from './mayWorkOnResources.ts';
import { periodFields } from './periodFields.page.ts';
import { readVersion } from './resourceFields.ts';
import { sourceKinds } from './resourceKinds.ts';
import { resourcesTrail, respondNotYours, sourcePath } from './resourcesPlace.page.ts';
import { bothDistricts, parseSourceDraft } from './sourceDraft.ts';
import {
  type FundingSource,
  insertFundingSource,
  insertFundingSourceChange,
  selectOptionalFundingSource,
} from './sources.store.ts';

const path = '/partnerships/:partnership/resources/sources';

/** Writing a funding source down, and changing it: each change a version with its reason. */
export const sourceFormPages: Route[] = [
  {
    method: 'get',
    path: `${path}/new`,
    access: resourceRoles,
    answer: (ask) => withSource(ask, (found) => respondForm(ask, found, found.written, new Map())),
  },
  {
    method: 'post',
    path: `${path}/new`,
    access: resourceRoles,
    answer: (ask) => withSource(ask, (found) => writeSource(ask, found)),
  },
  {
    method: 'get',
    path: `${path}/:source/change`,
    access: resourceRoles,
    answer: (ask) => withSource(ask, (found) => respondForm(ask, found, found.written, new Map())),
  },
  {
    method: 'post',
    path: `${path}/:source/change`,
    access: resourceRoles,
    answer: (ask) => withSource(ask, (found) => writeSource(ask, found)),
  },
];

type Written = Readonly<Record<string, string>>;
type Found = {
  readonly own: Party;
  readonly source: FundingSource | undefined;
  /** What the form starts from. */
  readonly written: Written;
};

async function withSource(ask: MemberAsk, answer: (found: Found) => Promise<Response>): Promise<Response> {
  const id = ask.context.req.param('source');
  const { parties, source } = await asMember(ask.hub.database, ask.member, async (view) => ({
    parties: await selectParties(view),
    source: isId(id) ? await selectOptionalFundingSource(view, id) : undefined,
  }));
  if (id !== undefined && !source) return notFound(ask, 'There is no such funding source.');
  const own = parties.find(({ districtId }) => districtId === ask.member.districtId);
  if (!own || (source && !mayChangeResource(ask.member, source.districtId)))
    return respondNotYours(ask, `${ask.home}/resources`);
  return answer({ own, source, written: source ? standing(source) : { district: own.districtId } });
}

function standing(source: FundingSource): Written {
  return {
    name: source.name,
    kind: source.kind,
    district: source.districtId ?? bothDistricts,
    resourceCode: source.resourceCode ?? '',
    restricted: source.restricted ? 'yes' : 'no',
    fromDay: source.fromDay,
    untilDay: source.untilDay,
    amount: centsInForm(source.amountCents),
    words: source.words ?? '',
  };
}

function respondForm(
  ask: MemberAsk,
  { own, source }: Found,
  written: Written,
  errors: FieldErrors,
): Promise<Response> {
  const title = source ? `Change ${source.name}` : 'Add a funding source';
  const conflict = errors.get('version');
  return ask.respond({
    title,
    section: 'resources',
    status: errors.size > 0 ? 422 : undefined,
    body: html`${pageHeading({
      title,
      lead: source
        ? 'The partner sees the change and its reason; what stood before stays.'
        : 'Money that pays for work of the partnership. What was spent of it comes from the ledger, not from here.',
      trail: resourcesTrail(ask.home, { label: title }),
    })}${conflict ? callout({ kind: 'refusal', title: conflict }) : ''}${card({
      body: form({
        action: source ? `${sourcePath(ask.home, source.id)}/change` : `${ask.home}/resources/sources/new`,
        csrfToken: ask.person.csrfToken,
        submit: source ? 'Change it' : 'Write it down',
        second: linkButton({
          label: 'Leave it',
          href: source ? sourcePath(ask.home, source.id) : `${ask.home}/resources`,
          tone: 'quiet',
        }),
        errors: [...errors]
          .filter(([field]) => field !== 'version')
          .map(([field, message]) => ({ field, message })),
        body: html`${source ? html`<input type="hidden" name="version" value="${written.version ?? String(source.version)}">` : ''}${fields(own, written, errors)}${
          source
            ? textArea({
                id: 'reason',
                name: 'reason',
                label: 'Why it changes',
                rows: 2,
                error: errors.get('reason'),
                value: written.reason,
              })
            : ''
        }`,
      }),
    })}`,
  });
}

function fields(own: Party, written: Written, errors: FieldErrors): Content {
  return html`${textField({ id: 'name', name: 'name', label: 'Name', error: errors.get('name'), value: written.name })}${selectField(
    {
      id: 'kind',
      name: 'kind',
      label: 'Where it comes from',
      error: errors.get('kind'),
      value: written.kind,
      options: sourceKinds.map(({ id, name }) => ({ value: id, label: name })),
    },
  )}${radioGroup({
    id: 'district',
    name: 'district',
    label: 'Whose it is',
    error: errors.get('district'),
    value: written.district,
    choices: [
      { value: own.districtId, label: own.name },
      { value: bothDistricts, label: 'Both districts together' },
    ],
  })}${textField({
    id: 'amount',
    name: 'amount',
    label: 'Amount',
    hint: 'Like 250,000 or 1.2 million.',
    unit: 'dollars',
    width: 'medium',
    error: errors.get('amount'),
    value: written.amount,
  })}${periodFields(written, errors)}${textField({
    id: 'resourceCode',
    name: 'resourceCode',
    label: 'Resource code',
    hint: 'The four digits of the state’s account code. Lines of the ledger with it belong to this source by themselves.',
    optional: true,
    width: 'short',
    error: errors.get('resourceCode'),
    value: written.resourceCode,
  })}${radioGroup({
    id: 'restricted',
    name: 'restricted',
    label: 'Is it restricted to a purpose?',
    error: errors.get('restricted'),
    value: written.restricted,
    choices: [
      { value: 'yes', label: 'Yes, it is restricted' },
      { value: 'no', label: 'No' },
    ],
  })}${textArea({
    id: 'words',
    name: 'words',
    label: 'What others should know',
    rows: 2,
    optional: true,
    error: errors.get('words'),
    value: written.words,
  })}`;
}

async function writeSource(ask: MemberAsk, found: Found): Promise<Response> {
  const { own, source } = found;
  const parsed = parseSourceDraft(ask.form, { own: own.districtId, isChange: source !== undefined });
  if (!parsed.ok) return respondForm(ask, found, ask.form, parsed.errors);
  const now = ask.hub.now();
  if (!source) {
    const id = await asMember(ask.hub.database, ask.member, (view) =>
      insertFundingSource(view, parsed.value, now),
    );
    return ask.context.redirect(sourcePath(ask.home, id), 303);
  }
  const written = await asMember(ask.hub.database, ask.member, (view) =>
    insertFundingSourceChange(view, source.id, readVersion(ask.form), parsed.value, now),
  );
  if (written.done) return ask.context.redirect(sourcePath(ask.home, source.id), 303);
  return withSource(ask, (meanwhile) => {
    const { madeBy, reason, version } = meanwhile.source ?? source;
    const message = `${madeBy} changed it first${reason ? `: ${reason.replace(/\.$/, '')}` : ''}. Nothing of yours is lost: it is below. Look at both, then send again.`;
    return respondForm(
      ask,
      meanwhile,
      { ...ask.form, version: String(version) },
      new Map([['version', message]]),
    );
  });
}

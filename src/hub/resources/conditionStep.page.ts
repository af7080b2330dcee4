import { linkButton } from '../../page/button.ts';
import { callout } from '../../page/callout.ts';
import { card } from '../../page/card.ts';
import { form } from '../../page/form.ts';
import { html } from '../../page/html.ts';
import { pageHeading } from '../../page/pageHeading.ts';
import { radioGroup } from '../../page/radioGroup.ts';
import { textArea } from '../../page/textArea.ts';
import { textField } from '../../page/textField.ts';
import { calendarDay } from '../../vocabulary/calendarDay.ts';
import type { FieldErrors } from '../benchmarks/benchmarkDraft.ts';
import { isId } from '../store/uuid.ts';
import { asMember } from '../store/view.ts';
import { notFound } from '../web/notFound.ts';
import type { MemberAsk, Route } from '../web/route.ts';
import { parseConditionStep } from './conditionDraft.ts';
import { insertConditionStep } from './conditions.store.ts';
import { mayChangeResource, resourceRoles } from './mayWorkOnResources.ts';
import { ownerOf } from './ownerOf.ts';
import { readVersion } from './resourceFields.ts';
import { flexibilityPath, resourcesTrail, respondNotYours, sourcePath } from './resourcesPlace.page.ts';
import { type AnsweredCondition, readResources } from './resourceReading.store.ts';
import { conditionBadge, conditionText } from './resourceWords.page.ts';

const path = '/partnerships/:partnership/resources/conditions/:condition';

/** What happened to a condition: its report was sent, or it no longer applies. How it stands is never typed. */
export const conditionStepPages: Route[] = [
  {
    method: 'get',
    path,
    access: resourceRoles,
    answer: (ask) => withCondition(ask, (found) => respondStep(ask, found, {}, new Map())),
  },
  {
    method: 'post',
    path,
    access: resourceRoles,
    answer: (ask) => withCondition(ask, (found) => writeStep(ask, found)),
  },
];

type Found = { readonly condition: AnsweredCondition; readonly text: string; readonly back: string };

async function withCondition(ask: MemberAsk, answer: (found: Found) => Promise<Response>): Promise<Response> {
  const id = ask.context.req.param('condition');
  const today = calendarDay(ask.hub.now());
  const reading = await asMember(ask.hub.database, ask.member, (view) => readResources(view, today));
  const condition = isId(id) ? reading.conditions.find((one) => one.id === id) : undefined;
  const owner = condition && ownerOf(reading, condition);
  if (!condition || !owner) return notFound(ask, 'There is no such condition, or it no longer applies.');
  const back = condition.flexibilityId ? flexibilityPath(ask.home, owner.id) : sourcePath(ask.home, owner.id);
  if (!mayChangeResource(ask.member, owner.districtId)) return respondNotYours(ask, back);
  return answer({ condition, text: conditionText(reading, condition.terms), back });
}

function respondStep(
  ask: MemberAsk,
  { condition, text, back }: Found,
  written: Readonly<Record<string, string>>,
  errors: FieldErrors,
): Promise<Response> {
  const isReport = condition.terms.kind === 'report sent';
  const conflict = errors.get('version');
  return ask.respond({
    title: 'What happened to this condition',
    section: 'resources',
    status: errors.size > 0 ? 422 : undefined,
    body: html`${pageHeading({
      title: text,
      lead: condition.answer.sentence,
      badges: conditionBadge(condition.answer.status),
      trail: resourcesTrail(ask.home, { label: 'Its page', href: back }, { label: 'Condition' }),
    })}${conflict ? callout({ kind: 'refusal', title: conflict }) : ''}${card({
      title: 'What happened',
      body: form({
        action: `${ask.home}/resources/conditions/${condition.id}`,
        csrfToken: ask.person.csrfToken,
        submit: 'Record it',
        second: linkButton({ label: 'Leave it', href: back, tone: 'quiet' }),
        errors: [...errors]
          .filter(([field]) => field !== 'version')
          .map(([field, message]) => ({ field, message })),
        body: html`<input type="hidden" name="version" value="${written.version ?? String(condition.version)}">${radioGroup(
          {
            id: 'step',
            name: 'step',
            label: 'What happened',
            error: errors.get('step'),
            value: written.step ?? (isReport ? 'sent' : 'dropped'),
            choices: [
              ...(isReport ? [{ value: 'sent', label: 'The report was sent' }] : []),
              {
                value: 'dropped',
                label: 'The condition no longer applies',
                hint: 'It stays in the history. To change what it asks, drop it and write it down anew.',
              },
            ],
          },
        )}${
          isReport
            ? textField({
                id: 'sentOn',
                name: 'sentOn',
                label: 'Sent on',
                type: 'date',
                optional: true,
                error: errors.get('sentOn'),
                value: written.sentOn ?? condition.sentOn ?? undefined,
              })
            : ''
        }${textArea({
          id: 'reason',
          name: 'reason',
          label: isReport ? 'To whom and how, or why it no longer applies' : 'Why it no longer applies',
          rows: 2,
          error: errors.get('reason'),
          value: written.reason,
        })}`,
      }),
    })}`,
  });
}

async function writeStep(ask: MemberAsk, found: Found): Promise<Response> {
  const now = ask.hub.now();
  const { kind } = found.condition.terms;
  const parsed = parseConditionStep(ask.form, { kind, today: calendarDay(now) });
  if (!parsed.ok) return respondStep(ask, found, ask.form, parsed.errors);
  const written = await asMember(ask.hub.database, ask.member, (view) =>
    insertConditionStep(view, found.condition, readVersion(ask.form), parsed.value, now),
  );
  if (written.done) return ask.context.redirect(`${found.back}#conditions`, 303);
  return withCondition(ask, (meanwhile) => {
    const { madeBy, version } = meanwhile.condition;
    const message = `${madeBy} recorded something first. Nothing of yours is lost: it is below. Look at both, then send again.`;
    return respondStep(
      ask,
      meanwhile,
      { ...ask.form, version: String(version) },
      new Map([['version', message]]),
    );
  });
}

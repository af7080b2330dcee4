import { linkButton } from '../../page/button.ts';
import { callout } from '../../page/callout.ts';
import { card } from '../../page/card.ts';
import { form } from '../../page/form.ts';
import { html } from '../../page/html.ts';
import { pageHeading } from '../../page/pageHeading.ts';
import { calendarDay } from '../../vocabulary/calendarDay.ts';
import type { FieldErrors } from '../benchmarks/benchmarkDraft.ts';
import type { Party } from '../partnership/partnership.store.ts';
import { isId } from '../store/uuid.ts';
import { asMember } from '../store/view.ts';
import { notFound } from '../web/notFound.ts';
import type { MemberAsk, Route } from '../web/route.ts';
import { centsInForm } from './centsInForm.ts';
import { type Flexibility, insertFlexibility, insertFlexibilityChange } from './flexibilities.store.ts';
import { parseFlexibilityDraft } from './flexibilityDraft.ts';
import { flexibilityFields } from './flexibilityFields.page.ts';
import { mayChangeResource, resourceRoles } from './mayWorkOnResources.ts';
import { readVersion } from './resourceFields.ts';
import { flexibilityPath, resourcesTrail, respondNotYours } from './resourcesPlace.page.ts';
import { type ResourceReading, readResources } from './resourceReading.store.ts';
import { bothDistricts } from './sourceDraft.ts';

const path = '/partnerships/:partnership/resources/flexibilities';

/** Writing a flexibility down, and changing it: each change a version with its reason. */
export const flexibilityFormPages: Route[] = [`${path}/new`, `${path}/:flexibility/change`].flatMap(
  (at): Route[] => [
    {
      method: 'get',
      path: at,
      access: resourceRoles,
      answer: (ask) => withFlexibility(ask, (found) => respondForm(ask, found, found.written, new Map())),
    },
    {
      method: 'post',
      path: at,
      access: resourceRoles,
      answer: (ask) => withFlexibility(ask, (found) => writeFlexibility(ask, found)),
    },
  ],
);

type Written = Readonly<Record<string, string>>;
type Found = {
  readonly own: Party;
  readonly reading: ResourceReading;
  readonly flexibility: Flexibility | undefined;
  /** What the form starts from. */
  readonly written: Written;
};

async function withFlexibility(
  ask: MemberAsk,
  answer: (found: Found) => Promise<Response>,
): Promise<Response> {
  const id = ask.context.req.param('flexibility');
  if (id !== undefined && !isId(id)) return notFound(ask, 'There is no such flexibility.');
  const reading = await asMember(ask.hub.database, ask.member, (view) =>
    readResources(view, calendarDay(ask.hub.now())),
  );
  const flexibility = reading.flexibilities.find((one) => one.id === id);
  if (id !== undefined && !flexibility) return notFound(ask, 'There is no such flexibility.');
  const own = reading.parties.find(({ districtId }) => districtId === ask.member.districtId);
  if (!own || (flexibility && !mayChangeResource(ask.member, flexibility.districtId)))
    return respondNotYours(ask, `${ask.home}/resources`);
  const written = flexibility ? standing(flexibility) : { district: own.districtId, decision: 'requested' };
  return answer({ own, reading, flexibility, written });
}

function standing(flexibility: Flexibility): Written {
  return {
    title: flexibility.title,
    district: flexibility.districtId ?? bothDistricts,
    ruleWords: flexibility.ruleWords,
    ruleCitation: flexibility.ruleCitation,
    authority: flexibility.authority,
    authorityWords: flexibility.authorityWords ?? '',
    decision: flexibility.decision,
    requestedOn: flexibility.requestedOn,
    decidedOn: flexibility.decidedOn ?? '',
    fromDay: flexibility.fromDay,
    untilDay: flexibility.untilDay,
    freed: centsInForm(flexibility.freedCents),
    fromSource: flexibility.fromSourceId ?? '',
    toSource: flexibility.toSourceId ?? '',
    useWords: flexibility.useWords,
    ...Object.fromEntries(flexibility.engagementIds.map((id) => [`engagement-${id}`, id])),
    ...Object.fromEntries(flexibility.benchmarkIds.map((id) => [`benchmark-${id}`, id])),
  };
}

function respondForm(
  ask: MemberAsk,
  { own, reading, flexibility }: Found,
  written: Written,
  errors: FieldErrors,
): Promise<Response> {
  const title = flexibility ? `Change ${flexibility.title}` : 'Add a flexibility';
  const conflict = errors.get('version');
  const back = flexibility ? flexibilityPath(ask.home, flexibility.id) : `${ask.home}/resources`;
  return ask.respond({
    title,
    section: 'resources',
    status: errors.size > 0 ? 422 : undefined,
    body: html`${pageHeading({
      title,
      lead: 'A rule that somebody let you set aside, the money this freed, and what you use it for.',
      trail: resourcesTrail(ask.home, { label: title }),
    })}${conflict ? callout({ kind: 'refusal', title: conflict }) : ''}${card({
      body: form({
        action: flexibility ? `${back}/change` : `${ask.home}/resources/flexibilities/new`,
        csrfToken: ask.person.csrfToken,
        submit: flexibility ? 'Change it' : 'Write it down',
        second: linkButton({ label: 'Leave it', href: back, tone: 'quiet' }),
        errors: [...errors]
          .filter(([field]) => field !== 'version')
          .map(([field, message]) => ({ field, message })),
        body: html`${
          flexibility
            ? html`<input type="hidden" name="version" value="${written.version ?? String(flexibility.version)}">`
            : ''
        }${flexibilityFields({ own, reading, written, errors, isChange: flexibility !== undefined })}`,
      }),
    })}`,
  });
}

async function writeFlexibility(ask: MemberAsk, found: Found): Promise<Response> {
  const { own, reading, flexibility } = found;
  const now = ask.hub.now();
  const parsed = parseFlexibilityDraft(ask.form, {
    own: own.districtId,
    isChange: flexibility !== undefined,
    today: calendarDay(now),
    sourceIds: reading.fundingSources.map(({ id }) => id),
    engagementIds: reading.engagements.map(({ id }) => id),
    benchmarkIds: reading.benchmarks.map(({ benchmark }) => benchmark.id),
  });
  if (!parsed.ok) return respondForm(ask, found, ask.form, parsed.errors);
  if (!flexibility) {
    const id = await asMember(ask.hub.database, ask.member, (view) =>
      insertFlexibility(view, parsed.value, now),
    );
    return ask.context.redirect(flexibilityPath(ask.home, id), 303);
  }
  const written = await asMember(ask.hub.database, ask.member, (view) =>
    insertFlexibilityChange(view, flexibility.id, readVersion(ask.form), parsed.value, now),
  );
  if (written.done) return ask.context.redirect(flexibilityPath(ask.home, flexibility.id), 303);
  return withFlexibility(ask, (meanwhile) => {
    const { madeBy, reason, version } = meanwhile.flexibility ?? flexibility;
    const message = `${madeBy} changed it first${reason ? `: ${reason.replace(/\.$/, '')}` : ''}. Nothing of yours is lost: it is below. Look at both, then send again.`;
    return respondForm(
      ask,
      meanwhile,
      { ...ask.form, version: String(version) },
      new Map([['version', message]]),
    );
  });
}

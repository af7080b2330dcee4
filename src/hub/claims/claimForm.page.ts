import { measures } from '../../measures/registry.ts';
import { breadcrumb } from '../../page/breadcrumb.ts';
import { linkButton } from '../../page/button.ts';
import { callout } from '../../page/callout.ts';
import { card } from '../../page/card.ts';
import { form } from '../../page/form.ts';
import { type Content, html } from '../../page/html.ts';
import { pageHeading } from '../../page/pageHeading.ts';
import { radioGroup } from '../../page/radioGroup.ts';
import { selectField } from '../../page/selectField.ts';
import { focusAreas } from '../../vocabulary/partnership.ts';
import { studentGroups } from '../../vocabulary/studentGroup.ts';
import { schoolYearOn } from '../benchmarks/benchmarkDraft.ts';
import { type Party, selectParties } from '../partnership/partnership.store.ts';
import { asMember } from '../store/view.ts';
import type { MemberAsk, Route } from '../web/route.ts';
import { type ClaimSubject, type FieldErrors, parseClaimDraft, parseClaimSubject } from './claimDraft.ts';
import { claimFields, standingFields } from './claimFields.page.ts';
import { type KeptClaim, selectOptionalClaim } from './claims.store.ts';
import { outcomeTitle, takingSentence } from './claimWords.ts';
import { claimingRoles } from './mayClaim.ts';
import { type LoadedYears, readLoadedYears } from './readLoadedYears.store.ts';
import { registerClaim } from './registerClaim.store.ts';
import { takingsOf } from './yearlyGain.ts';

const path = '/partnerships/:partnership/claims/new';

/** Registering a claim: first what is looked at, then everything that is fixed beforehand. */
export const claimFormPages: Route[] = [
  { method: 'get', path, access: claimingRoles, answer: newClaimPage },
  { method: 'post', path, access: claimingRoles, answer: register },
];

/** What stands behind the second step: the districts, what is loaded of the outcome, and the claim that is corrected. */
type Context = {
  readonly subject: ClaimSubject;
  readonly parties: readonly Party[];
  readonly loaded: LoadedYears;
  readonly replaced: KeptClaim | undefined;
};

async function newClaimPage(ask: MemberAsk): Promise<Response> {
  const context = await readContext(ask);
  if (!context) return respondChooser(ask);
  return respondForm(ask, context, standingFields(context), new Map());
}

async function readContext(ask: MemberAsk): Promise<Context | undefined> {
  const { measure, group, taken, replaces } = ask.context.req.query();
  const subject = parseClaimSubject(measure, group, taken);
  if (!subject) return undefined;
  return asMember(ask.hub.database, ask.member, async (view) => ({
    subject,
    parties: await selectParties(view),
    loaded: await readLoadedYears(view, {
      measureId: subject.measure.id,
      group: subject.group.code,
      taken: subject.taken,
    }),
    replaced: replaces && isUuid(replaces) ? await selectOptionalClaim(view, replaces) : undefined,
  }));
}

function isUuid(text: string): boolean {
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text);
}

function frame(ask: MemberAsk, lead: string, body: Content, status?: 422): Promise<Response> {
  return ask.respond({
    title: 'A new claim',
    section: 'claims',
    status,
    body: html`${pageHeading({
      title: 'A new claim',
      lead,
      trail: breadcrumb([
        { label: 'Partnership', href: ask.home },
        { label: 'Claims', href: `${ask.home}/claims` },
        { label: 'New' },
      ]),
    })}${body}`,
  });
}

function respondChooser(ask: MemberAsk): Promise<Response> {
  const { measure, group, taken, replaces } = ask.context.req.query();
  const asked = measure !== undefined;
  const offered = measures.filter((one) => takingsOf(one).length > 0);
  const chosen = offered.find((one) => one.id === measure);
  const option = (one: (typeof offered)[number]) => ({ value: one.id, label: one.shortName });
  const takings = chosen ? takingsOf(chosen) : [];
  return frame(
    ask,
    'A claim is a question about the pace of change. What is looked at, how, and what would count are fixed and fingerprinted before anybody runs it.',
    card({
      title: 'Step 1 of 2: what is looked at',
      body: form({
        action: `${ask.home}/claims/new`,
        method: 'get',
        submit: 'Next: fix the rest',
        body: html`${replaces ? html`<input type="hidden" name="replaces" value="${replaces}">` : ''}${selectField(
          {
            id: 'measure',
            name: 'measure',
            label: 'Measure',
            error: asked && !chosen ? 'Choose a measure.' : undefined,
            value: chosen?.id,
            options: [
              ...focusAreas.map((area) => ({
                group: area.name as string,
                options: offered.filter((one) => one.focusArea === area.id).map(option),
              })),
              { group: 'Other', options: offered.filter((one) => one.focusArea === null).map(option) },
            ],
          },
        )}${selectField({
          id: 'group',
          name: 'group',
          label: 'Students',
          empty: null,
          value: group ?? 'ALL',
          options: studentGroups.map((one) => ({ value: one.code, label: one.name })),
        })}${radioGroup({
          id: 'taken',
          name: 'taken',
          label: 'Look at',
          error:
            chosen && !takings.some((one) => one === taken)
              ? `${chosen.shortName} can only be taken as its yearly gain: ${chosen.notOverYears ?? ''}`
              : undefined,
          value: taken ?? 'gain',
          choices: [
            {
              value: 'gain',
              label: 'How much it moves in a year',
              hint: 'The pace itself: each year less the year before. The Academic Performance Index allows only this.',
            },
            { value: 'level', label: 'The figure of each year', hint: 'Where it stands.' },
          ],
        })}`,
      }),
    }),
    asked && !chosen ? 422 : undefined,
  );
}

function respondForm(
  ask: MemberAsk,
  context: Context,
  written: Readonly<Record<string, string>>,
  errors: FieldErrors,
): Promise<Response> {
  const { subject, replaced } = context;
  const { measure, group, taken } = subject;
  const query = new URLSearchParams({ measure: measure.id, group: group.code, taken });
  if (replaced) query.set('replaces', replaced.id);
  const outcome = { measureId: measure.id, group: group.code, taken };
  return frame(
    ask,
    `${outcomeTitle(outcome)}. ${takingSentence(outcome)}`,
    html`${
      replaced
        ? callout({
            kind: 'info',
            title: 'This claim corrects an earlier one.',
            body: html`The earlier one stays as it is: <a href="${`${ask.home}/claims/${replaced.id}`}">${replaced.registration.question}</a>`,
          })
        : ''
    }${card({
      title: 'Step 2 of 2: fix the rest',
      body: form({
        action: `${ask.home}/claims/new?${query}`,
        csrfToken: ask.person.csrfToken,
        submit: 'Register the claim',
        second: linkButton({
          label: 'Look at something else',
          href: `${ask.home}/claims/new`,
          tone: 'quiet',
        }),
        errors: [...errors].map(([field, message]) => ({ field, message })),
        body: claimFields({ ...context, written, errors, thisYear: schoolYearOn(ask.hub.now()) }),
      }),
    })}`,
    errors.size > 0 ? 422 : undefined,
  );
}

async function register(ask: MemberAsk): Promise<Response> {
  const context = await readContext(ask);
  if (!context) return respondChooser(ask);
  const now = ask.hub.now();
  const own = context.parties.find(({ districtId }) => districtId === ask.member.districtId);
  const parsed = parseClaimDraft(ask.form, context.subject, context.parties, {
    thisYear: schoolYearOn(now),
    ownCds: own?.cds ?? null,
  });
  if (!parsed.ok) return respondForm(ask, context, ask.form, parsed.errors);
  const id = await asMember(ask.hub.database, ask.member, (view) =>
    registerClaim(view, parsed.value, context.replaced?.id ?? null, now),
  );
  return ask.context.redirect(`${ask.home}/claims/${id}`, 303);
}

import { linkButton } from '../../page/button.ts';
import { callout } from '../../page/callout.ts';
import { card } from '../../page/card.ts';
import { details } from '../../page/details.ts';
import { form } from '../../page/form.ts';
import { formatMoment } from '../../vocabulary/formatDate.ts';
import { type Content, html } from '../../page/html.ts';
import { itemList } from '../../page/itemList.ts';
import { pageHeading } from '../../page/pageHeading.ts';
import { radioGroup } from '../../page/radioGroup.ts';
import { selectField } from '../../page/selectField.ts';
import { textArea } from '../../page/textArea.ts';
import { studentGroups } from '../../vocabulary/studentGroup.ts';
import type { FieldErrors } from '../benchmarks/benchmarkDraft.ts';
import { type Party, selectParties } from '../partnership/partnership.store.ts';
import { asMember } from '../store/view.ts';
import { notFound } from '../web/notFound.ts';
import type { MemberAsk, Route } from '../web/route.ts';
import { parseResultDraft } from './adoptionDraft.ts';
import {
  type Adoption,
  type AdoptionResult,
  insertResult,
  selectAdoptions,
  selectResults,
} from './adoptions.store.ts';
import { practiceRoles } from './mayShapePractices.ts';
import { placeOf, whereAndSince } from './practiceCards.page.ts';
import { basedOnOf, practicePath, practiceTrail, respondNotYours } from './practicePlace.page.ts';
import type { Practice } from './practices.store.ts';
import { adoptionResults, failureReasons, nameOf, practiceSettings } from './practiceWords.ts';
import { withPracticeOnly } from './studyForm.page.ts';

const path = '/partnerships/:partnership/practices/:practice/adoptions/:adoption/result';

/** What came of taking a practice up, said by the district that did; the newest counts, earlier ones stay. */
export const resultFormPages: Route[] = [
  {
    method: 'get',
    path,
    access: practiceRoles,
    answer: (ask) => withOwn(ask, (found) => respondForm(ask, found, {}, new Map())),
  },
  { method: 'post', path, access: practiceRoles, answer: (ask) => withOwn(ask, (found) => say(ask, found)) },
];

type Written = Readonly<Record<string, string>>;
type Found = {
  readonly practice: Practice;
  readonly adoption: Adoption;
  readonly parties: readonly Party[];
  readonly results: readonly AdoptionResult[];
};

/** The adoption of the address, once it is one of the asker's own district. */
function withOwn(ask: MemberAsk, answer: (found: Found) => Promise<Response>): Promise<Response> {
  return withPracticeOnly(ask, async (practice) => {
    const read = await asMember(ask.hub.database, ask.member, async (view) => {
      const adoptions = await selectAdoptions(view, practice.id);
      const adoption = adoptions.find(({ id }) => id === ask.context.req.param('adoption'));
      const results = adoption ? await selectResults(view, adoption.id) : [];
      return { adoption, results, parties: await selectParties(view) };
    });
    const { adoption, parties } = read;
    if (!adoption) return notFound(ask, 'Nobody took it up so.');
    const place = placeOf(parties, adoption);
    if (adoption.districtId !== ask.member.districtId)
      return respondNotYours(ask, {
        title: `${place} says what came of it there`,
        sentence: `Only people of ${place} can say what came of it in ${place}.`,
        back: practicePath(ask.home, practice.id),
      });
    return answer({ ...read, practice, adoption });
  });
}

function respondForm(
  ask: MemberAsk,
  found: Found,
  written: Written,
  errors: FieldErrors,
  isStale = false,
): Promise<Response> {
  const { practice, adoption, parties, results } = found;
  const home = practicePath(ask.home, practice.id);
  const [latest] = results;
  return ask.respond({
    title: `What came of it: ${practice.name}`,
    section: 'practices',
    status: errors.size > 0 || isStale ? 422 : undefined,
    body: html`${pageHeading({
      title: 'What came of it',
      eyebrow: practice.name,
      lead: `${placeOf(parties, adoption)}: ${whereAndSince(adoption)}.`,
      trail: practiceTrail(ask.home, { label: practice.name, href: home }, { label: 'What came of it' }),
    })}${
      isStale && latest
        ? callout({
            kind: 'refusal',
            title: `${latest.madeBy} said what came of it while you were writing: ${nameOf(adoptionResults, latest.result).toLowerCase()}.`,
            body: html`${latest.words ? html`<p>“${latest.words}”</p>` : ''}<p>What you wrote is still below: look at both, then send again.</p>`,
          })
        : ''
    }${card({
      body: form({
        action: `${home}/adoptions/${adoption.id}/result`,
        csrfToken: ask.person.csrfToken,
        submit: 'Say so',
        second: linkButton({ label: 'Back to the practice', href: home, tone: 'quiet' }),
        errors: [...errors].map(([field, message]) => ({ field, message })),
        body: html`<input type="hidden" name="version" value="${String(adoption.resultNumber)}">${fields(practice, written, errors)}`,
      }),
    })}${
      results.length > 0
        ? details({
            summary: `Said before: ${results.length}`,
            body: itemList(
              results.map((one) => ({
                title: nameOf(adoptionResults, one.result),
                body: one.words,
                meta: `${one.madeBy}, ${formatMoment(one.madeAt)}`,
              })),
            ),
          })
        : ''
    }`,
  });
}

function fields(practice: Practice, written: Written, errors: FieldErrors): Content {
  const field = (name: string) => ({ id: name, name, value: written[name], error: errors.get(name) });
  const own = studentGroups.filter(({ code }) => practice.groups.includes(code));
  const others = studentGroups.filter(({ code }) => !practice.groups.includes(code));
  const groups = [...own, ...others].map(({ code, name }) => ({ value: code, label: name }));
  return html`${radioGroup({
    ...field('result'),
    label: 'What came of it',
    choices: adoptionResults.map(({ id, name, hint }) => ({ value: id, label: name, hint })),
  })}${textArea({
    ...field('words'),
    label: 'What you saw, in your own words',
    hint: 'It is found by its words. No student is named or described.',
    rows: 4,
    optional: true,
  })}<p class="hint">Only when it did not work:</p>${selectField({ ...field('group'), label: 'For whom', optional: true, options: groups })}${selectField(
    {
      ...field('setting'),
      label: 'Where',
      optional: true,
      options: practiceSettings.map(({ id, name }) => ({ value: id, label: name })),
    },
  )}${selectField({
    ...field('reason'),
    label: 'Why, as far as you can tell',
    optional: true,
    options: failureReasons.map(({ id, name }) => ({ value: id, label: name })),
  })}`;
}

async function say(ask: MemberAsk, found: Found): Promise<Response> {
  const { practice, adoption } = found;
  const basedOn = basedOnOf(ask);
  if (basedOn !== adoption.resultNumber) return respondForm(ask, found, ask.form, new Map(), true);
  const parsed = parseResultDraft(ask.form);
  if (!parsed.ok) return respondForm(ask, found, ask.form, parsed.errors);
  const isDone = await asMember(ask.hub.database, ask.member, (view) =>
    insertResult(view, { practice, adoption }, basedOn, parsed.value, ask.hub.now()),
  );
  if (!isDone) return withOwn(ask, (fresh) => respondForm(ask, fresh, ask.form, new Map(), true));
  return ask.context.redirect(`${practicePath(ask.home, practice.id)}#adoptions`, 303);
}

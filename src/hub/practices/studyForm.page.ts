import { linkButton } from '../../page/button.ts';
import { card } from '../../page/card.ts';
import { columns } from '../../page/columns.ts';
import { form } from '../../page/form.ts';
import { type Content, html } from '../../page/html.ts';
import { pageHeading } from '../../page/pageHeading.ts';
import { radioGroup } from '../../page/radioGroup.ts';
import { textField } from '../../page/textField.ts';
import type { FieldErrors } from '../benchmarks/benchmarkDraft.ts';
import { asMember } from '../store/view.ts';
import { isId } from '../store/uuid.ts';
import { notFound } from '../web/notFound.ts';
import type { MemberAsk, Route } from '../web/route.ts';
import { studyDesigns } from './essaTier.ts';
import { practiceRoles } from './mayShapePractices.ts';
import { practicePath, practiceTrail, respondNotYours } from './practicePlace.page.ts';
import { type Practice, selectOptionalPractice } from './practices.store.ts';
import { insertStudy, withdrawStudy } from './studies.store.ts';
import { parseStudyDraft, studyQuestions } from './studyDraft.ts';

const path = '/partnerships/:partnership/practices/:practice/studies';

/** Recording a study of a practice, and withdrawing one that was recorded wrongly. The tier follows by itself. */
export const studyFormPages: Route[] = [
  {
    method: 'get',
    path: `${path}/new`,
    access: practiceRoles,
    answer: (ask) => withPracticeOnly(ask, (practice) => respondForm(ask, practice, {}, new Map())),
  },
  {
    method: 'post',
    path: `${path}/new`,
    access: practiceRoles,
    answer: (ask) => withPracticeOnly(ask, (practice) => recordStudy(ask, practice)),
  },
  {
    method: 'post',
    path: `${path}/:study/withdraw`,
    access: practiceRoles,
    answer: (ask) => withPracticeOnly(ask, (practice) => withdraw(ask, practice)),
  },
];

/** The practice of the address, for somebody of a district. */
export async function withPracticeOnly(
  ask: MemberAsk,
  answer: (practice: Practice) => Promise<Response>,
): Promise<Response> {
  const id = ask.context.req.param('practice');
  const practice = isId(id)
    ? await asMember(ask.hub.database, ask.member, (view) => selectOptionalPractice(view, id))
    : undefined;
  if (!practice) return notFound(ask, 'There is no such practice.');
  if (ask.member.districtId === null)
    return respondNotYours(ask, {
      title: 'Practices are the districts’',
      sentence: 'You belong to no district of the partnership, so you see practices and change none.',
      back: practicePath(ask.home, practice.id),
    });
  return answer(practice);
}

function respondForm(
  ask: MemberAsk,
  practice: Practice,
  written: Readonly<Record<string, string>>,
  errors: FieldErrors,
): Promise<Response> {
  const home = practicePath(ask.home, practice.id);
  return ask.respond({
    title: `Record a study: ${practice.name}`,
    section: 'practices',
    status: errors.size > 0 ? 422 : undefined,
    body: html`${pageHeading({
      title: 'Record a study',
      lead: 'Read these answers off the paper. The tier of the evidence follows from them by the federal guidance; nobody types it.',
      trail: practiceTrail(ask.home, { label: practice.name, href: home }, { label: 'Record a study' }),
    })}${card({
      body: form({
        action: `${home}/studies/new`,
        csrfToken: ask.person.csrfToken,
        submit: 'Record the study',
        second: linkButton({ label: 'Back to the practice', href: home, tone: 'quiet' }),
        errors: [...errors].map(([field, message]) => ({ field, message })),
        body: fields(written, errors),
      }),
    })}`,
  });
}

function fields(written: Readonly<Record<string, string>>, errors: FieldErrors): Content {
  const field = (name: string) => ({ id: name, name, value: written[name], error: errors.get(name) });
  const count = (name: string, label: string) =>
    textField({ ...field(name), label, type: 'number', optional: true });
  const yesOrNo = [
    { value: 'yes', label: 'Yes' },
    { value: 'no', label: 'No, or it does not say' },
  ];
  return html`${textField({ ...field('citation'), label: 'Citation', hint: 'Authors, year, title, where it appeared.' })}${textField({ ...field('link'), label: 'Where to read it', type: 'url', optional: true })}${radioGroup(
    {
      ...field('design'),
      label: 'Design',
      choices: studyDesigns.map(({ id, name, hint }) => ({ value: id, label: name, hint })),
    },
  )}${columns('four', [
    count('students', 'Students'),
    count('groupsOfTen', 'Classes of ten'),
    count('schools', 'Schools'),
    count('districts', 'Districts'),
  ])}${radioGroup({
    ...field('attrition'),
    label: 'How many left the study before its end',
    hint: 'Of a trial or a regression discontinuity; not told counts as many.',
    optional: true,
    choices: [
      { value: 'low', label: 'Few (low attrition)' },
      { value: 'high', label: 'Many (high attrition)' },
    ],
  })}${studyQuestions.map((question) =>
    radioGroup({
      ...field(question.field),
      label: question.label,
      hint:
        question.field === 'favourable' ? 'The questions below need no answer for a rationale.' : undefined,
      choices: yesOrNo,
    }),
  )}`;
}

async function recordStudy(ask: MemberAsk, practice: Practice): Promise<Response> {
  const parsed = parseStudyDraft(ask.form);
  if (!parsed.ok) return respondForm(ask, practice, ask.form, parsed.errors);
  await asMember(ask.hub.database, ask.member, (view) =>
    insertStudy(view, practice, parsed.value, ask.hub.now()),
  );
  return ask.context.redirect(`${practicePath(ask.home, practice.id)}#evidence`, 303);
}

/** Withdrawn twice is withdrawn once: the page says by whom. */
async function withdraw(ask: MemberAsk, practice: Practice): Promise<Response> {
  const id = ask.context.req.param('study');
  if (!isId(id)) return notFound(ask, 'There is no such study.');
  await asMember(ask.hub.database, ask.member, (view) => withdrawStudy(view, practice, id, ask.hub.now()));
  return ask.context.redirect(`${practicePath(ask.home, practice.id)}#evidence`, 303);
}

import { linkButton } from '../../page/button.ts';
import { callout } from '../../page/callout.ts';
import { card } from '../../page/card.ts';
import { form } from '../../page/form.ts';
import { type Content, html } from '../../page/html.ts';
import { pageHeading } from '../../page/pageHeading.ts';
import { radioGroup } from '../../page/radioGroup.ts';
import { textArea } from '../../page/textArea.ts';
import { inSentence } from '../../vocabulary/inSentence.ts';
import type { MeasureDefinition } from '../../vocabulary/measure.ts';
import type { StudentGroup } from '../../vocabulary/studentGroup.ts';
import type { FieldErrors } from '../benchmarks/benchmarkDraft.ts';
import { selectSources } from '../evidence/evidence.store.ts';
import type { Source } from '../evidence/evidenceRows.ts';
import {
  type Party,
  type PartnershipMember,
  selectMembers,
  selectParties,
} from '../partnership/partnership.store.ts';
import { asMember } from '../store/view.ts';
import type { MemberAsk, Route } from '../web/route.ts';
import { evidenceSentences } from './evidenceSentence.ts';
import { gridGroups, gridMeasures } from '../matching/gridMeasures.ts';
import type { KeptEvidence } from './keptEvidence.ts';
import { sourceNames, statusBadge } from './keptEvidence.page.ts';
import { matchingTrail, needPath, newNeedPath, respondNotOwn } from './matchingPlace.page.ts';
import { needRoles } from './mayWorkOnNeeds.ts';
import { respondNeedChooser } from './needChooser.page.ts';
import { parseNeedDraft } from './needDraft.ts';
import { readEvidence } from './needEvidence.store.ts';
import { needReasons } from './needReasons.ts';
import { insertNeed, selectOpenNeedId } from './needs.store.ts';
import { wordingFields } from './wordingFields.page.ts';

const path = '/partnerships/:partnership/matching/needs/new';

/** Confirming a need of one's own district, from a cell of its grid. */
export const needFormPages: Route[] = [
  {
    method: 'get',
    path,
    access: needRoles,
    answer: (ask) => withCell(ask, (found) => respondForm(ask, found, {}, new Map())),
  },
  {
    method: 'post',
    path,
    access: needRoles,
    answer: (ask) => withCell(ask, (found) => confirmNeed(ask, found)),
  },
];

type Found = {
  readonly party: Party;
  readonly measure: MeasureDefinition;
  readonly group: StudentGroup;
  readonly owners: readonly PartnershipMember[];
  readonly evidence: KeptEvidence;
  readonly sources: ReadonlyMap<string, Source>;
  readonly openId: string | undefined;
};

/** The cell that the address names, once it is one of the asker's own district; the chooser when it names none. */
async function withCell(ask: MemberAsk, answer: (found: Found) => Promise<Response>): Promise<Response> {
  const { context, member, hub } = ask;
  const parties = await asMember(hub.database, member, selectParties);
  const cds = context.req.query('cds');
  const named = cds === undefined ? undefined : parties.find((one) => one.cds === cds);
  const party = parties.find(({ districtId }) => districtId === member.districtId);
  if (!party || (cds !== undefined && named !== party)) {
    return respondNotOwn(ask, named, {
      title: named ? `${named.shortName} words its own needs` : 'Needs belong to a district',
      sentence: named
        ? `Only people of ${named.name} can confirm its needs.`
        : 'A need is confirmed by somebody of the district that has it.',
      back: `${ask.home}/matching/needs`,
    });
  }
  const measure = gridMeasures.find(({ id }) => id === context.req.query('measure'));
  const group = gridGroups.find(({ code }) => code === context.req.query('group'));
  if (!measure || !group) return respondNeedChooser(ask, party, measure, group);
  const cell = { districtId: party.districtId, measureId: measure.id, group: group.code };
  const found = await asMember(hub.database, member, async (view): Promise<Found> => {
    const evidence = await readEvidence(view, cell);
    const sources = await selectSources(view, evidence.sourceIds);
    return {
      party,
      measure,
      group,
      owners: (await selectMembers(view)).filter((one) => one.districtId === party.districtId),
      evidence,
      sources: new Map(sources.map((source) => [source.sourceId, source])),
      openId: await selectOpenNeedId(view, cell),
    };
  });
  return answer(found);
}

function respondForm(
  ask: MemberAsk,
  found: Found,
  written: Readonly<Record<string, string>>,
  errors: FieldErrors,
): Promise<Response> {
  const { party, measure, group, evidence, owners, openId, sources } = found;
  const about = `${measure.shortName}: ${inSentence(group.name)}`;
  return ask.respond({
    title: `Confirm a need: ${about}`,
    section: 'matching',
    status: errors.size > 0 ? 422 : undefined,
    body: html`${pageHeading({
      title: `A need of ${party.shortName}`,
      eyebrow: about,
      lead: 'The figures propose; people decide. Say it in your own words and name who owns it: the partner sees both.',
      trail: matchingTrail(
        ask.home,
        { label: 'Needs', href: `${ask.home}/matching/needs` },
        { label: 'Confirm' },
      ),
    })}${openId ? alreadyThere(ask.home, openId, errors.has('wording')) : ''}
<div class="columns columns-main-side"><div>${card({
      title: 'The need',
      body: form({
        action: newNeedPath(ask.home, party.cds, measure.id, group.code),
        csrfToken: ask.person.csrfToken,
        submit: 'Confirm the need',
        second: linkButton({ label: 'Back to the needs', href: `${ask.home}/matching/needs`, tone: 'quiet' }),
        errors: [...errors].map(([field, message]) => ({ field, message })),
        body: html`${wordingFields({ owners, written: withDefaults(written, ask, measure), errors })}${
          evidence.status === 'need' ? '' : reasonFields(evidence, written, errors)
        }`,
      }),
    })}</div><div>${card({
      title: 'What the figures say',
      badges: statusBadge(evidence.status),
      body: html`${evidenceSentences(evidence, measure).map((sentence) => html`<p>${sentence}</p>`)}<p class="quiet">${sourceNames(evidence, sources)}</p>`,
      footer: 'These figures are kept with the need as they are now, beside what they say later.',
    })}</div></div>`,
  });
}

function withDefaults(
  written: Readonly<Record<string, string>>,
  { member }: MemberAsk,
  measure: MeasureDefinition,
): Readonly<Record<string, string>> {
  return { focusArea: measure.focusArea ?? '', owner: member.personId, ...written };
}

function alreadyThere(home: string, needId: string, refused: boolean): Content {
  return callout({
    kind: refused ? 'refusal' : 'warning',
    title: 'Your district has an open need about this already.',
    body: html`One measure and group has one open need. <a href="${needPath(home, needId)}">Open it</a>: there it can be worded anew, given to somebody else or closed.`,
  });
}

function reasonFields(
  { status }: KeptEvidence,
  written: Readonly<Record<string, string>>,
  errors: FieldErrors,
): Content {
  const says = {
    strength: 'call this a strength',
    need: 'call this a need',
    'as expected': 'are as expected of a district that serves such students',
    'too few students': 'are of too few students to say',
    'not reported': 'are not reported',
    'not judged': 'cannot be judged: nothing is expected of this measure and group',
  }[status];
  return html`${callout({
    kind: 'info',
    title: `The figures ${says}.`,
    body: 'It can be a need all the same: say why. The reason stays with it.',
  })}${radioGroup({
    id: 'reason',
    name: 'reason',
    label: 'Why it is a need',
    error: errors.get('reason'),
    value: written.reason,
    choices: needReasons.map(({ id, name, hint }) => ({ value: id, label: name, hint })),
  })}${textArea({
    id: 'words',
    name: 'words',
    label: 'In your own words',
    rows: 3,
    error: errors.get('words'),
    value: written.words,
  })}`;
}

async function confirmNeed(ask: MemberAsk, found: Found): Promise<Response> {
  const { party, measure, group, owners, evidence } = found;
  const parsed = parseNeedDraft(ask.form, {
    owners: owners.map(({ personId }) => personId),
    isCalledNeed: evidence.status === 'need',
  });
  if (!parsed.ok) return respondForm(ask, found, ask.form, parsed.errors);
  const cell = { districtId: party.districtId, measureId: measure.id, group: group.code };
  const confirmed = await asMember(ask.hub.database, ask.member, (view) =>
    insertNeed(view, cell, parsed.value, evidence, ask.hub.now()),
  );
  if (!confirmed.done) {
    const message = 'There is an open need about this already: open it and change it there.';
    return respondForm(ask, { ...found, openId: confirmed.id }, ask.form, new Map([['wording', message]]));
  }
  return ask.context.redirect(needPath(ask.home, confirmed.id), 303);
}

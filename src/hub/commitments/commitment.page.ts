import { badge } from '../../page/badge.ts';
import { callout } from '../../page/callout.ts';
import { card } from '../../page/card.ts';
import { type Definition, definitionList } from '../../page/definitionList.ts';
import { formatDate, formatMoment } from '../../vocabulary/formatDate.ts';
import { type Content, type Html, html } from '../../page/html.ts';
import { itemList } from '../../page/itemList.ts';
import { pageHeading } from '../../page/pageHeading.ts';
import { calendarDay } from '../../vocabulary/calendarDay.ts';
import { contactPath } from '../contacts/contactPath.ts';
import { selectOptionalContact } from '../contacts/contacts.store.ts';
import { reasonName } from '../needs/needReasons.ts';
import { asMember } from '../store/view.ts';
import { isId } from '../store/uuid.ts';
import { notFound } from '../web/notFound.ts';
import type { MemberAsk, Route } from '../web/route.ts';
import { engagementPath, workParts, workTrail } from '../work/workPlace.page.ts';
import { commitmentForms, type RefusedStep } from './commitmentForms.page.ts';
import { standingBadge } from './commitmentItems.page.ts';
import { droppingReasons, movingReasons } from './commitmentReasons.ts';
import {
  type Commitment,
  type CommitmentVersion,
  selectCommitmentVersions,
  selectOptionalCommitment,
} from './commitments.store.ts';
import { readWorkContext, type WorkContext } from './commitmentsReading.store.ts';
import { mayActOnCommitment } from './mayActOnCommitment.ts';

/** One commitment: what, who, until when; every day it had; and what can be done with it. */
export const commitmentPages: Route[] = [
  {
    method: 'get',
    path: '/partnerships/:partnership/work/commitments/:commitment',
    access: 'members',
    answer: (ask) => withCommitment(ask, (found) => respondCommitment(ask, found)),
  },
];

export type FoundCommitment = WorkContext & {
  readonly commitment: Commitment;
  readonly versions: readonly CommitmentVersion[];
  /** Where it was promised. */
  readonly contact: { readonly id: string; readonly title: string } | undefined;
};

/** The commitment that the address names. */
export async function withCommitment(
  ask: MemberAsk,
  answer: (found: FoundCommitment) => Promise<Response>,
): Promise<Response> {
  const id = ask.context.req.param('commitment');
  const found = isId(id)
    ? await asMember(ask.hub.database, ask.member, async (view) => {
        const commitment = await selectOptionalCommitment(view, id);
        if (!commitment) return undefined;
        const versions = await selectCommitmentVersions(view, id);
        const { contactId } = commitment;
        const contact = contactId ? await selectOptionalContact(view, contactId) : undefined;
        return { ...(await readWorkContext(view)), commitment, versions, contact };
      })
    : undefined;
  return found ? answer(found) : notFound(ask, 'There is no such commitment.');
}

/** The page, with the form that was refused where one was. */
export function respondCommitment(
  ask: MemberAsk,
  found: FoundCommitment,
  refused?: RefusedStep,
): Promise<Response> {
  const { commitment, parties } = found;
  const { member, home } = ask;
  const today = calendarDay(ask.hub.now());
  const party = parties.find(({ districtId }) => districtId === commitment.districtId);
  const may = mayActOnCommitment(member, commitment);
  return ask.respond({
    title: commitment.what,
    section: 'work',
    status: refused ? (refused.meanwhile ? 409 : 422) : undefined,
    body: html`${pageHeading({
      title: commitment.what,
      eyebrow: `${party?.shortName ?? 'A district'} promised`,
      badges: standingBadge(commitment, today),
      trail: workTrail(
        home,
        { label: 'Commitments', href: `${home}/work/commitments` },
        { label: 'Commitment' },
      ),
    })}${workParts(home, 'commitments')}${refused?.meanwhile ? meanwhileCallout(found, refused) : ''}${
      commitment.ownerLeft && commitment.state === 'open'
        ? callout({
            kind: 'warning',
            title: `${commitment.owner.name} has left the partnership: nobody owns this.`,
            body: may ? 'Hand it to somebody below.' : undefined,
          })
        : ''
    }<div class="columns columns-main-side"><div>${card({ title: 'What stands', body: definitionList(facts(ask, found)) })}${
      may ? commitmentForms(ask, found, refused) : ''
    }</div><div>${card({ title: 'What became of it', body: history(found.versions) })}</div></div>`,
  });
}

function meanwhileCallout({ versions }: FoundCommitment, { written }: RefusedStep): Html {
  const [newest] = versions;
  const said = ['words', 'due', 'ownerName'].map((field) => written[field]?.trim()).filter(Boolean);
  return callout({
    kind: 'warning',
    title: `${newest?.madeBy ?? 'Somebody'} was quicker: this commitment has changed while you were writing. Nothing of yours is lost.`,
    body: html`Look at how it stands now, then send yours again if it still fits.${said.length > 0 ? html` You wrote: ${said.map((text) => html`<q>${text}</q> `)}` : ''}`,
  });
}

function facts(
  { home }: MemberAsk,
  { commitment, engagements, benchmarks, contact }: FoundCommitment,
): Definition[] {
  const { owner, deputy, due, firstDue, doneOn, engagementId, benchmarkId, moves } = commitment;
  const engagement = engagements.find(({ id }) => id === engagementId);
  const benchmark = benchmarks.find(({ id }) => id === benchmarkId);
  const person = (one: { name: string; email: string; personId: string | null }) =>
    html`${one.name}, <a href="${`mailto:${one.email}`}">${one.email}</a>${one.personId === null ? ' (no account)' : ''}`;
  const list: (Definition | undefined)[] = [
    { term: 'Owner', description: person(owner) },
    deputy ? { term: 'Deputy', description: person(deputy) } : undefined,
    {
      term: 'Due',
      description:
        due === firstDue
          ? formatDate(due)
          : html`${formatDate(due)}, <s>${formatDate(firstDue)}</s> (moved ${moves === 1 ? 'once' : `${moves} times`})`,
    },
    doneOn ? { term: 'Done', description: formatDate(doneOn) } : undefined,
    engagement
      ? {
          term: 'Engagement',
          description: html`<a href="${engagementPath(home, engagement.id)}">${engagement.title}</a>`,
        }
      : undefined,
    benchmark
      ? {
          term: 'Benchmark',
          description: html`<a href="${`${home}/benchmarks/${benchmark.id}`}">${benchmark.name}</a>`,
        }
      : undefined,
    contact
      ? {
          term: 'Promised at',
          description: html`<a href="${contactPath(home, contact.id)}">${contact.title}</a>`,
        }
      : undefined,
  ];
  return list.filter((one) => one !== undefined);
}

const stepNames: Readonly<Record<CommitmentVersion['step'], string>> = {
  promised: 'Promised',
  worded: 'Worded anew',
  moved: 'Moved',
  'handed over': 'Handed over',
  done: 'Done',
  dropped: 'Dropped',
  reopened: 'Taken up again',
};

function history(versions: readonly CommitmentVersion[]): Html {
  return itemList(
    versions.map((version, i) => ({
      title: stepNames[version.step],
      badges: version.step === 'done' ? badge('good') : undefined,
      body: html`${historySentence(version, versions[i + 1])}${version.words ? html` <q>${version.words}</q>` : ''}`,
      meta: `${version.madeBy}, ${formatMoment(version.madeAt)}`,
    })),
  );
}

function historySentence(version: CommitmentVersion, before: CommitmentVersion | undefined): Content {
  switch (version.step) {
    case 'promised':
      return `By ${version.ownerName}, for ${formatDate(version.due)}.`;
    case 'worded':
      return html`Until then: <q>${before?.what}</q>.`;
    case 'moved':
      return `From ${before ? formatDate(before.due) : 'another day'} to ${formatDate(version.due)}: ${reasonName(movingReasons, version.reason ?? '').toLowerCase()}.`;
    case 'handed over':
      return `From ${before?.ownerName ?? 'somebody else'} to ${version.ownerName}.`;
    case 'done':
      return version.doneOn ? `On ${formatDate(version.doneOn)}.` : '';
    case 'dropped':
      return `${reasonName(droppingReasons, version.reason ?? '')}.`;
    case 'reopened':
      return `Due ${formatDate(version.due)}.`;
  }
}

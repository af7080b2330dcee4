import { linkButton } from '../../page/button.ts';
import { card } from '../../page/card.ts';
import { type Content, type Html, html } from '../../page/html.ts';
import { section } from '../../page/section.ts';
import { inSentence } from '../../vocabulary/inSentence.ts';
import type { MemberAsk } from '../web/route.ts';
import type { Adoption } from './adoptions.store.ts';
import { type Branch, lineage } from './lineage.ts';
import { failureSentence, placeOf, resultBadge, whereAndSince } from './practiceCards.page.ts';
import { practicePath } from './practicePlace.page.ts';
import type { PracticeReading } from './practiceReading.store.ts';
import { changeKinds, nameOf } from './practiceWords.ts';

/** Who took it up, whose way of doing it, what each changed and why, and what came of it: an indented list. */
export function adoptionSection(ask: MemberAsk, reading: PracticeReading, may: boolean): Content {
  const { practice, adoptions } = reading;
  const changed = adoptions.filter(({ changes }) => changes.length > 0).length;
  return section({
    title: 'Who does it, and how it changed on the way',
    id: 'adoptions',
    lead:
      adoptions.length === 0
        ? undefined
        : `${taken(adoptions.length)}, ${changed === 0 ? 'as it is described' : `${changed} with changes`}. What stands under another began from its way of doing it.`,
    action:
      may && adoptions.length === 0
        ? linkButton({ label: 'Take it up', href: `${practicePath(ask.home, practice.id)}/adoptions/new` })
        : undefined,
    body: card({
      body:
        adoptions.length === 0
          ? html`<p class="quiet">Nobody has taken it up yet. A district that does says since when and what it changes.</p>`
          : html`<ul class="lineage">${lineage(adoptions).map((branch) => branchItem(ask, reading, may, branch))}</ul>`,
    }),
  });
}

function taken(count: number): string {
  return count === 1 ? 'Taken up once' : `Taken up ${count} times`;
}

function branchItem(ask: MemberAsk, reading: PracticeReading, may: boolean, branch: Branch<Adoption>): Html {
  const { practice, parties } = reading;
  const { adoption, branches } = branch;
  const place = placeOf(parties, adoption);
  const path = `${practicePath(ask.home, practice.id)}/adoptions`;
  const isOwn = may && adoption.districtId === ask.member.districtId;
  const kinds = adoption.changes.map((id) => inSentence(nameOf(changeKinds, id))).join(', ');
  return html`<li><div class="lineage-one"><p class="item-title">${place} ${resultBadge(adoption, place)}</p><p class="meta">${whereAndSince(adoption)}; version ${adoption.practiceVersion}; entered by ${adoption.madeBy}</p>${
    adoption.changed
      ? html`<p><strong>Changed (${kinds}):</strong> ${adoption.changed}</p><p><strong>Why:</strong> ${adoption.why}</p>`
      : html`<p>As it is described.</p>`
  }${cameOfIt(adoption)}${
    may
      ? html`<p class="actions">${
          isOwn
            ? linkButton({
                label: adoption.result ? 'Say anew what came of it' : 'Say what came of it',
                href: `${path}/${adoption.id}/result`,
                tone: 'quiet',
              })
            : ''
        }${linkButton({ label: `Begin from ${place}’s way`, href: `${path}/new?from=${adoption.id}`, tone: 'quiet' })}</p>`
      : ''
  }</div>${branches.length > 0 ? html`<ul>${branches.map((one) => branchItem(ask, reading, may, one))}</ul>` : ''}</li>`;
}

function cameOfIt(adoption: Adoption): Content {
  const { result, words, resultBy } = adoption;
  if (result === null) return html`<p class="quiet">Nobody has said what came of it yet.</p>`;
  const said = words ? html` “${words}” <span class="quiet">${resultBy}</span>` : '';
  if (result === 'did not work') return html`<p><strong>${failureSentence(adoption)}</strong>${said}</p>`;
  return words ? html`<p><strong>What came of it:</strong>${said}</p>` : '';
}

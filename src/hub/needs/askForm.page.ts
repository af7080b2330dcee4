import { inSentence } from '../../vocabulary/inSentence.ts';
import { measureById } from '../../measures/registry.ts';
import { linkButton } from '../../page/button.ts';
import { callout } from '../../page/callout.ts';
import { card } from '../../page/card.ts';
import { definitionList } from '../../page/definitionList.ts';
import { form } from '../../page/form.ts';
import { type Content, html } from '../../page/html.ts';
import { pageHeading } from '../../page/pageHeading.ts';
import { radioGroup } from '../../page/radioGroup.ts';
import { selectField } from '../../page/selectField.ts';
import { textArea } from '../../page/textArea.ts';
import { textField } from '../../page/textField.ts';
import { focusAreas } from '../../vocabulary/partnership.ts';
import { studentGroupName } from '../../vocabulary/studentGroup.ts';
import type { FieldErrors } from '../benchmarks/benchmarkDraft.ts';
import type { MemberAsk } from '../web/route.ts';
import type { Recipient } from './asks.store.ts';
import { capacityLeft, isAnythingFree, isFree } from './capacityLeft.ts';
import { amountText } from './capacityWords.ts';
import { evidenceSentences } from './evidenceSentence.ts';
import { statusBadge } from './keptEvidence.page.ts';
import { matchingTrail, needPath } from './matchingPlace.page.ts';
import type { HelpingParty, NeedReading } from './needReading.store.ts';
import { termKey, termTitle } from './term.ts';

/** What an ask stands on: the need, the district that is asked, and whom it named instead of the person of its offer. */
export type Asking = {
  readonly reading: NeedReading;
  readonly partner: HelpingParty;
  readonly insteadOf: Recipient | null;
  /** Calendar date. */
  readonly today: string;
};

/** The form of an ask, beside why this district is asked; a refusal above it where nothing can be asked. */
export function respondAskForm(
  ask: MemberAsk,
  asking: Asking,
  written: Readonly<Record<string, string>>,
  errors: FieldErrors,
): Promise<Response> {
  const { reading, partner } = asking;
  const { need } = reading;
  const measure = measureById(need.measureId);
  const about = `${measure.shortName}: ${inSentence(studentGroupName(need.group))}`;
  const { party, evidence } = partner;
  const why = whyNot(asking);
  return ask.respond({
    title: `Ask ${party.shortName}: ${about}`,
    section: 'matching',
    status: errors.size > 0 ? 422 : undefined,
    body: html`${pageHeading({
      title: `Ask ${party.shortName}`,
      eyebrow: about,
      lead: 'A mail goes to the person they have named, with your words and why they are asked. Their answer is due within a week.',
      trail: matchingTrail(
        ask.home,
        { label: 'Needs', href: `${ask.home}/matching/needs` },
        { label: about, href: needPath(ask.home, need.id) },
        { label: `Ask ${party.shortName}` },
      ),
    })}${why}<div class="columns columns-main-side"><div>${
      why ? '' : card({ title: 'What you ask', body: askFields(ask, asking, written, errors) })
    }${card({
      title: 'What you need',
      body: definitionList([
        { term: 'In your words', description: need.wording },
        { term: 'Owner', description: need.ownerName },
        { term: 'Focus area', description: focusAreas.find(({ id }) => id === need.focusArea)?.name },
      ]),
    })}</div><div>${card({
      title: `Why ${party.shortName}`,
      badges: statusBadge(evidence.status),
      body: html`${evidenceSentences(evidence, measure).map((sentence) => html`<p>${sentence}</p>`)}`,
      footer: 'These sentences stand in the mail.',
    })}</div></div>`,
  });
}

/** Why nothing can be asked of this district about this need; nothing where it can. */
function whyNot({ reading, partner, today }: Asking): Content {
  const { need, asks } = reading;
  const { party, evidence, offers } = partner;
  const refuse = (title: string, body: Content) => callout({ kind: 'refusal', title, body });
  if (!need.isOpen) return refuse('This need is closed.', 'Open it again before you ask anybody about it.');
  if (asks.some((one) => one.districtId === party.districtId && one.state === 'asked'))
    return refuse(
      `${party.shortName} has been asked about this need and has not answered yet.`,
      'One ask at a time: wait for the answer, or take the ask back on its page.',
    );
  if (evidence.status !== 'strength')
    return refuse(
      `${party.shortName} is not strong here.`,
      'The figures do not show a strength of theirs for this measure and group. Look at the places to learn from, or work on it together.',
    );
  if (!offers.some((offer) => isAnythingFree(offer, today)))
    return refuse(
      `${party.shortName} has no free capacity in this focus area.`,
      offers.length > 0
        ? 'All it offers is asked for or over. Their coordinator can offer another term.'
        : 'It offers none yet. Their coordinator can offer some.',
    );
  return '';
}

function askFields(
  ask: MemberAsk,
  { reading, partner, insteadOf, today }: Asking,
  written: Readonly<Record<string, string>>,
  errors: FieldErrors,
): Content {
  const { party, offers } = partner;
  const free = offers.filter((offer) => isAnythingFree(offer, today));
  const withVisit = free.find((offer) => isFree(offer, { kind: 'visit' }, today));
  const first = withVisit ?? free[0];
  const instead = insteadOf ? `&instead=${ask.context.req.query('instead') ?? ''}` : '';
  return form({
    action: `${ask.home}/matching/asks/new?need=${reading.need.id}&cds=${party.cds}${instead}`,
    csrfToken: ask.person.csrfToken,
    submit: `Ask ${party.shortName}`,
    second: linkButton({ label: 'Ask nobody now', href: needPath(ask.home, reading.need.id), tone: 'quiet' }),
    errors: [...errors].map(([field, message]) => ({ field, message })),
    body: html`${selectField({
      id: 'term',
      name: 'term',
      label: 'When, and of whom',
      hint: insteadOf
        ? `The mail goes to ${insteadOf.name}, whom ${party.shortName} named instead.`
        : undefined,
      empty: null,
      error: errors.get('term'),
      value: written.term ?? (first ? termKey(first.term) : undefined),
      options: free.map((offer) => ({
        value: termKey(offer.term),
        label: `${termTitle(offer.term)}: ${amountText(capacityLeft(offer))} left, ask ${(insteadOf ?? offer.contact).name}`,
      })),
    })}${radioGroup({
      id: 'kind',
      name: 'kind',
      label: 'What you ask for',
      error: errors.get('kind'),
      value: written.kind ?? (withVisit ? 'visit' : 'call'),
      choices: [
        { value: 'visit', label: 'A visit', hint: `You come to ${party.shortName} and see it at work.` },
        { value: 'call', label: 'Calls', hint: 'Say below how many hours in all.' },
      ],
    })}${textField({
      id: 'hours',
      name: 'hours',
      label: 'Hours of calls',
      type: 'number',
      unit: 'hours',
      optional: true,
      error: errors.get('hours'),
      value: written.hours,
    })}${textArea({
      id: 'words',
      name: 'words',
      label: 'Your words to them',
      hint: 'What you would like to see or ask, who would come, what you can offer back.',
      error: errors.get('words'),
      value: written.words,
    })}`,
  });
}

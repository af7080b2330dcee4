import { formatDate } from '../../vocabulary/formatDate.ts';
import { isAskedAbout, type SharedHours } from '../commitments/hours.store.ts';
import { hoursText } from '../commitments/hoursBalance.ts';
import { maySign } from '../agreement/mayAgree.ts';
import { mayBind, mayReview } from '../reviews/mayReview.ts';
import type { WaitingReview } from '../reviews/waiting.store.ts';
import type { Member } from '../store/view.ts';
import { type Holding, partOf } from '../succession/holding.ts';
import { type Engagement, partyIn } from '../work/engagement.ts';
import { mayWorkOn } from '../work/mayWork.ts';
import { nextStepOf } from '../work/nextStep.ts';
import { nextStepWords } from '../work/nextStepWords.ts';

/** Something that goes on once the reader has answered; `path` after the partnership's own. */
export type Waiting = {
  readonly title: string;
  readonly path: string;
  /** What is asked of them. */
  readonly act: string;
  /** The last day for it, where there is one. */
  readonly until: string | null;
};

type Waits = {
  readonly today: string;
  readonly email: string;
  readonly unsigned: readonly { readonly id: string; readonly title: string }[];
  readonly reviews: readonly WaitingReview[];
  readonly hours: readonly SharedHours[];
  readonly alive: readonly Engagement[];
  readonly holdings: readonly Holding[];
};

/** What waits for one member's signature or answer: nobody is told of what others must do. */
export function waitsFor(reader: Member, waits: Waits): Waiting[] {
  return [
    ...(maySign(reader.role) ? waits.unsigned : []).map(({ id, title }) => ({
      title,
      path: `/agreement/${id}`,
      act: 'Sign, or put other terms forward',
      until: null,
    })),
    ...waits.reviews.flatMap((review) => ofReview(reader, review)),
    ...asksOf(reader, waits),
    ...waits.alive.flatMap((engagement) => ofWork(reader, engagement, waits.today)),
    ...ofHours(reader, waits.hours),
  ];
}

const reviewActs: Readonly<Record<WaitingReview['kind'], readonly [act: string, place: string]>> = {
  sign: ['Read and sign', ''],
  decide: ['Agree or refuse', '#decisions'],
  consent: ['Consent or object', '/statements'],
  hold: ['Hold the review, or move it', ''],
};

function ofReview({ role }: Member, { kind, reviewId, packHash, title, until }: WaitingReview): Waiting[] {
  if (kind === 'hold' ? !mayReview(role) : !mayBind(role)) return [];
  const [act, place] = reviewActs[kind];
  return [{ title, path: `/reviews/${packHash ? `packs/${packHash}` : reviewId}${place}`, act, until }];
}

function asksOf({ personId }: Member, { email, holdings }: Waits): Waiting[] {
  return holdings
    .filter((one) => one.kind === 'ask' && partOf(one, { personId, email }) === 'owner')
    .map(({ title, path }) => ({ title, path, act: 'Answer the ask', until: null }));
}

/** A plan waits for whoever may agree to it; every later step for a coordinator and those who own the work. */
function ofWork(reader: Member, engagement: Engagement, today: string): Waiting[] {
  const step = nextStepOf(engagement, today);
  const { districtId, personId, role } = reader;
  if (districtId === null || !step.waitsFor.includes(districtId) || !mayWorkOn(reader, engagement)) return [];
  const party = partyIn(engagement, districtId);
  const isHolder = party?.owner?.personId === personId || party?.deputy?.personId === personId;
  const isPlan = step.act === 'agree' || step.act === 'offer';
  if (step.act === 'resume' || !(isPlan || isHolder || role === 'coordinator')) return [];
  const { button } = nextStepWords({ engagement, step, who: 'We', today, formatDay: formatDate });
  const { id, title } = engagement;
  return [{ title, path: `/work/engagements/${id}`, act: button ?? 'Next step', until: null }];
}

function ofHours({ role, districtId }: Member, hours: readonly SharedHours[]): Waiting[] {
  const asked = hours.filter((one) => one.state === 'waiting' && isAskedAbout(one, districtId));
  if (role !== 'coordinator' || asked.length === 0) return [];
  const quarters = asked.reduce((sum, one) => sum + one.quarterHours, 0);
  return [
    {
      title: `${hoursText(quarters)} of shared work`,
      path: '/work/hours',
      act: 'Confirm or dispute',
      until: null,
    },
  ];
}

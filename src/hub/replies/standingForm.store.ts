import { selectOptionalCommitment } from '../commitments/commitments.store.ts';
import { selectOptionalHours } from '../commitments/hours.store.ts';
import { sideOf } from '../cycles/cycle.ts';
import { selectOptionalCycle } from '../cycles/cycles.store.ts';
import type { SignedLink } from '../links/signedLinks.store.ts';
import type { MemberView } from '../store/view.ts';

/** What the form of a link would be filled with as its subject stands now: its version, and what was logged before. */
export async function standingForm(
  view: MemberView,
  { kind, subjectId, districtId }: SignedLink,
): Promise<Readonly<Record<string, string>>> {
  if (kind === 'commitment') return versionOf(await selectOptionalCommitment(view, subjectId));
  if (kind === 'hours') return versionOf(await selectOptionalHours(view, subjectId));
  if (kind !== 'cycle') return {};
  const cycle = await selectOptionalCycle(view, subjectId);
  const side = cycle && sideOf(cycle, districtId);
  if (!side) return {};
  const { entries, did } = side;
  return {
    entries: String(entries),
    ...(did ? { done: did.done, different: did.words ?? '' } : {}),
  };
}

function versionOf(subject: { readonly version: number } | undefined): Record<string, string> {
  return subject ? { version: String(subject.version) } : {};
}

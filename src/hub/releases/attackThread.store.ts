import { parentPort, workerData } from 'node:worker_threads';
import { loadSolver } from '../../disclosure/solver.ts';
import { attackSigned } from '../../release/attackSigned.ts';
import type { Release } from '../../vocabulary/release.ts';

export type AttackQuestion = { readonly release: Release; readonly others: readonly Release[] };

/** `against`: why it must not enter. `notes`: what was not worked out, and who answers for it; it may enter. */
export type AttackAnswer = { readonly against: readonly string[]; readonly notes: readonly string[] };

/** So long an attack may take; what is not worked out by then rests on the vault's own proof. */
const mostSeconds = 600;
const mostListed = 10;

/** Attacks one release and says what came of it; the thread ends with it. */
async function answer({ release, others }: AttackQuestion): Promise<AttackAnswer> {
  const attacked = attackSigned(await loadSolver(), {
    release,
    earlier: others,
    clock: () => performance.now() / 1000,
    seconds: mostSeconds,
  });
  if (!attacked)
    return { against: ['It was protected by a policy that this Tandem does not know.'], notes: [] };
  const { problems, exposed, trusted, unanswered } = attacked;
  const against = problems
    .slice(0, mostListed)
    .map(
      ({ measure, schoolYear, place, grade, group, sentence }) =>
        `${measure} of ${schoolYear} (${place} ${grade} ${group}): ${sentence}.`,
    );
  if (problems.length > mostListed) against.push(`And ${problems.length - mostListed} more of this kind.`);
  if (exposed > 0)
    against.push(
      `${exposed} withheld ${exposed === 1 ? 'count' : 'counts'} can be worked out more closely than its policy allows: tandem audit lists them.`,
    );
  const notes = [
    ...(trusted > 0
      ? [
          `${trusted} withheld counts are wide enough for most of what they may be; for the rest the two signers answer.`,
        ]
      : []),
    ...(unanswered > 0
      ? [
          `${unanswered} withheld counts were not worked out within ${mostSeconds / 60} minutes; for them the vault’s own proof stands.`,
        ]
      : []),
  ];
  return { against, notes };
}

parentPort?.postMessage(await answer(workerData as AttackQuestion));

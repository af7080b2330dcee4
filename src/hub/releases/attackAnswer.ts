import type { Solver } from '../../disclosure/solver.ts';
import { attackSigned } from '../../release/attackSigned.ts';
import type { Release } from '../../vocabulary/release.ts';
import type { AttackAnswer } from './doorQuestion.ts';

/** So long an attack may take; what is not worked out by then rests on the vault's own proof. */
const mostSeconds = 600;
const mostListed = 10;

/** Attacks a release together with the others of its vault that are here, and says what came of it. `clock` in seconds. */
export function attackAnswer(
  solver: Solver,
  { release, others }: { readonly release: Release; readonly others: readonly Release[] },
  clock: () => number,
): AttackAnswer {
  const attacked = attackSigned(solver, { release, earlier: others, clock, seconds: mostSeconds });
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

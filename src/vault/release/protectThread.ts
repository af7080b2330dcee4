// The thread in which a release is protected: a whole district's linked tables take minutes of one core.
import { parentPort, workerData } from 'node:worker_threads';
import { attackRelease } from '../../disclosure/counts/attackRelease.ts';
import { protectCounts } from '../../disclosure/counts/protectCounts.ts';
import { loadSolver } from '../../disclosure/solver.ts';
import { outsideAttack } from './outsideAttack.ts';
import type { ProtectMessage, ProtectQuestion } from './protectQuestion.ts';

/** For the attack from outside. */
const leastSeconds = 60;

function post(message: ProtectMessage): void {
  parentPort?.postMessage(message);
}

const solver = await loadSolver();
const question = workerData as ProtectQuestion;
const clock = () => performance.now() / 1000;
const counts = protectCounts(solver, {
  ...question,
  clock,
  tell: (measures, done, of) => post({ progress: { sentence: `protects ${measures.join(', ')}`, done, of } }),
});
const attacked = attackRelease(solver, {
  district: question.district,
  policy: question.policy,
  smallestGroup: question.smallestGroup,
  tables: counts.tables,
  earlier: question.earlier.map(({ tables }) => tables),
  clock,
  seconds: Math.max(leastSeconds, question.seconds),
  tell: (done, of) => post({ progress: { sentence: 'attacks it from outside', done, of } }),
});
post({ answer: { counts, outside: outsideAttack(attacked) } });

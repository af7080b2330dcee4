// A thread in which measures of a release are protected: a whole district's linked tables take minutes of one core.
import { parentPort, workerData } from 'node:worker_threads';
import { protectChecked } from '../../disclosure/counts/protectChecked.ts';
import { loadSolver } from '../../disclosure/solver.ts';
import { outsideAttack } from './outsideAttack.ts';
import type { ProtectMessage, ProtectQuestion } from './protectQuestion.ts';

function post(message: ProtectMessage): void {
  parentPort?.postMessage(message);
}

const { counts, attack } = protectChecked(await loadSolver(), {
  ...(workerData as ProtectQuestion),
  clock: () => performance.now() / 1000,
  tell: (measures, done, of) =>
    post({ progress: { sentence: `protects ${measures.join(', ')} and tries to undo it`, done, of } }),
});
post({ answer: { counts, outside: outsideAttack(attack) } });

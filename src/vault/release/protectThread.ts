// The thread in which a release is protected: a whole district's linked tables take minutes of one core.
import { parentPort, workerData } from 'node:worker_threads';
import { protectCounts } from '../../disclosure/counts/protectCounts.ts';
import { loadSolver } from '../../disclosure/solver.ts';
import type { ProtectMessage, ProtectQuestion } from './protectQuestion.ts';

function post(message: ProtectMessage): void {
  parentPort?.postMessage(message);
}

const solver = await loadSolver();
const answer = protectCounts(solver, {
  ...(workerData as ProtectQuestion),
  clock: () => performance.now() / 1000,
  tell: (measures, done, of) => post({ progress: { sentence: `protects ${measures.join(', ')}`, done, of } }),
});
post({ answer });

// The thread in which a release is attacked: a whole district's linked tables take minutes of one core.
import { parentPort, workerData } from 'node:worker_threads';
import { loadSolver } from '../disclosure/solver.ts';
import { attackSigned } from '../release/attackSigned.ts';
import type { ReleaseAttack, ReleaseMessage, ReleaseQuestion } from './releaseQuestion.ts';

function post(message: ReleaseMessage): void {
  parentPort?.postMessage(message);
}

async function answer({ release, earlier, seconds, exact = false }: ReleaseQuestion): Promise<ReleaseAttack> {
  return attackSigned(await loadSolver(), {
    release,
    earlier,
    clock: () => performance.now() / 1000,
    seconds,
    exact,
    tell: (done, of) => post({ progress: `attacked: ${done} of ${of} sets of measures` }),
  });
}

post({ answer: await answer(workerData as ReleaseQuestion) });

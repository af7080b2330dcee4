// The thread in which a release is attacked: a whole district's linked tables take minutes of one core.
import { parentPort, workerData } from 'node:worker_threads';
import { attackRelease } from '../disclosure/counts/attackRelease.ts';
import { policyByHash } from '../disclosure/policies/policyPacks.ts';
import { loadSolver } from '../disclosure/solver.ts';
import type { ReleaseAttack, ReleaseMessage, ReleaseQuestion } from './releaseQuestion.ts';

function post(message: ReleaseMessage): void {
  parentPort?.postMessage(message);
}

async function answer({ release, earlier, seconds }: ReleaseQuestion): Promise<ReleaseAttack> {
  const { hash, threshold } = release.certificate.policy;
  const policy = policyByHash(hash);
  if (!policy) return undefined;
  return attackRelease(await loadSolver(), {
    district: release.district.cds,
    policy,
    smallestGroup: threshold,
    tables: release.tables,
    earlier: earlier.map(({ tables }) => tables),
    clock: () => performance.now() / 1000,
    seconds,
    tell: (done, of) => post({ progress: `attacked: ${done} of ${of} sets of measures` }),
  });
}

post({ answer: await answer(workerData as ReleaseQuestion) });

import { parentPort, workerData } from 'node:worker_threads';
import { computeClaim, type ClaimQuestion } from './computeClaim.ts';

/** Works one claim out and says so; the thread ends with it. */
parentPort?.postMessage(computeClaim(workerData as ClaimQuestion));

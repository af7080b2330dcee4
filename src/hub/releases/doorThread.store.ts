// The thread in which a file at the door is read, judged and attacked: a district's year is megabytes of JSON, and an attack
// takes minutes, while the server answers everybody else. It keeps what it read until the main thread ends it.
import { parentPort } from 'node:worker_threads';
import { loadSolver } from '../../disclosure/solver.ts';
import { readRelease } from '../../release/readRelease.ts';
import type { Release, SignedRelease } from '../../vocabulary/release.ts';
import { attackAnswer } from './attackAnswer.ts';
import type { DoorAnswers, DoorQuestion } from './doorQuestion.ts';
import { judgeRelease, type Known, notHereNotes } from './judgeRelease.ts';
import { releaseRows } from './releaseRows.ts';

let opened: { readonly hash: string; readonly signed: SignedRelease } | undefined;
let known: Known | undefined;
const others = new Map<string, Release>();

async function answer(question: DoorQuestion): Promise<DoorAnswers[DoorQuestion['ask']]> {
  if (question.ask === 'open') {
    const read = readRelease(question.file);
    if (!read.ok) return read;
    opened = read;
    return { ok: true, hash: read.hash, cds: read.signed.release.district.cds };
  }
  if (!opened) throw new Error('the thread of the door was asked of a release that it does not have');
  const { hash, signed } = opened;
  const { release } = signed;
  if (question.ask === 'judge') {
    for (const one of question.others) if (!others.has(one.hash)) others.set(one.hash, readKept(one));
    known = { ...question.known, others: [...others.values()] };
    return judgeRelease({ signed, known, today: question.today });
  }
  if (question.ask === 'rows') return releaseRows(hash, signed);
  if (!known) throw new Error('the thread of the door was asked to attack what it has not judged');
  const clock = () => performance.now() / 1000;
  const { against, notes } = attackAnswer(await loadSolver(), { release, others: known.others }, clock);
  return { against, notes: [...notes, ...notHereNotes(release, known)] };
}

function readKept({ hash, file }: { readonly hash: string; readonly file: Uint8Array }): Release {
  const read = readRelease(file);
  if (!read.ok || read.hash !== hash) throw new Error(`the kept file of release ${hash} is not what it was`);
  return read.signed.release;
}

parentPort?.on('message', async (question: DoorQuestion) => {
  parentPort?.postMessage(await answer(question));
});

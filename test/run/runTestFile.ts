import { type ChildProcess, spawn } from 'node:child_process';
import { resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { CaseMessage, TestCase } from './caseMessage.ts';

export type FileResult = {
  readonly file: string;
  readonly cases: readonly TestCase[];
  /** What the file printed, both streams, as it came. */
  readonly output: string;
  readonly seconds: number;
};

export type Patience = {
  /** For the whole file. */
  readonly fileMs: number;
  /** For a next test to begin, or the process to end by itself, once no test is under way. */
  readonly idleMs: number;
};

/** For a process that left the group and still holds our pipes. */
const longestDrainMs = 2000;

const running = new Set<ChildProcess>();

/** What one process said of the files it ran; `trouble` is empty when every test ended and the process ended well. */
export type ProcessResult = {
  readonly files: readonly FileResult[];
  readonly trouble: string;
};

/**
 * Runs one test file in a process group of its own, which is killed as a whole when patience ends: `run()` alone
 * waits for ever on a file that left a process or a timer behind. Cases that could not be told become one failed
 * case that says why; a result without a failed case means every test ran and the process ended well.
 */
export async function runTestFile(file: string, patience: Patience): Promise<FileResult> {
  const started = performance.now();
  const { files, trouble } = await runTestProcess([file], patience);
  const [{ cases, output } = { cases: [], output: '' }] = files;
  const ended: readonly TestCase[] = trouble
    ? [...cases, { name: 'the file', outcome: 'failed', why: trouble }]
    : cases;
  return { file, cases: ended, output, seconds: (performance.now() - started) / 1000 };
}

/** The same for several files in one process, one after the other; what they printed stands with each of them. */
export async function runTestProcess(files: readonly string[], patience: Patience): Promise<ProcessResult> {
  const told = new Map(files.map((file) => [resolve(file), { cases: [] as TestCase[], seconds: 0 }]));
  const notes: string[] = [];
  let output = '';
  let latest = 'its first line';
  let finished = false;
  let impatience = '';

  const child = startProcess(files);
  running.add(child);
  // A test or group that another file's function made is told of that file: it belongs to the one before it.
  let [last] = files;
  const toldOf = (file: string) => {
    if (told.has(file)) last = file;
    return told.get(resolve(last ?? '')) ?? { cases: [], seconds: 0 };
  };
  const giveUp = (why: () => string): void => {
    impatience = why();
    killGroup(child);
  };
  const fileTimer = setTimeout(
    giveUp,
    patience.fileMs,
    () => `not finished after ${patience.fileMs / 1000} s; the last test to begin was: ${latest}`,
  );
  let idleTimer: NodeJS.Timeout | undefined;
  let underWay = 0;
  const watchIdleness = (change: number): void => {
    underWay += change;
    clearTimeout(idleTimer);
    if (underWay > 0) return;
    idleTimer = setTimeout(
      giveUp,
      patience.idleMs,
      () =>
        `its process was still there ${patience.idleMs / 1000} s after the last test: something was left open`,
    );
  };
  child.on('message', (message: CaseMessage) => {
    if (message.kind === 'began') {
      latest = message.name;
      watchIdleness(+1);
    }
    if (message.kind === 'ended') watchIdleness(-1);
    if (message.kind === 'case') toldOf(message.file).cases.push(message.case);
    if (message.kind === 'took') toldOf(message.file).seconds += message.seconds;
    if (message.kind === 'note') notes.push(message.text);
    if (message.kind === 'finished') finished = true;
  });
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (text: string) => {
      output += text;
    });
  }

  const exit = await exitOf(child);
  clearTimeout(fileTimer);
  clearTimeout(idleTimer);
  running.delete(child);

  return {
    files: files.map((file) => ({ file, output, cases: [], seconds: 0, ...told.get(resolve(file)) })),
    trouble:
      impatience ||
      troubleOf(
        exit,
        finished,
        [...told.values()].map(({ cases }) => cases),
        notes,
      ),
  };
}

/** Kills the test files that are running now, with all that they started. */
export function killTestFiles(): void {
  for (const child of running) killGroup(child);
}

function startProcess(files: readonly string[]): ChildProcess {
  const entry = resolve(import.meta.dirname, 'oneFile.ts');
  return spawn(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', entry, ...files.map((file) => resolve(file))],
    {
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
      detached: process.platform !== 'win32',
    },
  );
}

/** The end of the process itself: what it left behind may hold its pipes open, and is killed first. */
async function exitOf(child: ChildProcess): Promise<string> {
  const closed = new Promise((settle) => {
    child.once('close', settle);
  });
  const ended = await new Promise<string>((settle) => {
    child.once('error', (error) => settle(error.message));
    child.once('exit', (code, signal) => settle(signal ?? String(code)));
  });
  killGroup(child);
  await Promise.race([closed, sleep(longestDrainMs)]);
  return ended;
}

function troubleOf(
  exit: string,
  finished: boolean,
  cases: readonly (readonly TestCase[])[],
  notes: readonly string[],
): string {
  const said = notes.length > 0 ? `: ${notes.join('; ')}` : '';
  if (!finished) return `its process ended with ${exit} before its tests did${said}`;
  if (exit !== '0' && !cases.flat().some((one) => one.outcome === 'failed'))
    return `its process ended with ${exit}${said}`;
  return cases.some((those) => those.length === 0) ? 'it holds no test' : '';
}

function killGroup(child: ChildProcess): void {
  if (child.pid === undefined) return;
  try {
    process.kill(process.platform === 'win32' ? child.pid : -child.pid, 'SIGKILL');
  } catch {
    // Nothing of it is left.
  }
}

// The process of a test file, or of several one after the other: sends each case to the runner as it ends.
import { type EventData, run } from 'node:test';
import { inspect } from 'node:util';
import type { CaseMessage, TestCase } from './caseMessage.ts';

const files = process.argv.slice(2);
const names: string[] = [];

function tell(message: CaseMessage): void {
  process.send?.(message);
}

function caseName(nesting: number, name: string): string {
  return [...names.slice(0, nesting), name].join(' > ');
}

function tellCase(file: string | undefined, one: TestCase): void {
  tell({ kind: 'case', file: file ?? files[0] ?? '', case: one });
}

function tellPass(data: EventData.TestPass): void {
  const { file, details, nesting } = data;
  if (nesting === 0) tell({ kind: 'took', file: file ?? '', seconds: details.duration_ms / 1000 });
  if (details.type === 'suite') return;
  const name = caseName(nesting, data.name);
  const left = data.skip ?? data.todo;
  if (files.includes(data.name)) {
    tellCase(data.name, { name: 'the file', outcome: 'failed', why: 'it holds no test' });
  } else if (left === undefined || left === false) {
    tellCase(file, { name, outcome: 'passed', why: '' });
  } else {
    tellCase(file, { name, outcome: 'skipped', why: left === true ? 'no reason given' : left });
  }
}

function tellFail(data: EventData.TestFail): void {
  const { error } = data.details;
  // Its failed parts were told already.
  if ('failureType' in error && error.failureType === 'subtestsFailed') return;
  const isFile = files.includes(data.name);
  const name = isFile ? 'the file' : caseName(data.nesting, data.name);
  const isToDo = data.todo !== undefined && data.todo !== false;
  const why = isToDo ? 'to do, and it fails today' : inspect(error.cause ?? error, { depth: 6 });
  tellCase(isFile ? data.name : data.file, { name, outcome: isToDo ? 'skipped' : 'failed', why });
}

// When the runner is killed, the file and all that it started end with it.
process.once('disconnect', () => process.kill(process.platform === 'win32' ? process.pid : 0, 'SIGKILL'));
process.channel?.unref();

const events = run({ files, isolation: 'none' });
events.on('test:dequeue', (data) => tell({ kind: 'began', name: data.name }));
events.on('test:complete', () => tell({ kind: 'ended' }));
events.on('test:start', (data) => {
  names[data.nesting] = data.name;
});
events.on('test:pass', tellPass);
events.on('test:fail', tellFail);
events.on('test:diagnostic', (data) => {
  const isCount = /^(tests|suites|pass|fail|cancelled|skipped|todo|duration_ms) [\d.]+$/.test(data.message);
  if (!isCount) tell({ kind: 'note', text: data.message });
});
events.on('end', () => tell({ kind: 'finished' }));
events.resume();

// The process of one test file: runs it and sends each case to the runner as it ends.
import { type EventData, run } from 'node:test';
import { inspect } from 'node:util';
import type { CaseMessage } from './caseMessage.ts';

const file = process.argv[2] ?? '';
const names: string[] = [];

function tell(message: CaseMessage): void {
  process.send?.(message);
}

function caseName(nesting: number, name: string): string {
  return [...names.slice(0, nesting), name].join(' > ');
}

function tellPass(data: EventData.TestPass): void {
  if (data.details.type === 'suite') return;
  const name = caseName(data.nesting, data.name);
  const left = data.skip ?? data.todo;
  if (data.name === file) {
    tell({ kind: 'case', case: { name: 'the file', outcome: 'failed', why: 'it holds no test' } });
  } else if (left === undefined || left === false) {
    tell({ kind: 'case', case: { name, outcome: 'passed', why: '' } });
  } else {
    tell({ kind: 'case', case: { name, outcome: 'skipped', why: left === true ? 'no reason given' : left } });
  }
}

function tellFail(data: EventData.TestFail): void {
  const { error } = data.details;
  // Its failed parts were told already.
  if ('failureType' in error && error.failureType === 'subtestsFailed') return;
  const name = data.name === file ? 'the file' : caseName(data.nesting, data.name);
  const why = inspect(error.cause ?? error, { depth: 6 });
  const outcome = data.todo === undefined || data.todo === false ? 'failed' : 'skipped';
  tell({
    kind: 'case',
    case: { name, outcome, why: outcome === 'failed' ? why : 'to do, and it fails today' },
  });
}

// When the runner is killed, the file and all that it started end with it.
process.once('disconnect', () => process.kill(process.platform === 'win32' ? process.pid : 0, 'SIGKILL'));
process.channel?.unref();

const events = run({ files: [file], isolation: 'none' });
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

import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { text } from 'node:stream/consumers';
import { type TestContext, test } from 'node:test';

// npm is an outside tool: this one notes what it was asked and brings (or not) the Node that runs the tests.
const npmStandIn = `#!/bin/sh
echo "$1 $2" >> "$NPM_LOG"
sleep "\${NPM_SECONDS:-0}"
if [ "$1" = "\${NPM_BRINGS_NODE_ON:-ci}" ]; then
  mkdir -p node_modules/node/bin && ln -sf "$REAL_NODE" node_modules/node/bin/node
fi
exit "\${NPM_CODE:-0}"
`;

const script = `
const [, , ...given] = process.argv;
console.log(JSON.stringify({ given, folder: process.cwd(), flags: process.execArgv, program: process.argv0 }));
if (given[0] === 'exit') process.exit(Number(given[1]));
if (given[0] === 'wait') setInterval(() => {}, 1000);
if (given[1] === 'politely') process.on('SIGTERM', () => process.exit(7));
`;

type Project = { readonly folder: string; readonly elsewhere: string; readonly bin: string };
type Ended = { readonly code: number | null; readonly output: string; readonly trouble: string };

function makeProject(t: TestContext): Project {
  const base = realpathSync(mkdtempSync(join(tmpdir(), 'tandem-launch-')));
  t.after(() => rmSync(base, { recursive: true }));
  const [folder, elsewhere, bin] = ['project', 'elsewhere', 'bin'].map((name) => join(base, name)) as [
    string,
    string,
    string,
  ];
  for (const made of [join(folder, 'src'), elsewhere, bin]) mkdirSync(made, { recursive: true });
  for (const name of ['launch.mjs', 'tandem']) copyFileSync(name, join(folder, name));
  writeFileSync(join(folder, 'package-lock.json'), '{"lockfileVersion": 3}');
  writeFileSync(join(folder, 'package.json'), '{"type": "module"}');
  writeFileSync(join(folder, 'src', 'main.ts'), script);
  writeFileSync(join(bin, 'npm'), npmStandIn, { mode: 0o755 });
  symlinkSync(process.execPath, join(bin, 'node'));
  return { folder, elsewhere, bin };
}

function begin(project: Project, args: readonly string[], more: NodeJS.ProcessEnv = {}): ChildProcess {
  const command = args[0] === 'tandem' ? join(project.folder, 'tandem') : process.execPath;
  const rest = args[0] === 'tandem' ? args.slice(1) : [join(project.folder, 'launch.mjs'), ...args];
  return spawn(command, rest, {
    cwd: project.elsewhere,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      PATH: [project.bin, '/usr/bin', '/bin'].join(delimiter),
      NPM_LOG: join(project.folder, 'npm.log'),
      REAL_NODE: process.execPath,
      ...more,
    },
  });
}

async function ending(child: ChildProcess): Promise<Ended> {
  assert.ok(child.stdout && child.stderr);
  const code = new Promise<number | null>((resolve) => {
    child.once('close', resolve);
  });
  const [output, trouble] = await Promise.all([text(child.stdout), text(child.stderr)]);
  return { code: await code, output, trouble };
}

function launch(project: Project, args: readonly string[], more: NodeJS.ProcessEnv = {}): Promise<Ended> {
  return ending(begin(project, args, more));
}

function npmWasAsked(project: Project): string[] {
  const log = join(project.folder, 'npm.log');
  return existsSync(log) ? readFileSync(log, 'utf8').trim().split('\n') : [];
}

test('the tests run with a Node that has no npm beside it, so that the stand-in is the one asked', () => {
  assert.ok(!existsSync(join(dirname(process.execPath), '..', 'lib', 'node_modules', 'npm')));
});

test('the first start installs once, then runs the script from the caller’s folder with its arguments', async (t) => {
  const project = makeProject(t);
  const first = await launch(project, ['src/main.ts', 'exit', '0', 'two words']);
  assert.equal(first.code, 0, first.trouble);
  assert.match(first.trouble, /Installing what Tandem needs/);
  assert.deepEqual(JSON.parse(first.output), {
    given: ['exit', '0', 'two words'],
    folder: project.elsewhere,
    flags: ['--disable-warning=ExperimentalWarning'],
    program: join(project.folder, 'node_modules', 'node', 'bin', 'node'),
  });
  const second = await launch(project, ['src/main.ts']);
  assert.equal(second.trouble, '');
  assert.deepEqual(npmWasAsked(project), ['ci --no-audit']);
});

test('a changed lock file installs again', async (t) => {
  const project = makeProject(t);
  await launch(project, ['src/main.ts']);
  writeFileSync(join(project.folder, 'package-lock.json'), '{"lockfileVersion": 4}');
  await launch(project, ['src/main.ts']);
  assert.equal(npmWasAsked(project).length, 2);
});

test('a failed install says in a sentence what to do, runs nothing, ends with 1 and is tried again', async (t) => {
  const project = makeProject(t);
  const failed = await launch(project, ['src/main.ts'], { NPM_CODE: '9' });
  assert.equal(failed.code, 1);
  assert.equal(failed.output, '');
  assert.match(failed.trouble, /The installation failed \(npm ended with 9\)\. Run "npm ci" in /);
  assert.equal((await launch(project, ['src/main.ts'])).code, 0);
});

test('where npm held back the script of the package "node", it is asked for it once more', async (t) => {
  const project = makeProject(t);
  const run = await launch(project, ['src/main.ts'], { NPM_BRINGS_NODE_ON: 'rebuild' });
  assert.equal(run.code, 0, run.trouble);
  assert.deepEqual(npmWasAsked(project), ['ci --no-audit', 'rebuild node']);
});

test('where the package has no Node for the platform, a running Node 24 serves', async (t) => {
  const project = makeProject(t);
  const run = await launch(project, ['src/main.ts'], { REAL_NODE: '/usr/bin/false' });
  assert.equal(JSON.parse(run.output).program, process.execPath);
});

test('of four starts at once one installs and the others wait for it', async (t) => {
  const project = makeProject(t);
  const starts = [1, 2, 3, 4].map(() => launch(project, ['src/main.ts'], { NPM_SECONDS: '1' }));
  const ends = await Promise.all(starts);
  assert.deepEqual(
    ends.map((end) => end.code),
    [0, 0, 0, 0],
  );
  assert.equal(npmWasAsked(project).length, 1);
  assert.equal(ends.filter((end) => end.trouble.includes('waiting for it')).length, 3);
  assert.ok(!existsSync(join(project.folder, '.installing')));
});

test('a lock whose owner died does not stop the next start', async (t) => {
  const project = makeProject(t);
  const dead = begin(project, ['src/main.ts']);
  await ending(dead);
  rmSync(join(project.folder, 'node_modules'), { recursive: true });
  mkdirSync(join(project.folder, '.installing'));
  writeFileSync(join(project.folder, '.installing', String(dead.pid)), '');
  assert.equal((await launch(project, ['src/main.ts'])).code, 0);
  assert.ok(!existsSync(join(project.folder, '.installing')));
});

test('exit codes pass through: 3 stays 3', async (t) => {
  assert.equal((await launch(makeProject(t), ['src/main.ts', 'exit', '3'])).code, 3);
});

for (const [manner, code] of [
  ['politely', 7],
  ['roughly', 143],
] as const) {
  test(`SIGTERM reaches the script, which ends ${manner}, and the launcher with ${code}`, async (t) => {
    const child = begin(makeProject(t), ['src/main.ts', 'wait', manner]);
    child.stdout?.once('data', () => setTimeout(() => child.kill('SIGTERM'), 100));
    assert.equal((await ending(child)).code, code);
  });
}

test('tandem works through a symbolic link and from any folder', async (t) => {
  const project = makeProject(t);
  await launch(project, ['src/main.ts']);
  symlinkSync('../project/tandem', join(project.bin, 'tandem'));
  symlinkSync('tandem', join(project.bin, 'partnership'));
  const child = spawn('partnership', ['peers', 'a b.csv'], {
    cwd: project.elsewhere,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { PATH: [project.bin, '/usr/bin', '/bin'].join(delimiter) },
  });
  const end = await ending(child);
  assert.equal(end.code, 0, end.trouble);
  const seen = JSON.parse(end.output);
  assert.deepEqual([seen.given, seen.folder], [['peers', 'a b.csv'], project.elsewhere]);
});

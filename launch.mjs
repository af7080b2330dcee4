// Runs a script with the Node that package-lock.json pins, and installs what the lock names when that is not there:
// `node launch.mjs src/main.ts start`. Plain JavaScript for any Node from 18 on, before anything is installed.
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  rmdirSync,
  writeFileSync,
} from 'node:fs';
import { constants } from 'node:os';
import { delimiter, dirname, join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

const root = dirname(fileURLToPath(import.meta.url));
const stampFile = join(root, 'node_modules', '.tandem-installed');
const lockFolder = join(root, '.installing');
const longestWaitMs = 15 * 60_000;
const windows = process.platform === 'win32';
const inTerminal = process.stdin.isTTY || process.stdout.isTTY || process.stderr.isTTY;

class Stop extends Error {}

/** What a good install leaves behind: the lock file's hash, and the platform whose binaries were chosen. */
function wantedStamp() {
  const lock = join(root, 'package-lock.json');
  if (!existsSync(lock))
    throw new Stop(`package-lock.json is missing in ${root}: restore it from the repository.`);
  const hash = createHash('sha256').update(readFileSync(lock)).digest('hex');
  return `${hash} ${process.platform}-${process.arch}\n`;
}

/** The pinned Node; where its package has no binary for this platform, the running one when that is new enough. */
function usableNode() {
  const pinned = join(root, 'node_modules', 'node', 'bin', windows ? 'node.exe' : 'node');
  if (existsSync(pinned)) return pinned;
  return Number(process.versions.node.split('.')[0]) >= 24 ? process.execPath : undefined;
}

function isInstalled() {
  return existsSync(stampFile) && readFileSync(stampFile, 'utf8') === wantedStamp();
}

/** Spawns and waits; the signals this process is sent go on to the child. Resolves to the exit code. */
function run(command, args, options) {
  return new Promise((resolveCode, reject) => {
    const child = spawn(command, args, options);
    // In a terminal Ctrl-C reaches the child without us: handing it on would make one press count as two.
    const handOn = (signal) => {
      if (signal !== 'SIGINT' || !inTerminal) child.kill(signal);
    };
    const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
    for (const signal of signals) process.on(signal, handOn);
    const end = () => {
      for (const signal of signals) process.removeListener(signal, handOn);
    };
    child.once('error', (error) => {
      end();
      reject(error);
    });
    child.once('exit', (code, signal) => {
      end();
      resolveCode(signal ? 128 + (constants.signals[signal] ?? 0) : code);
    });
  });
}

/** `npm …` of the running Node, else of the PATH, without our own node_modules, which the install replaces. */
function npm(args) {
  const env = { ...process.env };
  const pathName = Object.keys(env).find((name) => name.toUpperCase() === 'PATH') ?? 'PATH';
  const folders = (env[pathName] ?? '').split(delimiter);
  env[pathName] = folders
    .filter((folder) => !resolve(folder).startsWith(join(root, 'node_modules')))
    .join(delimiter);
  const options = { cwd: root, env, stdio: ['ignore', 2, 2] };
  const besideNode = dirname(process.execPath);
  const ownNpm = [
    join(besideNode, 'node_modules', 'npm', 'bin', 'npm-cli.js'),
    join(besideNode, '..', 'lib', 'node_modules', 'npm', 'bin', 'npm-cli.js'),
  ].find((file) => existsSync(file));
  const all = [...args, '--no-audit', '--no-fund', '--loglevel=error'];
  if (ownNpm) return run(process.execPath, [ownNpm, ...all], options);
  return run(windows ? 'npm.cmd' : 'npm', all, { ...options, shell: windows });
}

async function install() {
  process.stderr.write('Installing what Tandem needs (once, about half a minute)…\n');
  const byHand = `Run "npm ci" in ${root} to see why, then try again.`;
  const code = await npm(['ci']).catch((error) => {
    throw new Stop(`npm could not be started (${error.message}). Install Node.js 18 or newer with npm.`);
  });
  if (code !== 0) throw new Stop(`The installation failed (npm ended with ${code}). ${byHand}`);
  await provideNode();
  writeFileSync(stampFile, wantedStamp());
}

/** Where npm held the package's script back, asks for it once more; a binary that does not run here is removed. */
async function provideNode() {
  const bin = join(root, 'node_modules', 'node', 'bin');
  const pinned = join(bin, windows ? 'node.exe' : 'node');
  if (!existsSync(pinned)) await npm(['rebuild', 'node']);
  if (existsSync(pinned) && spawnSync(pinned, ['--version']).status !== 0) rmSync(bin, { recursive: true });
}

/**
 * Only one installs. The lock is a folder with a file named by its owner's process, put there by one rename; an
 * owner that died is replaced by renaming its file, which only one of those who wait can do.
 */
async function underLock(work) {
  const mine = join(lockFolder, String(process.pid));
  const until = Date.now() + longestWaitMs;
  let told = false;
  while (!takeLock(mine)) {
    if (!told) process.stderr.write('Another start of Tandem is installing; waiting for it…\n');
    told = true;
    if (Date.now() > until)
      throw new Stop(`Waited too long. If nothing is installing, delete ${lockFolder} and try again.`);
    await sleep(200);
  }
  try {
    await work();
  } finally {
    rmSync(mine, { force: true });
    try {
      rmdirSync(lockFolder);
    } catch {
      // The next one has it already.
    }
  }
}

function takeLock(mine) {
  const prepared = `${lockFolder}-${process.pid}`;
  try {
    mkdirSync(prepared, { recursive: true });
    writeFileSync(join(prepared, String(process.pid)), '');
  } catch (error) {
    throw new Stop(
      `Tandem is not installed and cannot write in ${root} (${error.code}). Run "npm ci" there as its owner.`,
    );
  }
  try {
    renameSync(prepared, lockFolder);
    return true;
  } catch {
    rmSync(prepared, { recursive: true, force: true });
  }
  try {
    const [owner] = readdirSync(lockFolder);
    if (owner === undefined) rmdirSync(lockFolder);
    if (owner === undefined || isAlive(Number(owner))) return false;
    renameSync(join(lockFolder, owner), mine);
    return true;
  } catch {
    return false;
  }
}

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

async function launch([script, ...args]) {
  if (!script) throw new Stop('Say what to run: node launch.mjs src/main.ts --help');
  if (!isInstalled()) {
    await underLock(async () => {
      if (!isInstalled()) await install();
    });
  }
  const node = usableNode();
  if (!node) {
    throw new Stop(
      `The package "node" brought no Node 24: npm did not run its install script, or has none for ${process.platform}-${process.arch}. ` +
        `Run "npm rebuild node --ignore-scripts=false" in ${root}, or use Node.js 24 or newer yourself.`,
    );
  }
  const flags = ['--disable-warning=ExperimentalWarning', resolve(root, script), ...args];
  // Node keeps what it makes of the TypeScript: the next start takes a third of the time. A folder it cannot write is left alone.
  const NODE_COMPILE_CACHE =
    process.env.NODE_COMPILE_CACHE ?? resolve(root, 'node_modules/.cache/tandem/compiled');
  return run(node, flags, { stdio: 'inherit', env: { ...process.env, NODE_COMPILE_CACHE } });
}

try {
  process.exitCode = await launch(process.argv.slice(2));
} catch (error) {
  if (!(error instanceof Stop)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}

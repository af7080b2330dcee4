import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { text } from 'node:stream/consumers';

/** Whether `installDebianPackages` can work: root on a machine with apt-get. */
export function canInstallDebianPackages(): boolean {
  return process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');
}

/**
 * Installs packages with apt-get and asks nothing. What apt-get printed is the error's message when it fails.
 * Waits up to five minutes for another apt-get to end.
 */
export async function installDebianPackages(packages: readonly string[]): Promise<void> {
  process.stderr.write(`Installing ${packages.join(', ')} with apt-get (once)…\n`);
  const patience = ['-o', 'DPkg::Lock::Timeout=300', '-o', 'Acquire::Retries=3'];
  await runAptGet([...patience, 'update']);
  const keep = ['-o', 'Dpkg::Options::=--force-confold'];
  await runAptGet([...patience, ...keep, 'install', '-y', '--no-install-recommends', ...packages]);
}

async function runAptGet(args: readonly string[]): Promise<void> {
  const child = spawn('apt-get', args, {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  });
  const ended = new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  });
  const [output, trouble, code] = await Promise.all([text(child.stdout), text(child.stderr), ended]);
  if (code !== 0) throw new Error(`apt-get ${args.join(' ')} ended with ${code}:\n${output}${trouble}`);
}

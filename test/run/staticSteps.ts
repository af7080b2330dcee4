import { spawn } from 'node:child_process';
import { text } from 'node:stream/consumers';

export type StaticStep = {
  readonly name: string;
  readonly program: string;
  readonly args: readonly string[];
};
export type StepResult = {
  readonly name: string;
  readonly passed: boolean;
  readonly output: string;
  readonly seconds: number;
};

/** What needs no test to be seen; each program is a package's own JavaScript entry. */
export const staticSteps: readonly StaticStep[] = [
  { name: 'types', program: 'node_modules/typescript/bin/tsc', args: ['--noEmit'] },
  { name: 'lint', program: 'node_modules/oxlint/bin/oxlint', args: ['--deny-warnings'] },
  { name: 'format', program: 'node_modules/@biomejs/biome/bin/biome', args: ['format', '.'] },
];

/** Runs the step's program in the current folder; passed means that it ended with 0. */
export async function runStaticStep(step: StaticStep): Promise<StepResult> {
  const started = performance.now();
  const child = spawn(process.execPath, [step.program, ...step.args], { stdio: ['ignore', 'pipe', 'pipe'] });
  const ended = new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  });
  const [output, trouble, code] = await Promise.all([text(child.stdout), text(child.stderr), ended]);
  const seconds = (performance.now() - started) / 1000;
  return { name: step.name, passed: code === 0, output: `${output}${trouble}`, seconds };
}

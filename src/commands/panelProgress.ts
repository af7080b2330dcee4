import type { CommandStreams } from './command.ts';

/** Tells on standard error every ten seconds how many estimates of a long run are made. `clock` gives milliseconds. */
export function panelProgress(
  stderr: CommandStreams['stderr'],
  clock: () => number,
): (done: number, of: number) => void {
  let told = clock();
  return (done, of) => {
    const now = clock();
    if (now - told < 10_000 || done === of) return;
    told = now;
    stderr.write(`${done.toLocaleString('en')} of ${of.toLocaleString('en')} estimates made so far\n`);
  };
}

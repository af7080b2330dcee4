import type { CommandStreams } from './command.ts';

export type LoadProgress = {
  readonly rows: (file: string, rows: number) => void;
  /** Ends the line of the file that was being read. */
  readonly end: () => void;
};

/**
 * Tells on standard error how far a file is that takes more than a second: at a terminal every second on one line,
 * otherwise every ten seconds on lines of their own. `clock` gives milliseconds.
 */
export function loadProgress(stderr: CommandStreams['stderr'], clock: () => number): LoadProgress {
  const terminal = stderr.isTTY === true;
  const every = terminal ? 1000 : 10_000;
  let current: { file: string; began: number; told: number } | undefined;
  let written = false;
  return {
    rows: (file, rows) => {
      const now = clock();
      if (current?.file !== file) current = { file, began: now, told: now };
      if (now - current.told < every) return;
      current.told = now;
      const seconds = (now - current.began) / 1000;
      const text = `${file}: ${rows.toLocaleString('en')} rows so far, ${Math.round(rows / seconds).toLocaleString('en')} a second`;
      stderr.write(terminal ? `\r\u001b[K${text}` : `${text}\n`);
      written = true;
    },
    end: () => {
      if (written && terminal) stderr.write('\r\u001b[K');
      current = undefined;
      written = false;
    },
  };
}

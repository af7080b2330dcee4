import type { CommandStreams } from './command.ts';

/** Tells a person at a terminal, twice a second, how much of a long file is done; nobody else. */
export function byteProgress(
  { stderr }: CommandStreams,
  done: string,
  now: () => number = Date.now,
): (doneBytes: number, allBytes: number) => void {
  const began = now();
  let [told, shown] = [began, false];
  return (doneBytes, allBytes) => {
    if (stderr.isTTY !== true) return;
    const isLast = doneBytes >= allBytes;
    if (isLast ? !shown : now() - told < 500) return;
    told = now();
    shown = true;
    const percent = Math.floor((100 * doneBytes) / Math.max(1, allBytes));
    stderr.write(isLast ? '\r\u001b[K' : `\r\u001b[K${percent} % ${done} of ${Math.ceil(allBytes / 1e6)} MB`);
  };
}

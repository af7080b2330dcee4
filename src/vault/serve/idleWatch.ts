/** Notices that nobody has used the pages for a while. */
export type IdleWatch = {
  /** Resolves when they have not been used for so long and nothing is being worked on. */
  readonly idle: Promise<void>;
  readonly used: () => void;
  readonly end: () => void;
};

/** Looks every so many milliseconds. `clock` gives milliseconds. Work that goes on counts as use. */
export function idleWatch(
  minutes: number,
  clock: () => number,
  isBusy: () => boolean,
  lookEveryMs = 1000,
): IdleWatch {
  let last = clock();
  let timer: NodeJS.Timeout | undefined;
  const end = (): void => clearInterval(timer);
  const idle = new Promise<void>((resolve) => {
    timer = setInterval(() => {
      if (isBusy()) last = clock();
      if (clock() - last < minutes * 60_000) return;
      end();
      resolve();
    }, lookEveryMs);
  });
  return {
    idle,
    used: () => {
      last = clock();
    },
    end,
  };
}

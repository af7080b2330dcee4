/** Notices that nobody has used the pages for a while. */
export type IdleWatch = {
  /** Resolves when they have not been used for so long and nothing is being worked on. */
  readonly idle: Promise<void>;
  readonly used: () => void;
  readonly end: () => void;
};

/** `clock` gives milliseconds. Work that goes on counts as use. */
export function idleWatch(minutes: number, clock: () => number, isBusy: () => boolean): IdleWatch {
  const longest = minutes * 60_000;
  let last = clock();
  let timer: NodeJS.Timeout;
  const idle = new Promise<void>((resolve) => {
    const look = (): void => {
      if (isBusy()) last = clock();
      const left = last + longest - clock();
      if (left <= 0) resolve();
      else timer = setTimeout(look, Math.max(20, Math.min(left, 30_000)));
    };
    timer = setTimeout(look, Math.min(longest, 30_000));
  });
  return {
    idle,
    used: () => {
      last = clock();
    },
    end: () => clearTimeout(timer),
  };
}

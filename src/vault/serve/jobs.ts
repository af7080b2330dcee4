import { type Html, html } from '../../page/html.ts';
import { Refusal } from '../../vocabulary/refusal.ts';
import { explainTrouble } from './explainTrouble.ts';

/** How far work has come: what it does now, and how many of how many are done where that can be told. */
export type JobProgress = { readonly sentence: string; readonly done?: number; readonly of?: number };

export type JobState = 'waiting' | 'running' | 'done' | 'refused' | 'failed';

/** Work that takes a while, as any page may read it. */
export type Job = {
  readonly id: number;
  /** `load`, `measure` …: a page asks for the last of its kind. */
  readonly kind: string;
  readonly title: string;
  readonly state: JobState;
  readonly progress: JobProgress;
  readonly startedAt: Date | null;
  readonly endedAt: Date | null;
  /** Why it was refused or failed, in a sentence. */
  readonly trouble: string | null;
  /** What it has come to so far, made anew at every look. */
  readonly view: () => Html;
};

export type JobOrder = {
  readonly kind: string;
  readonly title: string;
  /**
   * Orders of one key are one job while it waits or runs: two tabs that press a button at once. Left out, the order is
   * always a job of its own.
   */
  readonly key?: string;
  readonly view?: () => Html;
  /**
   * The work. It tells how far it is; telling throws when the server is being stopped, so that the transaction around it is
   * rolled back. A Refusal that it throws is shown as its sentence.
   */
  readonly work: (tell: (progress: JobProgress) => void) => Promise<void>;
  /** Called when the job has ended, however it did; also when it never began. */
  readonly after?: () => void;
};

/** The work of a server: one job at a time, the others wait in the order they came. */
export type Jobs = {
  /** Orders work; answers at once with its job, or with the one of the same key that has not ended. */
  readonly order: (order: JobOrder) => Job;
  readonly find: (id: number) => Job | undefined;
  /** The job that runs, else the next that waits; undefined when there is nothing to do. */
  readonly current: () => Job | undefined;
  /** The job of a kind that was ordered last. */
  readonly last: (kind: string) => Job | undefined;
  /** Lets nothing new begin, stops what runs at the next thing it tells, and waits for it. */
  readonly stop: () => Promise<void>;
};

/** Thrown out of work that is stopped. */
class JobStopped extends Error {}

const nothing = html``;

/** As many as this that have ended are remembered. */
const remembered = 50;

type Kept = { -readonly [Key in keyof Job]: Job[Key] } & { readonly order: JobOrder };

/** `fault` is told of what is a bug, and answers the reference under which it was written down. */
export function makeJobs(now: () => Date, fault: (error: unknown) => string): Jobs {
  let kept: Kept[] = [];
  let [last, stopped] = [0, false];
  let busy: Promise<void> = Promise.resolve();
  const isOpen = ({ state }: Job): boolean => state === 'waiting' || state === 'running';

  async function run(job: Kept): Promise<void> {
    const end = (state: JobState, trouble: string | null): void => {
      Object.assign(job, { state, trouble, endedAt: now() });
    };
    const tell = (progress: JobProgress): void => {
      if (stopped) throw new JobStopped();
      job.progress = progress;
    };
    try {
      tell(job.progress);
      Object.assign(job, { state: 'running', startedAt: now() });
      await job.order.work(tell);
      end('done', null);
    } catch (cause) {
      const error = explainTrouble(cause);
      if (stopped) end('refused', 'The pages were being stopped: what was not finished was not kept.');
      else if (error instanceof Refusal) end('refused', error.message);
      else end('failed', `This is a fault in Tandem, not in what you did. Its reference is ${fault(error)}.`);
    } finally {
      job.order.after?.();
    }
  }

  return {
    order: (order) => {
      const same = kept.find((job) => isOpen(job) && order.key !== undefined && job.order.key === order.key);
      if (same) {
        order.after?.();
        return same;
      }
      const job: Kept = {
        id: ++last,
        kind: order.kind,
        title: order.title,
        state: 'waiting',
        progress: { sentence: 'Waits for what runs before it.' },
        startedAt: null,
        endedAt: null,
        trouble: null,
        view: order.view ?? (() => nothing),
        order,
      };
      const ended = kept.filter((one) => !isOpen(one));
      kept = [...ended.slice(-remembered), ...kept.filter(isOpen), job];
      busy = busy.then(() => run(job));
      return job;
    },
    find: (id) => kept.find((job) => job.id === id),
    current: () => kept.find(({ state }) => state === 'running') ?? kept.find(isOpen),
    last: (kind) =>
      kept
        .filter((job) => job.kind === kind)
        .toSorted((a, b) => a.id - b.id)
        .at(-1),
    stop: async () => {
      stopped = true;
      await busy;
    },
  };
}

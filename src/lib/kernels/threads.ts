/**
 * How many threads take part in a job. Every job waits twice for all of them, and on a busy machine a
 * thread may not be scheduled: then fewer are faster. They may come and go without changing a bit.
 */
export interface ThreadChoice {
  /** How many take part in the next job. */
  readonly threads: number;
  /** To be told of each job: how many samples it had, and the milliseconds it took. */
  took(samples: number, ms: number): void;
}

/** Always as many. */
export const fixedThreads = (threads: number): ThreadChoice => ({ threads, took() {} });

/** What is known of the threads, after some jobs. */
export interface ThreadState {
  /** How many there are. */
  readonly most: number;
  /** How many were the fastest, and the milliseconds a sample of late; undefined before the first job. */
  readonly best: number;
  readonly pace: number | undefined;
  /** How many are being tried instead, if any are, and what they took so far. */
  readonly trial?: {
    readonly threads: number;
    readonly jobs: number;
    readonly samples: number;
    readonly ms: number;
  };
  /** Whether the next trial is of more threads, where that can be. */
  readonly isUpNext: boolean;
  /** Milliseconds of jobs until the next trial, and how long the wait before it was. */
  readonly rest: number;
  readonly wait: number;
}

/** Milliseconds before the first trial, and the longest wait between two. */
const [firstWait, longestWait] = [150, 4000];

/** A trial is over after so many jobs and milliseconds: fewer would be noise. */
const [trialJobs, trialMs] = [8, 15];

/** A trial that was slower may have cost all the time it took; the wait after it is so many times that. */
const waitOfTrial = 15;

/** What more threads may take at most of the time of fewer: as fast with fewer leaves a core to others. */
const gain = 0.95;

/** The weight of a job in the pace of late. */
const weight = 1 / 8;

/** Before the first job: all threads. */
export const allThreads = (most: number): ThreadState => ({
  most,
  best: most,
  pace: undefined,
  isUpNext: false,
  rest: firstWait,
  wait: firstWait,
});

/** The threads of the next job. */
export const threadsOf = ({ trial, best }: ThreadState): number => trial?.threads ?? best;

/** How many to try beside `best`: twice or half as many, within what there is; undefined where there is one. */
function candidate({ most, best, isUpNext }: ThreadState): number | undefined {
  if (most === 1) return undefined;
  const [more, fewer] = [Math.min(most, best * 2), Math.ceil(best / 2)];
  if (more === best) return fewer;
  if (fewer === best) return more;
  return isUpNext ? more : fewer;
}

/** The state after a job of so many samples that took so many milliseconds. */
export function afterJob(state: ThreadState, samples: number, ms: number): ThreadState {
  const { trial, best, wait } = state;
  const own = ms / samples;
  if (!trial) {
    const pace = state.pace === undefined ? own : state.pace + weight * (own - state.pace);
    const rest = state.rest - ms;
    const threads = rest > 0 ? undefined : candidate(state);
    if (threads === undefined) return { ...state, pace, rest };
    return { ...state, pace, trial: { threads, jobs: 0, samples: 0, ms: 0 } };
  }
  const tried = {
    threads: trial.threads,
    jobs: trial.jobs + 1,
    samples: trial.samples + samples,
    ms: trial.ms + ms,
  };
  if (tried.jobs < trialJobs || tried.ms < trialMs) return { ...state, trial: tried };
  const found = tried.ms / tried.samples;
  const { pace = found } = state;
  const isBetter = tried.threads > best ? found < gain * pace : found <= pace;
  // A machine that has just changed is looked at again soon, one that stays as it is seldom.
  const next = isBetter ? firstWait : Math.min(longestWait, 2 * wait);
  const rest = isBetter ? next : Math.max(next, waitOfTrial * tried.ms);
  return {
    ...state,
    trial: undefined,
    best: isBetter ? tried.threads : best,
    pace: isBetter ? found : pace,
    isUpNext: isBetter ? tried.threads > best : !state.isUpNext,
    rest,
    wait: next,
  };
}

/** As many as are the fastest, found out while they work: all of them at first. */
export class FastestThreads implements ThreadChoice {
  #state: ThreadState;

  constructor(most: number) {
    this.#state = allThreads(most);
  }

  get threads(): number {
    return threadsOf(this.#state);
  }

  took(samples: number, ms: number): void {
    this.#state = afterJob(this.#state, samples, ms);
  }
}

import type { HelperJob } from './module';

/** A thread that helps to train. */
export interface Helper {
  /** Ends the thread, whatever it is doing. */
  terminate(): void;
}

/** Starts a helper; resolves once it is ready for work. */
export type Spawn = (job: HelperJob) => Promise<Helper>;

/** Why an engine has fewer workers than were asked for. */
export type CrewLimit =
  /** The page is not cross-origin isolated, so threads may not share memory. */
  | 'not-isolated'
  /** Threads could not be started. */
  | 'no-threads';

/** Whether threads of this page or process may share memory. Always so in Node. */
export const canShareMemory = (): boolean =>
  !('crossOriginIsolated' in globalThis) || globalThis.crossOriginIsolated;

/** Starts `count` helpers, numbered from 1; ends those that started when one of them cannot. */
export async function spawnHelpers(
  spawn: Spawn,
  job: Omit<HelperJob, 'worker'>,
  count: number,
): Promise<Helper[]> {
  const starts = Array.from({ length: count }, (_, i) => spawn({ ...job, worker: i + 1 }));
  const results = await Promise.allSettled(starts);
  const helpers = results.flatMap((result) =>
    result.status === 'fulfilled' ? [result.value] : [],
  );
  if (helpers.length < count) {
    for (const helper of helpers) helper.terminate();
    throw new Error(`kernels: only ${helpers.length} of ${count} helpers started`);
  }
  return helpers;
}

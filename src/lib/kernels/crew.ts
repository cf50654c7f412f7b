import type { HelperJob } from './module';

/** A thread that helps to train. */
export interface Helper {
  /** Ends the thread, whatever it is doing. */
  terminate(): void;
}

/** Starts a helper; resolves once it is ready for work. */
export type Spawn = (job: HelperJob) => Promise<Helper>;

/** Why an engine has fewer workers than were asked for. */
export const crewLimits = [
  /** The page did not come over HTTPS or from this machine; browsers then give no memory to share. */
  'insecure',
  /** The browser is older than memory that threads share. */
  'unsupported',
  /** The page's headers do not isolate it, or it stands inside a page that is not isolated. */
  'not-isolated',
  /** Threads could not be started. */
  'no-threads',
] as const;
export type CrewLimit = (typeof crewLimits)[number];

/** What a browser says of a page or worker that wants to share memory; Node says nothing. */
interface SharingScope {
  readonly isSecureContext?: boolean;
  readonly crossOriginIsolated?: boolean;
}

/** Why threads of this page may not share memory; undefined where they may, as always in Node. */
export function sharingLimit(scope: SharingScope = globalThis): CrewLimit | undefined {
  if (scope.isSecureContext === undefined) return undefined;
  if (!scope.isSecureContext) return 'insecure';
  if (scope.crossOriginIsolated === undefined) return 'unsupported';
  return scope.crossOriginIsolated ? undefined : 'not-isolated';
}

/** The threads of an engine besides the caller's, and why there are no more of them. */
export interface Crew {
  readonly helpers: readonly Helper[];
  readonly limit?: CrewLimit;
}

/** Starts the helpers of a crew of `workers`, or says why it could not. */
export async function startCrew(
  job: Omit<HelperJob, 'worker'>,
  workers: number,
  spawn: Spawn | undefined,
): Promise<Crew> {
  if (!spawn || workers < 2) return { helpers: [] };
  const limit = sharingLimit();
  if (limit) return { helpers: [], limit };
  try {
    return { helpers: await spawnHelpers(spawn, job, workers - 1) };
  } catch {
    return { helpers: [], limit: 'no-threads' };
  }
}

/** Starts `count` helpers, numbered from 1; ends those that started when one of them cannot. */
async function spawnHelpers(
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

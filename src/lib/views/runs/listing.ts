import type { RunRecord, RunStore } from '$lib/training';
import { browserRunStore } from '$lib/training/run-database';

export { runName } from './run-name';

/** The kept runs that can be read, of this browser if no store is given; none where the store cannot be read. */
export async function readableRuns(
  store: RunStore = browserRunStore(),
): Promise<readonly RunRecord[]> {
  const listed = await store.list().catch(() => []);
  return listed.flatMap((run) => (run.is === 'run' ? [run.record] : []));
}

import { lenet5Network, writeNetwork } from '$lib/network';
import { browserRunStore } from '$lib/training/run-database';
import type { RunStore } from '$lib/training';
import type { Locale } from '$lib/ui/locale';
import { runName } from '../runs/run-name';
import type { WeightName } from '../sample/weight-choice';

/** A kept run as a switch of weights offers it. */
export interface OfferedRun {
  readonly name: WeightName;
  readonly title: string;
}

/**
 * The runs kept in this browser whose weights fit a network, the article's LeNet-5 if not given; none
 * where the browser keeps none, or cannot say.
 */
export async function offeredRuns(
  locale: Locale,
  network: string = writeNetwork(lenet5Network()),
  store: RunStore = browserRunStore(),
): Promise<readonly OfferedRun[]> {
  const listed = await store.list().catch(() => []);
  return listed.flatMap((run) =>
    run.is === 'run' && run.record.settings.network === network
      ? [{ name: `run-${run.record.id}` as const, title: runName(run.record, locale) }]
      : [],
  );
}

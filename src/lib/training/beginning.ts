import { batchCount, sampleCounts } from '$lib/data';
import { stepsPerPoint } from './curve-points';
import type { History } from './history';
import { noHistory } from './no-history';
import type { Settings } from './settings';

/** Of a run with these settings that is about to begin: nothing, but how much there will be. */
export function beginning({ data, batchSize, epochs }: Settings): History {
  const { train, test } = sampleCounts[data];
  const stepsPerEpoch = batchCount(train, batchSize);
  const totalSteps = stepsPerEpoch * epochs;
  return {
    ...noHistory,
    trainCount: train,
    testCount: test,
    stepsPerEpoch,
    totalSteps,
    stepsPerPoint: stepsPerPoint(totalSteps),
  };
}

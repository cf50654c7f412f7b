import { lenet5Network, writeNetwork } from '$lib/network';
import type { Progress, Settings } from '$lib/training';
import { Remembered } from '$lib/ui/remembered';

/** Digits a second that LeNet-5 has trained on here, there and back. */
export const rememberedSpeed = new Remembered<number>('training-speed', {
  read: (text) => (Number(text) > 0 && Number.isFinite(Number(text)) ? Number(text) : undefined),
  write: String,
});

/** Seconds and digits before which a speed says little. */
const [leastSeconds, leastSamples] = [0.5, 2000];

const lenet5 = writeNetwork(lenet5Network());

/** How fast a run has trained LeNet-5 here; undefined where it says too little, or is held back. */
export function measuredSpeed(
  { seconds, step }: Pick<Progress, 'seconds' | 'step'>,
  { network, batchSize }: Pick<Settings, 'network' | 'batchSize'>,
  isFast: boolean,
): number | undefined {
  const samples = step * batchSize;
  return isFast && network === lenet5 && seconds >= leastSeconds && samples >= leastSamples
    ? samples / seconds
    : undefined;
}

import type { Hyperparameters } from '$lib/kernels/contract';
import { oneCycleLR } from '$lib/optim';
import type { Settings } from './settings';

/**
 * The numbers of each update of a run, by its number from 0. On one cycle the learning rate rises to
 * `lr` and falls, and with SGD the momentum goes the other way, between PyTorch's 0.85 and 0.95.
 */
export function hyperparametersOf(
  { lr, momentum, weightDecay, schedule }: Settings,
  totalSteps: number,
): (step: number) => Hyperparameters {
  if (schedule === 'constant') return () => ({ lr, momentum, weightDecay });
  const cycle = oneCycleLR({ maxLr: lr, totalSteps });
  return (step) => {
    const now = cycle(step);
    // The cosine's last bit is the browser's own affair; that of the float32 nearest to it is not.
    return {
      lr: Math.fround(now.lr),
      momentum: Math.fround(now.momentum ?? momentum),
      weightDecay,
    };
  };
}

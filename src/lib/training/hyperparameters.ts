import type { Hyperparameters } from '$lib/kernels/contract';
import { oneCycleLR, paperRate } from '$lib/optim';
import type { Settings } from './settings';

/** Passes with the first μ. */
const firstPasses = 2;

/**
 * The numbers of each update of a run, by its number from 0. On one cycle the learning rate rises to
 * `lr` and falls, and the momentum goes the other way, from 0.95 to 0.85 and back, as PyTorch's
 * OneCycleLR has it unless told otherwise: SGD's own momentum, or Adam's first beta. By the paper's table
 * `lr` is the rate of the first two passes. Levenberg–Marquardt has one μ for these, another for all later.
 */
export function hyperparametersOf(
  settings: Settings,
  totalSteps: number,
): (step: number) => Hyperparameters {
  const { lr, momentum, weightDecay, schedule, optimizer, epochs, mu, laterMu } = settings;
  const passOf = (step: number) => 1 + Math.floor((step * epochs) / totalSteps);
  if (optimizer === 'sdlm' || schedule === 'paper') {
    return (step) => {
      const pass = passOf(step);
      const rate = schedule === 'paper' ? lr * paperRate(pass) : lr;
      const more = optimizer === 'sdlm' && { mu: pass <= firstPasses ? mu : laterMu };
      return { lr: rate, momentum, weightDecay, ...more };
    };
  }
  if (schedule === 'constant') return () => ({ lr, momentum, weightDecay });
  const cycle = oneCycleLR({ maxLr: lr, totalSteps });
  return (step) => {
    const now = cycle(step);
    // The cosine's last bit is the browser's own affair; that of the float32 nearest to it is not.
    const [rate, cycled] = [Math.fround(now.lr), Math.fround(now.momentum ?? momentum)];
    return optimizer === 'adam'
      ? { lr: rate, momentum, weightDecay, beta1: cycled }
      : { lr: rate, momentum: cycled, weightDecay };
  };
}

import type { Hyperparameters, OptimizerName } from './contract';
import type { KernelExports } from './module';

/** Adam's constants, PyTorch's defaults. */
const adam = { beta1: 0.9, beta2: 0.999, epsilon: 1e-8 };

/** `base` to a whole power, by multiplications alone: Math.pow may differ from engine to engine. */
export function wholePower(base: number, exponent: number): number {
  let power = 1;
  for (let square = base, rest = exponent; rest > 0; rest = Math.floor(rest / 2)) {
    if (rest % 2 === 1) power *= square;
    square *= square;
  }
  return power;
}

/**
 * Tells the kernels the rule of the next update, which is the run's `step`th, from 1 on. Where Adam's
 * first beta changes from step to step, its correction takes the one of this step, as PyTorch's does.
 */
export function setRule(
  kernels: KernelExports,
  optimizer: Exclude<OptimizerName, 'sdlm'>,
  { lr, momentum, weightDecay, beta1 = adam.beta1 }: Hyperparameters,
  step: number,
): void {
  if (optimizer === 'sgd') {
    kernels.useSgd(lr, momentum, weightDecay);
    return;
  }
  const { beta2, epsilon } = adam;
  kernels.useAdam(
    lr,
    weightDecay,
    beta1,
    1 - beta1,
    beta2,
    1 - beta2,
    epsilon,
    1 - wholePower(beta1, step),
    Math.sqrt(1 - wholePower(beta2, step)),
  );
}

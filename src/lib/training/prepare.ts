import type { Split } from '$lib/data';
import { lenet5, manualSeed } from '$lib/nn';
import { sgd } from '$lib/optim';
import type { Engine } from './engine';
import { ReferenceEngine } from './reference-engine';
import type { Settings } from './settings';
import { Trainer } from './trainer';

/**
 * A run as its settings describe it, before its first move. One generator draws the initial weights
 * and then the order of every epoch, as a PyTorch script does after `torch.manual_seed(seed)`.
 */
export function prepare(settings: Settings, data: Split): { engine: Engine; trainer: Trainer } {
  const { seed, lr, momentum, weightDecay, batchSize, epochs, normalize } = settings;
  const generator = manualSeed(seed);
  const engine = new ReferenceEngine({ network: lenet5(generator), data, normalize });
  const rule = sgd({ lr, momentum, weightDecay });
  const trainer = new Trainer({ engine, generator, data, epochs, batchSize, rule: () => rule });
  return { engine, trainer };
}

import type { Split } from '$lib/data';
import { build, manualSeed, type Generator } from '$lib/nn';
import type { Checkpoint } from './checkpoint';
import type { Engine } from './engine';
import { networkOfRun, type Settings } from './settings';
import { Trainer } from './trainer';
import { weightsOf } from './weights';

/** The weights that a run begins with, drawn from the generator, by PyTorch's names. */
export function startingWeights(
  settings: Pick<Settings, 'network' | 'initialization'>,
  generator: Generator,
): Record<string, Float64Array> {
  const network = networkOfRun(settings);
  return weightsOf(build(network, generator, settings.initialization), network);
}

/**
 * A run as its settings describe it, before its first move or, with a checkpoint, before the move
 * that it was kept at. One generator draws the initial weights and then the order of every epoch, as
 * a PyTorch script does after `torch.manual_seed(seed)`. Replaces the engine's weights.
 */
export function prepare(
  settings: Settings,
  data: Split,
  engine: Engine,
  checkpoint?: Checkpoint,
): Trainer {
  const generator = manualSeed(settings.seed);
  const initial = startingWeights(settings, generator);
  engine.loadWeights(checkpoint?.weights ?? initial);
  if (checkpoint) engine.loadOptimizerState(checkpoint.optimizer);
  return new Trainer({ engine, data, settings, generator, from: checkpoint?.position });
}

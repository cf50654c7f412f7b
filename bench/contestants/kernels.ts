/**
 * This project's kernels in Node: `kernels.ts THREADS NETWORK [fused|general|auto] [fixed]`; the engine of
 * the page and as many threads as are the fastest if not named.
 */
import { normalizations } from '$lib/data';
import { createGeneralEngine, createKernelEngine, fixedThreads } from '$lib/kernels';
import { readGeneralKernels, readKernels, spawnNodeThread } from '$lib/kernels/node';
import { pytorchNames } from '$lib/network';
import { build, manualSeed } from '$lib/nn';
import { weightsOf } from '$lib/training';
import { batchOf } from '../batch';
import { benchDigits } from '../digits';
import { benchNetworks, type BenchNetwork } from '../networks';
import { rule } from '../rule';
import { takeTurns } from '../turns';

const [workers, name, kind = 'auto', choice] = process.argv.slice(2);
const { network } = benchNetworks[name as BenchNetwork];
const names = pytorchNames(network.layers);
const data = benchDigits();
const options = {
  data,
  normalization: normalizations.article,
  workers: Number(workers),
  spawn: spawnNodeThread,
  ...(choice === 'fixed' && { threads: fixedThreads(Number(workers)) }),
};
const isFused = kind === 'fused' || (kind === 'auto' && name === 'modern');
const engine = isFused
  ? await createKernelEngine({ ...options, module: await readKernels() })
  : await createGeneralEngine({
      ...options,
      module: await readGeneralKernels(),
      network,
      nameOf: (layer) => names.get(layer) ?? layer,
    });
engine.loadWeights(weightsOf(build(network, manualSeed(0)), network));

let step = 0;
await takeTurns((steps) => {
  for (let i = 0; i < steps; i++) engine.trainBatch(batchOf(step++, data.train.count), rule);
});
engine.close();

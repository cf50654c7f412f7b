/** This project's kernels in Node: `kernels.ts THREADS [modern|general]`. */
import { normalizations } from '$lib/data';
import { createKernelEngine } from '$lib/kernels';
import { readKernels, spawnNodeThread } from '$lib/kernels/node';
import { lenet5, manualSeed } from '$lib/nn';
import { weightsOf } from '$lib/training';
import { batchOf } from '../batch';
import { benchDigits } from '../digits';
import { rule } from '../rule';
import { takeTurns } from '../turns';

const [workers, network] = process.argv.slice(2);
const data = benchDigits();
const engine = await createKernelEngine({
  module: await readKernels(),
  data,
  normalization: normalizations.article,
  workers: Number(workers),
  spawn: spawnNodeThread,
  ...(network === 'general' && { activation: 'tanh', pooling: 'average' }),
});
engine.loadWeights(weightsOf(lenet5(manualSeed(0))));

let step = 0;
await takeTurns((steps) => {
  for (let i = 0; i < steps; i++) engine.trainBatch(batchOf(step++, data.train.count), rule);
});
engine.close();

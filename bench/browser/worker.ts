import { normalizations, type Split } from '$lib/data';
import { createKernelEngine, type KernelEngine } from '$lib/kernels';
import { loadKernels, spawnWebWorker } from '$lib/kernels/web';
import { lenet5, manualSeed } from '$lib/nn';
import { loadDataset } from '$lib/training/dataset-loader';
import { weightsOf } from '$lib/training/weights';
import { batchOf } from '../batch';
import { rule } from '../rule';

/** What the page asks: to get ready with so many threads, or to train on so many batches. */
type Message = { readonly workers: number } | { readonly steps: number };

let data: Split;
let engine: KernelEngine;
let step = 0;

async function prepare(workers: number): Promise<void> {
  data = await loadDataset('mini', { fetch: self.fetch.bind(self), base: '/data/' });
  const normalization = normalizations.article;
  const module = await loadKernels();
  engine = await createKernelEngine({
    module,
    data,
    normalization,
    workers,
    spawn: spawnWebWorker,
  });
  if (engine.workers !== workers)
    throw new Error(`only ${engine.workers} threads: ${engine.limit}`);
  engine.loadWeights(weightsOf(lenet5(manualSeed(0))));
}

function train(steps: number): number {
  const start = performance.now();
  for (let i = 0; i < steps; i++) engine.trainBatch(batchOf(step++, data.train.count), rule);
  return (performance.now() - start) / 1000;
}

self.onmessage = async ({ data: message }: MessageEvent<Message>) =>
  self.postMessage('workers' in message ? await prepare(message.workers) : train(message.steps));

import type {
  ActivationName,
  BatchResult,
  Digits,
  Evaluation,
  Hyperparameters,
  LayerSize,
  OptimizerName,
  OptimizerState,
  ParameterValues,
  PoolingName,
} from './contract';
import { sharingLimit, spawnHelpers, type CrewLimit, type Helper, type Spawn } from './crew';
import { createKernels, type Kernels } from './module';
import { setRule } from './optimizer';
import { ParameterMemory, type Slot } from './parameters';
import { noPeaks, raisePeaks } from './peaks';
import { squashings } from './squashings';
import { wholeBatch } from './whole-batch';

/** How the host names these to the kernels, and the most samples in a job: `assembly/job.ts`, `memory.ts`. */
const poolings: Record<PoolingName, number> = { max: 0, average: 1 };
const [relu, tanh] = [0, 1];
const [training, evaluating] = [0, 1];
const chunkSize = 512;

/** The most workers that fit into the kernels' memory. */
export const maximumWorkers = 16;

/** What decides how a network is trained. */
export interface KernelOptions {
  /** From `loadKernels` or `readKernels`. */
  readonly module: WebAssembly.Module;
  readonly data: { readonly train: Digits; readonly test: Digits };
  /** A pixel's input is `(byte / 255 − mean) / std`. */
  readonly normalization: { readonly mean: number; readonly std: number };
  readonly activation?: ActivationName;
  readonly pooling?: PoolingName;
  readonly optimizer?: OptimizerName;
  /** How many threads train, the caller's included; one if absent. */
  readonly workers?: number;
  /** Starts the other threads: `spawnWebWorker` or `spawnNodeThread`. */
  readonly spawn?: Spawn;
}

/** Another thread has died or is stuck. The engine is of no more use; its weights may be half updated. */
export class StuckError extends Error {
  override readonly name = 'StuckError';
}

/** The threads of an engine besides the caller's, and why there are no more of them. */
interface Crew {
  readonly helpers: readonly Helper[];
  readonly limit?: CrewLimit;
}

/**
 * Trains LeNet-5 with the compiled kernels: see `createKernelEngine`. The same calls on the same
 * weights give the same bits, whatever the number of workers. Weights are zero until they are loaded.
 */
export class KernelEngine {
  /** How many threads train, the caller's included. */
  readonly workers: number;
  /** Why these are fewer than were asked for, if they are. */
  readonly limit: CrewLimit | undefined;
  readonly #kernels: Kernels;
  readonly #crew: Crew;
  readonly #optimizer: OptimizerName;
  readonly #parameters: ParameterMemory;
  readonly #data: KernelOptions['data'];
  #step = 0;

  /** For `createKernelEngine`. */
  constructor(kernels: Kernels, crew: Crew, { data, optimizer = 'sgd' }: KernelOptions) {
    this.workers = crew.helpers.length + 1;
    this.limit = crew.limit;
    this.#kernels = kernels;
    this.#crew = crew;
    this.#optimizer = optimizer;
    this.#parameters = new ParameterMemory(kernels);
    this.#data = data;
  }

  /** The whole of `trainInParts` at once. */
  trainBatch(
    indices: Uint32Array,
    hyperparameters: Hyperparameters,
    shifts?: Int8Array,
  ): BatchResult {
    return wholeBatch(this.trainInParts(indices, hyperparameters, shifts));
  }

  /**
   * Forward, loss, backward and update over these training samples; any number from 1 on. Each image
   * is first moved by its pair in `shifts`, int8 [N, 2]: pixels to the right, pixels down. Pauses after
   * every part but the last, with which alone the weights change; until then nothing else may be asked
   * of the engine but copies. Throws `StuckError` when another thread does not answer for seconds.
   */
  *trainInParts(
    indices: Uint32Array,
    hyperparameters: Hyperparameters,
    shifts?: Int8Array,
  ): Generator<void, BatchResult> {
    const { labels } = this.#data.train;
    let loss = 0;
    let correct = 0;
    setRule(this.#kernels.exports, this.#optimizer, hyperparameters, this.#step + 1);
    for (let from = 0; from < indices.length; from += chunkSize) {
      if (from > 0) yield;
      const chunk = indices.subarray(from, from + chunkSize);
      const moved = shifts?.subarray(2 * from, 2 * (from + chunk.length));
      const { losses, predicted } = this.#run(training, chunk, moved, from, indices.length);
      for (let i = 0; i < chunk.length; i++) {
        loss += losses[i];
        if (predicted[i] === labels[chunk[i]]) correct++;
      }
    }
    this.#step++;
    return { loss: loss / indices.length, correct };
  }

  /** Forward, loss and peaks of the samples from `from` up to `to`, in the order of the file. */
  evaluate(part: 'train' | 'test', from: number, to: number): Evaluation {
    const losses = new Float64Array(to - from);
    const predicted = new Uint8Array(to - from);
    const peaks = noPeaks();
    const first = part === 'train' ? 0 : this.#data.train.count;
    for (let at = 0; at < losses.length; at += chunkSize) {
      const length = Math.min(chunkSize, losses.length - at);
      const chunk = Uint32Array.from({ length }, (_, i) => first + from + at + i);
      const result = this.#run(evaluating, chunk, undefined, at, losses.length);
      losses.set(result.losses, at);
      predicted.set(result.predicted, at);
      raisePeaks(peaks, this.#kernels, length);
    }
    return { losses, predicted, peaks };
  }

  /** A copy of the weights as they are now, by PyTorch's names. */
  weights(): Record<string, Float64Array> {
    return this.#parameters.read('weight');
  }

  /** A copy of one parameter as it is now, such as `conv1.weight`. Throws where there is none. */
  parameter(name: string): Float64Array {
    return this.#parameters.readOne('weight', name);
  }

  /** How large each layer's weights are, and the gradients of the last batch's mean loss. */
  layerSizes(): LayerSize[] {
    return this.#parameters.layerSizes();
  }

  /** Replaces the weights and forgets the optimiser's state. Throws where a length does not fit. */
  loadWeights(weights: ParameterValues): void {
    this.#parameters.write('weight', weights, 'loadWeights');
    this.#parameters.clear('firstMoment');
    this.#parameters.clear('secondMoment');
    this.#step = 0;
    this.#kernels.exports.prepare();
  }

  /** A copy of the gradients of the last batch's mean loss, without weight decay. */
  gradients(): Record<string, Float64Array> {
    return this.#parameters.read('gradient');
  }

  /** A copy of the optimiser's state. */
  optimizerState(): OptimizerState {
    const read = (slot: Slot) => this.#parameters.read(slot);
    return {
      step: this.#step,
      firstMoment: read('firstMoment'),
      secondMoment: read('secondMoment'),
    };
  }

  /** Goes on from a state; call it after `loadWeights`. Throws where a length does not fit. */
  loadOptimizerState({ step, firstMoment, secondMoment }: OptimizerState): void {
    this.#parameters.write('firstMoment', firstMoment, 'loadOptimizerState');
    this.#parameters.write('secondMoment', secondMoment, 'loadOptimizerState');
    this.#step = step;
  }

  /** Ends the other threads. The engine must not be used afterwards. */
  close(): void {
    this.#kernels.exports.dismiss();
    for (const helper of this.#crew.helpers) helper.terminate();
  }

  /** One job over at most `chunkSize` samples, the ones from `from` on of a batch of `batch`. */
  #run(
    kind: number,
    samples: Uint32Array,
    shifts: Int8Array | undefined,
    from: number,
    batch: number,
  ): { losses: Float32Array; predicted: Uint8Array } {
    const { exports, memory, address } = this.#kernels;
    const { length } = samples;
    new Uint32Array(memory.buffer, address.SAMPLES, length).set(samples);
    const moved = new Int8Array(memory.buffer, address.SHIFTS, 2 * length);
    if (shifts) moved.set(shifts);
    else moved.fill(0);
    exports.setJob(kind, length, batch, Number(from === 0), Number(from + length === batch));
    if (!exports.run()) throw new StuckError('kernels: a worker has stopped answering');
    return {
      losses: new Float32Array(memory.buffer, address.LOSSES, length),
      predicted: new Uint8Array(memory.buffer, address.PREDICTED, length),
    };
  }
}

/** Starts the helpers, or says why it could not. */
async function startCrew(
  { module, spawn, workers = 1 }: KernelOptions,
  { memory }: Kernels,
): Promise<Crew> {
  const count = Math.min(workers, maximumWorkers) - 1;
  if (!spawn || count < 1) return { helpers: [] };
  const limit = sharingLimit();
  if (limit) return { helpers: [], limit };
  try {
    return { helpers: await spawnHelpers(spawn, { module, memory }, count) };
  } catch {
    return { helpers: [], limit: 'no-threads' };
  }
}

/**
 * An engine on its own memory, which takes a copy of the data; its weights are zero. With more than
 * one worker the calling thread computes too and waits for the others, which the main thread of a
 * page may not do: call it from a worker. Throws where the memory cannot be had.
 */
export async function createKernelEngine(options: KernelOptions): Promise<KernelEngine> {
  const { data, normalization, activation = 'relu', pooling = 'max' } = options;
  const kernels = createKernels(options.module, data);
  const crew = await startCrew(options, kernels);
  const squashing = activation === 'relu' ? undefined : squashings[activation];
  const { mean, std } = normalization;
  kernels.exports.setWorkers(crew.helpers.length + 1);
  kernels.exports.setNetwork(
    squashing ? tanh : relu,
    squashing?.amplitude ?? 1,
    squashing?.slope ?? 1,
    poolings[pooling],
  );
  kernels.exports.setNormalization(1 / (255 * std), -mean / std);
  kernels.exports.prepare();
  return new KernelEngine(kernels, crew, options);
}

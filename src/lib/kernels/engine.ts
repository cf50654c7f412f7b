import type {
  BatchResult,
  Digits,
  Evaluation,
  Hyperparameters,
  LayerSize,
  OptimizerName,
  OptimizerState,
  ParameterValues,
} from './contract';
import type { Crew, CrewLimit, Spawn } from './crew';
import type { Machine } from './machine';
import { setRule } from './optimizer';
import { ParameterMemory, type Slot } from './parameters';
import { noPeaks, raisePeaks } from './peaks';
import { FastestThreads, type ThreadChoice } from './threads';
import { wholeBatch } from './whole-batch';

/** The kinds of job, as `assembly/job.ts` numbers them. */
const [training, evaluating] = [0, 1];

/** How far a digit can be moved either way, in pixels: there is room for no more (`assembly/image.ts`). */
export const maximumShift = 4;

/** The most workers that an engine has. */
export const maximumWorkers = 16;

/** What decides how any network is trained. */
export interface EngineOptions {
  /** From `loadKernels` or `readKernels`. */
  readonly module: WebAssembly.Module;
  readonly data: { readonly train: Digits; readonly test: Digits };
  /** A pixel's input is `(byte / 255 − mean) / std`. */
  readonly normalization: { readonly mean: number; readonly std: number };
  readonly optimizer?: OptimizerName;
  /** How many threads train, the caller's included; one if absent. */
  readonly workers?: number;
  /** Starts the other threads: `spawnWebWorker` or `spawnNodeThread`. */
  readonly spawn?: Spawn;
  /** How many of the threads take part in each job; as many as are the fastest if absent. */
  readonly threads?: ThreadChoice;
}

/** Another thread has died or is stuck. The engine is of no more use; its weights may be half updated. */
export class StuckError extends Error {
  override readonly name = 'StuckError';
}

/**
 * Trains a network with compiled kernels: see `createKernelEngine` and `createGeneralEngine`. The same
 * calls on the same weights give the same bits, whatever the number of workers. Weights are zero until
 * they are loaded.
 */
export class KernelEngine {
  /** How many threads there are, the caller's included; fewer take part while fewer are faster. */
  readonly workers: number;
  /** Why these are fewer than were asked for, if they are. */
  readonly limit: CrewLimit | undefined;
  readonly #machine: Machine;
  readonly #crew: Crew;
  readonly #optimizer: OptimizerName;
  readonly #threads: ThreadChoice;
  readonly #parameters: ParameterMemory;
  readonly #data: EngineOptions['data'];
  #step = 0;

  /** For those who create engines. */
  constructor(
    machine: Machine,
    crew: Crew,
    { data, optimizer = 'sgd', threads }: Pick<EngineOptions, 'data' | 'optimizer' | 'threads'>,
  ) {
    this.workers = crew.helpers.length + 1;
    this.#threads = threads ?? new FastestThreads(this.workers);
    this.limit = crew.limit;
    this.#machine = machine;
    this.#crew = crew;
    this.#optimizer = optimizer;
    this.#parameters = new ParameterMemory(machine.memory, machine.parameters);
    this.#data = data;
  }

  /** Bytes of its memory: the numbers of the network and of the samples at work, and the digits. */
  get bytes(): number {
    return this.#machine.memory.buffer.byteLength;
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
   * is first moved by its pair in `shifts`, int8 [N, 2]: pixels to the right, pixels down, up to
   * `maximumShift`, within its border; what leaves that is lost. Pauses after every part but the last,
   * with which alone the weights change; until then nothing else may be asked of the engine but copies.
   * Throws a `RangeError` for a longer shift, `StuckError` when another thread does not answer for seconds.
   */
  *trainInParts(
    indices: Uint32Array,
    hyperparameters: Hyperparameters,
    shifts?: Int8Array,
  ): Generator<void, BatchResult> {
    const { labels } = this.#data.train;
    const far = shifts?.find((pixels) => Math.abs(pixels) > maximumShift);
    if (far !== undefined) {
      throw new RangeError(`trainInParts: invalid shift: expected ±${maximumShift}, got ${far}`);
    }
    let loss = 0;
    let correct = 0;
    const { exports, capacity, needsWholeBatch } = this.#machine;
    if (needsWholeBatch && indices.length > capacity) {
      throw new Error(`kernels: invalid batch: expected up to ${capacity}, got ${indices.length}`);
    }
    setRule(exports, this.#optimizer, hyperparameters, this.#step + 1);
    this.#machine.beginStep(this.#step);
    for (let from = 0; from < indices.length; from += capacity) {
      if (from > 0) yield;
      const chunk = indices.subarray(from, from + capacity);
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
    const { capacity, peaks: rows, memory } = this.#machine;
    const peaks = noPeaks(rows);
    const first = part === 'train' ? 0 : this.#data.train.count;
    for (let at = 0; at < losses.length; at += capacity) {
      const length = Math.min(capacity, losses.length - at);
      const chunk = Uint32Array.from({ length }, (_, i) => first + from + at + i);
      const result = this.#run(evaluating, chunk, undefined, at, losses.length);
      losses.set(result.losses, at);
      predicted.set(result.predicted, at);
      raisePeaks(peaks, rows, memory, length);
    }
    return { losses, predicted, peaks };
  }

  /** A copy of the weights as they are now, and of what is gathered, in PyTorch's order. */
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
    this.#machine.weightsLoaded();
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
    this.#machine.exports.dismiss();
    for (const helper of this.#crew.helpers) helper.terminate();
  }

  /** One job over at most `capacity` samples, the ones from `from` on of a batch of `batch`. */
  #run(
    kind: number,
    samples: Uint32Array,
    shifts: Int8Array | undefined,
    from: number,
    batch: number,
  ): { losses: Float32Array; predicted: Uint8Array } {
    const { exports, memory, job } = this.#machine;
    const { length } = samples;
    new Uint32Array(memory.buffer, job.samples, length).set(samples);
    const moved = new Int8Array(memory.buffer, job.shifts, 2 * length);
    if (shifts) moved.set(shifts);
    else moved.fill(0);
    exports.setJob(kind, length, batch, Number(from === 0), Number(from + length === batch));
    exports.setWorkers(Math.min(this.workers, this.#threads.threads));
    const begun = performance.now();
    if (!exports.run()) throw new StuckError('kernels: a worker has stopped answering');
    if (kind === training) this.#threads.took(length, performance.now() - begun);
    return {
      losses: new Float32Array(memory.buffer, job.losses, length),
      predicted: new Uint8Array(memory.buffer, job.predicted, length),
    };
  }
}

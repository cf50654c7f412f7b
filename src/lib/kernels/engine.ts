import type {
  BatchResult,
  Digits,
  Evaluation,
  Hyperparameters,
  LayerSize,
  OptimizerName,
  OptimizerState,
  ParameterValues,
  StepSizes,
} from './contract';
import type { Crew, CrewLimit, Spawn } from './crew';
import type { Machine } from './machine';
import { setRule } from './optimizer';
import { ParameterMemory, type Slot } from './parameters';
import { noPeaks, raisePeaks } from './peaks';
import { FastestThreads, type ThreadChoice } from './threads';
import { wholeBatch } from './whole-batch';

/** The kinds of job, as `assembly/job.ts` numbers them. */
const [training, evaluating, stepping, curving] = [0, 1, 2, 3];

/** How far a digit can be moved either way, in pixels: there is room for no more (`assembly/image.ts`). */
export const maximumShift = 4;

/** Bytes of a digit. */
const imageSize = 784;

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
  /** The learning rate and μ that the step sizes in the memory were made with; none since h changed. */
  #sizesFor: string | undefined;
  /** The last step's digit, whose gradients are not kept, and how it was moved. */
  #last: { readonly sample: Uint32Array; readonly shift?: Int8Array } | undefined;

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
    images?: Uint8Array,
  ): BatchResult {
    return wholeBatch(this.trainInParts(indices, hyperparameters, shifts, images));
  }

  /**
   * Forward, loss, backward and update over these training samples; any number from 1 on. Each image
   * is first moved by its pair in `shifts`, int8 [N, 2]: pixels to the right, pixels down, up to
   * `maximumShift`, within its border; what leaves that is lost. Where `images` are given, bytes
   * [N, 28, 28], these are learned from in place of the samples' own. Pauses after every part but the last,
   * with which alone the weights change; until then nothing else may be asked of the engine but copies.
   * Throws a `RangeError` for a longer shift, `StuckError` when another thread does not answer for seconds.
   */
  *trainInParts(
    indices: Uint32Array,
    hyperparameters: Hyperparameters,
    shifts?: Int8Array,
    images?: Uint8Array,
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
    if (this.#optimizer === 'sdlm') {
      return this.#stepOne(this.#placed(indices, images, 0), hyperparameters, shifts, indices);
    }
    setRule(exports, this.#optimizer, hyperparameters, this.#step + 1);
    this.#machine.beginStep(this.#step);
    for (let from = 0; from < indices.length; from += capacity) {
      if (from > 0) yield;
      const chunk = indices.subarray(from, from + capacity);
      const moved = shifts?.subarray(2 * from, 2 * (from + chunk.length));
      const samples = this.#placed(chunk, images, from);
      const { losses, predicted } = this.#run(training, samples, moved, from, indices.length);
      for (let i = 0; i < chunk.length; i++) {
        loss += losses[i];
        if (predicted[i] === labels[chunk[i]]) correct++;
      }
    }
    this.#step++;
    return { loss: loss / indices.length, correct };
  }

  /** Where the kernels find some training samples: among the data, or where their own images are put. */
  #placed(indices: Uint32Array, images: Uint8Array | undefined, from: number): Uint32Array {
    if (!images) return indices;
    const { drawn } = this.#machine;
    const { length } = indices;
    drawn.images.set(images.subarray(from * imageSize, (from + length) * imageSize));
    drawn.labels.set(Uint8Array.from(indices, (index) => this.#data.train.labels[index]));
    return Uint32Array.from({ length }, (_, i) => drawn.first + i);
  }

  /** A step of `sdlm`, of one digit; it stands at `sample` and is the training sample `index`. */
  #stepOne(
    sample: Uint32Array,
    { lr, mu = 0 }: Hyperparameters,
    shift: Int8Array | undefined,
    [index]: Uint32Array,
  ): BatchResult {
    const { sdlm } = this.#machine;
    if (!sdlm || !(mu > 0)) throw new RangeError(`sdlm: invalid mu: expected above 0, got ${mu}`);
    if (sample.length !== 1) {
      throw new RangeError(`sdlm: invalid batch: expected one digit, got ${sample.length}`);
    }
    this.#setStepSizes(lr, mu);
    sdlm.use();
    const { losses, predicted } = this.#run(stepping, sample, shift, 0, 1);
    this.#last = { sample, shift };
    this.#step++;
    return { loss: losses[0], correct: Number(predicted[0] === this.#data.train.labels[index]) };
  }

  #setStepSizes(lr: number, mu: number): void {
    const sizes = `${lr} ${mu}`;
    if (this.#sizesFor !== sizes) this.#parameters.writeStepSizes(lr, mu);
    this.#sizesFor = sizes;
  }

  /** The range of the step sizes lr / (μ + h) by `sdlm`, h as it was last estimated. */
  stepSizes({ lr, mu = 0 }: Hyperparameters): StepSizes {
    this.#setStepSizes(lr, mu);
    return this.#parameters.firstMomentRange();
  }

  /**
   * Estimates the curvature h of every weight from these training samples, as they are; `sdlm` alone
   * uses it, from its next step on. Throws where the engine was made for another rule.
   */
  *estimateCurvature(indices: Uint32Array): Generator<void, void> {
    const { sdlm, capacity } = this.#machine;
    if (!sdlm) throw new Error('kernels: no curvature by this rule');
    sdlm.prepareBatch();
    for (let from = 0; from < indices.length; from += capacity) {
      if (from > 0) yield;
      const chunk = indices.subarray(from, from + capacity);
      this.#run(curving, chunk, undefined, from, indices.length, false);
    }
    this.#parameters.moveCurvature();
    this.#sizesFor = undefined;
    this.#last = undefined;
  }

  /** The curvature h of every weight as it was last estimated. */
  curvature(): Record<string, Float64Array> {
    return this.#parameters.read('secondMoment');
  }

  /** Sums the gradients of the last step once more, by the weights as they are now. */
  #recallGradients(): void {
    if (!this.#last) return;
    this.#machine.sdlm?.prepareBatch();
    this.#run(training, this.#last.sample, this.#last.shift, 0, 1, false);
    this.#last = undefined;
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
    this.#recallGradients();
    return this.#parameters.layerSizes();
  }

  /** Replaces the weights and forgets the optimiser's state. Throws where a length does not fit. */
  loadWeights(weights: ParameterValues): void {
    this.#parameters.write('weight', weights, 'loadWeights');
    this.#parameters.clear('firstMoment');
    this.#parameters.clear('secondMoment');
    this.#step = 0;
    this.#sizesFor = undefined;
    this.#last = undefined;
    this.#machine.weightsLoaded();
  }

  /** A copy of the gradients of the last batch's mean loss, without weight decay. */
  gradients(): Record<string, Float64Array> {
    this.#recallGradients();
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
    this.#sizesFor = undefined;
  }

  /** Ends the other threads. The engine must not be used afterwards. */
  close(): void {
    this.#machine.exports.dismiss();
    for (const helper of this.#crew.helpers) helper.terminate();
  }

  /** One job over at most `capacity` samples, from `from` on of a batch of `batch`; its last one may update. */
  #run(
    kind: number,
    samples: Uint32Array,
    shifts: Int8Array | undefined,
    from: number,
    batch: number,
    updates = true,
  ): { losses: Float32Array; predicted: Uint8Array } {
    const { exports, memory, job } = this.#machine;
    const { length } = samples;
    new Uint32Array(memory.buffer, job.samples, length).set(samples);
    const moved = new Int8Array(memory.buffer, job.shifts, 2 * length);
    if (shifts) moved.set(shifts);
    else moved.fill(0);
    const isLast = updates && from + length === batch;
    exports.setJob(kind, length, batch, Number(from === 0), Number(isLast));
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

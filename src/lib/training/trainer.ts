import {
  batchCount,
  batchIndices,
  distortImage,
  imageAt,
  joinBytes,
  randomDistortion,
  randomShifts,
  sampleOrder,
  type Split,
} from '$lib/data';
import { manualSeed, type Generator as RandomGenerator } from '$lib/nn';
import type { StepSizes } from '$lib/kernels/contract';
import type { Engine } from './engine';
import { hyperparametersOf } from './hyperparameters';
import { networkOfRun, type LiveSettings, type Settings } from './settings';
import { TestRound, type TestResult } from './test-round';

/**
 * Where a run stands: what its next move will do. A run tests the untrained network, then goes
 * through `epochs` rounds of all training samples followed by all test samples.
 */
export type Stage =
  /** Train on the batch that starts at this place of the epoch's order; epochs count from 1. */
  | { readonly at: 'training'; readonly epoch: number; readonly sample: number }
  /** Test all digits; epoch 0 is before any training. */
  | { readonly at: 'testing'; readonly epoch: number }
  | { readonly at: 'finished'; readonly epoch: number }
  /** The loss is no longer a number, or so large that nothing can be learned from there. */
  | { readonly at: 'diverged'; readonly epoch: number };

/** What a move did. */
export type Move =
  /** Part of a batch, which is still under way: no weight has changed yet. */
  | { readonly did: 'part' }
  | {
      readonly did: 'train';
      /** The size of the batch, its mean loss and how many of it were right, before the update. */
      readonly size: number;
      readonly loss: number;
      readonly correct: number;
    }
  /** Estimated curvature anew, before the first step of a pass; the range of the step sizes by it. */
  | { readonly did: 'estimate'; readonly epoch: number; readonly sizes: StepSizes }
  | {
      readonly did: 'test';
      /** The epochs trained on so far; a test that was asked for may come in the middle of one. */
      readonly epoch: number;
      /** Absent until the last of the test digits. */
      readonly result?: TestResult;
    }
  | { readonly did: 'nothing' };

/** Where a run can be gone on with, given the engine's state at that point. */
export interface Position {
  readonly stage: Stage;
  /** The batches trained on so far. */
  readonly step: number;
}

/** What a trainer needs. */
export interface TrainerOptions {
  readonly engine: Engine;
  /** The digits that the engine trains on and tests, the same ones. */
  readonly data: Split;
  readonly settings: Settings;
  /**
   * Gives each epoch its order; it has drawn the initial weights, as in a PyTorch script. Without
   * one, every epoch has the order of the file.
   */
  readonly generator?: RandomGenerator;
  /** Where to go on; the beginning if not given. */
  readonly from?: Position;
}

/** A batch that goes in parts. */
interface Batch {
  readonly size: number;
  readonly parts: ReturnType<Engine['trainInParts']>;
}

/** The mean loss of a batch or a test from which no run comes back; guessing has ln 10 = 2.3. */
const hopelessLoss = 1000;

/**
 * The same of distances to codes, over `watchedDigits` in a row. An F6 of zeros is 84 from every code, one
 * whose units are all at their ends three times as far or more, and learns no more.
 */
const hopelessDistance = 2 * 84;
const watchedDigits = 500;

/** Training samples, the first of the file, that curvature is estimated from before each pass. */
const curvatureSamples = 500;

const start: Position = { stage: { at: 'testing', epoch: 0 }, step: 0 };

/** How many epochs have drawn their order by this stage. */
function ordersDrawn(stage: Stage): number {
  const aboutToDraw = stage.at === 'training' && stage.sample === 0;
  return aboutToDraw ? stage.epoch - 1 : stage.epoch;
}

/**
 * The training loop as a machine that is moved on from outside, one batch at a time: whoever moves it
 * may stop between any two moves and go on later, and the outcome is the same.
 */
export class Trainer {
  readonly #options: TrainerOptions;
  readonly stepsPerEpoch: number;
  #settings: Settings;
  #hyperparameters: ReturnType<typeof hyperparametersOf>;
  #stage: Stage;
  #step: number;
  #order: Uint32Array = new Uint32Array();
  /** The batch under way, where it goes in parts. */
  #batch: Batch | undefined;
  /** The estimate of curvature under way, and the pass that it was last made for. */
  #estimate: Generator<void, void> | undefined;
  #estimatedFor = 0;
  /** The losses since the last look at their mean, where they are distances. */
  #watched = { loss: 0, digits: 0 };
  readonly #isDistance: boolean;
  /** The test under way: the run's own after an epoch, or one that was asked for. */
  #round: TestRound | undefined;

  constructor(options: TrainerOptions) {
    const { data, settings, from = start } = options;
    this.#options = options;
    this.#settings = settings;
    this.#isDistance = networkOfRun(settings).loss !== 'crossEntropy';
    this.stepsPerEpoch = batchCount(data.train.count, settings.batchSize);
    this.#hyperparameters = hyperparametersOf(settings, this.totalSteps);
    this.#stage = from.stage;
    this.#step = from.step;
    for (let drawn = 0; drawn < ordersDrawn(from.stage); drawn++) {
      this.#order = this.#newOrder();
    }
  }

  /** Levenberg–Marquardt goes through the file as it is, pass after pass. */
  #newOrder(): Uint32Array {
    const { data, generator } = this.#options;
    const isFixed = this.#settings.optimizer === 'sdlm';
    return sampleOrder(data.train.count, isFixed ? undefined : generator);
  }

  /** Where the run stands; a trainer with this for its `from` goes on as this one will. */
  get position(): Position {
    return { stage: this.#stage, step: this.#step };
  }

  /** The settings as they are now. */
  get settings(): Settings {
    return this.#settings;
  }

  /** How many batches the whole run has. */
  get totalSteps(): number {
    return this.stepsPerEpoch * this.#settings.epochs;
  }

  /** Changes what may change under way; it holds from the next batch on. */
  change(live: LiveSettings): void {
    this.#settings = { ...this.#settings, ...live };
    this.#hyperparameters = hyperparametersOf(this.#settings, this.totalSteps);
  }

  /** Has the next moves test all digits before the run goes on; where it would do so anyway, nothing. */
  askForTest(): void {
    if (this.#stage.at === 'training') this.#round ??= this.#newRound();
  }

  /** Whether a test is under way, be it the run's own or one that was asked for. */
  get isTesting(): boolean {
    return this.#round !== undefined;
  }

  /** Whether a batch has been begun and not brought to its end: gradients are of a part of it. */
  get isAmidBatch(): boolean {
    return this.#batch !== undefined || this.#estimate !== undefined;
  }

  /** Trains on a batch or a part of a large one, or tests some digits, and moves the stage on. */
  move(): Move {
    const stage = this.#stage;
    if (stage.at === 'testing') this.#round ??= this.#newRound();
    // A batch under way comes first: the engine can do nothing else before its end.
    if (this.#round && !this.#batch) return this.#test(this.#round);
    if (stage.at === 'training') {
      return this.#measureCurvature(stage) ?? this.#train(stage.epoch, stage.sample);
    }
    return { did: 'nothing' };
  }

  #newRound(): TestRound {
    return new TestRound(this.#options.engine, this.#options.data.test);
  }

  /** Before a pass of Levenberg–Marquardt: a part of the estimate; undefined where none is due. */
  #measureCurvature({ epoch, sample }: Extract<Stage, { at: 'training' }>): Move | undefined {
    const { engine, data } = this.#options;
    const isDue = this.#settings.optimizer === 'sdlm' && sample === 0;
    if (!isDue || this.#estimatedFor === epoch) return undefined;
    const count = Math.min(curvatureSamples, data.train.count);
    this.#estimate ??= engine.estimateCurvature(Uint32Array.from({ length: count }, (_, i) => i));
    if (!this.#estimate.next().done) return { did: 'part' };
    this.#estimate = undefined;
    this.#estimatedFor = epoch;
    return { did: 'estimate', epoch, sizes: engine.stepSizes(this.#hyperparameters(this.#step)) };
  }

  /** Whether no run comes back from where this one is, after so many digits of this mean loss. */
  #isHopeless(loss: number, digits: number): boolean {
    if (!(loss < hopelessLoss)) return true;
    if (!this.#isDistance) return false;
    this.#watched.loss += loss * digits;
    this.#watched.digits += digits;
    if (this.#watched.digits < watchedDigits) return false;
    const mean = this.#watched.loss / this.#watched.digits;
    this.#watched = { loss: 0, digits: 0 };
    return mean > hopelessDistance;
  }

  #train(epoch: number, sample: number): Move {
    this.#batch ??= this.#begin(sample);
    const { size, parts } = this.#batch;
    const { done, value } = parts.next();
    if (!done) return { did: 'part' };
    this.#batch = undefined;
    this.#step++;
    const { loss, correct } = value;
    const { count } = this.#options.data.train;
    const next = sample + size;
    if (this.#isHopeless(loss, size)) this.#stage = { at: 'diverged', epoch };
    else if (next < count) this.#stage = { at: 'training', epoch, sample: next };
    else this.#stage = { at: 'testing', epoch };
    return { did: 'train', size, loss, correct };
  }

  /** The batch that starts at this place of the epoch's order, before its first part. */
  #begin(sample: number): Batch {
    const { engine } = this.#options;
    if (sample === 0) this.#order = this.#newOrder();
    const indices = batchIndices(this.#order, sample, this.#settings.batchSize);
    const size = indices.length;
    const hyperparameters = this.#hyperparameters(this.#step);
    const images = this.#distorted(indices);
    const shifts = images ? undefined : this.#shifts(size);
    return { size, parts: engine.trainInParts(indices, hyperparameters, shifts, images) };
  }

  /** From the seed and the step alone, so that a run which is taken up draws the same. */
  #generatorOfStep(): RandomGenerator {
    return manualSeed((Math.imul(this.#step + 1, 0x9e3779b1) ^ this.#settings.seed) >>> 0);
  }

  #shifts(size: number): Int8Array | undefined {
    const { shift } = this.#settings;
    return shift === 0 ? undefined : randomShifts(size, shift, this.#generatorOfStep());
  }

  /** The digits of a batch, distorted anew each time: that moves them too. */
  #distorted(indices: Uint32Array): Uint8Array | undefined {
    const { distort } = this.#settings;
    if (distort === 0) return undefined;
    const generator = this.#generatorOfStep();
    const { train } = this.#options.data;
    return joinBytes(
      ...Array.from(indices, (index) => {
        const distortion = randomDistortion(distort, generator);
        const image = imageAt(train, index);
        return distortion ? distortImage(image, distortion) : image;
      }),
    );
  }

  /** What follows the test after an epoch. */
  #after(epoch: number, { loss }: TestResult): Stage {
    if (!(loss < hopelessLoss)) return { at: 'diverged', epoch };
    return epoch === this.#settings.epochs
      ? { at: 'finished', epoch }
      : { at: 'training', epoch: epoch + 1, sample: 0 };
  }

  #test(round: TestRound): Move {
    const epoch = this.#step / this.stepsPerEpoch;
    const result = round.move();
    if (!result) return { did: 'test', epoch };
    this.#round = undefined;
    if (this.#stage.at === 'testing') {
      this.#stage = this.#after(epoch, result);
    }
    return { did: 'test', epoch, result };
  }
}

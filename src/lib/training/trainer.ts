import { batchCount, batchIndices, sampleOrder, type Split } from '$lib/data';
import type { Generator } from '$lib/nn';
import type { UpdateRule } from '$lib/optim';
import type { Engine } from './engine';

/**
 * Where a run stands: what its next move will do. A run tests the untrained network, then goes
 * through `epochs` rounds of all training samples followed by all test samples.
 */
export type Stage =
  /** Train on the batch that starts at this position of the epoch's order; epochs count from 1. */
  | { readonly at: 'training'; readonly epoch: number; readonly sample: number }
  /** Test the digits from this position on; epoch 0 is before any training. */
  | { readonly at: 'testing'; readonly epoch: number; readonly sample: number }
  | { readonly at: 'finished' }
  /** The loss is no longer a number, and neither are the weights. */
  | { readonly at: 'diverged'; readonly epoch: number; readonly step: number };

/** What a move did. */
export type Move =
  | {
      readonly did: 'train';
      /** The batches trained on so far, this one included. */
      readonly step: number;
      readonly epoch: number;
      /** The size of the batch, its mean loss and how many of it were right, before the update. */
      readonly size: number;
      readonly loss: number;
      readonly correct: number;
    }
  | {
      readonly did: 'test';
      readonly epoch: number;
      /** Absent until the last of the test digits. */
      readonly result?: TestResult;
    }
  | { readonly did: 'nothing' };

/** How the network did on all test digits. */
export interface TestResult {
  /** The mean cross-entropy. */
  readonly loss: number;
  readonly correct: number;
  readonly count: number;
}

/** What a trainer needs. */
export interface TrainerOptions {
  readonly engine: Engine;
  /** Gives each epoch its order; the one that drew the initial weights, as a PyTorch script has it. */
  readonly generator: Generator;
  /** The digits that the engine trains on and tests, the same ones. */
  readonly data: Split;
  readonly epochs: number;
  readonly batchSize: number;
  /** The update rule of each step, by its number from 0: the same throughout, or by a schedule. */
  readonly rule: (step: number) => UpdateRule;
}

/** Test digits in one move: few enough that a stop is honoured soon. */
const testChunk = 50;

/**
 * The training loop as a machine that is moved on from outside, one batch at a time: whoever moves it
 * may stop between any two moves and go on later, and the outcome is the same.
 */
export class Trainer {
  readonly #options: TrainerOptions;
  readonly #stepsPerEpoch: number;
  #stage: Stage = { at: 'testing', epoch: 0, sample: 0 };
  #order: Uint32Array = new Uint32Array();
  #epoch = 0;
  #step = 0;
  /** Of the test digits so far in this round. */
  #tested = { loss: 0, correct: 0 };

  constructor(options: TrainerOptions) {
    this.#options = options;
    this.#stepsPerEpoch = batchCount(options.data.train.count, options.batchSize);
  }

  /** What the next move will do. */
  get stage(): Stage {
    return this.#stage;
  }

  /** The epoch that the last move belonged to; 0 before any training. */
  get epoch(): number {
    return this.#epoch;
  }

  /** How many batches have been trained on. */
  get step(): number {
    return this.#step;
  }

  /** How many batches an epoch has. */
  get stepsPerEpoch(): number {
    return this.#stepsPerEpoch;
  }

  /** How many batches the whole run has. */
  get totalSteps(): number {
    return this.#stepsPerEpoch * this.#options.epochs;
  }

  /** Trains on one batch, or tests some digits, and moves the stage on. */
  move(): Move {
    const stage = this.#stage;
    switch (stage.at) {
      case 'training':
        return this.#train(stage.epoch, stage.sample);
      case 'testing':
        return this.#test(stage.epoch, stage.sample);
      default:
        return { did: 'nothing' };
    }
  }

  #train(epoch: number, sample: number): Move {
    const { engine, generator, data, batchSize, rule } = this.#options;
    const { count } = data.train;
    if (sample === 0) this.#order = sampleOrder(count, generator);
    const indices = batchIndices(this.#order, sample, batchSize);
    const { loss, correct } = engine.trainBatch(indices, rule(this.#step));
    this.#epoch = epoch;
    this.#step++;
    const next = sample + indices.length;
    if (!Number.isFinite(loss)) this.#stage = { at: 'diverged', epoch, step: this.#step };
    else if (next < count) this.#stage = { at: 'training', epoch, sample: next };
    else this.#stage = { at: 'testing', epoch, sample: 0 };
    return { did: 'train', step: this.#step, epoch, size: indices.length, loss, correct };
  }

  #test(epoch: number, sample: number): Move {
    const { engine, data, epochs } = this.#options;
    const { count, labels } = data.test;
    const end = Math.min(count, sample + testChunk);
    const { losses, predicted } = engine.evaluate('test', sample, end);
    for (let i = 0; i < losses.length; i++) {
      this.#tested.loss += losses[i];
      if (predicted[i] === labels[sample + i]) this.#tested.correct++;
    }
    if (end < count) {
      this.#stage = { at: 'testing', epoch, sample: end };
      return { did: 'test', epoch };
    }
    const { loss, correct } = this.#tested;
    this.#tested = { loss: 0, correct: 0 };
    this.#stage =
      epoch < epochs ? { at: 'training', epoch: epoch + 1, sample: 0 } : { at: 'finished' };
    return { did: 'test', epoch, result: { loss: loss / count, correct, count } };
  }
}

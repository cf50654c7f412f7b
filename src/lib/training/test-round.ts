import type { Dataset } from '$lib/data';
import type { Peaks } from '$lib/kernels/contract';
import { deadUnits, highestOf, type DeadUnits } from './dead-units';
import type { Engine } from './engine';

/** How the network did on all test digits. */
export interface TestResult {
  /** The mean cross-entropy. */
  readonly loss: number;
  readonly correct: number;
  readonly count: number;
  /** Of each digit: its loss, what it was taken for and what it is. */
  readonly losses: Float32Array;
  readonly predicted: Uint8Array;
  readonly labels: Uint8Array;
  /** How many units of each layer would be dead with ReLU. */
  readonly dead: DeadUnits[];
}

/** Test digits in one move: few enough that a stop is honoured soon. */
const chunk = 200;

/** One test of all test digits, some of them at a time; meanwhile the weights must stay as they are. */
export class TestRound {
  readonly #engine: Engine;
  readonly #test: Dataset;
  readonly #losses: Float32Array;
  readonly #predicted: Uint8Array;
  #peaks: Peaks | undefined;
  #next = 0;

  constructor(engine: Engine, test: Dataset) {
    this.#engine = engine;
    this.#test = test;
    this.#losses = new Float32Array(test.count);
    this.#predicted = new Uint8Array(test.count);
  }

  /** Tests the next digits; the result when there are no more. */
  move(): TestResult | undefined {
    const { count, labels } = this.#test;
    const from = this.#next;
    this.#next = Math.min(count, from + chunk);
    const { losses, predicted, peaks } = this.#engine.evaluate('test', from, this.#next);
    this.#losses.set(losses, from);
    this.#predicted.set(predicted, from);
    this.#peaks = highestOf(this.#peaks, peaks);
    if (this.#next < count) return undefined;
    return {
      loss: this.#losses.reduce((sum, each) => sum + each, 0) / count,
      correct: this.#predicted.reduce((sum, digit, i) => sum + Number(digit === labels[i]), 0),
      count,
      losses: this.#losses,
      predicted: this.#predicted,
      labels,
      dead: deadUnits(this.#peaks),
    };
  }
}

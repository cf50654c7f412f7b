import { createDataset, imageSize, type Split } from '$lib/data';
import type { UpdateRule } from '$lib/optim';
import type { BatchResult, Engine, Evaluation, Part } from '$lib/training';

/** Black images, labelled 0 to 9 in turn. */
export function blankDigits(trainCount: number, testCount: number): Split {
  const blank = (count: number) =>
    createDataset(
      new Uint8Array(count * imageSize),
      Uint8Array.from({ length: count }, (_, i) => i % 10),
    );
  return { train: blank(trainCount), test: blank(testCount) };
}

/** An engine that only remembers what it was asked for; it takes every digit for a 3, at loss 2. */
export class FakeEngine implements Engine {
  readonly batches: number[][] = [];
  readonly tests: [number, number][] = [];
  loss = 1;

  trainBatch(indices: Uint32Array, _rule: UpdateRule): BatchResult {
    this.batches.push([...indices]);
    return { loss: this.loss, correct: 1 };
  }

  evaluate(_part: Part, from: number, to: number): Evaluation {
    this.tests.push([from, to]);
    const length = to - from;
    return { losses: new Float64Array(length).fill(2), predicted: new Uint8Array(length).fill(3) };
  }

  weights() {
    return { 'conv1.weight': new Float32Array(150).fill(this.batches.length) };
  }

  loadWeights(): void {}
}

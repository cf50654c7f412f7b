import { createDataset, imageSize, type Split } from '$lib/data';
import type { Hyperparameters, LayerSize } from '$lib/kernels';
import { parameterShapes, type Engine, type Part } from '$lib/training';

/** Black images, labelled 0 to 9 in turn. */
export function blankDigits(trainCount: number, testCount: number): Split {
  const blank = (count: number) =>
    createDataset(
      new Uint8Array(count * imageSize),
      Uint8Array.from({ length: count }, (_, i) => i % 10),
    );
  return { train: blank(trainCount), test: blank(testCount) };
}

/** Zeros for every parameter of LeNet-5. */
const zeros = (): Record<string, Float64Array> =>
  Object.fromEntries(
    [...parameterShapes()].map(([name, shape]) => [
      name,
      new Float64Array(shape.reduce((product, axis) => product * axis, 1)),
    ]),
  );

/** An engine that only remembers what it was asked for; it takes every digit for a 3, at loss 2. */
export class FakeEngine implements Engine {
  readonly workers = 1;
  readonly batches: number[][] = [];
  readonly rules: Hyperparameters[] = [];
  readonly shifts: (Int8Array | undefined)[] = [];
  readonly tests: [number, number][] = [];
  closed = false;
  loss = 1;
  testLoss = 2;
  /** What stands in every weight. */
  weight = 0;

  /** How many pauses each batch has. */
  pauses = 0;
  /** Batches begun. */
  begun = 0;

  readonly images: Uint8Array[] = [];

  *trainInParts(
    indices: Uint32Array,
    rule: Hyperparameters,
    shifts?: Int8Array,
    images?: Uint8Array,
  ) {
    this.begun++;
    for (let pause = 0; pause < this.pauses; pause++) yield;
    this.batches.push([...indices]);
    this.rules.push(rule);
    this.shifts.push(shifts);
    if (images) this.images.push(images);
    return { loss: this.loss, correct: 1 };
  }

  estimates: number[] = [];
  *estimateCurvature(indices: Uint32Array) {
    for (let pause = 0; pause < this.pauses; pause++) yield;
    this.estimates.push(indices.length);
  }
  stepSizes = ({ lr, mu = 0 }: Hyperparameters) => ({ smallest: lr / (mu + 7), largest: lr / mu });

  evaluate(_part: Part, from: number, to: number) {
    this.tests.push([from, to]);
    const length = to - from;

    return {
      losses: new Float64Array(length).fill(this.testLoss),
      predicted: new Uint8Array(length).fill(3),
      peaks: {
        conv1: Float32Array.of(1, 0),
        conv2: Float32Array.of(1),
        fc1: Float32Array.of(0),
        fc2: Float32Array.of(2),
      },
    };
  }

  sizes: LayerSize[] = [{ layer: 'conv1', weight: 0.1, gradient: 0.2 }];
  layerSizes = () => this.sizes;
  parameter = (name: string) => zeros()[name];

  weights = () => {
    const values = zeros();
    Object.values(values).forEach((each) => each.fill(this.weight));
    return values;
  };
  loadWeights(): void {}
  optimizerState() {
    return { step: this.batches.length, firstMoment: zeros(), secondMoment: zeros() };
  }
  loadOptimizerState(): void {}
  close(): void {
    this.closed = true;
  }
}

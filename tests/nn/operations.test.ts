import { describe, expect, it } from 'vitest';
import {
  conv2d,
  conv2dInputGrad,
  conv2dWeightGrad,
  crossEntropy,
  crossEntropyInputGrad,
  linear,
  maxPool2d,
  maxPool2dInputGrad,
  operations,
  reluInputGrad,
  softmax,
  tensor,
  zeros,
  type GradientOf,
  type OperationName,
  type Slot,
  type Tensor,
} from '$lib/nn';
import { golden } from '../golden/read';
import { forwardOf, gradientsFor } from './operation';

interface Whole {
  readonly shape: number[];
  readonly values: number[];
}

interface OperationCase {
  readonly operation: OperationName;
  /** What each input is to the operation: input, weight and bias if not given. */
  readonly slots?: Slot[];
  readonly options: Record<string, unknown>;
  readonly inputs: Whole[];
  readonly output: Whole;
  readonly outputGrad: Whole;
  readonly inputGrads: Whole[];
}

interface OperationsFile {
  readonly cases: OperationCase[];
  readonly crossEntropy: {
    readonly logits: Whole;
    readonly labels: number[];
    readonly probabilities: Whole;
    readonly loss: number;
    readonly logitsGrad: Whole;
  };
}

const file = golden<OperationsFile>('operations.json');

const toTensor = ({ shape, values }: Whole) => tensor(shape, values);

const usualSlots: readonly Slot[] = ['input', 'weight', 'bias'];

/** PyTorch's `kernel_size` is our `kernelSize`. */
function camelCased(options: Record<string, unknown>): Record<string, unknown> {
  const entries = Object.entries(options).map(([key, value]) => [
    key.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase()),
    value,
  ]);
  return Object.fromEntries(entries) as Record<string, unknown>;
}

function expectClose(actual: Tensor, expected: Whole): void {
  expect(actual.shape).toEqual(expected.shape);
  const scale = Math.max(...expected.values.map(Math.abs));
  const worst = Math.max(...expected.values.map((value, i) => Math.abs(actual.data[i] - value)));
  expect(worst).toBeLessThanOrEqual(1e-12 * scale);
}

describe('operations agree with PyTorch', () => {
  it.each(
    file.cases.map((each) => ({
      ...each,
      title: `${each.operation} x=[${each.inputs[0].shape}] ${JSON.stringify(each.options)}`,
    })),
  )(
    '$title',
    ({ operation, options, inputs, output, outputGrad, inputGrads, slots = usualSlots }) => {
      const around = Object.fromEntries(inputs.map((each, i) => [slots[i], toTensor(each)]));
      const settings = camelCased(options);
      expectClose(forwardOf(operation, around, settings), output);
      const grads = gradientsFor(operation, around, toTensor(outputGrad), settings);
      expect(Object.keys(grads)).toHaveLength(inputGrads.length);
      inputGrads.forEach((expected, i) => expectClose(grads[slots[i] as GradientOf]!, expected));
    },
  );

  it('every operation has a fixture', () => {
    // PyTorch has none of what the network of 1998 ends in: `tests/nn/lenet98` has its golden case.
    const of1998 = ['euclideanRbf', 'mse', 'map', 'posterior'];
    const unlike = ['softmax', 'crossEntropy', 'dropout', 'fork', ...of1998];
    const tried = new Set<string>(file.cases.map(({ operation }) => operation));
    expect(Object.keys(operations).filter((name) => !tried.has(name))).toEqual(
      expect.arrayContaining(unlike),
    );
    expect(tried.size).toBe(Object.keys(operations).length - unlike.length);
  });

  it('softmax and crossEntropy z=[3,4], logits in the hundreds', () => {
    const { logits, labels, probabilities, loss, logitsGrad } = file.crossEntropy;
    const z = toTensor(logits);
    expectClose(softmax(z), probabilities);
    expect(crossEntropy(z, labels).data[0]).toBeCloseTo(loss, 10);
    expectClose(crossEntropyInputGrad(softmax(z), labels), logitsGrad);
  });
});

describe('worked by hand', () => {
  const ramp = tensor([1, 1, 3, 3], [1, 2, 3, 4, 5, 6, 7, 8, 9]);

  it('conv2d x=[1,1,3,3] w=[1,1,2,2] → the kernel is not turned', () => {
    const kernel = tensor([1, 1, 2, 2], [1, 0, 0, -1]);
    const output = conv2d(ramp, kernel, tensor([1], [10]));
    expect(output).toEqual(tensor([1, 1, 2, 2], [6, 6, 6, 6]));
  });

  it('conv2dInputGrad g=[1,1,1,1] → the kernel itself, where the window lay', () => {
    const kernel = tensor([1, 1, 2, 2], [1, 2, 3, 4]);
    const grad = conv2dInputGrad(tensor([1, 1, 1, 1], [10]), kernel, [1, 1, 2, 2]);
    expect([...grad.data]).toEqual([10, 20, 30, 40]);
  });

  it('maxPool2d of equal numbers → the first wins, row by row, and gets the whole gradient', () => {
    const { output, indices } = maxPool2d(tensor([1, 1, 2, 2], [3, 7, 7, 7]), { kernelSize: 2 });
    expect([...output.data]).toEqual([7]);
    expect([...indices]).toEqual([1]);
    const grad = maxPool2dInputGrad(tensor([1, 1, 1, 1], [5]), indices, [1, 1, 2, 2]);
    expect([...grad.data]).toEqual([0, 5, 0, 0]);
  });

  it('maxPool2d of negative numbers with padding → padding never wins', () => {
    const negative = tensor([1, 1, 2, 2], [-4, -3, -2, -1]);
    const { output } = maxPool2d(negative, { kernelSize: 2, padding: 1 });
    expect([...output.data]).toEqual([-4, -3, -2, -1]);
  });

  it('maxPool2d with a not-a-number → not-a-number, not hidden', () => {
    const { output } = maxPool2d(tensor([1, 1, 2, 2], [1, NaN, 3, 2]), { kernelSize: 2 });
    expect(output.data[0]).toBeNaN();
  });

  it('relu of 0 → no gradient, of a not-a-number → the gradient, as in PyTorch', () => {
    const grad = reluInputGrad(tensor([4], [5, 5, 5, 5]), tensor([4], [-1, 0, 1, NaN]));
    expect([...grad.data]).toEqual([0, 0, 5, 5]);
  });

  it('crossEntropy of equal logits → ln 10', () => {
    expect(crossEntropy(zeros([1, 10]), [3]).data[0]).toBeCloseTo(Math.log(10), 14);
  });

  it('crossEntropy of logits ±1000 → finite', () => {
    expect(crossEntropy(tensor([1, 2], [1000, -1000]), [1]).data[0]).toBe(2000);
  });
});

describe('impossible input', () => {
  const image = zeros([1, 6, 14, 14]);

  it.each([
    [
      'a weight of other channels',
      () => conv2d(image, zeros([16, 3, 5, 5]), zeros([16])),
      'conv2d: invalid weight: expected [O, 6, kH, kW], got [16, 3, 5, 5]',
    ],
    [
      'a kernel larger than the padded input',
      () => conv2d(image, zeros([16, 6, 17, 17]), zeros([16]), { padding: 1 }),
      'conv2d: invalid kernel: expected to cover at most 16 pixels, got 17',
    ],
    [
      'a bias of another length',
      () => conv2d(image, zeros([16, 6, 5, 5]), zeros([6])),
      'conv2d: invalid bias: expected [16], got [6]',
    ],
    [
      'stride 0',
      () => conv2d(image, zeros([16, 6, 5, 5]), zeros([16]), { stride: 0 }),
      'conv2d: invalid stride: expected at least 1, got 0',
    ],
    [
      'a gradient of another shape',
      () => conv2dWeightGrad(zeros([1, 16, 9, 9]), image, [16, 6, 5, 5]),
      'conv2dWeightGrad: invalid outputGrad: expected [1, 16, 10, 10], got [1, 16, 9, 9]',
    ],
    [
      'pooling padded by more than half a kernel',
      () => maxPool2d(image, { kernelSize: 2, padding: 2 }),
      'maxPool2d: invalid padding: expected at most 1, got 2',
    ],
    [
      'a picture for a fully connected layer',
      () => linear(image, zeros([120, 400]), zeros([120])),
      'linear: invalid input: expected [N, in], got [1, 6, 14, 14]',
    ],
    [
      'channels that do not fall into groups',
      () => conv2d(image, zeros([4, 6, 5, 5]), zeros([4]), { groups: 4 }),
      'conv2d: invalid weight: expected [O, 1.5, kH, kW], got [4, 6, 5, 5]',
    ],
    [
      'outputs that do not fall into groups',
      () => conv2d(image, zeros([4, 2, 5, 5]), zeros([4]), { groups: 3 }),
      'conv2d: invalid groups: expected to divide 4, got 3',
    ],
    [
      'a table of maps that are not there',
      () =>
        forwardOf(
          'sparseConv2d',
          { input: image, weight: zeros([2, 5, 5]), bias: zeros([1]) },
          { table: [[0, 6]] },
        ),
      'sparseConv2d: invalid table: expected maps below 6, got 6',
    ],
    [
      'branches of two shapes',
      () => forwardOf('add', { input: image, shortcut: zeros([1, 6, 7, 7]) }),
      'add: invalid shortcut: expected [1, 6, 14, 14], got [1, 6, 7, 7]',
    ],
    [
      'a label that is no class',
      () => crossEntropy(zeros([1, 10]), [10]),
      'crossEntropy: invalid label: expected 0 to 9, got 10',
    ],
  ])('%s → says what was expected', (_, run, message) => {
    expect(run).toThrow(message);
  });
});

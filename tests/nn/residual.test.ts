import { describe, expect, it } from 'vitest';
import {
  BatchNorm2d,
  Conv2d,
  Dropout,
  GlobalAvgPool2d,
  LeakyReLU,
  Linear,
  manualSeed,
  ReLU,
  Residual,
  Sequential,
  tensor,
  tensorOf,
  traceSample,
  zeros,
  type Tensor,
} from '$lib/nn';
import { golden } from '../golden/read';
import { randomTensor, worstDifference } from './gradient';

interface Whole {
  readonly shape: number[];
  readonly values: number[];
}

interface Run {
  readonly output: Whole;
  readonly grads: Record<string, Whole>;
}

interface Fixture {
  readonly start: Record<string, Whole>;
  readonly images: Whole;
  readonly outputGrad: Whole;
  readonly training: Run;
  readonly running: Record<string, Whole>;
  readonly evaluation: Run;
}

const fixture = golden<{ residualNetwork: Fixture }>('operations.json').residualNetwork;

const toTensor = ({ shape, values }: Whole) => tensor(shape, values);

/** PyTorch's `n2.running_mean` is our `n2.runningMean`. */
const ourName = (name: string) =>
  name.replace('running_mean', 'runningMean').replace('running_var', 'runningVar');

/** The network of `make.py`, and its weights. */
function residualNetwork(): Sequential {
  const generator = manualSeed(0);
  const conv = (inChannels: number, outChannels: number, kernelSize: number, stride = 1) =>
    new Conv2d({
      inChannels,
      outChannels,
      kernelSize,
      stride,
      padding: kernelSize === 3 ? 1 : 0,
      generator,
    });
  const network = new Sequential({
    c1: conv(1, 2, 3),
    'c1.activation': new ReLU(),
    r3: new Residual({
      body: {
        c2: conv(2, 2, 3),
        n2: new BatchNorm2d({ numFeatures: 2 }),
        'n2.activation': new ReLU(),
        c3: conv(2, 2, 3),
      },
    }),
    'r3.activation': new ReLU(),
    r4: new Residual({
      body: {
        c4: conv(2, 4, 3, 2),
        n4: new BatchNorm2d({ numFeatures: 4, eps: 1e-3, momentum: 0.3 }),
      },
      shortcut: { c5: conv(2, 4, 1, 2) },
    }),
    'r4.activation': new LeakyReLU({ negativeSlope: 0.1 }),
    p: new GlobalAvgPool2d(),
    output: new Linear({ inFeatures: 4, outFeatures: 3, generator }),
  });
  const entries = Object.entries(fixture.start).map(([name, each]) => [
    ourName(name),
    toTensor(each),
  ]);
  network.loadStateDict(Object.fromEntries(entries) as Record<string, Tensor>);
  return network;
}

function expectClose(actual: Tensor, expected: Whole, name = ''): void {
  expect(actual.shape).toEqual(expected.shape);
  const scale = Math.max(1e-3, ...expected.values.map(Math.abs));
  const worst = Math.max(...expected.values.map((value, i) => Math.abs(actual.data[i] - value)));
  expect(worst, name).toBeLessThanOrEqual(1e-10 * scale);
}

function expectRun(network: Sequential, { output, grads }: Run): void {
  network.zeroGrad();
  expectClose(network.forward(toTensor(fixture.images)), output);
  network.backward(toTensor(fixture.outputGrad));
  const parameters = network.parameters();
  expect([...parameters.keys()].sort()).toEqual(Object.keys(grads).sort());
  for (const [name, { grad }] of parameters) expectClose(grad, grads[name], name);
}

describe('two residual blocks with batch normalisation agree with PyTorch', () => {
  it('in training, a batch of three; then by the running statistics it has gathered', () => {
    const network = residualNetwork();
    network.training = true;
    expectRun(network, fixture.training);
    for (const [name, expected] of Object.entries(fixture.running)) {
      expectClose(network.stateDict()[ourName(name)], expected, name);
    }
    network.training = false;
    expectRun(network, fixture.evaluation);
  });

  it.each([true, false])('training: %s → central differences', (training) => {
    const network = residualNetwork();
    const input = randomTensor(manualSeed(3), [2, 1, 6, 6]);
    const outputGrad = randomTensor(manualSeed(4), [2, 3]);
    network.training = training;
    network.forward(input);
    const inputGrad = network.backward(outputGrad);
    const forward = () => network.forward(input);
    // In evaluation the statistics that training has moved would move the output.
    expect(worstDifference(forward, input, outputGrad, inputGrad)).toBeLessThan(1e-5);
    for (const [name, { value, grad }] of network.parameters()) {
      expect(worstDifference(forward, value, outputGrad, grad), name).toBeLessThan(1e-5);
    }
  });
});

describe('a trace of residual blocks', () => {
  const network = residualNetwork();
  const trace = traceSample(network, randomTensor(manualSeed(5), [1, 1, 6, 6]), 1);

  it('the gradient where the branches part is the sum of both', () => {
    const [fork, body, shortcut] = ['c1.activation.grad', 'r3.body.grad', 'r3.shortcut.grad'].map(
      (name) => tensorOf(trace, name).data,
    );
    expect([...fork]).toEqual([...body].map((grad, at) => grad + shortcut[at]));
    expect([...shortcut]).toEqual([...tensorOf(trace, 'r3.output.grad').data]);
  });

  it('has the parameters’ gradients, and the running statistics as given numbers', () => {
    for (const name of trace.parameters) expect(trace.tensors.has(`${name}.grad`)).toBe(true);
    expect(trace.parameters).not.toContain('n2.runningMean');
    expect(trace.tensors.has('n2.runningMean')).toBe(true);
  });

  it('two modules of one name → refused', () => {
    expect(
      () => new Sequential({ c1: new ReLU(), r1: new Residual({ body: { c1: new ReLU() } }) }),
    ).toThrow('Sequential: two modules are called c1');
  });
});

describe('dropout', () => {
  const ones = tensor([1, 1000], new Array<number>(1000).fill(1));
  const dropping = (seed: number) => {
    const network = new Sequential({ d: new Dropout({ p: 0.25, generator: manualSeed(seed) }) });
    network.training = true;
    return network;
  };

  it('in training drops about a quarter and makes the others larger; backward alike', () => {
    const network = dropping(1);
    const output = network.forward(ones);
    const kept = output.data.filter((value) => value !== 0);
    expect(kept.length).toBeGreaterThan(700);
    expect(kept.length).toBeLessThan(800);
    expect(new Set(kept)).toEqual(new Set([1 / 0.75]));
    expect(network.backward(ones)).toEqual(output);
  });

  it('the same seed → the same masks, another one each time', () => {
    const [one, other] = [dropping(2), dropping(2)];
    const first = one.forward(ones);
    expect(other.forward(ones)).toEqual(first);
    expect(one.forward(ones)).not.toEqual(first);
    expect(dropping(3).forward(ones)).not.toEqual(first);
  });

  it('in evaluation does nothing', () => {
    const network = dropping(1);
    network.training = false;
    expect(network.forward(ones)).toEqual(ones);
  });

  it.each([-0.1, 1, NaN])('p = %s → refused', (p) => {
    expect(() => new Dropout({ p, generator: manualSeed(0) })).toThrow(
      `Dropout: invalid p: expected a number from 0 to below 1, got ${p}`,
    );
  });
});

it('batch normalisation of one number a map → refused in training, as in PyTorch', () => {
  const network = new Sequential({ n1: new BatchNorm2d({ numFeatures: 2 }) });
  network.training = true;
  expect(() => network.forward(zeros([1, 2, 1, 1]))).toThrow(
    'BatchNorm2d: in training expected more than one number a map, got 1',
  );
});

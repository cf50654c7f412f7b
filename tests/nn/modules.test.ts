import { describe, expect, it } from 'vitest';
import {
  AvgPool2d,
  Conv2d,
  Flatten,
  lenet5,
  Linear,
  manualSeed,
  MaxPool2d,
  ReLU,
  Sequential,
  Sigmoid,
  Tanh,
  tensor,
  zeros,
} from '$lib/nn';
import { randomTensor, worstDifference } from './gradient';

function smallNetwork(): Sequential {
  const generator = manualSeed(2);
  return new Sequential({
    c1: new Conv2d({ inChannels: 1, outChannels: 2, kernelSize: 3, padding: 1, generator }),
    'c1.activation': new Tanh(),
    s2: new AvgPool2d({ kernelSize: 2 }),
    c3: new Conv2d({ inChannels: 2, outChannels: 3, kernelSize: 2, generator }),
    'c3.activation': new Sigmoid(),
    s4: new MaxPool2d({ kernelSize: 2, stride: 1 }),
    flatten: new Flatten(),
    f5: new Linear({ inFeatures: 3, outFeatures: 4, generator }),
    'f5.activation': new ReLU(),
    output: new Linear({ inFeatures: 4, outFeatures: 2, generator }),
  });
}

describe('Sequential', () => {
  it('backward of every kind of module, a batch of two → central differences', () => {
    const network = smallNetwork();
    const input = randomTensor(manualSeed(3), [2, 1, 6, 6]);
    const outputGrad = randomTensor(manualSeed(4), [2, 2]);
    network.forward(input);
    const inputGrad = network.backward(outputGrad);
    const forward = () => network.forward(input);
    expect(worstDifference(forward, input, outputGrad, inputGrad)).toBeLessThan(1e-6);
    for (const { value, grad } of network.parameters().values()) {
      expect(worstDifference(forward, value, outputGrad, grad)).toBeLessThan(1e-6);
    }
  });

  it('backward twice → gradients add up; zeroGrad → they start anew', () => {
    const network = smallNetwork();
    const bias = network.parameters().get('output.bias')!;
    network.forward(zeros([1, 1, 6, 6]));
    network.backward(tensor([1, 2], [1, -2]));
    network.backward(tensor([1, 2], [1, -2]));
    expect([...bias.grad.data]).toEqual([2, -4]);
    network.zeroGrad();
    expect([...bias.grad.data]).toEqual([0, 0]);
  });

  it('backward before forward → says so', () => {
    expect(() => smallNetwork().backward(zeros([1, 2]))).toThrow(
      'Sequential: backward needs a forward before it',
    );
  });
});

describe('stateDict and loadStateDict', () => {
  it('from one network into another → the same outputs', () => {
    const [first, second] = [lenet5(manualSeed(0)), lenet5(manualSeed(1))];
    const input = randomTensor(manualSeed(6), [1, 1, 32, 32]);
    second.loadStateDict(first.stateDict());
    expect(second.forward(input)).toEqual(first.forward(input));
  });

  it('is a copy: changing it leaves the network alone', () => {
    const network = smallNetwork();
    const state = network.stateDict();
    state['c1.bias'].data.fill(7);
    expect(network.stateDict()['c1.bias'].data).not.toContain(7);
  });

  it.each([
    ['unknown', { c9: zeros([1]) }, 'loadStateDict: unknown parameter: c9'],
    [
      'misshapen',
      { 'output.bias': zeros([3]) },
      'loadStateDict: invalid output.bias: expected [2], got [3]',
    ],
  ])('a parameter that is %s → refused, nothing changed', (_, change, message) => {
    const network = smallNetwork();
    const before = network.stateDict();
    const filled = Object.entries(before).map(([name, { shape }]) => [name, zeros(shape)] as const);
    expect(() => network.loadStateDict({ ...Object.fromEntries(filled), ...change })).toThrow(
      message,
    );
    expect(network.stateDict()).toEqual(before);
  });

  it('a parameter that is missing → refused', () => {
    const network = smallNetwork();
    const state = network.stateDict();
    delete state['c3.weight'];
    expect(() => network.loadStateDict(state)).toThrow(
      'loadStateDict: missing parameter: c3.weight',
    );
  });
});

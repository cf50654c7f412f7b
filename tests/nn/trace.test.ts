import { describe, expect, it } from 'vitest';
import { lenet5, manualSeed, runSteps, tensorOf, traceSample, zeros, type Step } from '$lib/nn';
import { testDigit } from '../golden/read';
import { isSameTensor } from './compare';

const network = lenet5(manualSeed(0));
const trace = traceSample(network, testDigit(0), 7);

const name = ({ phase, layer, operation }: Step) => `${phase} ${layer} ${operation.kind}`;

describe('traceSample of lenet5', () => {
  it('goes forward layer by layer, then to the loss, then back', () => {
    const phases = trace.steps.map(({ phase }) => phase);
    expect(phases.filter((phase) => phase === 'forward')).toHaveLength(12);
    expect(phases.filter((phase) => phase === 'loss')).toHaveLength(2);
    expect(phases.filter((phase) => phase === 'backward')).toHaveLength(21);
    expect(phases).toEqual([...phases].sort((a, b) => order.indexOf(a) - order.indexOf(b)));
    expect(trace.steps.slice(4, 7).map(name)).toEqual([
      'forward c3 conv2d',
      'forward c3 relu',
      'forward s4 maxPool2d',
    ]);
    expect(trace.steps.slice(-6).map(name)).toEqual([
      'backward c3 conv2dBiasGrad',
      'backward c3 conv2dInputGrad',
      'backward s2 maxPool2dInputGrad',
      'backward c1 reluInputGrad',
      'backward c1 conv2dWeightGrad',
      'backward c1 conv2dBiasGrad',
    ]);
  });

  it('every step reads only what is given or was written before, and writes what no other does', () => {
    const known = new Set(['label', ...trace.parameters]);
    for (const { reads, writes } of trace.steps) {
      for (const read of reads) expect(known).toContain(read);
      for (const written of writes) {
        expect(known).not.toContain(written);
        expect(trace.tensors.has(written)).toBe(true);
        known.add(written);
      }
    }
    expect([...known].sort()).toEqual([...trace.tensors.keys()].sort());
  });

  it('gives the gradients that the modules’ own backward gathers', () => {
    const other = lenet5(manualSeed(0));
    other.forward(testDigit(0));
    other.backward(tensorOf(trace, 'output.output.grad'));
    for (const [parameter, { grad }] of other.parameters()) {
      expect(isSameTensor(tensorOf(trace, `${parameter}.grad`), grad), parameter).toBe(true);
    }
  });

  it('holds copies: training the network on leaves it alone', () => {
    const other = lenet5(manualSeed(0));
    const traced = traceSample(other, testDigit(0), 7);
    other.parameters().get('c1.bias')!.value.data.fill(9);
    expect(tensorOf(traced, 'c1.bias')).toEqual(tensorOf(trace, 'c1.bias'));
  });

  it('a batch of two → refused', () => {
    expect(() => traceSample(network, zeros([2, 1, 28, 28]), 0)).toThrow(
      'traceSample: invalid input: expected [1, C, H, W], got [2, 1, 28, 28]',
    );
  });

  it('a tensor that it does not hold → says so', () => {
    expect(() => tensorOf(trace, 'c9.output')).toThrow('tensorOf: unknown tensor: c9.output');
  });
});

describe('runSteps', () => {
  it('a missing tensor → says which', () => {
    expect(() => runSteps(trace.steps, new Map())).toThrow('runSteps: missing tensor: input');
  });
});

const order = ['forward', 'loss', 'backward'];

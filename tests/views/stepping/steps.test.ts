import { expect, test } from 'vitest';
import { layerSteps } from '$lib/views/stepping/steps';
import { lenet5, manualSeed, traceSample, zeros } from '$lib/nn';

const steps = layerSteps(traceSample(lenet5(manualSeed(0)), zeros([1, 1, 32, 32]), 3));

test('LeNet-5 takes 26 steps: 12 forward, 2 for the loss, 12 backward', () => {
  const phases = steps.map(({ phase }) => phase);
  expect(phases.filter((phase) => phase === 'forward')).toHaveLength(12);
  expect(phases.filter((phase) => phase === 'loss')).toHaveLength(2);
  expect(phases.filter((phase) => phase === 'backward')).toHaveLength(12);
});

test('backward through a convolution is one step with three gradients', () => {
  const c3 = steps.find(({ phase, kind }) => phase === 'backward' && kind === 'conv2dWeightGrad');
  expect(c3).toMatchObject({
    layer: 'c3',
    reads: ['c3.output.grad', 's2.output', 'c3.weight'],
    writes: ['c3.weight.grad', 'c3.bias.grad', 's2.output.grad'],
  });
});

test('a layer and its nonlinearity are two steps', () => {
  const c1 = steps.filter(({ phase, layer }) => phase === 'forward' && layer === 'c1');
  expect(c1.map(({ kind }) => kind)).toEqual(['conv2d', 'relu']);
});

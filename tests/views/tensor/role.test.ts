import { expect, test } from 'vitest';
import { presetNetwork } from '$lib/network/presets';
import { build, gradOf, isGrad, manualSeed, nameOf, ofGrad, zeros } from '$lib/nn';
import { sgd, traceStep } from '$lib/optim';
import { roleOf } from '$lib/views/tensor/role';

const network = build(presetNetwork('residual20'), manualSeed(0));
const rule = sgd({ lr: 0.01, momentum: 0.9, weightDecay: 0.1 });
const { places, tensors } = traceStep(network, zeros([1, 1, 28, 28]), 3, rule);

test('every tensor of a trace stands where its name says, its gradient too', () => {
  for (const [name, place] of places) {
    expect(nameOf(place)).toBe(name);
    if (!isGrad(place))
      expect(ofGrad(gradOf({ ...place, state: undefined }))).toEqual({
        layer: place.layer,
        part: place.part,
      });
  }
  expect([...tensors.keys()].filter((name) => !places.has(name))).toEqual([]);
});

test.each([
  ['block2.conv1.weight', 'weight'],
  ['block2.conv1.bias', 'bias'],
  ['block2.conv1.weight.grad', 'gradient'],
  ['block2.conv1.weight.momentumBuffer', 'gradient'],
  ['block2.conv1.weight.grad.decayed', 'gradient'],
  ['block2.conv1.weight.updated', 'weight'],
  ['block2.conv1.output', 'output'],
  ['block2.body.grad', 'gradient'],
  ['input', 'output'],
])('%s: %s', (name, role) => {
  const place = places.get(name);
  expect(place && roleOf(place, true)).toBe(role);
  if (place && role === 'output') expect(roleOf(place, false)).toBe('input');
});

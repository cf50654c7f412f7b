import { describe, expect, it } from 'vitest';
import { tensorOf, traceSample, type Trace } from '$lib/nn';
import {
  blockNames,
  distance98,
  golden98,
  golden98Network,
  golden98Weights,
  trainDigit98,
  type BlockSummary,
} from '../golden/lenet98';

const tolerance = 1e-10;
const cases = (['F', 'sqrt'] as const).map((kind) => [kind, golden98.cases[kind]] as const);
const label = golden98.labels[0];
const digit = trainDigit98(0);

/** The blocks that are further from the golden ones than rounding. */
function strangers(blocks: Readonly<Record<string, BlockSummary>>, tensors: Trace, suffix: string) {
  return Object.entries(blocks)
    .map(([name, block]) => [name, distance98(tensorOf(tensors, blockNames[name] + suffix), block)])
    .filter(([, far]) => !(Number(far) <= tolerance));
}

describe.each(cases)('the network of 1998 in float64, start %s', (kind, golden) => {
  it('starts from the numbers of the golden file', () => {
    const state = golden98Weights(kind, golden98Network(kind, 'mse'));
    for (const [name, block] of Object.entries(golden.weights)) {
      expect(distance98(state[blockNames[name]], block), name).toBeLessThan(1e-14);
    }
  });

  it('every layer, and the ten distances', () => {
    const trace = traceSample(golden98Network(kind, 'mse'), digit, label);
    const made = { x: 'input', C1: 'c1', S2: 's2', C3: 'c3', S4: 's4', C5: 'c5', F6: 'f6' };
    for (const [name, layer] of Object.entries(made)) {
      const found = tensorOf(trace, layer === 'input' ? layer : `${layer}.activation`);
      expect(distance98(found, golden.activations[name]), name).toBeLessThan(tolerance);
    }
    const { data } = tensorOf(trace, 'output.output');
    golden.y.forEach((y, i) => expect(Math.abs(data[i] / y - 1)).toBeLessThan(tolerance));
  });

  it.each([
    ['mse', undefined, golden.mse],
    ['map', 1, golden.map],
    ['map', golden.map_large_j.j, golden.map_large_j],
  ] as const)('%s, j = %s: the loss and every gradient', (loss, j, expected) => {
    const trace = traceSample(golden98Network(kind, loss, j), digit, label);
    const found = tensorOf(trace, 'loss').data[0];
    expect(Math.abs(found / expected.loss - 1)).toBeLessThan(tolerance);
    expect(strangers(expected.grad, trace, '.grad')).toEqual([]);
    if ('p' in expected) {
      const { data } = tensorOf(trace, 'probabilities');
      expected.p.forEach((share, i) => expect(Math.abs(data[i] - share)).toBeLessThan(tolerance));
    }
  });
});

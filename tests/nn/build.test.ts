import { describe, expect, it } from 'vitest';
import { measureNetwork } from '$lib/arithmetic';
import { readNetwork, type Network } from '$lib/network';
import { presetNetwork, type PresetId } from '$lib/network/presets';
import {
  build,
  buildProblem,
  Conv2d,
  explain,
  evaluate,
  lenet5,
  Linear,
  manualSeed,
  tensorOf,
  traceSample,
  zeros,
} from '$lib/nn';
import { randomTensor } from './gradient';

function network(text: string): Network {
  const reading = readNetwork(text);
  if (!reading.ok) throw new Error(JSON.stringify(reading.problem));
  return reading.network;
}

const sampleOf = ({ input }: Network) => randomTensor(manualSeed(4), [1, ...input]);

const stepped: readonly PresetId[] = [
  'lenet5',
  'lenet5-padded',
  'no-border',
  'd2l',
  'lenet1',
  'lenet4',
  'lenet5-1998',
  'plain20',
  'residual20',
];

describe('build', () => {
  it.each(stepped)('%s: as many parameters as counted, and ten scores', (id) => {
    const description = presetNetwork(id);
    const built = build(description, manualSeed(0));
    const sizes = [...built.parameters().values()].map(({ value }) => value.data.length);
    const { parameters } = measureNetwork(description).totals;
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBe(parameters);
    expect(built.forward(sampleOf(description)).shape).toEqual([1, 10]);
  });

  it('draws as the modules do one after another', () => {
    const built = build(network('1x8x8~conv_3_k3~relu~linear_4'), manualSeed(5)).stateDict();
    const generator = manualSeed(5);
    const conv = new Conv2d({ inChannels: 1, outChannels: 3, kernelSize: 3, generator });
    const linear = new Linear({ inFeatures: 108, outFeatures: 4, generator });
    expect(built['conv1.weight'].data).toEqual(conv.weight.value.data);
    expect(built['fc1.bias'].data).toEqual(linear.bias?.value.data);
  });

  it('lenet5 is the preset', () => {
    const built = build(presetNetwork('lenet5'), manualSeed(3)).stateDict();
    expect(built).toEqual(lenet5(manualSeed(3)).stateDict());
  });

  it('the two ways of a block, traced, with names of their own', () => {
    const description = network(
      '1x8x8~conv_4_k3_p1~res(conv_8_k3_s2_p1~relu~conv_8_k3_p1)(conv_8_k1_s2)~relu~gap~linear_10',
    );
    const built = build(description, manualSeed(0));
    const trace = traceSample(built, sampleOf(description), 3);
    const sum = tensorOf(trace, 'block1.output').data;
    const [body, shortcut] = ['block1.conv2', 'block1.shortcut.conv1'].map(
      (name) => tensorOf(trace, `${name}.output`).data,
    );
    expect(sum).toEqual(body.map((value, at) => value + shortcut[at]));
    expect(trace.places.get('block1.shortcut.conv1.weight.grad')).toEqual({
      layer: 'block1.shortcut.conv1',
      part: 'weight',
      state: 'grad',
    });
    for (const name of trace.parameters) expect(trace.tensors.has(`${name}.grad`)).toBe(true);
  });

  it('a layer without a bias: one parameter less, zeros that do not learn', () => {
    const description = network('1x8x8~conv_3_k3_nobias~bn~relu~linear_10_nobias');
    const built = build(description, manualSeed(0));
    expect([...built.parameters().keys()]).toEqual([
      'conv1.weight',
      'bn1.weight',
      'bn1.bias',
      'fc1.weight',
    ]);
    expect(Object.keys(built.stateDict())).not.toContain('conv1.bias');
    const trace = traceSample(built, sampleOf(description), 3);
    expect(trace.tensors.has('conv1.bias.grad')).toBe(false);
    const { rule, value } = explain(trace, { tensor: 'conv1.output', index: [0, 2, 2] });
    expect(evaluate(rule)).toBeCloseTo(value, 12);
  });
});

describe('starting values', () => {
  const spread = (values: Float64Array) =>
    Math.sqrt(values.reduce((sum, value) => sum + value ** 2, 0) / values.length);

  it('He normal: the deviation √(2/fanIn), biases zero', () => {
    const state = build(
      network('1x28x28~linear_300~relu~linear_10'),
      manualSeed(1),
      'heNormal',
    ).stateDict();
    const { data } = state['fc1.weight'];
    expect(spread(data) / Math.sqrt(2 / 784)).toBeCloseTo(1, 2);
    // As many as a normal distribution has beyond two deviations.
    const far = data.filter((value) => Math.abs(value) > 2 * Math.sqrt(2 / 784)).length;
    expect(far / data.length).toBeCloseTo(0.0455, 2);
    expect(spread(state['fc1.bias'].data)).toBe(0);
  });

  it('a layer’s own rule goes before the run’s, in blocks too', () => {
    const description = presetNetwork('residual20');
    const state = build(description, manualSeed(1)).stateDict();
    expect(spread(state['block3.conv2.weight'].data)).toBe(0);
    expect(spread(state['block3.conv1.weight'].data) / Math.sqrt(2 / 72)).toBeCloseTo(1, 1);
    expect(spread(state['block3.conv1.bias'].data)).toBe(0);
    const logits = build(description, manualSeed(1)).forward(sampleOf(description));
    expect(logits.data.every((value) => Math.abs(value) < 20)).toBe(true);
  });

  it('identity: every channel goes through as it is', () => {
    const description = network(
      '3x9x9~conv_3_k3_p1_init-identity~conv_3_k5_p2_g3_init-identity~linear_243_init-identity',
    );
    const input = sampleOf(description);
    expect(build(description, manualSeed(0)).forward(input).data).toEqual(input.data);
  });

  it('the plain network started at the identity hands its first maps on', () => {
    const description = presetNetwork('plain32-identity');
    const built = build(description, manualSeed(1));
    const trace = traceSample(built, sampleOf(description), 3);
    const pooled = tensorOf(trace, 'pool2.output').data;
    expect(tensorOf(trace, 'relu31.output').data).toEqual(pooled);
    expect(pooled.some((value) => value > 0)).toBe(true);
  });

  it('by a table: each map’s own fan-in', () => {
    const description = network('2x9x9~table_t0.01_k3~linear_10');
    const state = build(description, manualSeed(0), 'he').stateDict();
    const plain = build(description, manualSeed(0)).stateDict();
    const ratio = (at: number) => state['conv1.weight'].data[at] / plain['conv1.weight'].data[at];
    expect(ratio(0)).toBeCloseTo(Math.sqrt(6), 12);
    expect(ratio(26)).toBeCloseTo(Math.sqrt(6), 12);
    expect(spread(state['conv1.bias'].data)).toBe(0);
  });
});

describe('buildProblem', () => {
  it.each([
    ['1x8x8~conv_4_k9~relu', { code: 'does-not-fit', layer: 'conv1' }],
    ['1x8x8~res(relu~conv_2_k3_p1)', { code: 'does-not-fit', layer: 'block1' }],
    ['1x8x8~res(conv_1_k30)', { code: 'does-not-fit', layer: 'block1.conv1' }],
    ['1x8x8~up_2_k2_s2~linear_10', { code: 'no-operation', layer: 'up1', kind: 'transposed' }],
    ['1x8x8~linear_10~softmax', { code: 'no-operation', layer: 'softmax1', kind: 'Softmax' }],
    ['1x8x8~linear_10~bn', { code: 'features-to-maps', layer: 'bn1' }],
    ['1x8x8~linear_10~mse', { code: 'loss', loss: 'mse' }],
    ['1x8x8~linear_10~map', { code: 'loss', loss: 'map' }],
    ['1x8x8~linear_83~rbf_10', { code: 'codes', layer: 'rbf1' }],
    ['1x8x8~linear_84~rbf_11', { code: 'codes', layer: 'rbf1' }],
    ['1x8x8~linear_84~rbf_10~linear_10', { code: 'codes', layer: 'rbf1' }],
    ['1x8x8~linear_84~rbf_10~rbf_10', { code: 'codes', layer: 'rbf1' }],
  ])('%s', (text, problem) => {
    expect(buildProblem(network(text))).toMatchObject(problem);
    expect(() => build(network(text), manualSeed(0))).toThrow(/^build: /);
  });

  it('none for what can be stepped', () => {
    for (const id of stepped) expect(buildProblem(presetNetwork(id))).toBeUndefined();
    const features = network('1x8x8~linear_9~relu~res(linear_9~relu~linear_9)~relu~linear_10');
    expect(buildProblem(features)).toBeUndefined();
    expect(build(features, manualSeed(0)).forward(zeros([2, 1, 8, 8])).shape).toEqual([2, 10]);
  });
});

import { describe, expect, it } from 'vitest';
import { readsDigits } from '$lib/data';
import { onnxFile } from '$lib/exchange';
import { readNetwork, type Network } from '$lib/network';
import { presets } from '$lib/network/presets';
import { build, buildProblem, manualSeed } from '$lib/nn';
import { weightsOf } from '$lib/training';
import { readOnnx, runOnnx } from './read-onnx';

const written = {
  grouped:
    '4x20x17~conv_8_k3x5_s2x1_p1_d2_g2_nobias~bn~sigmoid~avg_k3_s2_p1~conv_5_k2_psame~tanh~linear_10',
  ceil: '1x28x28~conv_3_k5_s2~leakyrelu_a0.2~max_k3_s2_p1_ceil~dropout~gap~linear_10_nobias',
  blocks: '2x9x9~conv_4_k3_p1~res(conv_4_k3_p1~bn~relu~conv_4_k1)(conv_4_k1)~relu~gap~linear_10',
  maps: '1x28x28~conv_10_k28',
} as const;

const cases: (readonly [string, Network])[] = [
  ...presets
    .filter(({ network }) => buildProblem(network) === undefined && readsDigits(network))
    .map(({ id, network }) => [id, network] as const),
  ...Object.entries(written).map(([name, notation]) => {
    const reading = readNetwork(notation);
    if (!reading.ok) throw new Error(`${name}: ${JSON.stringify(reading.problem)}`);
    return [name, reading.network] as const;
  }),
];

describe.each(cases)('%s', (_, network) => {
  const built = build(network, manualSeed(1));
  // Running means and variances of their own, so that they count.
  const state = built.stateDict();
  for (const [name, { data }] of Object.entries(state)) {
    if (name.includes('running')) data.forEach((value, i) => (data[i] = value + 0.1 * (i + 1)));
  }
  built.loadStateDict(state);
  const file = readOnnx(onnxFile(network, weightsOf(built, network), 'usual'));
  const generator = manualSeed(2);
  const [channels, height, width] = network.input;
  const shape = [1, channels, height, width];
  const data = Float64Array.from({ length: channels * height * width }, () =>
    generator.uniform(-1, 1),
  );

  it('its scores are those of the reference', () => {
    const scores = runOnnx(file, { shape, data }).get('scores');
    const wanted = built.forward({ shape, data });
    expect(scores?.shape).toEqual([1, wanted.data.length]);
    wanted.data.forEach((score, i) => expect(scores?.data[i]).toBeCloseTo(score, 5));
  });

  it('every shape that it states is the one that comes out, for any number of samples', () => {
    const values = runOnnx(file, { shape, data });
    const stated = [...file.inputs, ...file.outputs, ...file.between];
    expect(file.between.size).toBe(file.nodes.length - 1);
    for (const [name, [samples, ...axes]] of stated) {
      expect(samples).toBe('batch');
      expect([1, ...axes]).toEqual(values.get(name)?.shape);
    }
  });

  it('version 8 with operators of version 13, and how a digit is prepared', () => {
    expect([file.irVersion, ...file.opset]).toEqual([8, 13]);
    expect(file.metadata).toMatchObject({ mean: '0.1307', std: '0.3081' });
    expect(file.metadata.preparation).toContain(`${height} x ${width}`);
  });
});

import { describe, expect, it } from 'vitest';
import { measureNetwork } from '$lib/arithmetic';
import { allLayers, layerCount, readNetwork, writeNetwork, waysOf } from '$lib/network';
import { presets, type Preset, type PresetId } from '$lib/network/presets';

const measured = (preset: Preset) => measureNetwork(preset.network);
const named = (id: PresetId) => presets.find((preset) => preset.id === id)!;

describe('presets', () => {
  it.each(presets.map((preset) => [preset.title, preset] as const))(
    '%s: nothing breaks, and its notation comes back as it was',
    (_title, preset) => {
      expect(measured(preset).broken).toBeUndefined();
      expect(readNetwork(writeNetwork(preset.network))).toEqual({
        ok: true,
        network: preset.network,
      });
    },
  );

  it.each(
    presets.flatMap((preset) =>
      preset.published
        .filter(({ exact }) => exact)
        .map(({ quantity, value }) => [preset.title, quantity, value, preset] as const),
    ),
  )('%s: the published number of %s is %d', (_title, quantity, value, preset) => {
    expect(measured(preset).totals[quantity]).toBe(value);
  });

  // The paper's section II-B, layer by layer: parameters and connections.
  it('lenet5-1998: parameters and connections of every layer, as the paper counts them', () => {
    const { steps } = measured(named('lenet5-1998'));
    const counted = steps
      .filter(({ layer }) => layer.kind !== 'activation')
      .map(({ name, measure }) => [name, measure.output, measure.parameters, measure.connections]);
    expect(counted).toEqual([
      ['c1', [6, 28, 28], 156, 122_304],
      ['s2', [6, 14, 14], 12, 5_880],
      ['c3', [16, 10, 10], 1_516, 151_600],
      ['s4', [16, 5, 5], 32, 2_000],
      ['c5', [120, 1, 1], 48_120, 48_120],
      ['f6', [84, 1, 1], 10_164, 10_164],
      ['output', [10, 1, 1], 0, 840],
    ]);
    expect(named('lenet5-1998').network).toMatchObject({ input: [1, 32, 32], loss: 'mse' });
  });

  it('LeNet-4 as the paper describes it is larger than the paper says', () => {
    const { totals } = measured(named('lenet4'));
    expect(totals.parameters).toBe(52_722);
    expect(totals.connections).toBe(462_306);
  });

  it('AlexNet: layers and about 650,000 neurons, as published', () => {
    const { steps } = measured(named('alexnet'));
    const neurons = steps
      .filter(({ layer }) => layer.kind === 'conv' || layer.kind === 'linear')
      .map(({ measure: { output } }) => output[0] * output[1] * output[2]);
    expect(neurons).toEqual([290_400, 186_624, 64_896, 64_896, 43_264, 4_096, 4_096, 1_000]);
  });

  it('VGG-16: 15.47 billion multiply-adds, 7 × 7 maps before the full connections', () => {
    const { steps, totals } = measured(named('vgg16'));
    expect(totals.multiplyAdds).toBe(15_470_264_320);
    expect(steps.findLast(({ layer }) => layer.kind === 'maxPool')?.measure.output).toEqual([
      512, 7, 7,
    ]);
  });

  it('ResNet-18’s stem: 64 maps of 56 × 56', () => {
    expect(measured(named('resnet18-stem')).steps.at(-1)?.measure.output).toEqual([64, 56, 56]);
  });

  // Twice He et al.'s count of weighted layers; facts of the experiment that the lessons show.
  it.each([
    ['plain20', 14_522, 568_400],
    ['residual20', 14_522, 568_400],
    ['plain32', 21_530, 907_088],
    ['residual32', 21_530, 907_088],
    ['plain32-identity', 21_530, 907_088],
  ] as const)('%s: %d parameters, %d multiply-adds', (id, parameters, multiplyAdds) => {
    expect(measured(named(id)).totals).toMatchObject({ parameters, multiplyAdds });
  });

  it('residual blocks: the second convolution of each starts at zero, and nothing else differs', () => {
    const inside = named('residual32').network.layers.flatMap(
      ({ layer }) => waysOf(layer)[0] ?? [],
    );
    const starts = inside.map(({ layer }) => ('start' in layer ? layer.start : undefined));
    expect(starts).toEqual(Array(15).fill(['heNormal', undefined, 'zero']).flat());
    expect(layerCount(named('residual32').network)).toBe(4 + 15 * 5 + 1);
  });

  it('deep networks: every layer with weights says where it starts, whatever the run says', () => {
    const starts = (id: PresetId) =>
      allLayers(named(id).network.layers).flatMap(({ layer }) =>
        'bias' in layer ? [layer.start] : [],
      );
    expect(new Set(starts('plain32'))).toEqual(new Set(['heNormal']));
    expect(starts('plain32-identity')).toEqual([
      'heNormal',
      ...Array(30).fill('identity'),
      'heNormal',
    ]);
    expect(starts('residual20').every(Boolean)).toBe(true);
  });

  it('the LeNet family has the paper’s names', () => {
    const names = (id: PresetId) => named(id).network.layers.map(({ name }) => name);
    const modern =
      'c1 c1.activation s2 c3 c3.activation s4 c5 c5.activation f6 f6.activation output'.split(' ');
    expect(names('lenet5')).toEqual(modern);
    expect(names('no-border')).toEqual(modern);
    expect(names('d2l')).toEqual(modern);
    expect(names('lenet5-1998')).toContain('s2.activation');
    expect(names('lenet1').at(-2)).toBe('output');
    expect(names('lenet4').filter((name) => !name.includes('.'))).toEqual(
      'c1 s2 c3 s4 f5 output'.split(' '),
    );
  });
});

import { describe, expect, it } from 'vitest';
import { measureNetwork } from '$lib/arithmetic';
import { readNotation, writeNotation } from '$lib/pages/builder/notation';
import { presets, type Preset } from '$lib/pages/builder/presets';
import { layersOf } from './layers-of';

const measured = (preset: Preset) => measureNetwork(layersOf(preset.layers), preset.input);
const named = (id: string) => presets.find((preset) => preset.id === id)!;

describe('presets', () => {
  it.each(presets.map((preset) => [preset.title, preset] as const))(
    '%s: nothing breaks, and its notation comes back as it was',
    (_title, preset) => {
      expect(measured(preset).broken).toBeUndefined();
      expect(writeNotation(readNotation(preset.layers).rows)).toBe(preset.layers);
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
});

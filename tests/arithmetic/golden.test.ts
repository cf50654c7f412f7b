import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { measureLayer } from '$lib/arithmetic';
import type { Layer, Padding, Pair, Shape } from '$lib/network';

/** One random layer as `tests/golden/arithmetic.py` gave it to PyTorch, and what came back. */
interface Row {
  kind: 'conv' | 'transposed' | 'maxPool' | 'averagePool' | 'linear';
  setting: {
    input: Shape;
    out: number;
    kernel: Pair;
    stride: Pair;
    padding: Padding;
    outputPadding: Pair;
    dilation?: Pair;
    groups: number;
    bias: boolean;
    ceilMode: boolean;
  };
  answer: { output: number[]; weight: number[]; parameters: number } | null;
}

const rows = JSON.parse(readFileSync('tests/golden/arithmetic.json', 'utf8')) as Row[];

function layerOf({ kind, setting }: Row): Layer {
  const { kernel, dilation = [1, 1], out, padding, ...rest } = setting;
  return { ...rest, kind, kernelSize: kernel, dilation, padding, outChannels: out } as Layer;
}

describe('every layer as PyTorch has it', () => {
  it('at least 3,000 settings, some of them refused', () => {
    expect(rows.length).toBeGreaterThanOrEqual(3000);
    expect(rows.filter((row) => row.answer === null).length).toBeGreaterThan(300);
  });

  it.each(['conv', 'transposed', 'maxPool', 'averagePool', 'linear'])(
    '%s: output, shape of the weights, parameters',
    (kind) => {
      for (const row of rows.filter((candidate) => candidate.kind === kind)) {
        const measure = measureLayer(layerOf(row), row.setting.input);
        const { answer } = row;
        const ours = measure.ok
          ? {
              // PyTorch's Linear gives [features], here it is [features, 1, 1].
              output: kind === 'linear' ? [measure.value.output[0]] : [...measure.value.output],
              weight: [...measure.value.weightShape],
              parameters: measure.value.parameters,
            }
          : null;
        expect(ours, JSON.stringify(row)).toEqual(answer);
      }
    },
  );
});

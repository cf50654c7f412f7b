import { describe, expect, it } from 'vitest';
import { bordered, oneKernel } from '$lib/cells/borders/borders';
import { normalizations, normalizeImages } from '$lib/data';
import { conv2d, manualSeed } from '$lib/nn';
import { freshNetwork, traceDigit } from '$lib/views/sample/trace-digit';

const generator = manualSeed(3);
const pixels = Uint8Array.from({ length: 784 }, () => generator.nextUint32() % 256);
const { tensors } = traceDigit({ pixels, label: 3 }, freshNetwork(0));
const [weight, bias] = [tensors.get('c1.weight')!, tensors.get('c1.bias')!];
const [kernel, offset] = oneKernel(weight, bias, 2);
const made = (choice: 'background' | 'zeros' | 'none') => bordered(choice, pixels, kernel, offset);

describe('a digit in a border', () => {
  it('of background: what the network reads, and its map of this kernel', () => {
    const { input, edge, map } = made('background');
    expect(input).toEqual(tensors.get('input'));
    expect(edge).toBeCloseTo(-0.1307 / 0.3081, 12);
    expect([...map.data]).toEqual([...tensors.get('c1.output')!.data.slice(2 * 784, 3 * 784)]);
  });

  it('of zeros: the map of a convolution with a padding of 2', () => {
    const { edge, map } = made('zeros');
    const bare = normalizeImages(pixels, normalizations.usual);
    expect(edge).toBe(0);
    expect(map).toEqual(conv2d(bare, kernel, offset, { padding: 2 }));
  });

  it('none: 28 × 28 → 24 × 24, and away from the edge all three agree', () => {
    const { input, edge, map } = made('none');
    expect([input.shape, map.shape]).toEqual([
      [1, 1, 28, 28],
      [1, 1, 24, 24],
    ]);
    expect(edge).toBeUndefined();
    for (const choice of ['background', 'zeros'] as const) {
      const wide = made(choice).map.data;
      map.data.forEach((sum, at) => {
        expect(wide[(Math.floor(at / 24) + 2) * 28 + (at % 24) + 2]).toBeCloseTo(sum, 12);
      });
    }
  });
});

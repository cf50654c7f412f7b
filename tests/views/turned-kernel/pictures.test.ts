import { describe, expect, test } from 'vitest';
import { freshNetwork, traceDigit } from '$lib/views/sample/trace-digit';
import { channelPictures, spread, strongestChannel } from '$lib/views/turned-kernel/pictures';
import { explain, inputGradViews, parseRef } from '$lib/nn';

const pixels = Uint8Array.from({ length: 784 }, (_, i) => (i * 37) % 256);
const trace = traceDigit({ pixels, label: 3 }, freshNetwork(0));

describe.each(['s2.output.grad[2,5,5]', 's2.output.grad[0,0,0]', 's2.output.grad[5,13,7]'])(
  '%s',
  (name) => {
    const ref = parseRef(name)!;
    const views = inputGradViews(trace, ref)!;
    const all = Array.from({ length: 16 }, (_, channel) => channelPictures(views, channel));
    const { value } = explain(trace, ref);
    const [, row, column] = ref.index;

    test('the channels add up to the number', () => {
      expect(all.reduce((sum, { sum: each }) => sum + each, 0)).toBeCloseTo(value, 14);
    });

    test('what is handed back leaves the same at its place', () => {
      const left = all.map((each) => spread(each, Infinity, 14, 14)[row * 14 + column]);
      expect(left.reduce((sum, each) => sum + each, 0)).toBeCloseTo(value, 14);
    });

    test('the kernel turned by 180° lies on the gradients tap by tap', () => {
      for (const { kernel, turned, around, products } of all) {
        expect([...turned.values]).toEqual([...kernel.values].reverse());
        products.values.forEach((product, i) =>
          expect(product).toBeCloseTo(around.values[i] * turned.values[i], 14),
        );
      }
    });

    test('the strongest channel adds most', () => {
      const largest = Math.max(...all.map(({ sum }) => Math.abs(sum)));
      expect(Math.abs(all[strongestChannel(views)].sum)).toBe(largest);
    });
  },
);

test('the kernel is that of C3', () => {
  const views = inputGradViews(trace, parseRef('s2.output.grad[2,5,5]')!)!;
  const { kernel } = channelPictures(views, 7);
  const start = (7 * 6 + 2) * 25;
  const weights = trace.tensors.get('c3.weight')!.data.slice(start, start + 25);
  expect([...kernel.values]).toEqual([...weights]);
});

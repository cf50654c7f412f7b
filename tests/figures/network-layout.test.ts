import { expect, test } from 'vitest';
import { layoutNetwork } from '$lib/figures/network/layout';
import type { NetworkPlane } from '$lib/figures/network/plane';

const map = (name: string, channels: number, side: number): NetworkPlane => ({
  name,
  channels,
  height: side,
  width: side,
});
const planes: NetworkPlane[] = [
  map('Input', 1, 28),
  { ...map('C1', 6, 28), window: { size: 5, stride: 1, padding: 2 } },
  { ...map('S2', 6, 14), window: { size: 2, stride: 2, padding: 0 } },
  map('F6', 84, 1),
  map('Output', 10, 1),
];

for (const direction of ['across', 'down'] as const) {
  const { placed, sights, width, height } = layoutNetwork(planes, direction);

  test(`${direction}: a map is drawn to one scale, one sheet for each channel`, () => {
    expect(placed.map(({ sheets }) => sheets.length)).toEqual([1, 6, 6, 1, 1]);
    const scale = placed[0].sheets[0].width / 28;
    expect(placed[2].sheets[0].width).toBeCloseTo(14 * scale);
  });

  test(`${direction}: planes follow one another without touching, inside the figure`, () => {
    const [start, long] =
      direction === 'across' ? (['x', 'width'] as const) : (['y', 'height'] as const);
    for (let index = 1; index < placed.length; index += 1) {
      const before = placed[index - 1].bounds;
      expect(placed[index].bounds[start]).toBeGreaterThanOrEqual(before[start] + before[long]);
    }
    const last = placed[placed.length - 1].bounds;
    expect(last.x + last.width).toBeLessThanOrEqual(width);
    expect(last.y + last.height).toBeLessThanOrEqual(height);
  });

  test(`${direction}: a cell of S2 sees exactly the four cells of C1 below it`, () => {
    const scale = placed[0].sheets[0].width / 28;
    const { window, cell, lines } = sights[1];
    const [source, target] = [placed[1].sheets[5], placed[2].sheets[5]];
    expect(window!.width).toBeCloseTo(2 * scale);
    expect((window!.x - source.x) / scale).toBeCloseTo((2 * (cell!.x - target.x)) / scale);
    expect((window!.y - source.y) / scale).toBeCloseTo((2 * (cell!.y - target.y)) / scale);
    expect(lines).toHaveLength(2);
  });

  test(`${direction}: a vector is a bar as long as the layer and sees everything`, () => {
    expect(placed[3].bar).toBeDefined();
    expect(sights[2]).toEqual({ lines: [expect.any(Object), expect.any(Object)] });
  });
}

import { expect, test } from 'vitest';
import fc from 'fast-check';
import { mapGap, pictureSize } from '$lib/pages/microscope/picture-size';

test.each([
  [6, 14, 330, { across: 3, side: 98 }],
  [6, 5, 160, { across: 3, side: 45 }],
  [1, 10, 216, { across: 1, side: 210 }],
  [1, 5, 160, { across: 1, side: 120 }],
  [16, 5, 330, { across: 4, side: 75 }],
])('%i maps of %i columns in %i pixels', (maps, columns, room, expected) => {
  expect(pictureSize(maps, columns, room)).toEqual(expected);
});

test('maps fit their room wherever two pixels a number do, and a number has whole pixels', () => {
  const some = fc.tuple(
    fc.integer({ min: 1, max: 600 }),
    fc.integer({ min: 1, max: 64 }),
    fc.integer({ min: 60, max: 400 }),
  );
  fc.assert(
    fc.property(some, ([maps, columns, room]) => {
      const { across, side } = pictureSize(maps, columns, room);
      expect(side % columns).toBe(0);
      if (side > 2 * columns) {
        expect(across * side + (across - 1) * mapGap).toBeLessThanOrEqual(room);
      }
    }),
    { seed: 11 },
  );
});

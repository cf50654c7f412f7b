import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Milestones, spread } from '$lib/training/moments';

describe('Milestones', () => {
  it('batches of 50, 100 right of the last 200 → 50%; the same again → nothing', () => {
    const milestones = new Milestones();
    expect([1, 2, 3].map(() => milestones.add(50, 25))).toEqual([undefined, undefined, undefined]);
    expect(milestones.add(50, 25)).toBe(0.5);
    expect(milestones.add(50, 25)).toBeUndefined();
    expect(milestones.add(50, 50)).toBe(0.625);
  });

  it('one batch of all digits counts whole', () => {
    expect(new Milestones().add(60_000, 57_000)).toBe(0.95);
  });

  it('shares only rise, and are those of the digits met last', () => {
    const batches = fc.array(
      fc
        .integer({ min: 1, max: 90 })
        .chain((size) => fc.tuple(fc.constant(size), fc.integer({ min: 0, max: size }))),
      { minLength: 1, maxLength: 60 },
    );
    fc.assert(
      fc.property(batches, (all) => {
        const milestones = new Milestones();
        let before = 0;
        all.forEach(([size, correct], last) => {
          const share = milestones.add(size, correct);
          if (share === undefined) return;
          expect(share).toBeGreaterThan(before);
          before = share;
          let [met, right] = [0, 0];
          for (let at = last; met < 200; at--)
            [met, right] = [met + all[at][0], right + all[at][1]];
          expect(share).toBeCloseTo(right / met, 12);
        });
      }),
      { seed: 11 },
    );
  });
});

describe('spread', () => {
  it.each([
    [[1, 2], 3, [1, 2]],
    [[1, 2, 3, 4, 5, 6], 3, [2, 4, 6]],
    [[1, 2, 3, 4, 5, 6, 7], 3, [2, 5, 7]],
  ])('%j, at most %i → %j', (list, count, chosen) => {
    expect(spread(list, count)).toEqual(chosen);
  });
});

import fc from 'fast-check';
import { expect, it } from 'vitest';
import { lossRange, stretchesOf } from '$lib/cells/nudge/curve';

const outcomes = fc
  .array(fc.record({ answer: fc.nat(3), loss: fc.double({ min: 0, max: 20, noNaN: true }) }), {
    minLength: 1,
    maxLength: 40,
  })
  .map((list) => list.map((each, at) => ({ ...each, value: at / 10 })));

it('stretches cover the curve without a gap, and each has one answer unlike its neighbour’s', () => {
  fc.assert(
    fc.property(outcomes, (list) => {
      const stretches = stretchesOf(list);
      expect(stretches[0].from).toBe(list[0].value);
      expect(stretches.at(-1)?.to).toBe(list.at(-1)?.value);
      stretches.slice(1).forEach(({ from, answer }, at) => {
        expect(from).toBe(stretches[at].to);
        expect(answer).not.toBe(stretches[at].answer);
      });
      for (const { value, answer } of list) {
        expect(stretches.some((s) => s.answer === answer && s.from <= value && value <= s.to)).toBe(
          true,
        );
      }
    }),
  );
});

it('every loss lies within the picture', () => {
  fc.assert(
    fc.property(outcomes, (list) => {
      const [low, high] = lossRange(list);
      expect(low).toBeLessThan(high);
      for (const { loss } of list) {
        expect(loss).toBeGreaterThanOrEqual(low);
        expect(loss).toBeLessThanOrEqual(high);
      }
    }),
  );
});

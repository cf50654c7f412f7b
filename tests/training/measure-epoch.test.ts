import { expect, it } from 'vitest';
import { measureEpoch, recipes } from '$lib/training';
import { blankDigits, FakeEngine } from './fake-engine';

/** Measures with an engine whose digits take so many milliseconds, in training and in a test. */
async function measure(msTrain: number, msTest: number, changes: object = {}) {
  let time = 0;
  const engine = new (class extends FakeEngine {
    override *trainInParts(indices: Uint32Array, ...rest: [never]) {
      time += msTrain * indices.length;
      return yield* super.trainInParts(indices, ...rest);
    }
    override evaluate(part: 'train' | 'test', from: number, to: number) {
      time += msTest * (to - from);
      return super.evaluate(part, from, to);
    }
  })();
  const found = await measureEpoch(
    { ...recipes.momentum, ...changes },
    {
      load: async () => blankDigits(1000, 500),
      createEngine: async () => ({ engine, kind: 'kernels', bytes: 10_000_000 }),
      now: () => time,
    },
  );
  return { ...found, engine };
}

it.each([
  ['full', 60_000, 10_000],
  ['medium', 10_000, 2000],
  ['mini', 1000, 500],
])('%s: the time of all %i digits and a test of %i', async (data, train, test) => {
  const { seconds } = await measure(0.05, 0.01, { data });
  expect(seconds).toBeCloseTo((0.05 * train + 0.01 * test) / 1000, 6);
});

it('the memory is that of all digits, not of the thousand it is measured on', async () => {
  const { bytes } = await measure(0.05, 0.01, { data: 'medium' });
  expect(bytes).toBe(10_000_000 + 785 * (12_000 - 1500));
});

it('trains no longer than a third of a second, and ends its threads', async () => {
  const { engine } = await measure(0.05, 0.01, { batchSize: 1000 });
  expect(engine.batches.map(({ length }) => length)).toEqual([
    8, 8, 1000, 1000, 1000, 1000, 1000, 1000,
  ]);
  expect(engine.closed).toBe(true);
});

it('where eight digits take long, those are enough', async () => {
  const { engine, seconds } = await measure(300, 100, { data: 'mini' });
  expect(engine.batches.length).toBe(2);
  expect(engine.tests).toEqual([[0, 8]]);
  expect(seconds).toBeCloseTo(300 + 50, 6);
});

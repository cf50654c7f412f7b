import { describe, expect, it } from 'vitest';
import { batchCount, batchIndices, sampleOrder } from '$lib/data';
import { manualSeed } from '$lib/nn';

describe('sampleOrder', () => {
  it('without a generator: the order of the file', () => {
    expect([...sampleOrder(4)]).toEqual([0, 1, 2, 3]);
  });

  it('seed 0, ten samples → the order of torch.randperm(10)', () => {
    expect([...sampleOrder(10, manualSeed(0))]).toEqual([4, 1, 7, 5, 3, 9, 0, 8, 6, 2]);
  });

  it('the next epoch has another order, of the same samples', () => {
    const generator = manualSeed(0);
    const first = sampleOrder(100, generator);
    const second = sampleOrder(100, generator);
    expect(second).not.toEqual(first);
    expect(second.toSorted()).toEqual(first.toSorted());
  });
});

describe('batches', () => {
  it('1,000 samples in batches of 10 → 100', () => {
    expect(batchCount(1000, 10)).toBe(100);
  });

  it('10 samples in batches of 4 → 4, 4 and 2', () => {
    const order = sampleOrder(10);
    expect(batchCount(10, 4)).toBe(3);
    expect([0, 4, 8].map((from) => [...batchIndices(order, from, 4)])).toEqual([
      [0, 1, 2, 3],
      [4, 5, 6, 7],
      [8, 9],
    ]);
  });

  it('a batch larger than the set holds all of it', () => {
    expect(batchIndices(sampleOrder(3), 0, 60000).length).toBe(3);
  });
});

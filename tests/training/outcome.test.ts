import { describe, expect, it } from 'vitest';
import { accuracyWithin, confusionOf, worstAnswers } from '$lib/training';

const outcome = {
  labels: Uint8Array.of(3, 3, 5, 8),
  predicted: Uint8Array.of(3, 5, 3, 3),
  losses: Float32Array.of(0.25, 2, 4, 3),
};

describe('confusionOf', () => {
  it('the row is the label, the column what it was taken for', () => {
    const counts = confusionOf(outcome);
    expect([counts[3][3], counts[3][5], counts[5][3], counts[8][3]]).toEqual([1, 1, 1, 1]);
    expect(counts.flat().reduce((sum, count) => sum + count, 0)).toBe(4);
  });
});

describe('worstAnswers', () => {
  it('all mistakes: the largest loss first, without what was right', () => {
    expect(worstAnswers(outcome).map(({ index }) => index)).toEqual([2, 3, 1]);
  });

  it('those of one kind, also a right one', () => {
    expect(worstAnswers(outcome, { label: 8, predicted: 3 })).toEqual([
      { index: 3, label: 8, predicted: 3, loss: 3 },
    ]);
    expect(worstAnswers(outcome, { label: 3, predicted: 3 }).length).toBe(1);
  });
});

describe('accuracyWithin', () => {
  it('the first half and the second apart', () => {
    expect([accuracyWithin(outcome, 0, 2), accuracyWithin(outcome, 2, 4)]).toEqual([0.5, 0]);
  });
});

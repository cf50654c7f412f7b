import { describe, expect, it } from 'vitest';
import { confusionOf, worstMistakes } from '$lib/training';

const labels = [3, 3, 5, 8];
const outcome = {
  predicted: Uint8Array.of(3, 5, 3, 3),
  losses: Float32Array.of(0.25, 2, 4, 3),
};

describe('confusionOf', () => {
  it('the row is the label, the column what it was taken for', () => {
    const counts = confusionOf(outcome, labels);
    expect([counts[3][3], counts[3][5], counts[5][3], counts[8][3]]).toEqual([1, 1, 1, 1]);
    expect(counts.flat().reduce((sum, count) => sum + count, 0)).toBe(4);
  });
});

describe('worstMistakes', () => {
  it('the largest loss first, without what was right', () => {
    expect(worstMistakes(outcome, labels).map(({ index }) => index)).toEqual([2, 3, 1]);
  });

  it('those of one kind', () => {
    expect(worstMistakes(outcome, labels, { label: 8, predicted: 3 })).toEqual([
      { index: 3, label: 8, predicted: 3, loss: 3 },
    ]);
  });
});

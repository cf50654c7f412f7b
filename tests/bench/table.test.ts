import { describe, expect, it } from 'vitest';
import { bestPyTorch, median, report, timesAsFast, withReport } from '../../bench/table';

const entry = (name: string, rounds: number[], isPyTorch = false) => ({
  name,
  command: [],
  network: 'modern' as const,
  isPyTorch,
  rounds,
});
const ours = entry('ours', [20, 25, 21]);
const one = entry('PyTorch, 1 thread', [60, 100, 61], true);
const two = entry('PyTorch, 2 threads', [80, 50, 90], true);

describe('the table of the benchmark', () => {
  it('median: the middle, of two the smaller', () => {
    expect(median([3, 1, 2])).toBe(2);
    expect(median([4, 1])).toBe(1);
  });

  it('PyTorch’s best is the number of threads with the smaller median', () => {
    expect(bestPyTorch([ours, two, one], 'modern')).toBe(one);
    expect(bestPyTorch([ours], 'modern')).toBeUndefined();
  });

  it('ratios are taken round by round', () => {
    expect(timesAsFast(ours, one)).toBe(3);
  });

  it('a row for everybody, with the best, the median and the ratio', () => {
    const text = report([ours, one, two], ['a note'], new Date('2026-01-02'));
    expect(text).toContain('| ours | 20.0 | 21.0 | 3.0 × |');
    expect(text).toContain('| PyTorch, 1 thread | 60.0 | 61.0 | 1.0 × |');
    expect(text).toMatch(/a note\n\nMeasured on 2026-01-02/);
  });

  it('without PyTorch no ratios; without marks a README is refused', () => {
    expect(report([ours], [], new Date())).toContain('| ours | 20.0 | 21.0 | – |');
    expect(withReport('a\n<!-- bench -->\nold\n<!-- /bench -->\nb', 'new')).toBe(
      'a\n<!-- bench -->\n\nnew\n\n<!-- /bench -->\nb',
    );
    expect(() => withReport('nothing', 'new')).toThrow(/no marks/);
  });
});

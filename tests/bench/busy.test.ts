import { expect, it } from 'vitest';
import { busyTable } from '../../bench/busy';

it('the table of a busy machine: medians, and what is chosen beside the better fixed number', () => {
  const table = busyTable([
    {
      busy: 0,
      speeds: [
        [15_000, 15_200, 14_000],
        [29_000, 28_500, 30_000],
        [28_000, 29_500, 28_800],
      ],
    },
    { busy: 16, speeds: [[8000], [4000], [7400]] },
  ]);
  const rows = table.split('\n').slice(2);
  expect(rows).toEqual([
    '| 0 | 15,000 | 29,000 | 28,800 | 0.97 |',
    '| 16 | 8,000 | 4,000 | 7,400 | 0.93 |',
  ]);
});

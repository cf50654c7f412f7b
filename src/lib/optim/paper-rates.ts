/** Up to which pass each rate holds, and the rate: the paper's table (section III-B, the last line goes on). */
const table: readonly (readonly [lastPass: number, rate: number])[] = [
  [2, 5e-4],
  [5, 2e-4],
  [8, 1e-4],
  [12, 5e-5],
  [Infinity, 1e-5],
];

/** The learning rate of a pass, counted from 1, as a part of that of the first: 1, 0.4, 0.2, 0.1, 0.02. */
export function paperRate(pass: number): number {
  const [, rate] = table.find(([last]) => pass <= last) ?? table[table.length - 1];
  return rate / table[0][1];
}

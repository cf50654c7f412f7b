/**
 * Numbers in rows: `data` holds the element `[i, j, …]` of a tensor in row-major order, the last
 * axis running fastest. Images are [N, C, H, W]: sample, channel, row, column. A tensor of shape []
 * is one number.
 */
export interface Tensor {
  readonly shape: readonly number[];
  readonly data: Float64Array;
}

/** How many numbers a tensor of this shape holds: the product of its axes, 1 for []. */
export function sizeOf(shape: readonly number[]): number {
  return shape.reduce((size, axis) => size * axis, 1);
}

/** A tensor of zeros. Throws if an axis is not a whole number from 0. */
export function zeros(shape: readonly number[]): Tensor {
  if (!shape.every((axis) => Number.isInteger(axis) && axis >= 0)) {
    throw new Error(`zeros: invalid shape: expected whole numbers, got ${formatShape(shape)}`);
  }
  return { shape, data: new Float64Array(sizeOf(shape)) };
}

/** A tensor of these numbers, copied in row-major order. Throws if there are too many or too few. */
export function tensor(shape: readonly number[], values: ArrayLike<number>): Tensor {
  const result = zeros(shape);
  if (values.length !== result.data.length) {
    throw new Error(
      `tensor: invalid values: expected ${result.data.length} for ${formatShape(shape)}, got ${values.length}`,
    );
  }
  result.data.set(values);
  return result;
}

/** One number as a tensor of shape []. */
export function scalar(value: number): Tensor {
  return tensor([], [value]);
}

/** A new tensor of the same shape whose elements are `f(element, offset)`. */
export function mapTensor(input: Tensor, f: (value: number, offset: number) => number): Tensor {
  return { shape: input.shape, data: input.data.map((value, offset) => f(value, offset)) };
}

/** The same numbers, shared and not copied, under another shape. Throws if the sizes differ. */
export function reshape(input: Tensor, shape: readonly number[]): Tensor {
  if (sizeOf(shape) !== input.data.length) {
    throw new Error(
      `reshape: invalid shape: expected ${input.data.length} elements, got ${formatShape(shape)}`,
    );
  }
  return { shape, data: input.data };
}

/** Where element `index` stands in `data`. Throws if the index is outside the shape. */
export function offsetOf(shape: readonly number[], index: readonly number[]): number {
  const inside =
    index.length === shape.length &&
    index.every((at, axis) => Number.isInteger(at) && at >= 0 && at < shape[axis]);
  if (!inside) {
    throw new Error(
      `offsetOf: invalid index: expected one inside ${formatShape(shape)}, got ${formatShape(index)}`,
    );
  }
  return index.reduce((offset, at, axis) => offset * shape[axis] + at, 0);
}

/** The index of the element that stands at `offset` in `data`: the inverse of `offsetOf`. */
export function indexAt(shape: readonly number[], offset: number): number[] {
  const index = new Array<number>(shape.length);
  let rest = offset;
  for (let axis = shape.length - 1; axis >= 0; axis--) {
    index[axis] = rest % shape[axis];
    rest = Math.floor(rest / shape[axis]);
  }
  return index;
}

/** A shape as messages show it: `[16, 6, 5, 5]`. */
export function formatShape(shape: readonly (number | string)[]): string {
  return `[${shape.join(', ')}]`;
}

/**
 * Throws `conv2d: invalid weight: expected [O, 6, kH, kW], got [16, 3, 5, 5]` unless `shape` is the
 * expected one, in which a name stands for an axis of any length.
 */
export function expectShape(
  operation: string,
  argument: string,
  shape: readonly number[],
  expected: readonly (number | string)[],
): void {
  const fits =
    shape.length === expected.length &&
    expected.every((axis, i) => typeof axis === 'string' || axis === shape[i]);
  if (fits) return;
  throw new Error(
    `${operation}: invalid ${argument}: expected ${formatShape(expected)}, got ${formatShape(shape)}`,
  );
}

import { tensorOf, type Trace } from '../trace/trace';
import type { MaxPoolOptions, SlidingOptions } from '../window';
import { Axis } from './axis';
import { refShape } from './ref';
import type { Operand, Reference, Role, Rule, Term } from './rule';

/** What explains the numbers that one step wrote. Indices have no sample axis. */
export interface Explainer {
  /** How the number at this index of the written tensor was made. */
  rule(index: readonly number[]): Rule;
  /** The same in TeX, in symbols. */
  symbols(index: readonly number[]): string;
  /**
   * The inverse of `rule`: the indices of the written numbers that have the number at `index` of the
   * tensor `reads[read]` among their operands.
   */
  users(read: number, index: readonly number[]): readonly (readonly number[])[];
}

/** A tensor of a trace, read number by number. `shape` has no sample axis. */
export interface Reader {
  readonly shape: readonly number[];
  /** The number at `index`, which must lie inside the shape. */
  at(index: readonly number[]): Reference;
}

/** Reads a tensor's numbers as operands that have this role. */
export function reader(trace: Trace, tensor: string, role: Role): Reader {
  const { data } = tensorOf(trace, tensor);
  const shape = refShape(trace, tensor);
  return {
    shape,
    at(index) {
      let offset = 0;
      for (let axis = 0; axis < shape.length; axis++) offset = offset * shape[axis] + index[axis];
      return { kind: 'reference', role, ref: { tensor, index }, value: data[offset] };
    },
  };
}

/** A product of a sum, with its value. */
export function term(...factors: readonly Operand[]): Term {
  let product = 1;
  for (const { value } of factors) product *= value;
  return { factors, product };
}

/** How a kernel slides over both axes of a picture, and the shapes around it, no sample axis. */
export interface Sliding {
  /** [C, H, W]. */
  readonly input: readonly number[];
  /** [C, H', W']. */
  readonly output: readonly number[];
  readonly rows: Axis;
  readonly columns: Axis;
}

/** The sliding of a convolution, or of its gradients, with these three tensors. */
export function convolutionSliding(
  trace: Trace,
  names: Readonly<Record<'input' | 'weight' | 'output', string>>,
  options: SlidingOptions,
): Sliding {
  const [, , kernelHeight, kernelWidth] = refShape(trace, names.weight);
  return sliding(trace, names, kernelHeight, kernelWidth, options);
}

/** The sliding of a pooling layer, or of its gradient. */
export function poolSliding(
  trace: Trace,
  names: Readonly<Record<'input' | 'output', string>>,
  options: MaxPoolOptions,
): Sliding {
  const { kernelSize, stride = kernelSize, padding, dilation } = options;
  return sliding(trace, names, kernelSize, kernelSize, { stride, padding, dilation });
}

function sliding(
  trace: Trace,
  names: Readonly<Record<'input' | 'output', string>>,
  kernelHeight: number,
  kernelWidth: number,
  options: SlidingOptions,
): Sliding {
  const input = refShape(trace, names.input);
  const output = refShape(trace, names.output);
  return {
    input,
    output,
    rows: new Axis(input[1], kernelHeight, output[1], options),
    columns: new Axis(input[2], kernelWidth, output[2], options),
  };
}

import { along } from '../rules/tex';
import { expectShape, type Tensor } from '../tensor';
import { slidingOver, type Axis, type Sliding, type SlidingOptions } from '../window';

/** How a convolution's kernels slide, and into how many groups its channels fall; 1 if not given. */
export interface Conv2dSliding extends SlidingOptions {
  readonly groups?: number;
}

/** The shape [N, O, H', W'] of what `conv2d` returns. Throws if the kernel does not fit the input. */
export function conv2dShape(
  inputShape: readonly number[],
  weightShape: readonly number[],
  options: Conv2dSliding,
): number[] {
  const { groups = 1 } = options;
  expectShape('conv2d', 'input', inputShape, ['N', 'C', 'H', 'W']);
  const [samples, channels] = inputShape;
  expectShape('conv2d', 'weight', weightShape, ['O', channels / groups, 'kH', 'kW']);
  const [outChannels] = weightShape;
  if (outChannels % groups !== 0) {
    throw new Error(`conv2d: invalid groups: expected to divide ${outChannels}, got ${groups}`);
  }
  const { rows, columns } = conv2dSliding(inputShape, weightShape, options);
  return [samples, outChannels, rows.windows, columns.windows];
}

/** How kernels [O, C / groups, kH, kW] slide over [N, C, H, W]. Throws if they do not fit. */
export function conv2dSliding(
  [, , height, width]: readonly number[],
  [, , kernelHeight, kernelWidth]: readonly number[],
  options: SlidingOptions,
): Sliding {
  return slidingOver('conv2d', [height, width], [kernelHeight, kernelWidth], options);
}

/** For each output channel the first of the input's `inChannels` that it reads: that of its group. */
export function firstChannels(
  inChannels: number,
  [outChannels, channels]: readonly number[],
): Int32Array {
  const groups = inChannels / channels;
  const each = outChannels / groups;
  return Int32Array.from({ length: outChannels }, (_, o) => Math.floor(o / each) * channels);
}

/** The output channels that read input channel `c`, in order: those of its group. */
export function outputsReading(
  c: number,
  inChannels: number,
  [outChannels, channels]: readonly number[],
): number[] {
  const each = (outChannels * channels) / inChannels;
  const first = Math.floor(c / channels) * each;
  return Array.from({ length: each }, (_, k) => first + k);
}

/** Which window lies on a pixel with the tap called `letter`, in TeX: `7-i`, `(7-2i)/3`. */
export function windowBack(
  pixel: number,
  { stride, padding: [before], dilation }: Axis,
  letter: string,
): string {
  const from = along(pixel + before, -dilation, letter);
  return stride === 1 ? from : `(${from})/${stride}`;
}

/** Throws, naming `operation`, unless a gradient has the shape of what `conv2d` returns. */
export function expectOutputGrad(
  operation: string,
  outputGrad: Tensor,
  inputShape: readonly number[],
  weightShape: readonly number[],
  options: Conv2dSliding,
): void {
  const outputShape = conv2dShape(inputShape, weightShape, options);
  expectShape(operation, 'outputGrad', outputGrad.shape, outputShape);
}

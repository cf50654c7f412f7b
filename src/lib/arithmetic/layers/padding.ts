import { kernelSpan } from '../output-size';
import { failure, success, type Result } from '../result';
import type { Pair, WindowSettings } from '$lib/network';

/** A window along one axis, its padding as [before, after]. */
export interface AxisWindow {
  readonly kernel: number;
  readonly stride: number;
  readonly padding: Pair;
  readonly dilation: number;
}

/**
 * The window along one axis (0 height, 1 width), its padding by name turned into pixels. Where
 * `same` needs an odd number of them, the odd one comes after, as in PyTorch.
 */
export function windowAlong(settings: WindowSettings, axis: 0 | 1): Result<AxisWindow> {
  const kernel = settings.kernelSize[axis];
  const stride = settings.stride[axis];
  const dilation = settings.dilation[axis];
  const window = (before: number, after: number) =>
    success({ kernel, stride, padding: [before, after] as const, dilation });
  const { padding } = settings;
  const border = kernelSpan(kernel, dilation) - 1;
  switch (padding) {
    case 'valid':
      return window(0, 0);
    case 'full':
      return window(border, border);
    case 'same':
      if (stride !== 1) return failure({ code: 'same-with-stride', field: 'padding', stride });
      return window(Math.floor(border / 2), Math.ceil(border / 2));
    default:
      return window(padding[axis], padding[axis]);
  }
}

/** `outputOf` along both axes: the output's [height, width], or a reason that names its axis. */
export function alongBothAxes(outputOf: (axis: 0 | 1) => Result<number>): Result<Pair> {
  const height = outputOf(0);
  if (!height.ok) return { ...height, axis: 'height' };
  const width = outputOf(1);
  if (!width.ok) return { ...width, axis: 'width' };
  return success([height.value, width.value]);
}

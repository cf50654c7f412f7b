import { kernelSpan } from './output-size';
import { failure, success, type Result } from './result';
import { firstProblem } from './whole';

/** How a transposed convolution spreads one axis. */
export interface SpreadingWindow {
  readonly input: number;
  readonly kernel: number;
  readonly stride?: number;
  readonly padding?: number;
  readonly dilation?: number;
  readonly outputPadding?: number;
}

/**
 * The size of a transposed convolution's output along one axis, as PyTorch's ConvTranspose2d:
 * `(input − 1) · stride − 2 · padding + dilation · (kernel − 1) + outputPadding + 1`.
 */
export function transposedOutputSize(window: SpreadingWindow): Result<number> {
  const { input, kernel, stride = 1, padding = 0, dilation = 1, outputPadding = 0 } = window;
  const problem = firstProblem([
    ['input', input, 1],
    ['kernel', kernel, 1],
    ['stride', stride, 1],
    ['padding', padding, 0],
    ['dilation', dilation, 1],
    ['outputPadding', outputPadding, 0],
  ]);
  if (problem) return failure(problem);

  const maximum = mostOutputPadding(stride, dilation);
  if (outputPadding > maximum) {
    const field = 'outputPadding';
    return failure({ code: 'output-padding-too-large', field, value: outputPadding, maximum });
  }
  const size = spreadSize(input, stride, kernelSpan(kernel, dilation), outputPadding);
  if (size <= 2 * padding) {
    return failure({ code: 'padding-removes-all', field: 'padding', padding, size });
  }
  return success(size - 2 * padding);
}

/** The pixels over which `input` pixels are spread, before the padding is cut away. */
export function spreadSize(
  input: number,
  stride: number,
  span: number,
  outputPadding: number,
): number {
  return (input - 1) * stride + span + outputPadding;
}

/** The largest output padding that PyTorch takes: it must be less than the stride or the dilation. */
export function mostOutputPadding(stride: number, dilation: number): number {
  return Math.max(stride, dilation) - 1;
}

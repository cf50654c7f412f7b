import { convolutionFanIn, convolutionProblem } from '../cost';
import { outputSize } from '../output-size';
import { failure, type Result } from '../result';
import { transposedOutputSize } from '../transposed-size';
import { firstProblem } from '../whole';
import { checked } from './checked';
import type {
  Convolution,
  Shape,
  SparseConvolution,
  TransposedConvolution,
  WindowSettings,
} from '$lib/network';
import type { Measure } from './measured';
import { alongBothAxes, windowAlong } from './padding';

/** The windows of a kernel over an input, down and across. */
function windows(layer: WindowSettings, [, ...size]: Shape) {
  return alongBothAxes((axis) => {
    const window = windowAlong(layer, axis);
    return window.ok ? outputSize({ ...window.value, input: size[axis] }) : window;
  });
}

/** A convolution of a sample: weights [out, in / groups, kernel height, kernel width]. */
export function measureConvolution(layer: Convolution, input: Shape): Result<Measure> {
  const { outChannels, groups, kernelSize, bias } = layer;
  const fanIn = convolutionFanIn({ inChannels: input[0], outChannels, kernelSize, groups });
  if (!fanIn.ok) return fanIn;
  const size = windows(layer, input);
  if (!size.ok) return size;
  const [height, width] = size.value;
  const positions = height * width;
  return checked({
    output: [outChannels, height, width],
    weightShape: [outChannels, input[0] / groups, ...kernelSize],
    parameters: outChannels * (fanIn.value + Number(bias)),
    connections: outChannels * positions * (fanIn.value + Number(bias)),
    multiplyAdds: outChannels * positions * fanIn.value,
  });
}

/** A convolution by a table of who sees whom: one kernel for each pair in the table. */
export function measureSparseConvolution(layer: SparseConvolution, input: Shape): Result<Measure> {
  const { table, kernelSize } = layer;
  const seen = table.flat().reduce((most, map) => Math.max(most, map + 1), 1);
  const problem = firstProblem([
    ['out', table.length, 1],
    ['in', input[0], seen],
  ]);
  if (problem) return failure(problem);
  const size = windows(layer, input);
  if (!size.ok) return size;
  const [height, width] = size.value;
  const weights = table.flat().length * kernelSize[0] * kernelSize[1];
  const biases = layer.bias ? table.length : 0;
  return checked({
    output: [table.length, height, width],
    weightShape: [table.flat().length, ...kernelSize],
    parameters: weights + biases,
    connections: height * width * (weights + biases),
    multiplyAdds: height * width * weights,
  });
}

/** A transposed convolution of a sample: weights [in, out / groups, kernel height, kernel width]. */
export function measureTransposed(layer: TransposedConvolution, input: Shape): Result<Measure> {
  const { outChannels, groups, kernelSize, bias } = layer;
  const [inChannels, ...inputSize] = input;
  const problem = convolutionProblem({ inChannels, outChannels, kernelSize, groups });
  if (problem) return failure(problem);
  const size = alongBothAxes((axis) =>
    transposedOutputSize({
      input: inputSize[axis],
      kernel: kernelSize[axis],
      stride: layer.stride[axis],
      padding: layer.padding[axis],
      dilation: layer.dilation[axis],
      outputPadding: layer.outputPadding[axis],
    }),
  );
  if (!size.ok) return size;
  const [height, width] = size.value;
  const weights = inChannels * (outChannels / groups) * kernelSize[0] * kernelSize[1];
  const multiplyAdds = inputSize[0] * inputSize[1] * weights;
  return checked({
    output: [outChannels, height, width],
    weightShape: [inChannels, outChannels / groups, ...kernelSize],
    parameters: weights + (bias ? outChannels : 0),
    connections: multiplyAdds + (bias ? outChannels * height * width : 0),
    multiplyAdds,
  });
}

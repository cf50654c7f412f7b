import { success, failure, type Result } from '../result';
import { firstProblem } from '../whole';
import { checked } from './checked';
import type { EuclideanRbf, FullyConnected, Shape } from '$lib/network';
import type { Measure } from './measured';

/** A fully connected layer: weights [out, in], where in is every number of the input. */
export function measureLinear(layer: FullyConnected, input: Shape): Result<Measure> {
  return measureDense(layer.outChannels, input, { weights: 1, biases: Number(layer.bias) });
}

/** The paper's output layer: a fixed code of weights for each class, none of them trained. */
export function measureRbf(layer: EuclideanRbf, input: Shape): Result<Measure> {
  return measureDense(layer.outChannels, input, { weights: 0, biases: 0 });
}

/** A layer that takes each number by itself: the shape stays, and it costs nothing here. */
export function measureUnchanged(input: Shape): Result<Measure> {
  const free = { weightShape: [], parameters: 0, connections: 0, multiplyAdds: 0 };
  return success({ output: input, ...free });
}

/** Batch normalisation: a scale and a shift for each map; they can be folded into the layer before. */
export function measureBatchNorm(input: Shape): Result<Measure> {
  const [channels] = input;
  const weightShape = [channels];
  return checked({
    output: input,
    weightShape,
    parameters: 2 * channels,
    connections: 0,
    multiplyAdds: 0,
  });
}

function measureDense(
  outFeatures: number,
  [channels, height, width]: Shape,
  trained: { weights: number; biases: number },
): Result<Measure> {
  const inFeatures = channels * height * width;
  const problem = firstProblem([
    ['in', channels, 1],
    ['input', height, 1],
    ['input', width, 1],
    ['out', outFeatures, 1],
  ]);
  if (problem) return failure(problem);
  const products = outFeatures * inFeatures;
  return checked({
    output: [outFeatures, 1, 1],
    weightShape: [outFeatures, inFeatures],
    parameters: trained.weights * products + trained.biases * outFeatures,
    connections: products + trained.biases * outFeatures,
    multiplyAdds: products,
  });
}

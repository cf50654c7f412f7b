import { failure, success, type Reason, type Result } from './result';
import { exactCount, firstProblem } from './whole';

/** A convolution's channels and kernel. A fully connected layer is one whose kernel is 1 × 1. */
export interface ConvolutionShape {
  readonly inChannels: number;
  readonly outChannels: number;
  /** Taps of the kernel: one number for a square, or [height, width]. */
  readonly kernelSize: number | readonly [height: number, width: number];
  /** Each output channel reads inChannels / groups channels; 1 if not given. */
  readonly groups?: number;
  /** Whether each output channel has a bias; true if not given. */
  readonly bias?: boolean;
}

/** A convolution's shape together with how many windows it has: the output's [height, width]. */
export interface ConvolutionExtent extends ConvolutionShape {
  readonly outputSize: number | readonly [height: number, width: number];
}

const area = (size: number | readonly [number, number]) =>
  typeof size === 'number' ? size * size : size[0] * size[1];

const sides = (size: number | readonly [number, number]) =>
  typeof size === 'number' ? [size] : size;

/** What is wrong with a convolution's channels, groups or kernel, if something is. */
export function convolutionProblem(shape: ConvolutionShape): Reason | undefined {
  const { inChannels, outChannels, kernelSize, groups = 1 } = shape;
  const problem = firstProblem([
    ['in', inChannels, 1],
    ['out', outChannels, 1],
    ['groups', groups, 1],
    ...sides(kernelSize).map((side) => ['kernel', side, 1] as const),
  ]);
  if (problem) return problem;
  const channelsOf = { in: inChannels, out: outChannels } as const;
  for (const side of ['in', 'out'] as const) {
    const channels = channelsOf[side];
    if (channels % groups !== 0) {
      return { code: 'groups-do-not-divide', field: 'groups', groups, channels, side };
    }
  }
  return undefined;
}

/** The weights of one output channel, `inChannels / groups · kernel height · kernel width`: its fan-in. */
export function convolutionFanIn(shape: ConvolutionShape): Result<number> {
  const problem = convolutionProblem(shape);
  if (problem) return failure(problem);
  return exactCount('kernel', (shape.inChannels / (shape.groups ?? 1)) * area(shape.kernelSize));
}

/** Trainable parameters: `outChannels · (fan-in + 1)`, without the 1 where there is no bias. */
export function convolutionParameters(shape: ConvolutionShape): Result<number> {
  const fanIn = convolutionFanIn(shape);
  if (!fanIn.ok) return fanIn;
  return exactCount('out', shape.outChannels * (fanIn.value + Number(shape.bias ?? true)));
}

/** How often a convolution computes one output unit: `outChannels · height · width`. */
function convolutionUnits({ outChannels, outputSize }: ConvolutionExtent): Result<number> {
  const problem = firstProblem(sides(outputSize).map((side) => ['output', side, 1] as const));
  return problem ? failure(problem) : success(outChannels * area(outputSize));
}

/**
 * Connections as the paper counts them (section II-B): every output unit has one to each input it
 * reads, and one to its bias. C1: 6 · 28 · 28 · (25 + 1) = 122,304.
 */
export function convolutionConnections(extent: ConvolutionExtent): Result<number> {
  const fanIn = convolutionFanIn(extent);
  if (!fanIn.ok) return fanIn;
  const units = convolutionUnits(extent);
  if (!units.ok) return units;
  return exactCount('output', units.value * (fanIn.value + Number(extent.bias ?? true)));
}

/** Multiply-adds of one sample: every output unit times its fan-in; adding the bias is not counted. */
export function convolutionMultiplyAdds(extent: ConvolutionExtent): Result<number> {
  return convolutionConnections({ ...extent, bias: false });
}

/** Trainable parameters of a fully connected layer: `outFeatures · (inFeatures + 1)`. */
export function linearParameters(
  inFeatures: number,
  outFeatures: number,
  bias = true,
): Result<number> {
  return convolutionParameters({
    inChannels: inFeatures,
    outChannels: outFeatures,
    kernelSize: 1,
    bias,
  });
}

/** Multiply-adds of a fully connected layer for one sample: `inFeatures · outFeatures`. */
export function linearMultiplyAdds(inFeatures: number, outFeatures: number): Result<number> {
  return linearParameters(inFeatures, outFeatures, false);
}

/** Bytes that `count` numbers take in float32, four each. */
export function float32Bytes(count: number): Result<number> {
  return exactCount('output', 4 * count);
}

/*
 * The layers that a network can have, as plain values without any numbers: what they are made of can be
 * kept, sent in a link and compared. A layer does not say what it reads; that follows from the network.
 */

/** A setting down and across: PyTorch's order, height before width. */
export type Pair = readonly [height: number, width: number];

/** One sample's shape: [channels, height, width]; a vector of features is [features, 1, 1]. */
export type Shape = readonly [channels: number, height: number, width: number];

/**
 * Pixels added on both sides, or by name: `valid` none, `same` as many as keep the size (PyTorch
 * allows it at stride 1 only), `full` as many as let every window touch the input with a corner.
 */
export type Padding = Pair | PaddingMode;
export const paddingModes = ['same', 'valid', 'full'] as const;
export type PaddingMode = (typeof paddingModes)[number];

/** How a kernel slides over its input. */
export interface WindowSettings {
  readonly kernelSize: Pair;
  readonly stride: Pair;
  readonly padding: Padding;
  readonly dilation: Pair;
}

/**
 * The rules for starting values. Uniform between ± a bound: PyTorch's default 1/√fanIn; the paper's
 * 2.4/fanIn (appendix A); Xavier's (Glorot's) √(6 / (fanIn + fanOut)) and He's √(6/fanIn). `heNormal`
 * is normal with the deviation √(2/fanIn), `zero` is 0, and `identity` lets every channel through as it
 * is. All but the first two start biases at 0.
 */
export const startingValues = [
  'pytorch',
  'paper',
  'xavier',
  'he',
  'heNormal',
  'zero',
  'identity',
] as const;
export type StartingValues = (typeof startingValues)[number];

/** A layer with weights. */
interface Weighted {
  readonly bias: boolean;
  /** Where its weights start; where all others of the run do, if not given. */
  readonly start?: StartingValues;
}

/** PyTorch's Conv2d. */
export interface Convolution extends WindowSettings, Weighted {
  readonly kind: 'conv';
  readonly outChannels: number;
  readonly groups: number;
}

/** PyTorch's ConvTranspose2d: it sends every input through the kernel and adds up what overlaps. */
export interface TransposedConvolution extends Omit<WindowSettings, 'padding'>, Weighted {
  readonly kind: 'transposed';
  readonly padding: Pair;
  /** Rows and columns added at the end, where several input sizes share one output size. */
  readonly outputPadding: Pair;
  readonly outChannels: number;
  readonly groups: number;
}

/** PyTorch's MaxPool2d and AvgPool2d. */
export interface Pooling extends WindowSettings {
  readonly kind: 'maxPool' | 'averagePool';
  readonly ceilMode: boolean;
}

/** The mean of each map, as PyTorch's AdaptiveAvgPool2d(1). */
export interface GlobalAveragePooling {
  readonly kind: 'globalAveragePool';
}

/**
 * The paper's subsampling (section II-B): the sum of a window, times one trainable coefficient, plus
 * one trainable bias, both shared by a whole map.
 */
export interface Subsampling extends WindowSettings {
  readonly kind: 'subsample';
  readonly start?: StartingValues;
}

/** PyTorch's Linear, reading every number of its input. */
export interface FullyConnected extends Weighted {
  readonly kind: 'linear';
  readonly outChannels: number;
}

/** A convolution whose output maps each see only some input maps, as C3 does by Table I of the paper. */
export interface SparseConvolution extends WindowSettings, Weighted {
  readonly kind: 'sparse';
  /** For each output map the input maps that it sees, counted from 0. */
  readonly table: readonly (readonly number[])[];
}

/**
 * The paper's output layer: the squared distance to a code of fixed weights for each class, so that the
 * smallest answers.
 */
export interface EuclideanRbf {
  readonly kind: 'rbf';
  readonly outChannels: number;
}

/** A function of each number by itself: it costs neither parameters nor connections. */
export interface Activation {
  readonly kind: 'activation';
  readonly name: ActivationName;
  /** What LeakyReLU multiplies what is negative with; PyTorch's 0.01 if not given. */
  readonly negativeSlope?: number;
}

/** What LeakyReLU multiplies what is negative with. */
export function slopeOf({ negativeSlope = 0.01 }: Activation): number {
  return negativeSlope;
}

export const activationNames = [
  'ReLU',
  'LeakyReLU',
  'Tanh',
  'Sigmoid',
  'ScaledTanh',
  'Softmax',
] as const;
export type ActivationName = (typeof activationNames)[number];

/** PyTorch's BatchNorm2d: each map is scaled and shifted by two trainable numbers of its own. */
export interface BatchNorm {
  readonly kind: 'batchNorm';
}

/** PyTorch's Dropout: in training each number is dropped with the probability p, below 1. */
export interface Dropout {
  readonly kind: 'dropout';
  readonly p: number;
}

/**
 * A residual block: what its body makes of the input, added to the input (He et al., 2015), or to what
 * the shortcut makes of it. Both must come to one shape.
 */
export interface Residual {
  readonly kind: 'residual';
  readonly body: readonly NamedLayer[];
  readonly shortcut?: readonly NamedLayer[];
}

/** A layer without its input. */
export type Layer =
  | Convolution
  | TransposedConvolution
  | SparseConvolution
  | Pooling
  | GlobalAveragePooling
  | Subsampling
  | FullyConnected
  | EuclideanRbf
  | Activation
  | BatchNorm
  | Dropout
  | Residual;

/** A layer under its name: `c1`, `c1.activation`, `s2`, … No two layers of a network have the same. */
export interface NamedLayer {
  readonly name: string;
  readonly layer: Layer;
}

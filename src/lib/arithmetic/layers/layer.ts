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

/** PyTorch's Conv2d. */
export interface Convolution extends WindowSettings {
  readonly kind: 'conv';
  readonly outChannels: number;
  readonly groups: number;
  readonly bias: boolean;
}

/** PyTorch's ConvTranspose2d: it sends every input through the kernel and adds up what overlaps. */
export interface TransposedConvolution extends Omit<WindowSettings, 'padding'> {
  readonly kind: 'transposed';
  readonly padding: Pair;
  /** Rows and columns added at the end, where several input sizes share one output size. */
  readonly outputPadding: Pair;
  readonly outChannels: number;
  readonly groups: number;
  readonly bias: boolean;
}

/** PyTorch's MaxPool2d and AvgPool2d. */
export interface Pooling extends WindowSettings {
  readonly kind: 'maxPool' | 'averagePool';
  readonly ceilMode: boolean;
}

/**
 * The paper's subsampling (section II-B): the sum of a window, times one trainable coefficient, plus
 * one trainable bias, both shared by a whole map.
 */
export interface Subsampling extends WindowSettings {
  readonly kind: 'subsample';
}

/** PyTorch's Linear, reading every number of its input. */
export interface FullyConnected {
  readonly kind: 'linear';
  readonly outChannels: number;
  readonly bias: boolean;
}

/** A convolution whose output maps each see only some input maps, as C3 does by Table I of the paper. */
export interface SparseConvolution extends WindowSettings {
  readonly kind: 'sparse';
  /** For each output map the input maps that it sees, counted from 0. */
  readonly table: readonly (readonly number[])[];
  readonly bias: boolean;
}

/** The paper's output layer: the distance to a code of fixed weights for each class. */
export interface EuclideanRbf {
  readonly kind: 'rbf';
  readonly outChannels: number;
}

/** A function of each number by itself: it costs neither parameters nor connections. */
export interface Activation {
  readonly kind: 'activation';
  readonly name: ActivationName;
}
export const activationNames = [
  'ReLU',
  'Tanh',
  'Sigmoid',
  'ScaledTanh',
  'Softmax',
  'Dropout',
] as const;
export type ActivationName = (typeof activationNames)[number];

/** PyTorch's BatchNorm2d: each map is scaled and shifted by two trainable numbers of its own. */
export interface BatchNorm {
  readonly kind: 'batchNorm';
}

/** A layer without its input. */
export type Layer =
  | Convolution
  | TransposedConvolution
  | Pooling
  | Subsampling
  | FullyConnected
  | SparseConvolution
  | EuclideanRbf
  | Activation
  | BatchNorm;

/** What a layer makes of one sample, and what that costs. */
export interface Measure {
  readonly output: Shape;
  /** The shape of its weights, as PyTorch's; [] for a layer without any. */
  readonly weightShape: readonly number[];
  readonly parameters: number;
  /** As the paper counts: each input that a unit reads, padding too, and its bias. */
  readonly connections: number;
  /** Products of a weight with an input; adding biases and pooling are not counted. */
  readonly multiplyAdds: number;
}

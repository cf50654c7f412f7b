import { windowAlong, type MeasuredLayer } from '$lib/arithmetic';
import type { Attribute, OnnxTensor } from '$lib/formats/onnx/model';
import type { ParameterValues } from '$lib/kernels/contract';
import { outputCodes } from '$lib/network/digit-codes';
import { slopeOf, type Activation, type SparseConvolution } from '$lib/network';

/** One operation of a layer: it reads what came before and these constants. */
export interface Operator {
  readonly operator: string;
  readonly constants: readonly Omit<OnnxTensor, 'name'>[];
  readonly attributes: Readonly<Record<string, Attribute>>;
  /** What it writes, without the batch, where that is not what the layer writes. */
  readonly shape?: readonly number[];
}

const operator = (
  name: string,
  attributes: Operator['attributes'] = {},
  ...constants: Operator['constants']
): Operator => ({ operator: name, attributes, constants });

const floats = (shape: readonly number[], values: ArrayLike<number>): Operator['constants'][0] => ({
  ...{ type: 'float', shape, values },
});

type Windowed = Extract<MeasuredLayer['layer'], { kernelSize: unknown; padding: unknown }>;

/** Kernel, stride, padding and dilation as ONNX wants them; padding before both axes, then after both. */
function slidingOf(layer: Windowed): Record<string, readonly number[]> {
  const sides = ([0, 1] as const).map((axis) => {
    const window = windowAlong(layer, axis);
    if (!window.ok) throw new Error('onnx: a window that was measured cannot be placed');
    return window.value.padding;
  });
  return {
    kernel_shape: layer.kernelSize,
    strides: layer.stride,
    pads: [sides[0][0], sides[1][0], sides[0][1], sides[1][1]],
  };
}

/** The weights of a convolution by a table as one that sees all maps, with zeros where it sees none. */
function denseKernels(
  { table }: SparseConvolution,
  maps: number,
  taps: number,
  weights: Float64Array,
) {
  const dense = new Float64Array(table.length * maps * taps);
  let pair = 0;
  table.forEach((seen, output) =>
    seen.forEach((input) => {
      dense.set(weights.subarray(pair * taps, (pair + 1) * taps), (output * maps + input) * taps);
      pair++;
    }),
  );
  return dense;
}

/** A function of each number by itself. */
function activationOperators(layer: Activation): Operator[] {
  switch (layer.name) {
    case 'ReLU':
      return [operator('Relu')];
    case 'LeakyReLU':
      return [operator('LeakyRelu', { alpha: { float: slopeOf(layer) } })];
    case 'Tanh':
      return [operator('Tanh')];
    case 'Sigmoid':
      return [operator('Sigmoid')];
    case 'Softmax':
      return [operator('Softmax', { axis: 1 })];
    case 'ScaledTanh':
      return [
        operator('Mul', {}, floats([], [2 / 3])),
        operator('Tanh'),
        operator('Mul', {}, floats([], [1.7159])),
      ];
  }
}

/**
 * What a layer does as ONNX's operators, one after another; `valuesOf` gives its parameters. A residual block is not
 * among them: it holds layers. Throws for a layer that has no parameters here.
 */
export function operatorsOf(
  { layer, input, measure }: MeasuredLayer,
  valuesOf: (part: string) => ParameterValues[string],
): Operator[] {
  const [maps] = measure.output;
  const bias = () => floats([maps], valuesOf('bias'));
  switch (layer.kind) {
    case 'conv':
    case 'sparse': {
      const taps = layer.kernelSize[0] * layer.kernelSize[1];
      const kernels =
        layer.kind === 'conv'
          ? floats(measure.weightShape, valuesOf('weight'))
          : floats(
              [maps, input[0], ...layer.kernelSize],
              denseKernels(layer, input[0], taps, valuesOf('weight')),
            );
      const group = layer.kind === 'conv' ? layer.groups : 1;
      const attributes = { ...slidingOf(layer), dilations: layer.dilation, group };
      return [operator('Conv', attributes, kernels, ...(layer.bias ? [bias()] : []))];
    }
    case 'linear':
      return [
        operator(
          'Gemm',
          { transB: 1 },
          floats(measure.weightShape, valuesOf('weight')),
          ...(layer.bias ? [bias()] : []),
        ),
      ];
    case 'maxPool':
      return [
        operator('MaxPool', {
          ...{ ...slidingOf(layer), dilations: layer.dilation },
          ceil_mode: layer.ceilMode ? 1 : 0,
        }),
      ];
    case 'averagePool':
      return [
        operator('AveragePool', {
          ...slidingOf(layer),
          ...{ ceil_mode: layer.ceilMode ? 1 : 0, count_include_pad: 1 },
        }),
      ];
    case 'globalAveragePool':
      return [operator('GlobalAveragePool')];
    case 'subsample': {
      // The mean of a window times its taps is its sum.
      const taps = layer.kernelSize[0] * layer.kernelSize[1];
      const weights = Float64Array.from(valuesOf('weight'), (value) => value * taps);
      const perMap = [1, maps, 1, 1];
      return [
        operator('AveragePool', { ...slidingOf(layer), count_include_pad: 1 }),
        operator('Mul', {}, floats(perMap, weights)),
        operator('Add', {}, floats(perMap, valuesOf('bias'))),
      ];
    }
    case 'batchNorm':
      return [
        operator(
          'BatchNormalization',
          { epsilon: { float: 1e-5 } },
          ...['weight', 'bias', 'runningMean', 'runningVar'].map((part) =>
            floats([maps], valuesOf(part)),
          ),
        ),
      ];
    case 'rbf': {
      const [classes, features] = [outputCodes.length, outputCodes[0].length];
      const row = { type: 'int64', shape: [3], values: [-1, 1, features] } as const;
      const codes = floats([classes, features], outputCodes.flat());
      return [
        { ...operator('Reshape', {}, row), shape: [1, features] },
        { ...operator('Sub', {}, codes), shape: [classes, features] },
        operator('ReduceSumSquare', { axes: [2], keepdims: 0 }),
      ];
    }
    case 'dropout':
      // It drops nothing where nothing is learned.
      return [];
    case 'activation':
      return activationOperators(layer);
    default:
      throw new Error(`onnx: no operator for ${layer.kind}`);
  }
}

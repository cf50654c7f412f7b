import { kernelSpan } from '../output-size';
import type { Layer, Pair } from './layer';
import { windowAlong } from './padding';

/** The patch of the first input that a unit sees, along one axis. Pixel 0 has its centre at 0. */
export interface ReceptiveField {
  /** Pixels from the first to the last that it sees. */
  readonly size: number;
  /** Pixels from the patch of one unit to that of the next. */
  readonly jump: number;
  /** Where the patch of unit 0 has its centre; that of unit i is at `centre + i · jump`. */
  readonly centre: number;
}

/** What a unit sees along each axis: [down, across]. */
export type ReceptiveFields = readonly [ReceptiveField, ReceptiveField];

const pixel: ReceptiveField = { size: 1, jump: 1, centre: 0 };

/** A pixel of the input sees itself. */
export const pixelFields: ReceptiveFields = [pixel, pixel];

/**
 * The patches that the units of a layer see, from those that the units of its input see. A layer
 * that reads everything sees all of `inputSize`, [height, width] in units of its own input.
 */
export function grow(fields: ReceptiveFields, layer: Layer, inputSize: Pair): ReceptiveFields {
  return [
    growAlong(fields[0], layer, inputSize[0], 0),
    growAlong(fields[1], layer, inputSize[1], 1),
  ];
}

/** Araujo, Norris and Sim, Computing receptive fields of convolutional neural networks, 2019. */
function growAlong(
  field: ReceptiveField,
  layer: Layer,
  inputSize: number,
  axis: 0 | 1,
): ReceptiveField {
  switch (layer.kind) {
    case 'activation':
    case 'batchNorm':
      return field;
    case 'linear':
    case 'rbf':
      return slide(field, { span: inputSize, stride: 1, before: 0 });
    case 'transposed':
      return spread(field, {
        span: kernelSpan(layer.kernelSize[axis], layer.dilation[axis]),
        stride: layer.stride[axis],
        before: layer.padding[axis],
      });
    default: {
      const window = windowAlong(layer, axis);
      if (!window.ok) return field;
      const { kernel, dilation, stride, padding } = window.value;
      return slide(field, { span: kernelSpan(kernel, dilation), stride, before: padding[0] });
    }
  }
}

interface Step {
  readonly span: number;
  readonly stride: number;
  /** Padding before the first pixel. */
  readonly before: number;
}

function slide(field: ReceptiveField, { span, stride, before }: Step): ReceptiveField {
  return {
    size: field.size + (span - 1) * field.jump,
    jump: field.jump * stride,
    centre: field.centre + ((span - 1) / 2 - before) * field.jump,
  };
}

/** A transposed convolution: an output lies under at most ⌈span / stride⌉ inputs. */
function spread(field: ReceptiveField, { span, stride, before }: Step): ReceptiveField {
  return {
    size: field.size + (Math.ceil(span / stride) - 1) * field.jump,
    jump: field.jump / stride,
    centre: field.centre + ((before - (span - 1) / 2) / stride) * field.jump,
  };
}

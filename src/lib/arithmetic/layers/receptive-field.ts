import { waysOf, type Layer, type Pair, type Residual, type Shape } from '$lib/network';
import { greatestCommonDivisor, modulo } from '../divisor';
import { kernelSpan } from '../output-size';
import { inputsUnder, type Progression } from '../window/reach';
import { measureLayer } from './measure';
import { windowAlong } from './padding';

/** A layer without layers inside. */
type Simple = Exclude<Layer, Residual>;

/** The first and the last pixel that a unit sees along an axis; the first is larger if it sees none. */
type Sight = Pair;

/**
 * What the units of a layer see of the first input along one axis, as if there were no border. Units
 * of a convolution all see alike; behind a transposed one they differ, and repeat.
 */
export interface ReceptiveField {
  /**
   * Pixels from the first to the last that a unit sees: the most that any unit does. Undefined where
   * more than `mostPhases` units would have to be told apart.
   */
  readonly size?: number;
  /** Pixels from the patch of one unit to that of the next, on average; 0 where all see the same. */
  readonly jump: number;
  /** What each unit sees until it repeats, from unit 0 on; [] where that takes too many. */
  readonly sights: readonly Sight[];
  /** How many pixels further the same is seen again. */
  readonly shift: number;
}

/** What a unit sees along each axis: [down, across]. */
export type ReceptiveFields = readonly [ReceptiveField, ReceptiveField];

const pixel: ReceptiveField = { size: 1, jump: 1, sights: [[0, 0]], shift: 1 };

/** A pixel of the input sees itself. */
export const pixelFields: ReceptiveFields = [pixel, pixel];

/** As many units of a layer are told apart: far more than any network's upsampling needs. */
export const mostPhases = 256;

/** What a unit sees, counted from 0; undefined where it sees nothing, or where that is not known. */
export function sightOf({ sights, shift }: ReceptiveField, unit: number): Sight | undefined {
  if (sights.length === 0) return undefined;
  const phase = modulo(unit, sights.length);
  const [first, last] = sights[phase];
  const moved = ((unit - phase) / sights.length) * shift;
  return first > last ? undefined : [first + moved, last + moved];
}

/**
 * What the units of a layer see, from what the units of its input see. A layer that reads everything
 * sees what all units of its own input [channels, height, width] see together.
 */
export function grow(fields: ReceptiveFields, layer: Layer, input: Shape): ReceptiveFields {
  if (layer.kind === 'residual') return growBoth(fields, layer, input);
  const inputSize = [input[1], input[2]];
  const down = growAlong(fields[0], layer, inputSize[0], 0);
  // Most layers are square: what holds down holds across.
  const isSquare = fields[0] === fields[1] && inputSize[0] === inputSize[1] && isAlike(layer);
  return [down, isSquare ? down : growAlong(fields[1], layer, inputSize[1], 1)];
}

/** What a residual block's units see by its body and by its shortcut, together. */
function growBoth(fields: ReceptiveFields, block: Residual, input: Shape): ReceptiveFields {
  const [body, shortcut] = waysOf(block).map((way) => {
    let seen = fields;
    let shape = input;
    for (const { layer } of way) {
      seen = grow(seen, layer, shape);
      const measure = measureLayer(layer, shape);
      if (measure.ok) shape = measure.value.output;
    }
    return seen;
  });
  return [joined(body[0], shortcut[0]), joined(body[1], shortcut[1])];
}

/** What two units with one number see together. */
function joined(one: ReceptiveField, other: ReceptiveField): ReceptiveField {
  const [ours, theirs] = [one.sights.length, other.sights.length];
  const phases = (ours * theirs) / Math.max(1, greatestCommonDivisor(ours, theirs));
  const known = phases > 0 && phases <= mostPhases && one.jump === other.jump;
  if (!known) return { jump: one.jump, sights: [], shift: 0 };
  const sights = Array.from({ length: phases }, (_, unit): Sight => {
    const [a, b] = [sightOf(one, unit), sightOf(other, unit)];
    if (!a || !b) return a ?? b ?? [Infinity, -Infinity];
    return [Math.min(a[0], b[0]), Math.max(a[1], b[1])];
  });
  const size = sights.reduce((most, [first, last]) => Math.max(most, last - first + 1), 0);
  return { size, jump: one.jump, sights, shift: (one.shift * phases) / ours };
}

/** Whether all settings of a layer are the same down and across. */
function isAlike(layer: Simple): boolean {
  return Object.values(layer)
    .filter((value): value is Pair => Array.isArray(value) && value.length === 2)
    .every(([down, across]) => down === across);
}

/** The pixels of its own input that a unit of a layer sees at most, down and across. */
export function ownField(layer: Layer, input: Shape): Pair {
  const [, height, width] = input;
  if (layer.kind === 'residual') {
    const [down, across] = grow(pixelFields, layer, input);
    return [down.size ?? height, across.size ?? width];
  }
  const along = (axis: 0 | 1) => {
    const reading = readingOf(layer, [height, width][axis], axis);
    return reading ? reading.widest : 1;
  };
  return [along(0), along(1)];
}

/** How the units of a layer read their input along an axis. */
interface Reading {
  /** The places that a unit reads. */
  readonly placesOf: (unit: number) => Progression;
  /** After so many units the same is read again, */
  readonly units: number;
  /** so many inputs further on. */
  readonly inputs: number;
  /** Inputs from the first to the last that a unit reads, at most. */
  readonly widest: number;
}

/** Nothing for a layer that takes each unit by itself. */
function readingOf(layer: Simple, inputSize: number, axis: 0 | 1): Reading | undefined {
  switch (layer.kind) {
    case 'activation':
    case 'batchNorm':
    case 'dropout':
      return undefined;
    case 'linear':
    case 'rbf':
    case 'globalAveragePool': {
      const all = { first: 0, step: 1, count: inputSize };
      return { placesOf: () => all, units: 1, inputs: 0, widest: inputSize };
    }
    case 'transposed': {
      const kernel = layer.kernelSize[axis];
      const stride = layer.stride[axis];
      const dilation = layer.dilation[axis];
      const window = { kernel, stride, dilation, padding: layer.padding[axis] };
      const divisor = greatestCommonDivisor(stride, dilation);
      const taps = Math.ceil((kernel * divisor) / stride);
      return {
        placesOf: (unit) => inputsUnder(window, unit),
        units: stride,
        inputs: 1,
        widest: ((taps - 1) * dilation) / divisor + 1,
      };
    }
    default: {
      const window = windowAlong(layer, axis);
      if (!window.ok) return undefined;
      const { kernel: count, dilation: step, stride, padding } = window.value;
      return {
        placesOf: (unit) => ({ first: unit * stride - padding[0], step, count }),
        units: 1,
        inputs: stride,
        widest: kernelSpan(count, step),
      };
    }
  }
}

function growAlong(
  field: ReceptiveField,
  layer: Simple,
  inputSize: number,
  axis: 0 | 1,
): ReceptiveField {
  const reading = readingOf(layer, inputSize, axis);
  if (!reading) return field;
  const { placesOf, units, inputs } = reading;
  const jump = (field.jump * inputs) / units;
  const times = field.sights.length / greatestCommonDivisor(field.sights.length, inputs);
  const phases = units * times;
  if (field.sights.length === 0 || phases > mostPhases) return { jump, sights: [], shift: 0 };
  const sights = Array.from({ length: phases }, (_, unit) => sightOver(field, placesOf(unit)));
  const size = sights.reduce((most, [first, last]) => Math.max(most, last - first + 1), 0);
  return { size, jump, sights, shift: (field.shift * times * inputs) / field.sights.length };
}

/** What units of the layer below see together. Those further on see what the first saw, further on. */
function sightOver({ sights, shift }: ReceptiveField, { first, step, count }: Progression): Sight {
  const period = sights.length;
  let [from, to] = [Infinity, -Infinity];
  for (let at = 0; at < Math.min(count, period); at++) {
    const early = first + at * step;
    const late = first + (count - 1 - at) * step;
    const [earlyPhase, latePhase] = [modulo(early, period), modulo(late, period)];
    from = Math.min(from, sights[earlyPhase][0] + ((early - earlyPhase) / period) * shift);
    to = Math.max(to, sights[latePhase][1] + ((late - latePhase) / period) * shift);
  }
  return [from, to];
}

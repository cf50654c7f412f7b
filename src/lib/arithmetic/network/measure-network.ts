import { nameLayers, waysOf, type Layer, type Network, type Shape } from '$lib/network';
import { unitsOf } from '../layers/checked';
import type { Measure } from '../layers/measured';
import { measureChain, measureLayer, type MeasuredLayer } from '../layers/measure';
import { grow, pixelFields, type ReceptiveFields } from '../layers/receptive-field';
import type { Failure } from '../result';
import { wholeProblem } from '../whole';

/** One layer of a network: what it reads, what it makes and costs, and what its units see. */
export interface NetworkStep extends MeasuredLayer {
  /** The patch of the network's input that a unit sees, down and across. */
  readonly fields: ReceptiveFields;
}

/** Sums over the layers of a network, for one sample. */
export interface NetworkTotals {
  readonly parameters: number;
  readonly connections: number;
  readonly multiplyAdds: number;
  /** Numbers that the layers put out, the input not counted. */
  readonly activations: number;
  /** Bytes of these and of all parameters, in float32. */
  readonly memory: number;
}

/** A network as far as shapes flow through it, and why they flow no further, if so. */
export interface NetworkMeasure {
  readonly steps: readonly NetworkStep[];
  readonly totals: NetworkTotals;
  /** The first layer that its input does not fit, counted from 0; −1 is the input itself. */
  readonly broken?: { readonly index: number; readonly failure: Failure };
}

/** Sends the shape of an input [channels, height, width] through layers that have no names yet. */
export function measureLayers(layers: readonly Layer[], input: Shape): NetworkMeasure {
  return measureNetwork({ input, layers: nameLayers(layers) });
}

/** Sends the shape of what a network reads through its layers. */
export function measureNetwork({
  input,
  layers,
}: Pick<Network, 'input' | 'layers'>): NetworkMeasure {
  const names = ['in', 'input', 'input'] as const;
  for (const [axis, size] of input.entries()) {
    const reason = wholeProblem(names[axis], size, 1);
    if (reason) {
      return {
        steps: [],
        totals: totalsOf([]),
        broken: { index: -1, failure: { ok: false, reason } },
      };
    }
  }
  const steps: NetworkStep[] = [];
  let shape = input;
  let fields = pixelFields;
  for (const [index, { name, layer }] of layers.entries()) {
    const measure = measureLayer(layer, shape);
    if (!measure.ok) return { steps, totals: totalsOf(steps), broken: { index, failure: measure } };
    fields = grow(fields, layer, shape);
    steps.push({ name, layer, input: shape, measure: measure.value, fields });
    shape = measure.value.output;
  }
  return { steps, totals: totalsOf(steps) };
}

function totalsOf(steps: readonly NetworkStep[]): NetworkTotals {
  const sum = (count: (measure: Measure) => number) =>
    steps.reduce((total, { measure }) => total + count(measure), 0);
  return {
    parameters: sum((measure) => measure.parameters),
    connections: sum((measure) => measure.connections),
    multiplyAdds: sum((measure) => measure.multiplyAdds),
    activations: steps.reduce((total, step) => total + numbersOf(step), 0),
    memory: steps.reduce((total, step) => total + memoryOf(step), 0),
  };
}

/**
 * The bytes of a layer for one sample in float32: the numbers that it puts out, those inside a residual block
 * counted, and its parameters.
 */
export const memoryOf = (step: MeasuredLayer): number =>
  4 * (numbersOf(step) + step.measure.parameters);

/** The numbers that a layer puts out, those inside a residual block counted. */
function numbersOf({ layer, input, measure }: MeasuredLayer): number {
  const inside = waysOf(layer).map((way) => {
    const chain = measureChain(way, input);
    return chain.ok ? chain.value.reduce((total, step) => total + numbersOf(step), 0) : 0;
  });
  return inside.reduce((total, count) => total + count, unitsOf(measure));
}

/**
 * The smallest square input, no smaller than `from` and no larger than `to`, that passes through all
 * layers; undefined where none does. What is too small for a layer stays so below: the range is
 * halved, so that long networks are measured about ten times.
 */
export function smallestInput(
  layers: readonly Layer[],
  channels: number,
  from = 1,
  to = 512,
): number | undefined {
  const brokenBy = (size: number) => measureLayers(layers, [channels, size, size]).broken;
  let [least, most] = [from, to + 1];
  while (least < most) {
    const size = Math.floor((least + most) / 2);
    const code = brokenBy(size)?.failure.reason.code;
    if (code === 'kernel-exceeds-input' || code === 'padding-removes-all') least = size + 1;
    else most = size;
  }
  return least > to || brokenBy(least) ? undefined : least;
}

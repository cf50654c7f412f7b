import {
  waysOf,
  type Layer,
  type NamedLayer,
  type Pair,
  type Residual,
  type Shape,
} from '$lib/network';
import { measureChain } from '../layers/measure';
import { windowAlong } from '../layers/padding';
import { kernelSpan } from '../output-size';
import { inputsUnder } from '../window/reach';
import type { NetworkStep } from './measure-network';

/** A block of cells: the first and the last row, the first and the last column. */
export interface Patch {
  readonly rows: Pair;
  readonly columns: Pair;
}

/**
 * What one unit of a network sees, layer by layer: for each step up to `index` the patch of its
 * input. In between only units that exist count; in the network's own input the patch may reach
 * over the border, where padding lies.
 */
export function patchesOf(
  steps: readonly NetworkStep[],
  index: number,
  unit: { readonly row: number; readonly column: number },
): Patch[] {
  const patches: Patch[] = [];
  let patch: Patch = { rows: [unit.row, unit.row], columns: [unit.column, unit.column] };
  for (let at = index; at >= 0; at--) {
    const { layer, input } = steps[at];
    const { rows, columns } = readBy(layer, patch, input);
    patch =
      at === 0
        ? { rows, columns }
        : { rows: clip(rows, input[1]), columns: clip(columns, input[2]) };
    patches.unshift(patch);
  }
  return patches;
}

/** The patch of its input that a patch of a layer's units reads. */
function readBy(layer: Layer, patch: Patch, input: Shape): Patch {
  if (layer.kind === 'residual') {
    const [body, shortcut] = waysOf(layer).map((way) => readByChain(way, patch, input));
    return { rows: both(body.rows, shortcut.rows), columns: both(body.columns, shortcut.columns) };
  }
  return {
    rows: readAlong(layer, 0, patch.rows, input[1]),
    columns: readAlong(layer, 1, patch.columns, input[2]),
  };
}

/** The same through the layers of a residual block, which fit one another. */
function readByChain(layers: readonly NamedLayer[], patch: Patch, input: Shape): Patch {
  const measured = measureChain(layers, input);
  if (!measured.ok) return patch;
  return measured.value.reduceRight((seen, step) => readBy(step.layer, seen, step.input), patch);
}

const both = (one: Pair, other: Pair): Pair => [
  Math.min(one[0], other[0]),
  Math.max(one[1], other[1]),
];

/** The places along an axis that the units from `first` to `last` of a layer read. */
function readAlong(
  layer: Exclude<Layer, Residual>,
  axis: 0 | 1,
  [first, last]: Pair,
  size: number,
): Pair {
  switch (layer.kind) {
    case 'activation':
    case 'batchNorm':
    case 'dropout':
      return [first, last];
    case 'linear':
    case 'rbf':
    case 'globalAveragePool':
      return [0, size - 1];
    case 'transposed': {
      const { stride, padding, kernelSize, dilation } = layer;
      const window = {
        kernel: kernelSize[axis],
        stride: stride[axis],
        dilation: dilation[axis],
        padding: padding[axis],
      };
      let [from, to] = [Infinity, -Infinity];
      for (let at = 0; at < Math.min(last - first + 1, window.stride); at++) {
        const [early, late] = [inputsUnder(window, first + at), inputsUnder(window, last - at)];
        if (early.count > 0) from = Math.min(from, early.first);
        if (late.count > 0) to = Math.max(to, late.first + (late.count - 1) * late.step);
      }
      return [from, to];
    }
    default: {
      const window = windowAlong(layer, axis);
      if (!window.ok) return [first, last];
      const { kernel, stride, dilation, padding } = window.value;
      const start = first * stride - padding[0];
      return [start, last * stride - padding[0] + kernelSpan(kernel, dilation) - 1];
    }
  }
}

const clip = ([first, last]: Pair, size: number): Pair => [
  Math.max(0, first),
  Math.min(size - 1, last),
];

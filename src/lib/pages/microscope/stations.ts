import type { Mark } from '$lib/figures/mark';
import type { Operation, Tensor, Trace } from '$lib/nn';
import { readName, roleOf } from '$lib/views/tensor/names';
import { fold, layOut, shownShape } from '$lib/views/tensor/layout';
import { framesOf } from '$lib/views/tensor/marks';
import type { Microscope } from '$lib/views/stepping/microscope.svelte';

/** One layer in the strip of the whole network: what its numbers are at the step looked at. */
export interface Station {
  readonly layer: string;
  /** The name of what its sums go through: `ReLU`. */
  readonly activation?: string;
  /** Its shape as it is printed: `6×28×28`. */
  readonly size: string;
  readonly maps: number;
  readonly rows: number;
  readonly columns: number;
  /** How many maps stand side by side, and how large a number is drawn, in pixels. */
  readonly across: number;
  readonly cell: number;
  /** What it holds by now; nothing where no step has come so far. */
  readonly name?: string;
  readonly values?: ArrayLike<number>;
  /** What it will hold: shown faintly until a step has made it. */
  readonly ahead?: ArrayLike<number>;
  readonly isGradient: boolean;
  readonly isCurrent: boolean;
}

/** The layers of the strip, from the pixels on; the last one is drawn as bars instead. */
function layersOf({ steps }: Trace): string[] {
  const forward = steps.filter(({ phase }) => phase === 'forward');
  return [...new Set(forward.map(({ layer }) => layer))].slice(0, -1);
}

/** How the kinds of activation are called. */
const activationNames: Partial<Record<Operation['kind'], string>> = {
  relu: 'ReLU',
  tanh: 'tanh',
  sigmoid: 'sigmoid',
};

/** The name of what a layer's sums go through, if they go through anything. */
function activationOf({ steps }: Trace, layer: string): string | undefined {
  const kinds = steps
    .filter((step) => step.layer === layer && step.phase === 'forward')
    .map(({ operation }) => activationNames[operation.kind]);
  return kinds.find((name) => name !== undefined);
}

const across: Partial<Record<string, number>> = { c1: 3, s2: 3, c3: 6, s4: 6 };
const cells: Partial<Record<string, number>> = { input: 4, c1: 2, s2: 3, c3: 3, s4: 5 };
/** Of units, which are numbers in a row, folded. */
const unitCell = 7;

/** More frames than this would hide the picture. */
const mostMarks = 60;

/** What a layer has made by now, the last first: on the way back its gradients hide its values. */
function candidates(layer: string): string[] {
  if (layer === 'input') return ['input'];
  const values = [`${layer}.activation`, `${layer}.output`];
  return [...values.map((name) => `${name}.grad`).reverse(), ...values];
}

/** A tensor's numbers; the digit's as ink, from its background up. */
function valuesOf(name: string | undefined, tensors: ReadonlyMap<string, Tensor>) {
  const data = name === undefined ? undefined : tensors.get(name)?.data;
  if (name !== 'input' || !data) return data;
  const background = Math.min(...data);
  return data.map((value) => value - background);
}

/**
 * The frames in the strip, by layer: the opened number, the numbers it was made of, the pointed one,
 * and, where one asks for them, those that used it, each where it stands among its layer's maps.
 */
export function stationMarks(microscope: Microscope): ReadonlyMap<string, readonly Mark[]> {
  const { trace, highlights, pointed, uses } = microscope;
  const isFramed = new Set(highlights.keys());
  const found = new Map<string, Mark[]>();
  for (const layer of layersOf(trace)) {
    const marks = candidates(layer).flatMap((name) => {
      const tensor = trace.tensors.get(name);
      if (!tensor) return [];
      const isPointed = pointed?.tensor === name && !isFramed.has(name);
      const framed = isPointed
        ? [{ indices: [pointed.index], role: roleOf(name, true) }]
        : (highlights.get(name) ?? []);
      const users = uses
        .filter((use) => use.tensor === name)
        .map(({ refs }) => ({ indices: refs.map(({ index }) => index), role: roleOf(name, true) }));
      const layout = layOut(shownShape(name, tensor));
      const wide = across[layer] ?? 1;
      return [...framesOf(layout, [...framed, ...users])].flatMap(([map, frames]) =>
        frames.map((mark) => ({
          ...mark,
          row: mark.row + Math.floor(map / wide) * layout.rows,
          column: mark.column + (map % wide) * layout.columns,
        })),
      );
    });
    if (marks.length <= mostMarks) found.set(layer, marks);
  }
  return found;
}

/** The strip at the step that is looked at. */
export function stationsOf(microscope: Microscope): Station[] {
  const { tensors } = microscope.trace;
  return layersOf(microscope.trace).map((layer): Station => {
    const names = candidates(layer).filter((name) => tensors.has(name));
    const name = names.find((each) => microscope.reached(each));
    const last = names[names.length - 1];
    const shape = shownShape(last, tensors.get(last) as Tensor);
    const [maps, rows, columns] = shape.length === 3 ? shape : [1, ...fold(shape[0])];
    return {
      layer,
      activation: activationOf(microscope.trace, layer),
      size: shape.join('×'),
      maps,
      rows,
      columns,
      across: across[layer] ?? 1,
      cell: cells[layer] ?? unitCell,
      name,
      values: valuesOf(name, tensors),
      ahead: tensors.get(names.find((each) => readName(each).state === undefined) ?? '')?.data,
      isGradient: name !== undefined && readName(name).state === 'grad',
      isCurrent: microscope.step.layer === layer,
    };
  });
}

/** The step that a press on a station leads to: the layer's first one in the phase looked at. */
export function stepOfLayer({ steps, step }: Microscope, layer: string): number {
  const inPhase = steps.findIndex((each) => each.layer === layer && each.phase === step.phase);
  return inPhase >= 0 ? inPhase : steps.findIndex((each) => each.layer === layer);
}

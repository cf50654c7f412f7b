import type { Mark } from '$lib/figures/mark';
import { activationPart } from '$lib/network';
import {
  curvatureOf,
  gradOf,
  isGrad,
  nameOf,
  placeOf,
  refShape,
  type Place,
  type Tensor,
  type Trace,
} from '$lib/nn';
import { functionName } from '$lib/views/tensor/functions';
import { roleOf } from '$lib/views/tensor/role';
import { fold, layOut } from '$lib/views/tensor/layout';
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
  readonly isGradient: boolean;
  /** Whether it holds second derivatives. */
  readonly isCurvature: boolean;
  readonly isCurrent: boolean;
}

/** The layers of the strip, from the pixels on; the last one is drawn as bars instead. */
function layersOf({ steps }: Trace): string[] {
  const forward = steps.filter(({ phase }) => phase === 'forward');
  return [...new Set(forward.map(({ layer }) => layer))].slice(0, -1);
}

/** The name of what a layer's sums go through, if they go through anything. */
function activationOf({ steps }: Trace, layer: string): string | undefined {
  const kinds = steps
    .filter(
      (step) =>
        step.writes.includes(nameOf({ layer, part: activationPart })) && step.phase === 'forward',
    )
    .map(({ operation }) => functionName(operation.kind));
  return kinds.find((name) => name !== undefined);
}

/** How many maps stand side by side. */
function acrossOf(maps: number): number {
  if (maps <= 8) return Math.ceil(maps / 2);
  return maps <= 18 ? 6 : Math.ceil(Math.sqrt(maps));
}

/** How large a number is drawn, in pixels: the maps of a layer about as wide as those of the next. */
function cellOf(layer: string, shape: readonly number[]): number {
  // Units, which are numbers in a row, are folded.
  if (shape.length !== 3 || shape[1] * shape[2] === 1) return 7;
  const [, , columns] = shape;
  if (layer === 'input') return columns <= 32 ? 3 : 2;
  if (columns > 64) return 1;
  if (columns > 20) return 2;
  return columns > 6 ? 3 : 5;
}

/** More frames than this would hide the picture. */
const mostMarks = 60;

/** What a layer has made by now, the last first: on the way back its gradients hide its values, and second derivatives these. */
function candidates(layer: string): string[] {
  if (layer === 'input') return [layer];
  const values: Place[] = [activationPart, 'output'].map((part) => ({ layer, part }));
  const back = [...values.map(curvatureOf).reverse(), ...values.map(gradOf).reverse()];
  return [...back, ...values].map(nameOf);
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
      if (!trace.tensors.has(name)) return [];
      const role = roleOf(placeOf(trace, name), true);
      const isPointed = pointed?.tensor === name && !isFramed.has(name);
      const framed = isPointed
        ? [{ indices: [pointed.index], role }]
        : (highlights.get(name) ?? []);
      const users = uses
        .filter((use) => use.tensor === name)
        .map(({ refs }) => ({ indices: refs.map(({ index }) => index), role }));
      const shape = refShape(trace, name);
      const layout = layOut(shape);
      const wide = layout.maps === 1 ? 1 : acrossOf(shape[0]);
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
  const { trace } = microscope;
  const { tensors } = trace;
  return layersOf(trace).map((layer): Station => {
    const names = candidates(layer).filter((name) => tensors.has(name));
    const name = names.find((each) => microscope.reached(each));
    const last = names[names.length - 1];
    const shape = refShape(trace, last);
    const isMaps = shape.length === 3 && shape[1] * shape[2] > 1;
    const count = shape.reduce((product, side) => product * side, 1);
    const [maps, rows, columns] = isMaps ? shape : [1, ...fold(count)];
    return {
      layer,
      activation: activationOf(trace, layer),
      size: shape.join('×'),
      maps,
      rows,
      columns,
      across: maps === 1 ? 1 : acrossOf(maps),
      cell: cellOf(layer, shape),
      name,
      values: valuesOf(name, tensors),
      isGradient: name !== undefined && isGrad(placeOf(trace, name)),
      isCurvature: name !== undefined && placeOf(trace, name).state === 'curvature',
      isCurrent: microscope.step.layer === layer,
    };
  });
}

/** The step that a press on a station leads to: the layer's first one in the phase looked at. */
export function stepOfLayer({ steps, step }: Microscope, layer: string): number {
  const inPhase = steps.findIndex((each) => each.layer === layer && each.phase === step.phase);
  return inPhase >= 0 ? inPhase : steps.findIndex((each) => each.layer === layer);
}

/** The strip as it is drawn: stations in a row, and residual blocks whose two ways lie above each other. */
export type StripPart =
  | { readonly kind: 'station'; readonly station: Station }
  | {
      readonly kind: 'branches';
      readonly block: string;
      readonly body: readonly StripPart[];
      /** [] where the input goes on as it is. */
      readonly shortcut: readonly StripPart[];
    };

/** Stations put together by the blocks that their names say they lie in. */
export function stripParts(stations: readonly Station[], inside = ''): StripPart[] {
  const parts: StripPart[] = [];
  for (let at = 0; at < stations.length;) {
    const station = stations[at];
    const [first, ...deeper] = station.layer.slice(inside.length).split('.');
    if (deeper.length === 0) {
      parts.push({ kind: 'station', station });
      at++;
      continue;
    }
    const block = `${inside}${first}`;
    const end = stations.findIndex((other, i) => i >= at && !other.layer.startsWith(`${block}.`));
    const within = stations.slice(at, end < 0 ? undefined : end);
    const way = `${block}.shortcut.`;
    const [shortcut, body] = [true, false].map((wanted) =>
      within.filter(({ layer }) => layer.startsWith(way) === wanted),
    );
    const [ahead, aside] = [stripParts(body, `${block}.`), stripParts(shortcut, way)];
    parts.push({ kind: 'branches', block, body: ahead, shortcut: aside });
    at += within.length;
  }
  return parts;
}

/** The layer whose numbers are the scores. */
export function scoresLayer({ steps, places }: Trace): string {
  const scores = steps.find(({ writes }) => writes[0] === 'loss')?.reads[0] ?? '';
  return places.get(scores)?.layer ?? 'output';
}

/** The tensor that answers: the probabilities, or the distances, of which the smallest does. */
export function answersOf({ steps }: Pick<Trace, 'steps'>): {
  readonly tensor: string;
  readonly areDistances: boolean;
} {
  const distances = steps.find(({ operation }) => operation.kind === 'euclideanRbf');
  return distances
    ? { tensor: distances.writes[0], areDistances: true }
    : { tensor: 'probabilities', areDistances: false };
}

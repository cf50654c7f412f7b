import type { Tensor } from '$lib/nn';
import { sizeOf } from '$lib/nn';

/** A cell of one of a layout's maps. */
export interface MapCell {
  readonly map: number;
  readonly row: number;
  readonly column: number;
}

/** How a tensor, or the slice of it that is looked at, lies in maps of one size. */
export interface Layout {
  readonly maps: number;
  readonly rows: number;
  readonly columns: number;
  /** Where in `data` the slice starts; it is `maps · rows · columns` numbers long. */
  readonly start: number;
  /** The index, without the sample axis, of the number in a cell. */
  indexAt(cell: MapCell): number[];
  /** The cell that shows the number at an index; nothing where another slice is looked at. */
  cellOf(index: readonly number[]): MapCell | undefined;
}

/**
 * A tensor's shape as the reader counts it: activations without their sample axis, which is 1 in a
 * trace, parameters as they are. `c3.output` is [16, 10, 10], `c3.weight` [16, 6, 5, 5].
 */
export function shownShape(name: string, { shape }: Tensor): readonly number[] {
  return isParameter(name) ? shape : shape.slice(1);
}

/** Whether a tensor belongs to a parameter: the weight itself, its gradient, its updated value. */
export function isParameter(name: string): boolean {
  return /\.(weight|bias)(\.|$)/.test(name);
}

/** The rows and columns in which `count` numbers without a shape of their own are shown. */
export function fold(count: number): readonly [number, number] {
  if (count <= 16) return [1, count];
  let rows = Math.floor(Math.sqrt(count));
  while (count % rows !== 0) rows -= 1;
  return [rows, count / rows];
}

/**
 * How a tensor of a shape without sample axis is shown: [C, H, W] as its C maps; [O, I, kH, kW] as
 * the I slices of kernel `outer`; [O, I] as the I weights that unit `outer` has, laid out like the
 * `inputs` they weigh where these have a shape; [N] folded into rows; [] as one cell.
 */
export function layOut(
  shape: readonly number[],
  outer = 0,
  inputs: readonly number[] = [],
): Layout {
  const weights = shape.length === 2 || shape.length === 4;
  const inner = weights ? shape.slice(1) : shape;
  const laid = inner.length === 1 && sizeOf(inputs) === inner[0] ? inputs : inner;
  const [maps, rows, columns] = laid.length === 3 ? laid : [1, ...fold(sizeOf(laid))];
  const prefix = weights ? [outer] : [];
  const along = inner.length;

  return {
    maps,
    rows,
    columns,
    start: weights ? outer * sizeOf(inner) : 0,
    indexAt({ map, row, column }) {
      if (along === 3) return [...prefix, map, row, column];
      const flat = (map * rows + row) * columns + column;
      return along === 0 ? [] : [...prefix, flat];
    },
    cellOf(index) {
      if (index.length !== shape.length || (weights && index[0] !== outer)) return undefined;
      const rest = index.slice(prefix.length);
      if (along === 3) return { map: rest[0], row: rest[1], column: rest[2] };
      const flat = rest[0] ?? 0;
      const inMap = flat % (rows * columns);
      return {
        map: Math.floor(flat / (rows * columns)),
        row: Math.floor(inMap / columns),
        column: inMap % columns,
      };
    },
  };
}

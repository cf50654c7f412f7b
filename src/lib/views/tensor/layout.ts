import { indexAt, isOfParameter, offsetOf, sizeOf, type Place, type Tensor } from '$lib/nn';

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
  /** The cell that shows the number at an index; nothing where another slice is looked at. Throws outside the shape. */
  cellOf(index: readonly number[]): MapCell | undefined;
}

/**
 * A tensor's shape as the reader counts it: activations without their sample axis, which is 1 in a
 * trace, parameters as they are. `c3.output` is [16, 10, 10], `c3.weight` [16, 6, 5, 5].
 */
export function shownShape(place: Place, { shape }: Tensor): readonly number[] {
  return isOfParameter(place) ? shape : shape.slice(1);
}

/** The rows and columns in which `count` numbers without a shape of their own are shown. */
export function fold(count: number): readonly [number, number] {
  if (count <= 16) return [1, count];
  let rows = Math.floor(Math.sqrt(count));
  while (count % rows !== 0) rows -= 1;
  return [rows, count / rows];
}

/** Which slice of a tensor is looked at, and how the numbers that have no shape of their own lie. */
export interface LayoutOptions {
  /** The kernel, or the unit, whose weights are shown; 0 if not given, or all flat kernels. */
  readonly outer?: number;
  /** The one channel that is shown of [C, H, W]; all if not given. */
  readonly channel?: number;
  /** The shape of what a unit's weights weigh: they then lie like it. */
  readonly inputs?: readonly number[];
}

/**
 * How a tensor of a shape without sample axis is shown: [C, H, W] as its C maps, or one of them;
 * [O, I, kH, kW] as the I slices of kernel `outer`, or [O, 1, kH, kW] as its O kernels; [O, I] as the I weights that unit `outer` has,
 * laid out like the `inputs` they weigh where these have a shape; [N] folded into rows; [] as one cell.
 */
export function layOut(
  shape: readonly number[],
  { outer, channel, inputs = [] }: LayoutOptions = {},
): Layout {
  const isFlat = shape.length === 4 && shape[1] === 1;
  const axis = shape.length % 2 === 0 ? (outer ?? (isFlat ? undefined : 0)) : channel;
  const sliced = shape.length > 1 && axis !== undefined;
  const inner = sliced ? shape.slice(1) : shape;
  const size = sizeOf(inner);
  const start = sliced ? axis * size : 0;
  const [maps, rows, columns] = planes(inner, inputs);

  return {
    maps,
    rows,
    columns,
    start,
    indexAt: ({ map, row, column }) =>
      indexAt(shape, start + (map * rows + row) * columns + column),
    cellOf(index) {
      const offset = offsetOf(shape, index) - start;
      if (offset < 0 || offset >= size) return undefined;
      const map = Math.floor(offset / (rows * columns));
      const row = Math.floor(offset / columns) % rows;
      return { map, row, column: offset % columns };
    },
  };
}

/** The maps, rows and columns in which a slice of a shape lies. */
function planes(
  shape: readonly number[],
  inputs: readonly number[],
): readonly [number, number, number] {
  const laid = shape.length === 1 && sizeOf(inputs) === shape[0] ? inputs : shape;
  if (laid.length === 4) return [laid[0], laid[2], laid[3]];
  if (laid.length === 3) return [laid[0], laid[1], laid[2]];
  if (laid.length === 2) return [1, laid[0], laid[1]];
  return [1, ...fold(sizeOf(laid))];
}

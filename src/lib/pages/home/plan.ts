/** A layer's place in the strip: what its numbers look like, before there are any. */
export interface LayerShape {
  /** `input`, `c1`, … */
  readonly layer: string;
  /** Maps, rows and columns; of units, one map that they are folded into. */
  readonly maps: number;
  readonly rows: number;
  readonly columns: number;
  /** As it is printed: `6×28×28`. */
  readonly size: string;
  /** How a window slides over the layer before, where one does. */
  readonly window?: {
    readonly kernelSize: number;
    readonly stride: number;
    readonly padding: number;
  };
}

/** A rectangle in the strip's own unit. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Where a layer lies: all of it, and each of its maps. */
export interface Station {
  readonly box: Box;
  readonly maps: readonly Box[];
}

/** The strip's width, and its middle from the top, where the network lies in one row. */
export const wide = { width: 1200, middle: 84, bars: { x: 1058, width: 142 } };

/** The strip's width and height where the layers lie below one another. */
export const narrow = { width: 358, height: 340 };

interface Spot {
  readonly x: number;
  readonly cell: number;
  readonly across: number;
  readonly gap: number;
  /** Where it begins from the top; in the middle if not given. */
  readonly y?: number;
}

const wideSpots: Record<string, Spot> = {
  input: { x: 0, cell: 4.25, across: 1, gap: 0 },
  c1: { x: 172, cell: 2.4, across: 3, gap: 5 },
  s2: { x: 421, cell: 3.5, across: 3, gap: 5 },
  c3: { x: 616, cell: 3.3, across: 4, gap: 5 },
  s4: { x: 801, cell: 4.8, across: 4, gap: 5 },
  c5: { x: 936, cell: 6.5, across: 1, gap: 0 },
  f6: { x: 1003, cell: 6.5, across: 1, gap: 0 },
};

const narrowSpots: Record<string, Spot> = {
  c1: { x: 86, y: 0, cell: 1.5, across: 6, gap: 4 },
  s2: { x: 86, y: 58, cell: 3, across: 6, gap: 4 },
  c3: { x: 86, y: 116, cell: 3, across: 8, gap: 4 },
  s4: { x: 86, y: 198, cell: 6, across: 8, gap: 4 },
  c5: { x: 86, y: 274, cell: 6.8, across: 1, gap: 0 },
  f6: { x: 86, y: 310, cell: 6.8, across: 1, gap: 0 },
};

function stationOf({ maps, rows, columns }: Fold & { maps: number }, spot: Spot): Station {
  const { x, cell, across, gap } = spot;
  const [width, height] = [columns * cell, rows * cell];
  const down = Math.ceil(maps / across);
  const whole = { width: across * (width + gap) - gap, height: down * (height + gap) - gap };
  const y = spot.y ?? wide.middle - whole.height / 2;
  return {
    box: { x, y, ...whole },
    maps: Array.from({ length: maps }, (_, map) => ({
      x: x + (map % across) * (width + gap),
      y: y + Math.floor(map / across) * (height + gap),
      width,
      height,
    })),
  };
}

/** Rows and columns. */
interface Fold {
  readonly rows: number;
  readonly columns: number;
}

/** How many columns units are folded into, by layer: standing where the strip is wide, else lying. */
const standing: Record<string, number> = { c5: 6, f6: 4 };
const lying: Record<string, number> = { c5: 40, f6: 28 };

/** A layer's maps as they are drawn: units are folded, in rows from left to right. */
export function foldOf({ layer, maps, rows, columns }: LayerShape, isWide: boolean): Fold {
  const across = (isWide ? standing : lying)[layer];
  if (!across || maps * rows !== 1) return { rows, columns };
  return { rows: Math.ceil(columns / across), columns: across };
}

/** Where a layer lies in the wide strip, and in the narrow one; nothing where it has no place. */
export function stationsOf(shape: LayerShape): { wide?: Station; narrow?: Station } {
  const place = (spots: Record<string, Spot>, isWide: boolean) => {
    const spot = spots[shape.layer];
    return spot && stationOf({ maps: shape.maps, ...foldOf(shape, isWide) }, spot);
  };
  return { wide: place(wideSpots, true), narrow: place(narrowSpots, false) };
}

/** A window over a map and the cell that it makes, tied by two lines. */
export interface Cone {
  readonly window: Box;
  readonly cell: Box;
}

/** For each layer with a window: the map and the cell that are shown as made by one. */
const shownCells: Record<string, { from: number; map: number; row: number; column: number }> = {
  c1: { from: 0, map: 3, row: 9, column: 12 },
  s2: { from: 2, map: 2, row: 4, column: 7 },
  c3: { from: 5, map: 8, row: 5, column: 5 },
  s4: { from: 11, map: 11, row: 3, column: 2 },
};

/** The windows of the wide strip and the cells that they make. */
export function conesOf(shapes: readonly LayerShape[]): Cone[] {
  return shapes.flatMap((shape, i) => {
    const shown = shownCells[shape.layer];
    const before = shapes[i - 1];
    if (!shown || !before || !shape.window) return [];
    const from = stationsOf(before).wide?.maps[shown.from];
    const to = stationsOf(shape).wide?.maps[shown.map];
    if (!from || !to) return [];
    const { kernelSize, stride, padding } = shape.window;
    const [fromCell, toCell] = [from.width / before.columns, to.width / shape.columns];
    const square = (map: Box, row: number, column: number, cell: number, side: number): Box => ({
      x: map.x + column * cell,
      y: map.y + row * cell,
      width: side * cell,
      height: side * cell,
    });
    return [
      {
        window: square(
          from,
          shown.row * stride - padding,
          shown.column * stride - padding,
          fromCell,
          kernelSize,
        ),
        cell: square(to, shown.row, shown.column, toCell, 1),
      },
    ];
  });
}

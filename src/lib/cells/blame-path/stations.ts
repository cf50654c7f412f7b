import type { Cell } from '$lib/figures/mark';
import { foldUnits } from '$lib/views/stage/plan';
import type { Way } from './way';

/** A tensor of a way as the drawing shows it: its maps side by side, or its units folded into rows. */
export interface Station {
  /** Its stage; −1 for what the weight's layer reads. */
  readonly stage: number;
  /** The layer's name, `input` for the digit. */
  readonly layer: string;
  readonly tensor: string;
  /** Its cells, down and across. */
  readonly rows: number;
  readonly columns: number;
  /** The cells of one map, where there are several. */
  readonly block?: readonly [number, number];
  /** The cell of the number at a place; undefined where its map is not shown. */
  readonly cellOf: (at: number) => Cell | undefined;
  /** The place of the number in a cell. */
  readonly placeOf: (cell: Cell) => number;
}

/** How a shape lies where only the map of number `at` counts, if that is given. */
function lie(shape: readonly number[], at?: number): Omit<Station, 'stage' | 'layer' | 'tensor'> {
  const [all, rows, columns] = shape.length === 1 ? [1, ...foldUnits(shape[0])] : shape;
  const size = rows * columns;
  const first = at === undefined ? 0 : Math.floor(at / size);
  const maps = at === undefined ? all : 1;
  const across = Math.ceil(Math.sqrt(maps));
  return {
    rows: Math.ceil(maps / across) * rows,
    columns: across * columns,
    block: maps > 1 ? [rows, columns] : undefined,
    cellOf(place) {
      const map = Math.floor(place / size) - first;
      if (map < 0 || map >= maps) return undefined;
      const row = Math.floor((place % size) / columns);
      return {
        row: Math.floor(map / across) * rows + row,
        column: (map % across) * columns + (place % columns),
      };
    },
    placeOf({ row, column }) {
      const map = Math.floor(row / rows) * across + Math.floor(column / columns);
      return (first + map) * size + (row % rows) * columns + (column % columns);
    },
  };
}

/** The tensors that a way's drawing shows, from what the weight's layer reads to the scores. */
export function stationsOf({ source, starts, stages }: Way): Station[] {
  const layerOf = (tensor: string) => tensor.split('.')[0];
  const stations: Station[] = [
    {
      stage: -1,
      layer: layerOf(source.tensor),
      tensor: source.tensor,
      ...lie(source.shape, starts[0].reads),
    },
  ];
  let isOneMap = true;
  stages.forEach(({ tensor, shape, kind }, stage) => {
    // What ReLU makes of a sum stands where the sum stood.
    if (stages[stage - 1]?.kind !== 'slope') {
      const only = isOneMap ? starts[0].at : undefined;
      const at =
        only === undefined || shape.length === 1
          ? undefined
          : mapStart(stages[0].shape, only, shape);
      stations.push({ stage, layer: layerOf(tensor), tensor, ...lie(shape, at) });
    }
    if (kind === 'weight') isOneMap = false;
  });
  return stations;
}

/** The first place of a map in another tensor of as many maps. */
function mapStart(from: readonly number[], at: number, to: readonly number[]): number {
  const map = Math.floor(at / (from[1] * from[2]));
  return map * to[1] * to[2];
}

/** A station where it stands, in pixels. */
export interface Placed extends Station {
  readonly x: number;
  readonly y: number;
  /** The side of its cells. */
  readonly cell: number;
}

/** A drawing's stations and its size, in pixels; the loss stands at the end. */
export interface Drawing {
  readonly stations: readonly Placed[];
  readonly width: number;
  readonly height: number;
  readonly isUpright: boolean;
  readonly loss: { readonly x: number; readonly y: number };
}

/** Pixels for a station's name, and for the loss. */
const nameHeight = 20;
const nameWidth = 72;
const lossSide = 62;

/** A cell's side where a station is not scaled. */
const cellOf = ({ rows, columns }: Station) => 100 / Math.max(rows, columns, 8);

/** From left to right where there is room for that; else, on a phone, from top to bottom. */
export function arrange(stations: readonly Station[], width: number): Drawing {
  const total = stations.reduce((sum, station) => sum + cellOf(station) * station.columns, 0);
  const gaps = stations.length;
  const isUpright = width < 720;
  if (isUpright) {
    // Names stand at the left, so that lines do not cross them.
    const room = width - 2 * nameWidth;
    let y = 0;
    const placed = stations.map((station) => {
      const cell = Math.min(1.3 * cellOf(station), room / station.columns);
      const at = { ...station, cell, x: (width - cell * station.columns) / 2, y };
      y += cell * station.rows + 26;
      return at;
    });
    return {
      stations: placed,
      width,
      height: y + 34,
      isUpright,
      loss: { x: width / 2, y: y + 10 },
    };
  }
  const scale = Math.min(2.2, (width - lossSide - gaps * 30) / total);
  const gap = Math.min(120, (width - lossSide - total * scale) / gaps);
  const tallest = Math.max(...stations.map((station) => cellOf(station) * scale * station.rows));
  let x = 0;
  const placed = stations.map((station) => {
    const cell = cellOf(station) * scale;
    const at = { ...station, cell, x, y: nameHeight + (tallest - cell * station.rows) / 2 };
    x += cell * station.columns + gap;
    return at;
  });
  return {
    stations: placed,
    width,
    height: nameHeight + tallest + 4,
    isUpright,
    loss: { x: x + lossSide / 2, y: nameHeight + tallest / 2 },
  };
}

/** The middle of the cell of the number at a place; undefined where its map is not shown. */
export function middleOf(station: Placed, at: number): { x: number; y: number } | undefined {
  const cell = station.cellOf(at);
  return (
    cell && {
      x: station.x + (cell.column + 0.5) * station.cell,
      y: station.y + (cell.row + 0.5) * station.cell,
    }
  );
}

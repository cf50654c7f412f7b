import { codeSize, outputCodes } from '$lib/network/digit-codes';
import type { Random } from './random';
import type { Place, Search } from './search';

/* Cells to find in what the network reads and on the way to its answer. */

const placesOf = (values: readonly number[], columns: number) => (value: number) => {
  const at = values.indexOf(value);
  return { row: Math.floor(at / columns), column: at % columns };
};

/** Which grey level becomes a number when it is normalised with 0.5 and 0.5. */
export function drawNormalised(random: Random): Search {
  const greys = [0, 51, 102, 153, 204, 255, 26, 128, 230];
  const values = random.order(greys.length).map((at) => greys[at]);
  const value = random.pick([0.2, 0.6]);
  const greyOf = (share: number) => Math.round(255 * share);
  const placeOf = placesOf(values, 3);
  return {
    setting: { value },
    figure: { rows: 3, columns: 3, values, magnitude: 420, isNumbered: true },
    right: placeOf(greyOf(value * 0.5 + 0.5)),
    slips: {
      scaledOnly: placeOf(greyOf(value)),
      mirrored: placeOf(greyOf(-value * 0.5 + 0.5)),
      ink: placeOf(255),
    },
  };
}

/** Which sum a ReLU changes most: the most negative. */
export function drawMostChanged(random: Random): Search {
  const sizes = random.order(15).map((size) => (size + 1) / 10);
  const isNegative = sizes.map(() => random.whole(0, 1) === 1);
  // The largest of all is positive, and both signs are there more than once.
  const values = [...sizes.map((size, i) => (isNegative[i] ? -size : size)), 1.6];
  [values[0], values[1]] = [-Math.abs(values[0]), -Math.abs(values[1])];
  values[2] = Math.abs(values[2]);
  const order = random.order(values.length).map((at) => values[at]);
  const placeOf = placesOf(order, 4);
  const negative = order.filter((value) => value < 0);
  const positive = order.filter((value) => value > 0);
  return {
    setting: {},
    figure: { rows: 4, columns: 4, values: order, magnitude: 2.4, isNumbered: true },
    right: placeOf(Math.min(...negative)),
    slips: {
      largest: placeOf(1.6),
      leastNegative: placeOf(Math.max(...negative)),
      leastPositive: placeOf(Math.min(...positive)),
    },
  };
}

/** Which input cell a max pooling let through to an output cell. */
export function drawLetThrough(random: Random): Search {
  const side = 6;
  const values = random.order(side * side).map((value) => (value + 1) / 10);
  const [row, column] = [random.whole(1, 2), random.whole(0, 2)];
  const placeOf = placesOf(values, side);
  const inWindow = [0, 1, 2, 3]
    .map((at) => values[(2 * row + (at >> 1)) * side + 2 * column + (at & 1)])
    .sort((a, b) => b - a);
  const slid = [0, 1, 2, 3].map((at) => values[(row + (at >> 1)) * side + column + (at & 1)]);
  return {
    setting: { row, column },
    figure: { rows: side, columns: side, values, magnitude: 6, isNumbered: true },
    right: placeOf(inWindow[0]),
    slips: {
      largest: placeOf(Math.max(...values)),
      smallest: placeOf(inWindow[3]),
      second: placeOf(inWindow[1]),
      overlapping: placeOf(Math.max(...slid)),
    },
  };
}

/** Which cell of a map of 5 × 5 is a number of the row that C5 reads. */
export function drawFlattened(random: Random): Search {
  const side = 5;
  const [map, row, column] = [random.whole(1, 15), random.whole(0, 4), random.whole(1, 4)];
  const number = map * side * side + row * side + column;
  const place = (at: number): Place => ({ row: Math.floor(at / side) % side, column: at % side });
  return {
    setting: { number, map },
    figure: {
      rows: side,
      columns: side,
      values: Array.from({ length: side * side }, () => random.whole(1, 9) / 10),
      magnitude: 2,
      isNumbered: false,
    },
    right: { row, column },
    slips: {
      columnsFirst: { row: column, column: row },
      fromOne: { row, column: column - 1 },
      pixelsFirst: place(Math.floor(number / 16)),
      fromCorner: place(map),
    },
  };
}

/** Which pixel of a code of 1998 a unit of F6 draws. */
export function drawCodePixel(random: Random): Search {
  const { width, height } = codeSize;
  const unit = random.whole(width, width * height - 1);
  const at = { row: Math.floor(unit / width), column: unit % width };
  const rowsOfHeight = { row: Math.floor(unit / height), column: unit % height };
  const before = { row: Math.floor((unit - 1) / width), column: (unit - 1) % width };
  return {
    setting: { unit },
    figure: {
      rows: height,
      columns: width,
      values: outputCodes[random.whole(0, 9)].map((value) => Math.max(value, 0)),
      magnitude: 1.6,
      isNumbered: false,
    },
    right: at,
    slips: {
      columnsFirst: { row: unit % height, column: Math.floor(unit / height) },
      rowsOfHeight: rowsOfHeight.column < width ? rowsOfHeight : at,
      fromOne: before,
    },
  };
}

/** The first pixel of a row that lies in so many windows of a kernel of 3. */
export function drawWindowUses(random: Random): Search {
  const [side, kernel] = [7, 3];
  const [row, column] = [random.whole(0, 3), random.whole(0, 2)];
  const down = Math.min(row + 1, kernel);
  const uses = down * (column + 1);
  const right = { row, column };
  const within = (other: number) => (other < side ? { row, column: other } : right);
  return {
    setting: { row, uses },
    figure: {
      rows: side,
      columns: side,
      values: Array.from({ length: side * side }, () => random.whole(1, 9) / 10),
      magnitude: 3,
      isNumbered: false,
    },
    right,
    slips: {
      oneSide: within(uses - 1),
      fromOne: within(column + 1),
      fromRight: { row, column: side - 1 - column },
    },
  };
}

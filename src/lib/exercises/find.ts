import {
  drawCodePixel,
  drawFlattened,
  drawLetThrough,
  drawMostChanged,
  drawNormalised,
  drawWindowUses,
} from './find-reading';
import { randomFrom, type Random } from './random';
import type { Place, Search } from './search';

const isSame = (a: Place, b: Place) => a.row === b.row && a.column === b.column;

/** Which input cell a weight of a kernel of 3 × 3 meets while the window makes an output cell. */
function drawTap(random: Random): Search {
  const [side, kernel] = [7, 3];
  const [row, column] = [random.whole(1, side - kernel), random.whole(1, side - kernel)];
  const [down, across] = [random.whole(1, kernel - 1), random.whole(0, kernel - 1)];
  return {
    setting: { kernel, row, column, down, across },
    figure: {
      rows: side,
      columns: side,
      values: Array.from({ length: side * side }, () => random.whole(1, 9) / 10),
      magnitude: 3,
      isNumbered: false,
    },
    right: { row: row + down, column: column + across },
    slips: {
      window: { row, column },
      kernel: { row: down, column: across },
      swapped: { row: column + across, column: row + down },
      fromOne: { row: row + down - 1, column: column + across - 1 },
      turned: { row: row + kernel - 1 - down, column: column + kernel - 1 - across },
    },
  };
}

/** Which input cell of a max pooling gets the gradient of an output cell. */
function drawPooled(random: Random): Search {
  const side = 4;
  const values = random.order(side * side).map((value) => (value + 1) / 10);
  const [row, column] = [random.whole(0, 1), random.whole(0, 1)];
  const placeOf = (at: number): Place => ({ row: Math.floor(at / side), column: at % side });
  const inWindow = values
    .map((value, at) => ({ value, ...placeOf(at) }))
    .filter((cell) => cell.row >> 1 === row && cell.column >> 1 === column)
    .sort((a, b) => b.value - a.value);
  const largest = placeOf(values.indexOf(Math.max(...values)));
  return {
    setting: { row, column },
    figure: { rows: side, columns: side, values, magnitude: 1.6, isNumbered: true },
    right: inWindow[0],
    slips: {
      largest,
      smallest: inWindow[3],
      second: inWindow[1],
      corner: { row: 2 * row, column: 2 * column },
      sameIndex: { row, column },
    },
  };
}

/** Which output's gradient reaches an input cell through a weight of a kernel of 3 × 3. */
function drawScattered(random: Random): Search {
  const [side, kernel] = [5, 3];
  const [row, column] = [random.whole(2, side - 1), random.whole(2, side - 1)];
  const [down, across] = [random.whole(0, kernel - 1), random.whole(1, kernel - 1)];
  return {
    setting: { kernel, row, column, down, across },
    figure: {
      rows: side,
      columns: side,
      values: Array.from({ length: side * side }, () => random.whole(-9, 9) / 10),
      magnitude: 3,
      isNumbered: false,
    },
    right: { row: row - down, column: column - across },
    slips: {
      same: { row, column },
      kernel: { row: down, column: across },
      swapped: { row: row - across, column: column - down },
      turned: { row: row - (kernel - 1 - down), column: column - (kernel - 1 - across) },
    },
  };
}

/** How often one digit was taken for another: a cell of a table of mistakes, a row for each digit. */
function drawConfused(random: Random): Search {
  const side = 10;
  const [row, column] = random.order(side);
  const values = Array.from({ length: side * side }, (_, at) =>
    Math.floor(at / side) === at % side ? random.whole(880, 980) : random.whole(0, 12),
  );
  return {
    setting: { row, column },
    figure: { rows: side, columns: side, values, magnitude: 12, isNumbered: true },
    right: { row, column },
    slips: {
      swapped: { row: column, column: row },
      rightOnes: { row, column: row },
      rightOthers: { row: column, column },
    },
  };
}

/** Every search by the name under which an exercise asks for it. */
export const searches = {
  'code-pixel': drawCodePixel,
  'confused-cell': drawConfused,
  'flattened-cell': drawFlattened,
  'let-through-cell': drawLetThrough,
  'most-changed-cell': drawMostChanged,
  'normalised-cell': drawNormalised,
  'pooled-cell': drawPooled,
  'scattered-cell': drawScattered,
  'tap-cell': drawTap,
  'window-uses-cell': drawWindowUses,
};

/** The name of a search. */
export type SearchName = keyof typeof searches;

/** The slips of a search that lead elsewhere than to the right cell. */
export const searchSlips = ({ right, slips }: Search): [slip: string, place: Place][] =>
  Object.entries(slips).filter(([, place]) => !isSame(place, right));

/** What a seed draws, so that no two slips lead to one cell. */
export function searchOf(name: SearchName, seed: number): Search {
  const random = randomFrom(seed);
  for (;;) {
    const search = searches[name](random);
    const places = searchSlips(search).map(([, place]) => placeText(place));
    if (new Set(places).size === places.length) return search;
  }
}

/** A cell as an answer: `2,5`. */
export const placeText = ({ row, column }: Place) => `${row},${column}`;

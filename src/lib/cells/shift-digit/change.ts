import { imageSide } from '$lib/data';
import type { Cell } from '$lib/figures/mark';
import { manualSeed, type Tensor } from '$lib/nn';

/** What is done to a digit, in this order: turned and scaled about its middle, moved, erased, sprinkled. */
export interface Change {
  /** Pixels to the right and down. */
  readonly right: number;
  readonly down: number;
  /** Degrees clockwise. */
  readonly turn: number;
  /** How many times as large. */
  readonly scale: number;
  /** The most that a pixel's grey level is moved by chance, in parts of full ink. */
  readonly noise: number;
  /** The middles of the squares of 5 × 5 that are erased. */
  readonly erased: readonly Cell[];
}

/** Nothing is done. */
export const noChange: Change = { right: 0, down: 0, turn: 0, scale: 1, noise: 0, erased: [] };

const middle = (imageSide - 1) / 2;
/** How far an erased square reaches from its middle. */
const reach = 2;

/** An image `[28, 28]` changed: bytes between four pixels are weighted by how near these are, outside is paper. */
export function changeImage(image: Uint8Array, change: Change): Uint8Array {
  const angle = (change.turn * Math.PI) / 180;
  const [cos, sin] = [Math.cos(angle) / change.scale, Math.sin(angle) / change.scale];
  const at = (row: number, column: number) =>
    row >= 0 && row < imageSide && column >= 0 && column < imageSide
      ? image[row * imageSide + column]
      : 0;
  const generator = manualSeed(1);
  return Uint8Array.from(image, (_, place) => {
    const [row, column] = [Math.floor(place / imageSide), place % imageSide];
    const jitter = change.noise * 255 * generator.uniform(-1, 1);
    if (change.erased.some((cell) => isNear(cell, row, column))) return 0;
    const x = column - change.right - middle;
    const y = row - change.down - middle;
    // Where this pixel was before; rounded so that whole moves hit whole pixels.
    const fromColumn = Math.round(1e6 * (cos * x + sin * y + middle)) / 1e6;
    const fromRow = Math.round(1e6 * (cos * y - sin * x + middle)) / 1e6;
    const [top, left] = [Math.floor(fromRow), Math.floor(fromColumn)];
    const [below, beside] = [fromRow - top, fromColumn - left];
    const grey =
      (1 - below) * ((1 - beside) * at(top, left) + beside * at(top, left + 1)) +
      below * ((1 - beside) * at(top + 1, left) + beside * at(top + 1, left + 1));
    return Math.max(0, Math.min(255, Math.round(grey + jitter)));
  });
}

const isNear = (cell: Cell, row: number, column: number) =>
  Math.abs(cell.row - row) <= reach && Math.abs(cell.column - column) <= reach;

/** How much of a layer has changed: the length of the difference in parts of the length of what it was. */
export function shareChanged(before: Tensor, after: Tensor): number {
  let [difference, whole] = [0, 0];
  before.data.forEach((value, at) => {
    difference += (after.data[at] - value) ** 2;
    whole += value ** 2;
  });
  return whole === 0 ? 0 : Math.sqrt(difference / whole);
}

import type { SolvableField, WindowNumbers, WindowQuestion, WindowSolution } from './window';

type Common = Readonly<Record<SolvableField, readonly number[]>>;

/** What one meets most often in published networks, the commonest first. */
const common: Common = {
  input: [28, 32, 224, 14, 7, 56, 112, 64, 16, 8, 227, 256, 128],
  kernel: [3, 5, 1, 2, 7, 4, 11, 9],
  stride: [1, 2, 4, 3],
  padding: [],
  dilation: [1, 2],
};

/** Transposed convolutions mostly double a size, with kernels that the stride divides. */
const commonTransposed: Common = {
  ...common,
  input: [14, 7, 16, 8, 4, 32, 28, 1, 64, 56, 112],
  kernel: [4, 2, 3, 5, 1, 6, 8, 7],
  stride: [2, 1, 4, 3, 8],
};

/** How unusual a value is: its place in the list; after the list, the larger the rarer. */
function rarity(usual: readonly number[], value: number): number {
  const place = usual.indexOf(value);
  return place === -1 ? usual.length + value : place;
}

/** What is hardly ever built: a window that sees nothing but padding. */
const absurd = 50;

/**
 * Padding is common as none, or as what keeps the size (what multiplies it by the stride, where the
 * convolution is transposed); then the smaller the better.
 */
function paddingRarity(window: WindowNumbers, isTransposed: boolean): number {
  const { padding, kernel, dilation, stride } = window;
  if (padding === 0) return 0;
  const border = dilation * (kernel - 1);
  const keepsSize = 2 * padding === (isTransposed ? border + 1 - stride : border);
  if (keepsSize) return 0.5;
  return 1 + padding + (padding > border ? absurd : 0);
}

/** The pixels at the end that no window begins for: windows that divide the input evenly are usual. */
function leftover({ input, kernel, stride, padding, dilation }: WindowNumbers): number {
  return (input + 2 * padding - dilation * (kernel - 1) - 1) % stride;
}

/** What makes a window as a whole unusual: pixels left over, or outputs made by unequally many taps. */
function unevenness(window: WindowNumbers, isTransposed: boolean): number {
  const isEven = isTransposed ? window.kernel % window.stride === 0 : leftover(window) === 0;
  return isEven ? 0 : 3;
}

/** Sorts solutions by how usual their missing settings are, evenly dividing ones before others. */
export function byCommonness(missing: readonly SolvableField[], { layer }: WindowQuestion) {
  const isTransposed = layer === 'transposed';
  const usual = isTransposed ? commonTransposed : common;
  const rarityOf = (field: SolvableField, window: WindowNumbers) =>
    field === 'padding' ? paddingRarity(window, isTransposed) : rarity(usual[field], window[field]);
  const score = ({ window }: WindowSolution) =>
    missing.reduce((sum, field) => sum + rarityOf(field, window), unevenness(window, isTransposed));
  return (a: WindowSolution, b: WindowSolution) => score(a) - score(b);
}

import type { PaddingMode } from '$lib/network';

/** The settings of a window that can be looked for, in the order of the formula. */
export const solvableFields = ['input', 'kernel', 'stride', 'padding', 'dilation'] as const;
export type SolvableField = (typeof solvableFields)[number];

/** A window along one axis, all its settings as numbers. */
export type WindowNumbers = Readonly<Record<SolvableField, number>>;

/** The smallest value of each setting. */
export const smallest: WindowNumbers = { input: 1, kernel: 1, stride: 1, padding: 0, dilation: 1 };

/** What is known of a window; one or two of its settings are missing. */
export interface WindowQuestion {
  readonly known: Partial<WindowNumbers>;
  /** The output size that is wanted. */
  readonly output: number;
  /**
   * What the window does: it slides; it pools, with a padding of at most half its kernel; or it is
   * spread out by a transposed convolution. It slides if not given.
   */
  readonly layer?: 'sliding' | 'pooling' | 'transposed';
  readonly ceilMode?: boolean;
  /** Padding given by its name; it is then neither known as a number nor looked for. */
  readonly paddingMode?: PaddingMode;
  /** Rows and columns that a transposed convolution adds at the end; 0 if not given. */
  readonly outputPadding?: number;
  /** What is tried goes up to this, and further only as far as a known setting does. */
  readonly largest?: number;
}

/** A window that was found, and the size of its output. */
export interface WindowSolution {
  readonly window: WindowNumbers;
  readonly output: number;
}

/** The windows that give the wanted output, the commonest first; or those that come nearest to it. */
export interface WindowSolutions {
  readonly exact: boolean;
  /** How many there are; no more than `mostListed` of them are written out in `found`. */
  readonly count: number;
  readonly found: readonly WindowSolution[];
  /** The largest value that was tried for each missing setting. */
  readonly tried: Readonly<Partial<WindowNumbers>>;
}

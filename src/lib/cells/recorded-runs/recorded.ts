/**
 * Runs that were measured for this project: the share of MNIST's 10,000 test digits that is read right after each
 * epoch, in percent. PyTorch 1.13, all training digits, PyTorch's initialisation; a run for each seed from 0.
 */

/** The article's recipe: plain SGD, batches of 64, learning rate 0.001. */
export const articleRuns: readonly (readonly number[])[] = [
  [10.09, 10.15, 12.03, 24.77, 34.96, 37.9, 49.12, 74.2, 82.95, 86.88],
  [10.49, 12.75, 20.8, 29.66, 29.96, 35.98, 55.47, 72.01, 78.0, 82.42],
  [12.0, 19.57, 29.97, 34.79, 37.91, 44.43, 49.06, 71.82, 82.44, 86.22],
  [10.89, 19.5, 40.36, 32.31, 36.36, 57.89, 77.95, 83.74, 86.62, 88.13],
  [15.88, 26.83, 36.91, 39.78, 40.91, 43.97, 51.18, 64.95, 74.16, 79.56],
];

/** The same network with momentum 0.9 and a learning rate of 0.01: after ten epochs, two seeds. */
export const momentumEnds: readonly number[] = [98.76, 98.9];

/** The recipe that passes 99%, by this project's own trainer: after its two epochs, ten seeds. */
export const oneCycleEnds: readonly number[] = [
  99.19, 99.12, 99.11, 99.09, 99.06, 99.14, 99.35, 99.14, 99.07, 99.16,
];

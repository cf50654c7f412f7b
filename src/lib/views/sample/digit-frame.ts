import { borderWidth, imageSide } from '$lib/data';
import type { Mark } from '$lib/figures/mark';

/** Where the digit lies in what the network reads: what is outside this thin frame is border. */
export const digitFrame: Mark = {
  row: borderWidth,
  column: borderWidth,
  rows: imageSide,
  columns: imageSide,
  role: 'input',
  faint: true,
};

/** How many kernels there are, how many channels each has, and their sides. */
export interface SheetShape {
  readonly kernels: number;
  readonly channels: number;
  readonly rows: number;
  readonly columns: number;
}

/**
 * Kernels [kernels, channels, rows, columns] laid out as one picture [channels · rows, kernels ·
 * columns]: a column of patches for each kernel, a row for each channel that it looks at.
 */
export function kernelSheet(
  weights: ArrayLike<number>,
  { kernels, channels, rows, columns }: SheetShape,
): Float32Array {
  const width = kernels * columns;
  return Float32Array.from({ length: width * channels * rows }, (_, at) => {
    const [row, column] = [Math.floor(at / width), at % width];
    const kernel = Math.floor(column / columns);
    const channel = Math.floor(row / rows);
    const tap = (row % rows) * columns + (column % columns);
    return weights[(kernel * channels + channel) * rows * columns + tap];
  });
}

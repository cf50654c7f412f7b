/** How many kernels there are, how many channels each has, and their side. */
export interface SheetShape {
  readonly kernels: number;
  readonly channels: number;
  readonly size: number;
}

/**
 * Kernels [kernels, channels, size, size] laid out as one picture [channels · size, kernels · size]:
 * a column of patches for each kernel, a row for each channel that it looks at.
 */
export function kernelSheet(
  weights: ArrayLike<number>,
  { kernels, channels, size }: SheetShape,
): Float32Array {
  const width = kernels * size;
  return Float32Array.from({ length: width * channels * size }, (_, at) => {
    const [row, column] = [Math.floor(at / width), at % width];
    const kernel = Math.floor(column / size);
    const channel = Math.floor(row / size);
    return weights[((kernel * channels + channel) * size + (row % size)) * size + (column % size)];
  });
}

import { kernelSpan, outputSize } from '$lib/arithmetic';
import { imageSide } from '$lib/data';
import type { Cell } from '$lib/figures/mark';
import { conv2d, tensor, zeros } from '$lib/nn';

/** Taps of the kernel along each axis. */
export const kernelSide = 5;

/** How the kernel slides, the same along both axes. */
export interface Sliding {
  readonly stride: number;
  readonly padding: number;
  readonly dilation: number;
}

/** The ready-made kernels: 25 weights each, row by row. */
export const readyKernels = {
  /** Ink on the right counts, ink on the left counts against it: a vertical edge. */
  edge: Float64Array.from({ length: 25 }, (_, at) => [-1, -1, 0, 1, 1][at % 5] / 5),
  /** The same turned: a horizontal edge. */
  flat: Float64Array.from({ length: 25 }, (_, at) => [-1, -1, 0, 1, 1][Math.floor(at / 5)] / 5),
  /** The mean of 25 pixels. */
  blur: Float64Array.from({ length: 25 }, () => 1 / 25),
  /** The pixel in the middle, and nothing else: the map is the picture. */
  dot: Float64Array.from({ length: 25 }, (_, at) => Number(at === 12)),
  /** Nothing yet. */
  blank: new Float64Array(25),
} as const;

/** A ready-made kernel. */
export type ReadyKernel = keyof typeof readyKernels;

/** A picture under a kernel. */
export interface Bench {
  /** The ink of the picture, 0 to 1, with its border of zeros: `[side, side]`. */
  readonly input: Float64Array;
  readonly side: number;
  /** What the kernel makes of it: `[mapSide, mapSide]`. */
  readonly map: Float64Array;
  readonly mapSide: number;
}

/** Slides a kernel over an image `[28, 28]` of grey levels; nothing where the kernel does not fit. */
export function slideOver(
  pixels: Uint8Array,
  kernel: Float64Array,
  sliding: Sliding,
): Bench | undefined {
  const { stride, padding, dilation } = sliding;
  const size = outputSize({ input: imageSide, kernel: kernelSide, stride, padding, dilation });
  if (!size.ok) return undefined;
  const side = imageSide + 2 * padding;
  const input = new Float64Array(side * side);
  pixels.forEach((grey, at) => {
    const [row, column] = [Math.floor(at / imageSide), at % imageSide];
    input[(row + padding) * side + column + padding] = grey / 255;
  });
  const map = conv2d(
    tensor([1, 1, side, side], input),
    tensor([1, 1, kernelSide, kernelSide], kernel),
    zeros([1]),
    { stride, dilation },
  );
  return { input, side, map: map.data, mapSide: size.value };
}

/** The cell of the picture, border included, that each tap covers when the kernel makes the map's `cell`. */
export function tapsUnder({ row, column }: Cell, { stride, dilation }: Sliding): Cell[] {
  return Array.from({ length: kernelSide ** 2 }, (_, tap) => ({
    row: row * stride + Math.floor(tap / kernelSide) * dilation,
    column: column * stride + (tap % kernelSide) * dilation,
  }));
}

/** How many rows and columns of the picture the kernel reaches over. */
export const spanOf = ({ dilation }: Sliding): number => kernelSpan(kernelSide, dilation);

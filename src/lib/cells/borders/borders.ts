import {
  borderWidth,
  imageSide,
  inputSide,
  networkInput,
  normalizations,
  normalizeImages,
} from '$lib/data';
import { conv2d, tensor, zeros, type Tensor } from '$lib/nn';

/** What can lie around a digit: background before normalising, zeros after it, nothing. */
export const borderChoices = ['background', 'zeros', 'none'] as const;
export type BorderChoice = (typeof borderChoices)[number];

/** A digit in one of the borders, and the map that one kernel makes of it. */
export interface Bordered {
  /** [1, 1, side, side]: normalised as is usual for MNIST. */
  readonly input: Tensor;
  /** The number at the edge; undefined where there is no border. */
  readonly edge: number | undefined;
  /** [1, 1, side − 4, side − 4]: sums, before any nonlinearity. */
  readonly map: Tensor;
}

/** A normalised digit [1, 1, 28, 28] with zeros around it, as a convolution with a padding of 2 reads it. */
function withZeros(digit: Tensor): Tensor {
  const padded = zeros([1, 1, inputSide, inputSide]);
  for (let row = 0; row < imageSide; row++) {
    const pixels = digit.data.subarray(row * imageSide, (row + 1) * imageSide);
    padded.data.set(pixels, (row + borderWidth) * inputSide + borderWidth);
  }
  return padded;
}

/** The digit `pixels` [28, 28] in a border, through a kernel [1, 1, 5, 5] with its bias [1]. */
export function bordered(
  choice: BorderChoice,
  pixels: Uint8Array,
  kernel: Tensor,
  bias: Tensor,
): Bordered {
  const bare = () => normalizeImages(pixels, normalizations.usual);
  const input = {
    background: () => networkInput(pixels, normalizations.usual),
    zeros: () => withZeros(bare()),
    none: bare,
  }[choice]();
  const edge = choice === 'none' ? undefined : input.data[0];
  return { input, edge, map: conv2d(input, kernel, bias) };
}

/** One kernel of C1's weights [6, 1, 5, 5] and its bias, as a convolution of their own. */
export function oneKernel(weight: Tensor, bias: Tensor, kernel: number): [Tensor, Tensor] {
  const [, channels, rows, columns] = weight.shape;
  const size = channels * rows * columns;
  const taps = weight.data.slice(kernel * size, (kernel + 1) * size);
  return [tensor([1, channels, rows, columns], taps), tensor([1], [bias.data[kernel]])];
}

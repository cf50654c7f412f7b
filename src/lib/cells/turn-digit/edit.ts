import { borderWidth, imageSide } from '$lib/data';
import type { Tensor } from '$lib/nn';

/** Full ink. */
const ink = 255;

/** How many pixels of an image differ from those of another. */
export const pixelsChanged = (before: Uint8Array, after: Uint8Array): number =>
  after.reduce((count, grey, at) => count + Number(grey !== before[at]), 0);

/** A pixel painted: full ink, or paper. */
export function paintPixel(image: Uint8Array, at: number, isInk: boolean): Uint8Array {
  const painted = Uint8Array.from(image);
  painted[at] = isInk ? ink : 0;
  return painted;
}

/**
 * What the gradient of a loss with respect to what the network reads, `[1, 1, 32, 32]`, says of the image
 * inside the border: `[28, 28]`, positive where ink lowers the loss, negative where it raises it.
 */
export function hintOf({ shape, data }: Tensor): Float64Array {
  const width = shape[3];
  return Float64Array.from({ length: imageSide ** 2 }, (_, at) => {
    const [row, column] = [Math.floor(at / imageSide), at % imageSide];
    return -data[(row + borderWidth) * width + column + borderWidth];
  });
}

/** The image with the pixel changed that the hint asks for most; the same image where none is left to change. */
export function followHint(image: Uint8Array, hint: Float64Array): Uint8Array {
  // How much of a change a pixel still allows: to full ink, or to paper.
  const gain = (at: number) => hint[at] * (hint[at] > 0 ? ink - image[at] : -image[at]);
  let best = 0;
  for (let at = 1; at < image.length; at += 1) if (gain(at) > gain(best)) best = at;
  return gain(best) > 0 ? paintPixel(image, best, hint[best] > 0) : image;
}

import type { Contribution, InputGradViews } from '$lib/nn';

/** A kernel `[rows, columns]` or a patch of that size, row-major. */
export interface Patch {
  readonly rows: number;
  readonly columns: number;
  readonly values: Float64Array;
}

/** What one output channel does for the number: the kernel's slice, the gradients, the products. */
export interface ChannelPictures {
  /** The kernel as it is, and turned by 180°. */
  readonly kernel: Patch;
  readonly turned: Patch;
  /** The gradients that the turned kernel lies on; zeros outside. */
  readonly around: Patch;
  readonly products: Patch;
  readonly contributions: readonly Contribution[];
  /** What the channel adds to the number. */
  readonly sum: number;
}

/** The output channel whose products add up to most. */
export function strongestChannel({ turned }: InputGradViews): number {
  const sums = new Map<number, number>();
  for (const { place, product } of turned) {
    sums.set(place[0], (sums.get(place[0]) ?? 0) + product);
  }
  return [...sums].reduce((best, each) => (Math.abs(each[1]) > Math.abs(best[1]) ? each : best))[0];
}

/** The pictures of one output channel. */
export function channelPictures(views: InputGradViews, channel: number): ChannelPictures {
  const taps = views.turned.filter(({ place }) => place[0] === channel);
  const rows = 1 + Math.max(...taps.map(({ place }) => place[1]));
  const columns = 1 + Math.max(...taps.map(({ place }) => place[2]));
  const patch = (read: (tap: (typeof taps)[number]) => number): Patch => ({
    rows,
    columns,
    values: Float64Array.from(taps, read),
  });
  const turned = patch(({ weight }) => weight.value);
  return {
    turned,
    kernel: { ...turned, values: turned.values.slice().reverse() },
    around: patch(({ beneath }) => beneath.value),
    products: patch(({ product }) => product),
    contributions: views.contributions.filter(({ gradient }) => gradient.ref.index[0] === channel),
    sum: taps.reduce((sum, { product }) => sum + product, 0),
  };
}

/**
 * The input's plane `[height, width]` after the first `count` outputs of a channel have handed back
 * their gradients, each over its window, through the kernel.
 */
export function spread(
  { kernel, contributions }: ChannelPictures,
  count: number,
  height: number,
  width: number,
): Float64Array {
  const plane = new Float64Array(height * width);
  for (const { gradient, window } of contributions.slice(0, count)) {
    for (let a = 0; a < kernel.rows; a += 1) {
      for (let b = 0; b < kernel.columns; b += 1) {
        const [row, column] = [window[0] + a, window[1] + b];
        if (row < 0 || row >= height || column < 0 || column >= width) continue;
        plane[row * width + column] += gradient.value * kernel.values[a * kernel.columns + b];
      }
    }
  }
  return plane;
}

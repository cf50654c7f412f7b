import type { SlidingOptions } from '../window';

/** One window over one pixel of an axis: which window, and which tap of its kernel lies there. */
export interface Touch {
  readonly window: number;
  readonly tap: number;
}

/** A kernel that slides along one axis. Pixels count from the picture's first; padding is below 0. */
export class Axis {
  readonly #stride: number;
  readonly #padding: number;
  readonly #dilation: number;

  constructor(
    readonly input: number,
    readonly kernel: number,
    readonly windows: number,
    { stride = 1, padding = 0, dilation = 1 }: SlidingOptions,
  ) {
    this.#stride = stride;
    this.#padding = padding;
    this.#dilation = dilation;
  }

  /** The pixel under a tap of a window. */
  pixel(window: number, tap: number): number {
    return window * this.#stride + tap * this.#dilation - this.#padding;
  }

  /** Whether a pixel lies in the picture, and not in the padding around it. */
  inside(pixel: number): boolean {
    return pixel >= 0 && pixel < this.input;
  }

  /** The window whose tap lies on this pixel: a fraction where it falls between two windows. */
  windowAt(pixel: number, tap: number): number {
    return (pixel + this.#padding - tap * this.#dilation) / this.#stride;
  }

  /** The windows that reach this pixel, in order, each with the tap that does. */
  touches(pixel: number): Touch[] {
    const found: Touch[] = [];
    for (let tap = this.kernel - 1; tap >= 0; tap--) {
      const window = this.windowAt(pixel, tap);
      if (Number.isInteger(window) && window >= 0 && window < this.windows) {
        found.push({ window, tap });
      }
    }
    return found;
  }

  /** The pixels inside the picture that a window reaches, in order. */
  reach(window: number): number[] {
    return range(this.kernel)
      .map((tap) => this.pixel(window, tap))
      .filter((pixel) => this.inside(pixel));
  }
}

/** The whole numbers from 0 to n − 1. */
export function range(n: number): number[] {
  return Array.from({ length: n }, (_, i) => i);
}

/** Every way to take one element from each list, the last list running fastest: their product. */
export function combinations(...lists: readonly (readonly number[])[]): number[][] {
  return lists.reduce<number[][]>(
    (starts, list) => starts.flatMap((start) => list.map((each) => [...start, each])),
    [[]],
  );
}

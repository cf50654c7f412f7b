import type { NetworkStep } from '$lib/arithmetic';
import type { Shape } from '$lib/network';

/** A box of the drawing: a stack of maps, or a bar of features, with its front face at (x, y). */
export interface PlaneBox {
  readonly shape: Shape;
  /** Which row it comes from, from 0; −1 is the input. */
  readonly index: number;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** How far the stack reaches back, the same to the right and upwards. */
  readonly depth: number;
}

/** The whole drawing in its own units. */
export interface Planes {
  readonly boxes: readonly PlaneBox[];
  readonly width: number;
  readonly height: number;
}

const gap = 34;
const margin = 12;
const words = 30;
const least = 58;

/** From 1 to thousands of pixels in one picture: a side grows with the logarithm of its size. */
const side = (size: number) => 8 + 17 * Math.log2(size);
const depthOf = (channels: number) => 4 * Math.log2(channels);
const isVector = ([, height, width]: Shape) => height === 1 && width === 1;

function sizeOf(shape: Shape) {
  const [channels, height, width] = shape;
  return isVector(shape)
    ? { width: 10, height: 10 + 13 * Math.log2(channels), depth: 0 }
    : { width: side(width), height: side(height), depth: depthOf(channels) };
}

/** Places the input and each layer that changes the shape from left to right, on one axis. */
export function layoutPlanes(input: Shape, steps: readonly NetworkStep[]): Planes {
  const shapes = [
    { shape: input, index: -1 },
    ...steps
      .map(({ measure, layer }, index) => ({ shape: measure.output, index, kind: layer.kind }))
      .filter(({ kind }) => !['activation', 'batchNorm', 'dropout'].includes(kind)),
  ];
  const sizes = shapes.map(({ shape }) => sizeOf(shape));
  const tallest = Math.max(...sizes.map(({ height, depth }) => height + depth));
  let x = margin;
  const boxes = shapes.map(({ shape, index }, order) => {
    const { width, height, depth } = sizes[order];
    const taken = Math.max(least, width + depth);
    const left = x + (taken - width - depth) / 2;
    x += taken + gap;
    const y = margin + (tallest - height - depth) / 2 + depth;
    return { shape, index, x: left, y, width, height, depth };
  });
  return { boxes, width: x - gap + margin, height: tallest + 2 * margin + words };
}

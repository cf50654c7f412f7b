import {
  kernelSpan,
  tapsOf,
  unreadPlaces,
  windowAlong,
  windowsOver,
  type SlidingWindow,
  type Tap,
} from '$lib/arithmetic';
import type { LayerResult } from '../answer';

/**
 * One axis of the drawing: a kernel that lies somewhere on a ground, and a place on another grid for
 * each place where it can lie. In a convolution the ground is the padded input and the places are
 * the outputs; a transposed convolution is the same picture with the two changed round.
 */
export interface DrawnAxis {
  /** Cells of the ground that really exist. */
  readonly ground: number;
  /** Cells drawn before and after them: padding, or what a transposed convolution cuts off. */
  readonly before: number;
  readonly after: number;
  /** Places where the kernel can lie. */
  readonly places: number;
  readonly kernel: number;
  readonly stride: number;
  readonly dilation: number;
  /** Cells from the kernel's first tap to its last. */
  readonly span: number;
  /** Cells of the ground that the kernel never lies on. */
  readonly untouched: readonly number[];
  /** Where the kernel's taps lie at a place; outside 0…ground−1 is margin. */
  tapsAt(place: number): Tap[];
  /** The places at which the kernel lies on a cell of the ground, and with which tap. */
  placesOver(cell: number): { readonly place: number; readonly tap: number }[];
}

/** What is drawn for a layer with a window. */
export interface Drawing {
  readonly rows: DrawnAxis;
  readonly columns: DrawnAxis;
  /** Whether the places are inputs, each of which is spread over the ground: a transposed convolution. */
  readonly spreads: boolean;
}

/** The most cells along a side that are still drawn. */
export const largestDrawn = 160;

/**
 * The drawing of a layer, `too-large` where nobody could look at it, or nothing where the layer has
 * no window. What is too large is told by its sizes alone: nothing of it is built.
 */
export function drawingOf(result: LayerResult): Drawing | 'too-large' | undefined {
  const rows = outline(result, 0);
  const columns = outline(result, 1);
  if (!rows || !columns) return undefined;
  const isSmall = ({ before, after, window, places }: Outline) =>
    Math.max(before + window.input + after, places) <= largestDrawn;
  if (![rows, columns].every(isSmall)) return 'too-large';
  return {
    rows: drawnAxis(rows),
    columns: drawnAxis(columns),
    spreads: result.layer.kind === 'transposed',
  };
}

/** The sizes of an axis: a window that slides over the ground, the margins and the places. */
interface Outline {
  readonly window: Required<SlidingWindow>;
  readonly before: number;
  readonly after: number;
  readonly places: number;
  readonly span: number;
}

function outline({ layer, numbers, measure }: LayerResult, axis: 0 | 1): Outline | undefined {
  if (!('kernelSize' in layer)) return undefined;
  const resolved = windowAlong(layer, axis);
  if (!resolved.ok) return undefined;

  const [input, output] = [numbers.input[axis], measure.output[axis + 1]];
  const [ground, places] = layer.kind === 'transposed' ? [output, input] : [input, output];
  const ceilMode = 'ceilMode' in layer && layer.ceilMode;
  const { kernel, stride, dilation, padding } = resolved.value;
  const span = kernelSpan(kernel, dilation);
  const end = (places - 1) * stride - padding[0] + span;
  return {
    window: { ...resolved.value, input: ground, ceilMode },
    places,
    span,
    before: padding[0],
    after: Math.max(padding[1], end - ground),
  };
}

function drawnAxis({ window, places, ...margins }: Outline): DrawnAxis {
  const { input: ground, kernel, stride, dilation } = window;
  return {
    ...margins,
    ground,
    places,
    kernel,
    stride,
    dilation,
    untouched: unreadPlaces(window),
    tapsAt: (place) => tapsOf(window, place),
    placesOver: (cell) =>
      windowsOver(window, cell)
        .filter(({ output: place }) => place < places)
        .map(({ output: place, tap }) => ({ place, tap })),
  };
}

/** Cells along an axis, margins included. */
export function extent({ before, ground, after }: DrawnAxis): number {
  return before + ground + after;
}

/** The side of a cell in pixels for a picture that is to fit into `room` pixels. */
export function cellSize(rows: number, columns: number, room: number): number {
  return Math.max(2, Math.min(24, Math.floor(room / Math.max(rows, columns))));
}

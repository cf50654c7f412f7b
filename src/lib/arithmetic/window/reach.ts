import { greatestCommonDivisor, inverse, modulo } from '../divisor';
import { outputSize, type SlidingWindow } from '../output-size';

/** A tap of the kernel and the place in the input it falls on; outside 0…input−1 lies padding. */
export interface Tap {
  readonly tap: number;
  readonly input: number;
}

const before = ({ padding = 0 }: SlidingWindow) =>
  typeof padding === 'number' ? padding : padding[0];

/** The place of the input under a tap of the window at `output`; outside 0…input−1 lies padding. */
export function placeUnder(window: SlidingWindow, output: number, tap: number): number {
  const { stride = 1, dilation = 1 } = window;
  return output * stride + tap * dilation - before(window);
}

/** What the window at `output` reads along one axis, one place for each tap of the kernel. */
export function tapsOf(window: SlidingWindow, output: number): Tap[] {
  return Array.from({ length: window.kernel }, (_, tap) => ({
    tap,
    input: placeUnder(window, output, tap),
  }));
}

/** The taps with which some window reads the place `input`: every `step`-th from `first` to `last`. */
interface TapRange {
  readonly first: number;
  readonly last: number;
  readonly step: number;
}

/**
 * A place is read with a tap where `place − tap · dilation` is a whole number of strides: by one of
 * the windows from `firstWindow` to `lastWindow`.
 */
function tapsOver(
  window: SlidingWindow,
  input: number,
  firstWindow: number,
  lastWindow: number,
): TapRange {
  const { kernel, stride = 1, dilation = 1 } = window;
  const place = input + before(window);
  const divisor = greatestCommonDivisor(stride, dilation);
  const step = stride / divisor;
  if (place % divisor !== 0) return { first: 0, last: -1, step };
  const least = Math.max(0, Math.ceil((place - lastWindow * stride) / dilation));
  const most = Math.min(kernel - 1, Math.floor((place - firstWindow * stride) / dilation));
  // The one remainder by `step` that the taps have: tap · dilation ≡ place (mod stride).
  const remainder = modulo(place / divisor, step) * inverse((dilation / divisor) % step, step);
  const first = least + modulo(remainder - least, step);
  return { first, last: most - modulo(most - first, step), step };
}

/** Whole numbers that lie `step` apart: `count` of them, `first` the smallest. */
export interface Progression {
  readonly first: number;
  readonly step: number;
  readonly count: number;
}

/**
 * The inputs that a transposed convolution adds up in the output at a place, where no border cuts
 * them off: the windows, sliding over the output, that lie on the place.
 */
export function inputsUnder(window: Omit<SlidingWindow, 'input'>, place: number): Progression {
  const { stride = 1, dilation = 1 } = window;
  const endless = { ...window, input: Infinity };
  const { first, last, step } = tapsOver(endless, place, -Infinity, Infinity);
  return {
    first: (place + before(endless) - last * dilation) / stride,
    step: (step * dilation) / stride,
    count: Math.floor((last - first) / step) + 1,
  };
}

/**
 * Every window that reads the place `input` along one axis, and with which tap. A window that lies
 * past the last one does not count. [] where the window fits nowhere.
 */
export function windowsOver(
  window: SlidingWindow,
  input: number,
): { readonly output: number; readonly tap: number }[] {
  const size = outputSize(window);
  if (!size.ok) return [];
  const { stride = 1, dilation = 1 } = window;
  const { first, last, step } = tapsOver(window, input, 0, size.value - 1);
  const found = [];
  for (let tap = last; tap >= first; tap -= step) {
    found.push({ output: (input + before(window) - tap * dilation) / stride, tap });
  }
  return found;
}

/**
 * The places of the input that no window reads: left over at the end, or skipped between windows.
 * The work grows with the input alone, not with the kernel or the number of windows.
 */
export function unreadPlaces(window: SlidingWindow): number[] {
  const size = outputSize(window);
  if (!size.ok) return [];
  const unread: number[] = [];
  for (let place = 0; place < window.input; place++) {
    const { first, last } = tapsOver(window, place, 0, size.value - 1);
    if (first > last) unread.push(place);
  }
  return unread;
}

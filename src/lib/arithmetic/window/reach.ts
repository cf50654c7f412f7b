import { greatestCommonDivisor, inverse } from '../divisor';
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

/** A place is read with a tap where `place − tap · dilation` is a whole number of strides. */
function tapsOver(window: SlidingWindow, input: number, windows: number): TapRange {
  const { kernel, stride = 1, dilation = 1 } = window;
  const place = input + before(window);
  const divisor = greatestCommonDivisor(stride, dilation);
  const step = stride / divisor;
  if (place % divisor !== 0) return { first: 0, last: -1, step };
  const least = Math.max(0, Math.ceil((place - (windows - 1) * stride) / dilation));
  const last = Math.min(kernel - 1, Math.floor(place / dilation));
  // The one remainder by `step` that the taps have: tap · dilation ≡ place (mod stride).
  const remainder =
    (((place / divisor) % step) * inverse((dilation / divisor) % step, step)) % step;
  const first = least + ((((remainder - least) % step) + step) % step);
  return { first, last: last - ((((last - first) % step) + step) % step), step };
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
  const { first, last, step } = tapsOver(window, input, size.value);
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
    const { first, last } = tapsOver(window, place, size.value);
    if (first > last) unread.push(place);
  }
  return unread;
}

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
  const { kernel, stride = 1, dilation = 1 } = window;
  const found = [];
  for (let tap = kernel - 1; tap >= 0; tap--) {
    const start = input + before(window) - tap * dilation;
    const output = start / stride;
    if (start >= 0 && Number.isInteger(output) && output < size.value) found.push({ output, tap });
  }
  return found;
}

/** The places of the input that no window reads: left over at the end, or skipped between windows. */
export function unreadPlaces(window: SlidingWindow): number[] {
  const size = outputSize(window);
  if (!size.ok) return [];
  const read = new Set<number>();
  for (let output = 0; output < size.value; output++) {
    for (const { input } of tapsOf(window, output)) read.add(input);
  }
  return Array.from({ length: window.input }, (_, place) => place).filter(
    (place) => !read.has(place),
  );
}

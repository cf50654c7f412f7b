import { c1Window } from './c1';
import { pixelBackground } from './job';
import { BLANK_IMAGE, BLANK_POOLED, BLANK_ROUTES } from './memory';

/*
 * About half of a digit's pool windows see nothing but background. What C1 makes of such a window
 * depends only on how much of the zero border it sees, so there are nine kinds: first, inner and last
 * row by first, inner and last column. Each is computed once, from an image of background.
 */

export const BLANK_KINDS: i32 = 9;

/** 0, 1 or 2 for the first, an inner and the last of the 14 rows or columns of windows. */
function kindOf(index: i32): i32 {
  return <i32>(index > 0) + <i32>(index > 12);
}

/** The kind of the window in row p and column q. */
export function blankKind(p: i32, q: i32): i32 {
  return 3 * kindOf(p) + kindOf(q);
}

/** The first pixel, in the image of background, of a window of a kind. */
export function blankWindow(kind: i32): usize {
  // Two rows or columns of pixels to a window; windows 0, 1 and 13 stand for the three kinds.
  const row = kind / 3;
  const column = kind % 3;
  const top = row == 2 ? 26 : 2 * row;
  const left = column == 2 ? 26 : 2 * column;
  return BLANK_IMAGE + ((<usize>top) << 7) + ((<usize>left) << 2);
}

export function blankPooled(kind: i32): usize {
  return BLANK_POOLED + ((<usize>kind) << 5);
}

export function blankRoute(kind: i32): usize {
  return BLANK_ROUTES + ((<usize>kind) << 7);
}

/** Draws the image of background, its border zero like any image's. */
export function drawBlankImage(): void {
  const background = pixelBackground();
  for (let row: usize = 2; row < 30; row++) {
    for (let column: usize = 2; column < 30; column++) {
      store<f32>(BLANK_IMAGE + (row << 7) + (column << 2), background);
    }
  }
}

/** Computes the nine kinds from C1's weights as they are now. */
export function computeBlankWindows(): void {
  for (let kind = 0; kind < BLANK_KINDS; kind++) {
    c1Window(blankWindow(kind), blankPooled(kind), blankRoute(kind));
  }
}

import { c1Window } from './c1';
import { pixelBackground } from './job';
import { BLANK_PATCH, BLANK_POOLED, BLANK_ROUTE } from './memory';

/*
 * About half of a digit's pool windows see nothing but background, and the border is background too:
 * C1 makes the same of each of them. It is computed once, from a patch of background.
 */

/** Draws the patch: six rows, of which a kernel's gradient reads eight columns from either window. */
export function drawBlankPatch(): void {
  const background = f32x4.splat(pixelBackground());
  for (let at: usize = 0; at < 6 * 128; at += 16) v128.store(BLANK_PATCH + at, background);
}

/** Computes a blank window from C1's weights as they are now. */
export function computeBlankWindow(): void {
  c1Window(BLANK_PATCH, BLANK_POOLED, BLANK_ROUTE);
}

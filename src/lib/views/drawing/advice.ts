import type { DrawingBoard } from './drawing-board.svelte';

/** A stroke wider than this in the image, in pixels, is wider than 99 of 100 in MNIST. */
const thickStroke = 4.3;

/** What a reader can be told about a drawing. */
export type Advice = 'dot' | 'full' | 'thick';

/** What to do about the drawing; nothing while the pen is down, for every stroke begins as a dot. */
export function adviceOn({ isDown, treatment, drawing }: DrawingBoard): Advice | undefined {
  if (isDown || treatment.kind === 'empty') return undefined;
  if (treatment.kind !== 'digit') return treatment.kind;
  const ink = drawing.strokes.filter(({ erases }) => !erases);
  const widest = Math.max(0, ...ink.map(({ width }) => width));
  return widest * treatment.scale > thickStroke ? 'thick' : undefined;
}

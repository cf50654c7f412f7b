import { fireEvent, screen } from '@testing-library/svelte';
import { drawingSide } from '$lib/data';

/** jsdom captures no pointers and lays nothing out. Call before a test that draws. */
export function prepareSurface(): void {
  HTMLElement.prototype.setPointerCapture = () => {};
  HTMLElement.prototype.getBoundingClientRect = () => new DOMRect(0, 0, drawingSide, drawingSide);
}

/** The surface; `name` is its accessible name. */
export const surface = (name = 'Draw a digit') => screen.getByRole('application', { name });

/** What a mouse says at this place. */
export const at = ([clientX, clientY]: [number, number]) => ({
  clientX,
  clientY,
  pointerId: 1,
  isPrimary: true,
  button: 0,
});

/** One stroke of the mouse through these places. */
export async function drawStroke(...places: [number, number][]): Promise<void> {
  await fireEvent.pointerDown(surface(), at(places[0]));
  for (const place of places.slice(1)) await fireEvent.pointerMove(surface(), at(place));
  await fireEvent.pointerUp(surface(), at(places.at(-1) ?? places[0]));
}

import { expect, test } from 'vitest';
import { fadeEdges } from '$lib/ui/fade-edges';

/** A part of this width in a window of that width, scrolled so far. */
function part(whole: number, window: number, scrolled: number): HTMLElement {
  const element = document.createElement('div');
  Object.defineProperty(element, 'scrollWidth', { value: whole });
  Object.defineProperty(element, 'clientWidth', { value: window });
  element.scrollLeft = scrolled;
  return element;
}

test.each([
  [300, 300, 0, ''],
  [300.4, 300, 0, ''],
  [480, 300, 0, 'end'],
  [480, 300, 90, 'start end'],
  [480, 300, 180, 'start'],
  [480, 300, 179.5, 'start'],
])('%d px in a window of %d, scrolled by %d: more at “%s”', (whole, window, scrolled, edges) => {
  const element = part(whole, window, scrolled);
  fadeEdges(element)();
  expect(element.dataset.more).toBe(edges);
});

test('follows the scrolling until it is taken off', () => {
  const element = part(480, 300, 0);
  const end = fadeEdges(element);
  const scrollTo = (left: number) => {
    element.scrollLeft = left;
    element.dispatchEvent(new Event('scroll'));
  };
  scrollTo(180);
  expect(element.dataset.more).toBe('start');
  end();
  scrollTo(0);
  expect(element.dataset.more).toBe('start');
});

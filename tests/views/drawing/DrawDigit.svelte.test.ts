import '../../figures/no-canvas';
import { fireEvent, render, screen, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, test, vi } from 'vitest';
import DrawDigit from '$lib/views/drawing/DrawDigit.svelte';
import { rememberedDrawing } from '$lib/views/drawing/stored-drawing';
import {
  decodeDigit,
  encodeDigit,
  penWidth,
  rasterizeDrawing,
  treatDrawing,
  type Drawing,
} from '$lib/data';
import { at, drawStroke, prepareSurface, surface } from './on-surface';

const button = (name: string) => screen.getByRole('button', { name });
const steps = () => screen.queryByRole('list', { name: 'From the drawing to the image' });
/** Opens what tells how the drawing becomes an image. */
const openSteps = () => userEvent.click(screen.getByText('From the drawing to the image'));
const ones = (bytes: Uint8Array) =>
  Array.from({ length: 10 }, (_, digit) =>
    digit === (encodeDigit(bytes) === encodeDigit(sevenImage) ? 7 : 1) ? 0.91 : 0.01,
  );

/** The image that a drawing of these strokes becomes. */
function imageOf(drawing: Drawing): Uint8Array {
  const treatment = treatDrawing(rasterizeDrawing(drawing));
  if (treatment.kind !== 'digit') throw new Error(`expected a digit, got ${treatment.kind}`);
  return treatment.image;
}

const strokeOf = (places: [number, number][]) => ({
  points: places.map(([x, y]) => ({ x, y })),
  width: penWidth,
});
const seven: [number, number][] = [
  [40, 30],
  [140, 30],
  [90, 180],
];
const sevenImage = imageOf({ strokes: [strokeOf(seven)] });

beforeEach(() => {
  prepareSurface();
  sessionStorage.clear();
});

test('an empty surface says what to do and gives no digit', () => {
  render(DrawDigit, { ondigit: vi.fn() });
  expect(screen.getByTestId('pad')).toHaveTextContent('Draw a digit here');
  expect(button('Use this digit')).toBeDisabled();
  expect(button('Undo')).toBeDisabled();
  expect(button('Clear')).toBeDisabled();
  expect(steps()).toBeNull();
});

test('a stroke of the mouse becomes a digit, in five steps with their numbers', async () => {
  const ondigit = vi.fn();
  render(DrawDigit, { ondigit });
  await drawStroke(...seven);
  await openSteps();
  const items = within(steps() as HTMLElement).getAllByRole('listitem');
  expect(items.map((item) => within(item).getByRole('heading').textContent)).toEqual([
    '1. What you drew',
    '2. The box round the ink',
    '3. Scaled into 20 × 20',
    '4. The centre of mass',
    '5. Centred by mass in 28 × 28',
  ]);
  expect(items[0]).toHaveTextContent('1 stroke of a pen 20 wide');
  expect(items[1]).toHaveTextContent('170 rows from row 20 on');
  expect(items[2]).toHaveTextContent('both sides times 20/170 = 0.118');
  expect(items[4]).toHaveTextContent('the centre of mass falls on pixel (14, 14)');
  await userEvent.click(button('Use this digit'));
  expect(ondigit).toHaveBeenCalledExactlyOnceWith(sevenImage);
  expect(decodeDigit(encodeDigit(sevenImage))).toEqual(sevenImage);
});

test.each<[string, [number, number][][], RegExp]>([
  ['a dot', [[[100, 100]]], /That is a dot/],
  [
    'ink everywhere',
    Array.from({ length: 24 }, (_, i) => [[0, 10 * i] as [number, number], [224, 10 * i]]),
    /Almost everything is ink/,
  ],
])('%s says what to do and gives no digit', async (_, strokes, words) => {
  render(DrawDigit, { ondigit: vi.fn() });
  for (const stroke of strokes) await drawStroke(...stroke);
  expect(screen.getByText(words)).toBeInTheDocument();
  expect(button('Use this digit')).toBeDisabled();
});

test('while the pen is down no advice is given: every stroke begins as a dot', async () => {
  const user = userEvent.setup();
  render(DrawDigit, { ondigit: vi.fn() });
  await user.tab();
  await user.keyboard(' ');
  expect(screen.queryByText(/That is a dot/)).toBeNull();
  await user.keyboard(' ');
  expect(screen.getByText(/That is a dot/)).toBeInTheDocument();
});

test('a digit drawn very small is taken, with the advice to draw larger', async () => {
  render(DrawDigit, { ondigit: vi.fn() });
  await drawStroke([100, 100], [100, 140]);
  expect(screen.getByText(/Draw the digit larger/)).toBeInTheDocument();
  expect(button('Use this digit')).toBeEnabled();
});

test('undo takes back a stroke, and a clearing', async () => {
  render(DrawDigit, { ondigit: vi.fn() });
  await drawStroke(...seven);
  await drawStroke([60, 100], [120, 100]);
  await openSteps();
  expect(steps()).toHaveTextContent('2 strokes');
  await userEvent.click(button('Undo'));
  expect(steps()).toHaveTextContent('1 stroke of');
  await userEvent.click(button('Clear'));
  expect(steps()).toBeNull();
  await userEvent.click(button('Undo'));
  expect(steps()).toHaveTextContent('1 stroke of');
});

test('what clears the surface hands it the focus, for its button can no longer hold it', async () => {
  const user = userEvent.setup();
  render(DrawDigit, { ondigit: vi.fn() });
  await drawStroke(...seven);
  await drawStroke([60, 100], [120, 100]);
  await user.click(button('Undo'));
  expect(button('Undo')).toHaveFocus();
  await user.click(button('Clear'));
  expect(surface()).toHaveFocus();
  await user.click(button('Undo'));
  expect(button('Undo')).toHaveFocus();
  await user.click(button('Undo'));
  expect(surface()).toHaveFocus();
});

test('the keyboard alone draws, and is told where the pen is', async () => {
  const user = userEvent.setup();
  const ondigit = vi.fn();
  render(DrawDigit, { ondigit });
  await openSteps();
  surface().focus();
  await user.keyboard('{ArrowLeft}{ArrowRight}');
  expect(surface()).toHaveFocus();
  expect(surface()).toHaveAccessibleDescription(/arrow keys move the pen/);
  expect(screen.getByText('pen up, row 4 of 14, column 5 of 14')).toBeInTheDocument();
  await user.keyboard(' {ArrowDown>5/}');
  expect(screen.getByText('pen down, row 9 of 14, column 5 of 14')).toBeInTheDocument();
  await user.keyboard(' ');
  expect(steps()).toHaveTextContent('100 rows from row 46 on, 20 columns from column 62 on');
  await user.keyboard('{ArrowRight>3/} {ArrowUp>2/} ');
  expect(steps()).toHaveTextContent('2 strokes');
  await user.keyboard('{Backspace}');
  expect(steps()).toHaveTextContent('1 stroke of');
  await user.keyboard('{Delete}');
  expect(steps()).toBeNull();
  await user.keyboard('{Control>}z{/Control} {ArrowDown} ');
  await user.click(button('Use this digit'));
  expect(ondigit).toHaveBeenCalledOnce();
});

test('keys that draw do not reach the page, others do', async () => {
  const user = userEvent.setup();
  const onkeydown = vi.fn();
  document.addEventListener('keydown', onkeydown);
  render(DrawDigit, { ondigit: vi.fn() });
  await user.tab();
  onkeydown.mockClear();
  await user.keyboard('{ArrowLeft} {Backspace}');
  expect(onkeydown).not.toHaveBeenCalled();
  await user.keyboard('{Escape}');
  expect(onkeydown).toHaveBeenCalledOnce();
  document.removeEventListener('keydown', onkeydown);
});

test('strokes survive a reload, and can be undone', async () => {
  const { unmount } = render(DrawDigit, { ondigit: vi.fn() });
  await drawStroke(...seven);
  unmount();
  render(DrawDigit, { ondigit: vi.fn() });
  await openSteps();
  expect(steps()).toHaveTextContent('1 stroke of');
  await userEvent.click(button('Undo'));
  expect(steps()).toBeNull();
});

test('a digit of a link is there to draw on, with the strokes that made it where they are known', async () => {
  const { unmount } = render(DrawDigit, { ondigit: vi.fn(), initial: sevenImage });
  await openSteps();
  expect(steps()).toHaveTextContent('the digit you began with.');
  unmount();
  rememberedDrawing.keep({ strokes: [strokeOf(seven)] });
  render(DrawDigit, { ondigit: vi.fn(), initial: sevenImage });
  await openSteps();
  expect(steps()).toHaveTextContent('1 stroke of a pen 20 wide');
});

test('what the network reads follows the pen, in words and bars, without a verdict', async () => {
  render(DrawDigit, { classify: ones });
  expect(screen.queryByRole('status', { name: /reads/ })).toBeNull();
  const answer = () => document.querySelector('output[name="answer"]')?.textContent;
  expect(answer()).toBeUndefined();
  await fireEvent.pointerDown(surface(), at([40, 30]));
  await fireEvent.pointerMove(surface(), at([140, 30]));
  expect(answer()).toBe('1');
  await fireEvent.pointerMove(surface(), at([90, 180]));
  expect(answer()).toBe('7');
  expect(document.querySelector('output[name="confidence"]')).toHaveTextContent('91%');
  expect(document.body).not.toHaveTextContent(/[✓✗]/);
  await fireEvent.pointerUp(surface(), at([90, 180]));
  await userEvent.click(button('Clear'));
  expect(answer()).toBeUndefined();
});

test('its answers with the preparation and without it can be compared', async () => {
  render(DrawDigit, { classify: ones });
  await drawStroke(...seven);
  await openSteps();
  const treated = screen.getByRole('article', { name: 'Treated as MNIST was' });
  const shrunk = screen.getByRole('article', { name: 'Merely shrunk to 28 × 28' });
  expect(treated).toHaveTextContent('It answers 7, with 91.0%.');
  expect(shrunk).toHaveTextContent('It answers 1, with 91.0%.');
});

test('weights that cannot read are said to, and others are offered', async () => {
  const ontrained = vi.fn();
  render(DrawDigit, { classify: ones, ontrained });
  expect(screen.getByText(/have learned nothing/)).toBeInTheDocument();
  await userEvent.click(button('Read with trained weights'));
  expect(ontrained).toHaveBeenCalledOnce();
});

test('a pen of another width, and an eraser', async () => {
  render(DrawDigit, { classify: ones });
  await openSteps();
  await userEvent.click(screen.getByRole('radio', { name: 'thick' }));
  await drawStroke(...seven);
  expect(steps()).toHaveTextContent('1 stroke of a pen 32 wide');
  await userEvent.click(screen.getByRole('radio', { name: 'Eraser' }));
  await drawStroke(...seven);
  expect(steps()).toBeNull();
});

test('a second finger draws nothing', async () => {
  render(DrawDigit, { ondigit: vi.fn() });
  const second = { clientX: 50, clientY: 50, pointerId: 2, isPrimary: false, bubbles: true };
  surface().dispatchEvent(new PointerEvent('pointerdown', second));
  expect(button('Clear')).toBeDisabled();
});

test('a drawing that the browser does not remember is said to be lost with the page', async () => {
  vi.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
    throw new DOMException('denied', 'SecurityError');
  });
  render(DrawDigit, { ondigit: vi.fn() });
  expect(screen.queryByText(/gone when you leave/)).toBeNull();
  await drawStroke(...seven);
  expect(screen.getByText(/no storage in this window. The drawing will be gone/)).toBeVisible();
  vi.restoreAllMocks();
});

import type { Locator, Page } from '@playwright/test';
import { expect, test } from './fixtures';

/** Where a pad stands, and how it is come by. */
const pads: Record<string, (page: Page) => Promise<Locator>> = {
  'the home page': async (page) => {
    await page.goto('/en');
    await expect(page.locator('output[name="answer"]')).toHaveText('3', { timeout: 20_000 });
    return page.getByTestId('pad');
  },
  'the microscope': async (page) => {
    await page.goto('/en/step');
    // A small window folds the choices of digit and weights.
    const choices = page.getByRole('button', { name: 'Digit, weights' });
    if (await choices.isVisible()) await choices.click();
    await page.getByRole('button', { name: 'Draw a digit' }).click();
    return page.getByRole('dialog').getByTestId('pad');
  },
};

/** The windows in which a line is drawn; at 200% the page has half the window's pixels. */
const windows = {
  '1280 × 800': { viewport: { width: 1280, height: 800 } },
  '1440 × 1000': { viewport: { width: 1440, height: 1000 } },
  '390 × 844, by touch': { viewport: { width: 390, height: 844 }, hasTouch: true },
  '1280 × 800 at 200%': { viewport: { width: 640, height: 400 }, deviceScaleFactor: 2 },
};

type Place = readonly [number, number];

/** How far apart the places of a line lie, from one end to the other, in shares of the surface's side. */
const places: readonly Place[] = Array.from({ length: 25 }, (_, i) => [
  0.2 + 0.025 * i,
  0.75 - 0.02 * i,
]);

/** One line over the surface, drawn as slowly as a hand does it, with frames between. */
async function drawLine(page: Page, surface: Locator, byTouch: boolean): Promise<Place[]> {
  await surface.scrollIntoViewIfNeeded();
  const box = (await surface.boundingBox())!;
  const line = places.map(([x, y]): Place => [box.x + x * box.width, box.y + y * box.height]);
  const touch = byTouch ? await page.context().newCDPSession(page) : undefined;
  for (const [i, [x, y]] of line.entries()) {
    if (touch) {
      const type = i === 0 ? 'touchStart' : 'touchMove';
      await touch.send('Input.dispatchTouchEvent', { type, touchPoints: [{ x, y }] });
    } else {
      await page.mouse.move(x, y);
      if (i === 0) await page.mouse.down();
    }
    await page.evaluate(() => new Promise(requestAnimationFrame));
  }
  if (touch) await touch.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
  else await page.mouse.up();
  return line;
}

/** Where the ink of the last stroke lies on the screen, point by point. */
const inkOf = (surface: Locator) =>
  surface.evaluate((element) => {
    const path = [...element.querySelectorAll<SVGPathElement>('path.ink')].at(-1)!;
    const toScreen = path.getScreenCTM()!;
    const length = path.getTotalLength();
    return Array.from({ length: 101 }, (_, i) => {
      const { x, y } = path.getPointAtLength((length * i) / 100).matrixTransform(toScreen);
      return [x, y] as const;
    });
  });

for (const [where, open] of Object.entries(pads)) {
  for (const [size, use] of Object.entries(windows)) {
    test.describe(`${where}, ${size}`, () => {
      test.use(use);
      test('the first line is straight, and lies where the pen was', async ({ page }) => {
        const surface = await open(page);
        const line = await drawLine(page, surface, 'hasTouch' in use);
        const [[x0, y0], [x1, y1]] = [line[0], line.at(-1)!];
        const length = Math.hypot(x1 - x0, y1 - y0);
        const ink = await inkOf(surface);
        for (const [x, y] of ink) {
          const away = Math.abs((x1 - x0) * (y - y0) - (y1 - y0) * (x - x0)) / length;
          expect(away, `(${x}, ${y}) is off the line`).toBeLessThan(1.5);
        }
        expect(Math.hypot(ink[0][0] - x0, ink[0][1] - y0)).toBeLessThan(1.5);
        expect(Math.hypot(ink[100][0] - x1, ink[100][1] - y1)).toBeLessThan(1.5);
      });
    });
  }
}

/** A picture file of a 7, drawn in the browser: a dark pen on light paper, or chalk on a board. */
const photoOf = (page: Page, paper: string, pen: string) =>
  page.evaluate(
    async ([paper, pen]) => {
      const canvas = new OffscreenCanvas(900, 700);
      const context = canvas.getContext('2d')!;
      context.fillStyle = paper;
      context.fillRect(0, 0, 900, 700);
      context.strokeStyle = pen;
      context.lineWidth = 12;
      context.lineJoin = context.lineCap = 'round';
      context.beginPath();
      context.moveTo(330, 180);
      context.lineTo(560, 175);
      context.lineTo(420, 520);
      context.stroke();
      const blob = await canvas.convertToBlob({ type: 'image/png' });
      return Array.from(new Uint8Array(await blob.arrayBuffer()));
    },
    [paper, pen] as const,
  );

for (const [kind, paper, pen] of [
  ['a dark pen on light paper', '#e8e4d8', '#26304a'],
  ['chalk on a board', '#20302a', '#dfe6da'],
] as const) {
  test(`a photo of ${kind} is read, and each step of its preparation shown`, async ({ page }) => {
    await page.goto('/en/step?weights=trained');
    await page.getByRole('button', { name: 'Draw a digit' }).click();
    const dialog = page.getByRole('dialog');
    const buffer = Buffer.from(await photoOf(page, paper, pen));
    await dialog
      .locator('input[type=file]')
      .setInputFiles({ name: 'seven.png', mimeType: 'image/png', buffer });
    await expect(dialog.locator('output[name="answer"]')).toHaveText('7');
    await dialog.getByText('From the drawing to the image').click();
    await expect(dialog.getByRole('heading', { name: '2. Its background' })).toBeVisible();
    await expect(dialog.getByRole('heading', { name: '9. Centred by mass' })).toBeVisible();
  });
}

test('a file that is no picture gets a sentence', async ({ page }) => {
  await page.goto('/en');
  const files = page.locator('input[type=file]');
  await expect(page.locator('html[data-waiting]')).toHaveCount(0);
  const buffer = Buffer.from('no picture');
  await files.setInputFiles({ name: 'notes.txt', mimeType: 'image/png', buffer });
  await expect(page.getByText(/notes.txt is not a picture/)).toBeVisible();
});

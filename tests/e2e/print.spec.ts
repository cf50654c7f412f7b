import { expect, test } from './fixtures';

test('a lesson in the dark theme is printed light, with its pictures and without the frame', async ({
  page,
}) => {
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.goto('/en/lessons/c1');
  await page.waitForLoadState('networkidle');
  // As the keys that print do; printing itself would open a dialog.
  await page.evaluate(() => {
    window.print = () => dispatchEvent(new Event('beforeprint'));
  });
  await page.keyboard.press('Control+p');
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'light', { timeout: 20_000 });
  for (const frame of ['banner', 'contentinfo'] as const)
    await expect(page.getByRole(frame)).toBeHidden();
  await expect(page.locator('.sidebar')).toBeHidden();

  const canvases = page.locator('main canvas');
  expect(await canvases.count()).toBeGreaterThan(5);
  // A picture that is drawn has more than one colour, or is one map of zeros; none is left transparent.
  const empty = await canvases.evaluateAll(
    (all) =>
      all.filter((canvas) => {
        const { width, height } = canvas as HTMLCanvasElement;
        const context = (canvas as HTMLCanvasElement).getContext('2d')!;
        return context.getImageData(0, 0, width, height).data.every((value) => value === 0);
      }).length,
  );
  expect(empty).toBe(0);
  await expect(page.locator('pre').first()).toHaveCSS('white-space', 'pre-wrap');
  await expect(page.locator('body')).toHaveCSS('print-color-adjust', 'exact');

  await page.evaluate(() => dispatchEvent(new Event('afterprint')));
  await expect(page.locator('html')).not.toHaveAttribute('data-theme');
});

import type { Page } from '@playwright/test';
import { expect, test } from './fixtures';

test.describe('a reader whose browser speaks Chinese', () => {
  test.use({ locale: 'zh-CN' });
  test('is led from / to /zh', async ({ page }) => {
    await page.goto('/');
    await expect(page).toHaveURL(/\/zh$/);
    await expect(page.locator('html')).toHaveAttribute('lang', 'zh-CN');
  });
});

test('a reader whose browser speaks neither language is led from / to /en', async ({ browser }) => {
  const context = await browser.newContext({ locale: 'fr-FR' });
  const page = await context.newPage();
  await page.goto('/');
  await expect(page).toHaveURL(/\/en$/);
  await context.close();
});

const answer = (page: Page) => page.locator('output[name="answer"]');

/** The network, and on a slow machine a second or two of motion. */
const patience = { timeout: 20_000 };

test('the home page reads a 3 before any action, and says how sure it is', async ({ page }) => {
  await page.goto('/en');
  await expect(answer(page)).toHaveText('3', patience);
  await expect(page.locator('output[name="confidence"]')).toHaveText(/^\d+%$/);
  await expect(page.getByText('It is a 3 ✓')).toBeVisible();
});

test('a drawn digit is read at once, and the strip leads into the microscope at it', async ({
  page,
}) => {
  await page.goto('/en');
  await expect(answer(page)).toHaveText('3', patience);
  const box = (await page.getByTestId('pad').boundingBox())!;
  const at = (x: number, y: number) => [box.x + x * box.width, box.y + y * box.height] as const;
  await page.mouse.move(...at(0.5, 0.15));
  await page.mouse.down();
  await page.mouse.move(...at(0.5, 0.85), { steps: 10 });
  await expect(answer(page)).toHaveText('1', patience);
  await page.mouse.up();
  await expect(page.getByText(/It is a/)).toHaveCount(0);
  await page.getByRole('link', { name: /^S2, map 3/ }).click();
  await expect(page).toHaveURL(/digit=drawn-~1-/);
  await expect(page).toHaveURL(/open=s2\.output\[3,/);
  await expect(page.locator('output[name=value]')).toBeVisible(patience);
  await page.goBack();
  await expect(answer(page)).toHaveText('1', patience);
});

test('nothing moves while the home page comes to life, and it is light', async ({ page }) => {
  await page.addInitScript(() => {
    const shifts: number[] = [];
    Object.assign(window, { shifts });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries())
        shifts.push((entry as PerformanceEntry & { value: number }).value);
    }).observe({ type: 'layout-shift', buffered: true });
  });
  let [scripts, weights] = [0, 0];
  page.on('response', async (response) => {
    const { pathname } = new URL(response.url());
    const { responseBodySize } = await response.request().sizes();
    if (pathname.endsWith('.js')) scripts += responseBodySize;
    if (pathname.endsWith('.safetensors')) weights += responseBodySize;
  });
  await page.goto('/en');
  await expect(answer(page)).toHaveText('3', patience);
  await page.waitForLoadState('networkidle');
  const shifts = await page.evaluate(() => (window as unknown as { shifts: number[] }).shifts);
  expect(shifts.reduce((sum, value) => sum + value, 0)).toBeLessThanOrEqual(0.05);
  expect(scripts).toBeGreaterThan(20_000);
  expect(scripts).toBeLessThan(130_000);
  expect(weights).toBeGreaterThan(100_000);
  expect(weights).toBeLessThan(130_000);
});

test('each plane of the network on the home page leads to its lesson', async ({ page }) => {
  await page.goto('/en');
  for (const slug of ['c1', 's2', 'c3', 's4', 'c5', 'f6', 'output']) {
    await expect(
      page.getByRole('main').locator(`a[href$="/en/lessons/${slug}"]`).first(),
    ).toBeVisible();
  }
  await page.getByRole('main').locator('a[href$="/en/lessons/c3"]').first().click();
  await expect(page).toHaveURL(/\/en\/lessons\/c3$/);
});

test('the language changes in place and keeps the state in the address', async ({ page }) => {
  await page.goto('/en/calculator?input=14&in=6&out=16');
  await page.getByRole('link', { name: '中文' }).click();
  await expect(page).toHaveURL(/\/zh\/calculator\?.*input=14/);
  await expect(page.locator('html')).toHaveAttribute('lang', 'zh-CN');
});

test('the theme changes at a press and is remembered', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'light' });
  await page.goto('/en');
  const button = page.getByRole('button', { name: 'Dark theme' });
  await button.click();
  await expect(button).toHaveAttribute('aria-pressed', 'true');
  const background = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  const dark = await background();
  await page.reload();
  expect(await background()).toBe(dark);
});

test('an address that leads nowhere says so and offers ways on', async ({ page, problems }) => {
  for (const address of ['/en/lessons/c9', '/en/nonsense']) {
    await page.goto(address);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('This page does not exist');
    // In the text, and in the frame that stands around every page.
    await expect(page.getByRole('main').getByRole('link', { name: 'Lessons' })).toBeVisible();
    await expect(page.getByRole('banner').getByRole('link', { name: 'Lessons' })).toBeVisible();
  }
  // The server answers 404, as it should: that is this test's subject, not a problem of the page.
  problems.splice(
    0,
    problems.length,
    ...problems.filter((problem) => !/404|Not found/.test(problem)),
  );
});

test('an address with a slash at its end leads to the page, fields and all', async ({ page }) => {
  await page.goto('/en/calculator/?input=14&padding=0');
  await expect(page).toHaveURL(/\/en\/calculator\?input=14&padding=0/);
  await expect(page.locator('output[name="size"]')).toHaveText('6 × 10 × 10');
});

test('the keyboard alone reaches the content, the sections and the theme', async ({ page }) => {
  await page.goto('/en');
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: 'Skip to content' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.locator('main')).toBeFocused();
});

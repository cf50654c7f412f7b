import { expect, test } from './fixtures';

test.use({ serviceWorkers: 'allow' });

test('once it is stored, the notebook works without a connection', async ({ page, context }) => {
  await page.goto('/en');
  await page.evaluate(() => navigator.serviceWorker.ready);
  await context.setOffline(true);
  // A page that was never opened, its data, and its figure's digits and weights.
  await page.goto('/zh/lessons/c3?lang=1');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(page.locator('main canvas').first()).toBeVisible();
  await page.getByRole('navigation').getByRole('link', { name: '训练' }).click();
  await page.getByRole('button', { name: '开始训练' }).click();
  await expect(page.getByText(/^第 \d+ 轮/).first()).toBeVisible({ timeout: 30_000 });
  expect(await page.evaluate(() => crossOriginIsolated)).toBe(true);
});

import { expect, test } from './fixtures';

/** What is folded away stands open, as a reader has left it. */
test.beforeEach(({ context }) =>
  context.addInitScript(() =>
    localStorage.setItem('training-folds', 'settings curves mistakes inside'),
  ),
);

test('the network learns a thousand digits and reads 90% of 500 unseen ones', async ({ page }) => {
  await page.goto('/en/train');
  await page.getByRole('button', { name: 'Start training' }).click();
  await expect(page.getByRole('progressbar')).toBeVisible();
  await expect(page.getByText(/Finished after/)).toBeVisible({ timeout: 55_000 });
  const accuracy = await page.locator('output[name="accuracy"]').textContent();
  expect(Number.parseFloat(accuracy ?? '')).toBeGreaterThanOrEqual(90);

  // Its worst mistake, through the microscope with the weights of this run: the same loss.
  await page.getByText(/^The worst mistakes \(/).click();
  const mistake = page.getByRole('link', { name: /^Test digit/ }).first();
  const loss = (await mistake.textContent())?.trim().split(/\s+/).at(-1);
  await mistake.click();
  await expect(page).toHaveURL(/\/en\/step\?digit=test-\d+&weights=run-/);
  await page.getByRole('button', { name: 'Last step' }).click();
  const shown = await page.locator('output[name="value"]').textContent();
  expect(Number(shown).toFixed(2)).toBe(loss);
});

test('a run can be stopped and continued, and the page answers meanwhile', async ({ page }) => {
  await page.goto('/en/train?epochs=100');
  await page.getByRole('button', { name: 'Start training' }).click();
  await expect(page.getByText(/^Epoch \d+ of/)).toBeVisible();
  await page.getByRole('button', { name: 'Stop' }).click();
  await expect(page.getByText(/Stopped in epoch/)).toBeVisible();
  await page.getByRole('button', { name: 'Continue' }).click();
  await expect(page.getByRole('button', { name: 'Stop' })).toBeVisible();
  const longest = await page.evaluate(async () => {
    let longest = 0;
    let last = performance.now();
    const end = last + 1500;
    while (last < end) {
      await new Promise((resolve) => setTimeout(resolve));
      const now = performance.now();
      longest = Math.max(longest, now - last);
      last = now;
    }
    return longest;
  });
  // Not a measure of speed: a page that computed the batches itself would stand still for seconds.
  expect(longest).toBeLessThan(1000);
  await page.getByRole('button', { name: 'Stop' }).click();
});

test('a run goes on while another page is read, and is found again', async ({ page }) => {
  await page.goto('/en/train?epochs=100');
  await page.getByRole('button', { name: 'Start training' }).click();
  await expect(page.getByText(/^Epoch \d+ of/)).toBeVisible();
  await page.getByRole('link', { name: 'Lessons' }).click();
  const strip = page.getByRole('complementary', { name: 'Training run' });
  await expect(strip).toContainText(/batch [1-9]/);
  await strip.getByRole('link', { name: 'Show the run' }).click();
  await expect(page.getByText(/^Epoch \d+ of/)).toBeVisible();
  await page.getByRole('button', { name: 'Stop' }).click();
  await expect(page.getByText(/Stopped in epoch/)).toBeVisible();
});

test('settings stand in the link; nonsense falls back with a notice', async ({ page }) => {
  await page.goto('/en/train?seed=7&epochs=2');
  await expect(page.getByRole('textbox', { name: 'seed', exact: true })).toHaveValue('7');
  await expect(page.getByRole('textbox', { name: 'epochs', exact: true })).toHaveValue('2');
  await page.goto('/en/train?seed=many&epochs=2');
  await expect(page.getByRole('textbox', { name: 'seed', exact: true })).toHaveValue('0');
  await expect(page.getByText(/link/i).first()).toBeVisible();
});

import { expect, test } from './fixtures';

const output = (page: import('@playwright/test').Page, name: string) =>
  page.locator(`output[name="${name}"]`);

test('the calculator starts with C1 and follows each field', async ({ page }) => {
  await page.goto('/en/calculator');
  await expect(output(page, 'size')).toHaveText('6 × 28 × 28');
  await expect(output(page, 'parameters')).toHaveText('156');
  await expect(output(page, 'macs')).toHaveText('117,600');

  await page.getByRole('textbox', { name: 'input', exact: true }).fill('28');
  await expect(output(page, 'size')).toHaveText('6 × 24 × 24');
  await expect(page).toHaveURL(/input=28/);
});

test('a link opens the calculator at its fields', async ({ page }) => {
  await page.goto('/en/calculator?input=14&kernel=5&stride=1&padding=0&in=6&out=16&bias=true');
  await expect(output(page, 'size')).toHaveText('16 × 10 × 10');
  await expect(output(page, 'parameters')).toHaveText('2,416');
  await expect(output(page, 'macs')).toHaveText('240,000');
  await page.goto('/en/calculator?input=14&kernel=5&stride=1&padding=0&in=6&out=16&bias=false');
  await expect(output(page, 'parameters')).toHaveText('2,400');
});

test('an impossible layer says why, beside its field, and never NaN', async ({ page }) => {
  await page.goto('/en/calculator');
  for (const [field, text] of [
    ['kernel', '40'],
    ['stride', '0'],
    ['input', '2.5'],
    ['padding', '-1'],
    ['channels in', 'six'],
    ['dilation', ''],
    ['input', '999999999999999999999'],
  ]) {
    await page.goto('/en/calculator');
    await page.getByRole('textbox', { name: field, exact: true }).fill(text);
    const problem = page.getByRole('textbox', { name: field, exact: true });
    await expect(problem).toHaveAttribute('aria-invalid', 'true');
    await expect(problem).toHaveAccessibleDescription(/\w.*\./);
    await expect(page.locator('main')).not.toContainText('NaN');
  }
});

test('full-width and Chinese digits are numbers too', async ({ page }) => {
  await page.goto('/zh/calculator');
  await page.locator('input[name="input"]').fill('３２');
  await page.locator('input[name="padding"]').fill('零');
  await expect(output(page, 'size')).toHaveText('6 × 28 × 28');
});

test('a link with nonsense falls back to the defaults with a notice', async ({ page }) => {
  await page.goto('/en/calculator?input=banana&kernel=5');
  await expect(page.getByRole('main').getByText(/link/i).first()).toBeVisible();
  await expect(output(page, 'size')).toHaveText('6 × 28 × 28');
});

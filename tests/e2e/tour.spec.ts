import { expect, test } from './fixtures';

test('a teacher’s link opens the tour at its stop: guess, see, go on, leave, take it up again', async ({
  page,
}) => {
  await page.goto('/en/step?weights=trained&tour=4');
  const tour = page.getByRole('region', { name: 'Guided tour' });
  await expect(tour).toContainText('stop 4 of 13', { timeout: 20_000 });
  await expect(tour).toContainText('Guess first.');
  await tour.getByRole('button', { name: '150', exact: true }).click();
  await expect(tour).toContainText('Right ✓');
  await expect(page.locator('output[name=value]')).toBeVisible();
  await tour.getByRole('button', { name: 'Next stop' }).click();
  await expect(page).toHaveURL(/tour=5/);
  await tour.getByRole('button', { name: 'Just show me' }).press('Enter');
  await expect(tour).toContainText('Look:');
  await tour.getByRole('button', { name: 'Leave the tour' }).click();
  await expect(tour).toBeHidden();
  await page.getByRole('button', { name: 'Go on with the tour at stop 5' }).click();
  await expect(tour).toContainText('stop 5 of 13');
});

test('the tour ends with ten more updates, and the loss that falls', async ({ page }) => {
  await page.goto('/en/step?weights=trained&tour=13');
  const tour = page.getByRole('region', { name: 'Guided tour' });
  await tour.getByRole('button', { name: 'Just show me' }).click();
  await tour.getByRole('button', { name: 'Ten more updates' }).click();
  await expect(tour).toContainText(/10 updates later the loss on this digit is 0\.00/);
});

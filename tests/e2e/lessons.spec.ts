import { lessonSlugs } from './addresses';
import { expect, test } from './fixtures';

test('the lessons follow one another from the first to the last', async ({ page }) => {
  await page.goto(`/en/lessons/${lessonSlugs[0]}`);
  for (const slug of lessonSlugs.slice(1)) {
    await page.getByRole('main').locator(`a[rel="next"]`).click();
    await expect(page).toHaveURL(new RegExp(`/en/lessons/${slug}$`));
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  }
});

test('a lesson shows its picture, its formula, its calculator and its code', async ({ page }) => {
  await page.goto('/en/lessons/c1');
  await expect(page.locator('.katex').filter({ visible: true }).first()).toBeVisible();
  await expect(page.getByRole('main').locator('canvas').first()).toBeVisible();
  await page.locator('#border').scrollIntoViewIfNeeded();
  await expect(page.locator('output[name="parameters"]').first()).toHaveText('156');
  await expect(page.locator('pre').filter({ hasText: 'conv1' }).first()).toBeVisible();
});

test('a step of a lesson can be linked to, by the same id in both languages', async ({ page }) => {
  await page.goto('/en/lessons/c3');
  const ids = (locator = page.locator('main h2[id], main section[id]')) =>
    locator.evaluateAll((elements) => elements.map(({ id }) => id));
  const english = await ids();
  await page.goto('/zh/lessons/c3');
  expect(await ids()).toEqual(english);
  expect(english.length).toBeGreaterThan(2);
});

test.describe('with JavaScript off', () => {
  test.use({ javaScriptEnabled: false });
  test('a lesson is readable, formulas and tables included', async ({ page, problems }) => {
    await page.goto('/en/lessons/c1');
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await expect(page.locator('.katex').filter({ visible: true }).first()).toBeVisible();
    await expect(page.locator('output[name="parameters"]').first()).toHaveText('156');
    await expect(page.locator('table').first()).toBeVisible();
    // The browser reports each script that it was told not to run.
    problems.splice(
      0,
      problems.length,
      ...problems.filter((problem) => !/\.js csp$/.test(problem)),
    );
  });
});

test('nothing in a lesson moves while its figures come, on a phone too', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.addInitScript(() => {
    const shifts: number[] = [];
    Object.assign(window, { shifts });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries())
        shifts.push((entry as PerformanceEntry & { value: number }).value);
    }).observe({ type: 'layout-shift', buffered: true });
  });
  await page.goto('/en/lessons/s4');
  await page.waitForLoadState('networkidle');
  const height = await page.evaluate(() => document.documentElement.scrollHeight);
  for (let top = 0; top < height; top += 400) {
    await page.evaluate((top) => scrollTo(0, top), top);
    await page.waitForTimeout(50);
  }
  const shifts = await page.evaluate(() => (window as unknown as { shifts: number[] }).shifts);
  // Cumulative layout shift; web.dev calls up to 0.1 good.
  expect(shifts.reduce((sum, shift) => sum + shift, 0)).toBeLessThan(0.1);
});

import { gzipSync } from 'node:zlib';
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
  await page.goto('/en/lessons/c3');
  await expect(page.locator('.katex').first()).toBeVisible();
  await expect(page.locator('output[name="parameters"]').first()).toHaveText('2,416');
  await expect(page.getByRole('main').locator('canvas').first()).toBeVisible();
  await expect(page.locator('pre').first()).toContainText('conv2d');
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

test('a lesson ships at most 120 kB of compressed script before the reader touches anything', async ({
  page,
}) => {
  const sizes = new Map<string, number>();
  page.on('response', async (response) => {
    if (response.request().resourceType() !== 'script') return;
    sizes.set(response.url(), gzipSync(await response.body()).length);
  });
  for (const slug of ['c3', 'backward', 'training']) {
    sizes.clear();
    await page.goto(`/en/lessons/${slug}`);
    await page.waitForLoadState('networkidle');
    const total = [...sizes.values()].reduce((sum, size) => sum + size, 0);
    expect(total, `${slug}: ${total} bytes`).toBeLessThanOrEqual(120_000);
    expect(total).toBeGreaterThan(10_000);
  }
});

test.describe('with JavaScript off', () => {
  test.use({ javaScriptEnabled: false });
  test('a lesson is readable, formulas and tables included', async ({ page, problems }) => {
    await page.goto('/en/lessons/c3');
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await expect(page.locator('.katex').first()).toBeVisible();
    await expect(page.locator('output[name="parameters"]').first()).toHaveText('2,416');
    await expect(page.locator('table').first()).toBeVisible();
    // The browser reports each script that it was told not to run.
    problems.splice(
      0,
      problems.length,
      ...problems.filter((problem) => !/\.js csp$/.test(problem)),
    );
  });
});

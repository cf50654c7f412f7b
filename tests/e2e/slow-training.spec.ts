import type { Page } from '@playwright/test';
import { expect, test } from './fixtures';

/** What is folded away stands open, as a reader has left it. */
test.beforeEach(({ context }) =>
  context.addInitScript(() =>
    localStorage.setItem('training-folds', 'settings curves mistakes inside'),
  ),
);

/** Nothing slow is called dead: what takes long is waited for, whatever the reason. */
const start = (page: Page) => page.getByRole('button', { name: 'Start training' }).click();
const nothingIsDead = (page: Page) =>
  expect(page.getByText(/no longer answers|died/)).toHaveCount(0);

test('a batch of all 60,000 digits takes seconds, and the page waits and can stop it', async ({
  page,
}) => {
  test.setTimeout(150_000);
  await page.goto('/en/train?data=full&batchSize=60000&activation=tanh&pooling=average&epochs=2');
  await start(page);
  await expect(page.getByText(/^batch [1-9]/)).toBeVisible({ timeout: 100_000 });
  await nothingIsDead(page);
  await page.getByRole('button', { name: 'Stop' }).click();
  await expect(page.getByText(/Stopped in epoch|Finished/)).toBeVisible({ timeout: 30_000 });
});

test('the script that trains may take longer than a silence that would end it', async ({
  page,
}) => {
  await page.route(/workers\/worker-.*\.js/, async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 4000));
    await route.continue();
  });
  await page.goto('/en/train?epochs=1');
  await start(page);
  await expect(page.getByText(/Finished after/)).toBeVisible({ timeout: 40_000 });
  await nothingIsDead(page);
});

test('where the script that trains cannot be had, the page says so and tries again', async ({
  page,
  problems,
}) => {
  const isScript = /workers\/worker-.*\.js/;
  await page.route(isScript, (route) => route.abort());
  await page.goto('/en/train?epochs=1');
  await start(page);
  await expect(page.getByRole('alert')).toHaveText(/script that trains could not be loaded/);
  await page.unroute(isScript);
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(page.getByText(/Finished after/)).toBeVisible({ timeout: 40_000 });
  // The request that was broken off is this test's subject.
  problems.splice(
    0,
    problems.length,
    ...problems.filter((problem) => !/worker-/.test(problem) && !/ERR_FAILED/.test(problem)),
  );
});

test('without WebAssembly the reference engine trains, and the page says so', async ({ page }) => {
  await page.route(/workers\/worker-.*\.js/, async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, body: `delete self.WebAssembly;\n${await response.text()}` });
  });
  await page.goto('/en/train?epochs=1');
  await start(page);
  await expect(page.getByText(/^batch [1-9]/)).toBeVisible({ timeout: 40_000 });
  await expect(page.getByText(/reference engine/i).first()).toBeVisible();
  await nothingIsDead(page);
  await page.getByRole('button', { name: 'Stop' }).click();
  await expect(page.getByText(/Stopped in epoch/)).toBeVisible({ timeout: 30_000 });
});

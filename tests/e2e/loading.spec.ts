import type { Page, Route } from '@playwright/test';
import { expect, test } from './fixtures';

/*
 * What does not arrive says so, and can be tried again. The failures here are made on the way; those of
 * `tests/ui/load` come from a server.
 */

/** Answers once as given, and from then on as the server does; resolves once it has. */
async function once(page: Page, url: RegExp, answer: (route: Route) => Promise<void>) {
  await page.route(url, answer, { times: 1 });
}

const refuse = (route: Route) => route.abort('connectionrefused');
const signIn = (route: Route) =>
  route.fulfill({ contentType: 'text/html', body: '<!doctype html><title>Sign in</title>' });
const half = async (route: Route) => {
  const response = await route.fetch();
  const body = await response.body();
  await route.fulfill({ body: body.subarray(0, body.length / 2), contentType: 'text/plain' });
};

/** Expects a notice with a sentence, tries again, and expects that the notice goes. */
async function tryAgain(page: Page, sentence: RegExp) {
  const notice = page.getByRole('alert').filter({ hasText: sentence }).first();
  await expect(notice).toBeVisible();
  await notice.getByRole('button', { name: 'Try again' }).click();
  await expect(page.getByRole('alert').filter({ hasText: sentence })).toHaveCount(0);
}

/** A request that the test itself lets fail is no problem of the page. */
test.afterEach(({ problems }) => {
  const meant =
    /^request: .* net::ERR_(CONNECTION_REFUSED|INTERNET_DISCONNECTED)$|Failed to load resource: net::ERR_|Failed to fetch dynamically imported module/;
  problems.splice(0, problems.length, ...problems.filter((problem) => !meant.test(problem)));
});

for (const [name, answer, sentence] of [
  ['no answer', refuse, /Could not load the digits: the site did not answer/],
  ['a page that wants a sign-in', signIn, /a web page came in its place/],
  ['half of it', half, /the connection ended early, after .* of /],
] as const) {
  test(`the microscope’s digits: ${name}`, async ({ page }) => {
    await once(page, /\/data\/mini\.bin/, answer);
    await page.goto('/en/step');
    await tryAgain(page, sentence);
    await expect(page.getByText(/^1 of \d+/).first()).toBeVisible();
  });

  test(`a lesson’s digits: ${name}`, async ({ page }) => {
    await once(page, /\/data\/samples\.bin/, answer);
    await page.goto('/en/lessons/c1');
    await tryAgain(page, sentence);
    await expect(page.getByRole('main').locator('canvas').first()).toBeVisible();
  });

  test(`the digits to train on: ${name}`, async ({ page }) => {
    await once(page, /\/data\/mini\.bin/, answer);
    await page.goto('/en/train');
    await page.getByRole('button', { name: 'Start training' }).click();
    await tryAgain(page, sentence);
    await expect(page.getByText(/batch [\d,]+ of /).first()).toBeVisible({ timeout: 30_000 });
  });
}

test('a page whose script does not come is loaded again', async ({ page }) => {
  await page.goto('/en');
  await page.waitForLoadState('networkidle');
  const scripts = /\/_app\/immutable\/(nodes|chunks)\/.*\.js$/;
  await page.route(scripts, refuse);
  await page.getByRole('link', { name: 'Lessons' }).first().click();
  const heading = page.getByRole('heading', { level: 1 });
  await expect(heading).toHaveText('This page could not be shown');
  await page.unroute(scripts);
  await page.getByRole('button', { name: 'Load the page again' }).click();
  await expect(heading).not.toHaveText('This page could not be shown');
  await expect(page).toHaveURL(/\/en\/lessons$/);
});

test('the microscope’s weights: fresh ones until they come', async ({ page }) => {
  await once(page, /trained.*\.safetensors/, signIn);
  await page.goto('/en/step?weights=trained');
  await tryAgain(page, /Could not load the weights: a web page came in its place/);
  await expect(page).toHaveURL(/weights=trained/);
});

test('the kernels to train with', async ({ page }) => {
  await once(page, /kernels.*\.wasm/, signIn);
  await page.goto('/en/train');
  await page.getByRole('button', { name: 'Start training' }).click();
  await tryAgain(page, /Could not load the compiled kernels: a web page came/);
  await expect(page.getByText(/batch [\d,]+ of /).first()).toBeVisible({ timeout: 30_000 });
});

test('without a connection the page says so and stays', async ({ page, context }) => {
  await once(page, /\/data\/mini\.bin/, async (route) => {
    await context.setOffline(true);
    await route.abort('internetdisconnected');
  });
  await page.goto('/en/train');
  await page.getByRole('button', { name: 'Start training' }).click();
  // The run's own, which stands first; the pictures of what it learns say it too.
  const notice = page
    .getByRole('alert')
    .filter({ hasText: /this device is offline/ })
    .first();
  await expect(notice).toBeVisible();
  await context.setOffline(false);
  await notice.getByRole('button', { name: 'Try again' }).click();
  await expect(page.getByText(/batch [\d,]+ of /).first()).toBeVisible({ timeout: 30_000 });
});

test('a cell’s script that does not come', async ({ page }) => {
  await page.goto('/en/lessons/c3');
  const scripts = /\/_app\/immutable\/.*\.js$/;
  await page.waitForLoadState('networkidle');
  await page.route(scripts, refuse);
  await page.getByRole('heading', { name: 'In code', level: 2 }).scrollIntoViewIfNeeded();
  const notice = page.getByRole('alert').filter({ hasText: /this part of the page/ });
  await expect(notice.first()).toBeVisible();
  await page.unroute(scripts);
  const count = await notice.count();
  for (let left = count; left > 0; left--) {
    await notice.first().getByRole('button', { name: 'Try again' }).click();
    await expect(notice).toHaveCount(left - 1);
  }
});

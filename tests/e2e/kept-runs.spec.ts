import type { Page } from '@playwright/test';
import { expect, test } from './fixtures';

/** What is folded away stands open, as a reader has left it. */
test.beforeEach(({ context }) =>
  context.addInitScript(() =>
    localStorage.setItem('training-folds', 'settings curves mistakes inside'),
  ),
);

const runs = (page: Page) => page.getByRole('region', { name: 'Runs kept in this browser' });
const line = (page: Page, name: RegExp) => runs(page).getByRole('row', { name });
/** The line of the run that has this name. */
const named = (page: Page, name: string) =>
  runs(page)
    .getByRole('row')
    .filter({ has: page.getByLabel(`Name of the run, now ${name}`, { exact: true }) });
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });

/** Trains on the thousand digits until the reader stops it, which keeps a checkpoint. */
async function trainAWhile(page: Page) {
  await page.goto('/en/train?epochs=100');
  await button(page, 'Start training').click();
  await expect(page.getByText(/^batch \d/)).toBeVisible();
  await button(page, 'Stop').click();
  await expect(page.getByText(/Stopped in epoch/)).toBeVisible();
  await expect(line(page, /on this page/)).toBeVisible();
}

/** Puts values into the database of runs as another version of the page would, before it is opened. */
async function keepOutside(page: Page, version: number, records: Record<string, unknown>) {
  await page.goto('/en');
  await page.evaluate(
    async ([version, records]) => {
      const opening = indexedDB.open('lenet5-runs', version);
      opening.onupgradeneeded = () => {
        for (const shelf of ['runs', 'checkpoints']) opening.result.createObjectStore(shelf);
      };
      await new Promise((resolve) => (opening.onsuccess = resolve));
      const transaction = opening.result.transaction('runs', 'readwrite');
      for (const [id, value] of Object.entries(records))
        transaction.objectStore('runs').put(value, id);
      await new Promise((resolve) => (transaction.oncomplete = resolve));
      opening.result.close();
    },
    [version, records] as const,
  );
}

test('a run outlives the page with its name, goes on, is deleted and brought back', async ({
  page,
}) => {
  await trainAWhile(page);
  await page.getByLabel(/^Name of the run/).fill('my first');
  await page.keyboard.press('Tab');
  await expect(named(page, 'my first')).toBeVisible();
  await page.reload();

  await expect(page.getByLabel('Name of the run, now my first')).toHaveValue('my first');
  await line(page, /unfinished/)
    .getByRole('button', { name: 'Continue' })
    .click();
  await expect(button(page, 'Stop')).toBeVisible();
  // Saved anew, it has the name that it was given.
  await expect(page.getByText(/^Epoch \d+ of/)).toBeVisible();
  await button(page, 'Stop').click();
  await page.reload();
  await expect(page.getByLabel('Name of the run, now my first')).toBeVisible();

  await button(page, 'Delete').click();
  await expect(page.getByRole('button', { name: 'Undo the deletion of my first' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(button(page, 'Delete')).toBeFocused();
  await page.reload();
  await expect(page.getByLabel('Name of the run, now my first')).toBeVisible();
  await button(page, 'Delete').click();
  await expect(page.getByText('Deleted: my first.')).toBeVisible();
  await page.reload();
  await expect(page.getByText(/^Runs are kept here as they train/)).toBeVisible();
});

test('what this version cannot read is listed as such and left as it is', async ({ page }) => {
  const records = { odd: 'text', tomorrow: { version: 99, of: 'a form not known yet' } };
  await keepOutside(page, 1, records);
  await page.goto('/en/train');
  await expect(line(page, /kept of this run is damaged/)).toBeVisible();
  await expect(line(page, /by a later version of this page/)).toBeVisible();
  await page.goto('/zh/train');
  await expect(page.getByText('这次训练保存的内容已损坏。')).toBeVisible();
});

test('a database of a later version is called that; training works', async ({ page }) => {
  await keepOutside(page, 99, {});
  await page.goto('/en/train');
  await expect(page.getByText(/made by a newer version of this page/)).toBeVisible();
  await button(page, 'Start training').click();
  await expect(page.getByText(/The run is not being kept. .* newer version/)).toBeVisible();
  await expect(page.getByText(/^batch \d/)).toBeVisible();
  await button(page, 'Stop').click();
});

test('two tabs: the second looks on, takes a copy, and neither loses work', async ({
  page,
  context,
}) => {
  await trainAWhile(page);
  const second = await context.newPage();
  await second.goto('/en/train');
  const there = line(second, /in another tab/);
  await expect(there).toBeVisible();
  await expect(there.getByRole('button', { name: 'Delete' })).toHaveCount(0);

  // A name given in one tab is shown in the other, and outlasts the next save there.
  await second.getByLabel(/^Name of the run/).fill('shared');
  await second.keyboard.press('Tab');
  await expect(page.getByLabel('Name of the run, now shared')).toBeVisible();
  await page.bringToFront();
  await button(page, 'Continue').first().click();

  await second.bringToFront();
  await there.getByRole('button', { name: 'Continue a copy' }).click();
  await expect(named(second, 'Copy of shared')).toContainText('on this page');
  await expect(named(page, 'Copy of shared')).toContainText('in another tab');
  await button(second, 'Stop').click();
  await page.bringToFront();
  await button(page, 'Stop').click();
  await expect(page.getByText(/Stopped in epoch/)).toBeVisible();
  await expect(runs(page).getByRole('row')).toHaveCount(3);

  // The first tab is closed: its run can be continued, or deleted, in the second.
  await page.close();
  const left = named(second, 'shared');
  await expect(left.getByRole('button', { name: 'Delete' })).toBeVisible();
  await left.getByRole('button', { name: 'Continue' }).click();
  await expect(left).toContainText('on this page');
  await second.close();
});

test('without Web Locks: the tab whose run was taken up elsewhere is told, and overwrites nothing', async ({
  page,
  context,
}) => {
  // As on a page over http.
  await context.addInitScript(() =>
    Object.defineProperty(Navigator.prototype, 'locks', { value: undefined }),
  );
  await context.route(/worker.*\.js$/, async (route) => {
    const response = await route.fetch();
    const script = await response.text();
    const without =
      "Object.defineProperty(WorkerNavigator.prototype,'locks',{value:undefined});\n" + script;
    await route.fulfill({ response, body: without });
  });
  await trainAWhile(page);
  const second = await context.newPage();
  await second.goto('/en/train');
  await line(second, /unfinished/)
    .getByRole('button', { name: 'Continue' })
    .click();
  await expect(second.getByText(/^Epoch \d+ of/)).toBeVisible();
  await page.bringToFront();
  await button(page, 'Continue').first().click();
  await expect(page.getByText(/no further. It is open in another tab/)).toBeVisible();
  await button(page, 'Stop').click();
  await second.close();
});

import { expect, test } from './fixtures';

const cells = { slider: /Kernel size/, size: /Output size/, cost: /multiply-adds of six/ };

test('sliding a name changes all that depends on it', async ({ page }) => {
  await page.goto('/en/scratch');
  const size = page.getByRole('region', { name: cells.size });
  await expect(size).toContainText('32−5');
  await page.getByRole('slider', { name: 'K' }).press('ArrowRight');
  await expect(size).toContainText('32−7');
  await expect(page.getByRole('region', { name: /How|Text/ }).first()).toContainText('26 × 26');
});

test('what is written stays after a reload, and the example can be had again', async ({ page }) => {
  await page.goto('/en/scratch');
  await page.getByRole('textbox', { name: 'W', exact: true }).fill('40');
  await expect(page.getByRole('region', { name: cells.size })).toContainText('=36');
  await page.reload();
  await expect(page.getByRole('textbox', { name: 'W', exact: true })).toHaveValue('40');
  await page.getByRole('button', { name: 'Start from the example' }).click();
  await expect(page.getByRole('textbox', { name: 'W', exact: true })).toHaveValue('32');
});

test('a cell is dragged to another place', async ({ page }) => {
  await page.goto('/en/scratch');
  // Once all is drawn, cells keep their places.
  await expect(page.getByRole('region', { name: cells.cost })).toContainText('117,600');
  await expect(page.getByRole('img')).toHaveCount(2);
  const handle = page
    .getByRole('region', { name: cells.slider })
    .getByRole('button', { name: /drag/ });
  await handle.scrollIntoViewIfNeeded();
  const from = (await handle.boundingBox())!;
  const target = (await page.getByRole('region', { name: cells.size }).boundingBox())!;
  await page.mouse.move(from.x + from.width / 2, from.y + from.height / 2);
  await page.mouse.down();
  await page.mouse.move(from.x, target.y + target.height - 4, { steps: 4 });
  await page.mouse.up();
  await expect(page.getByRole('region').nth(2)).toHaveAttribute('aria-label', cells.slider);
});

test('a notebook leaves as a link and opens from it, beside the reader’s own', async ({
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto('/en/scratch');
  await page.getByRole('textbox', { name: 'W', exact: true }).fill('64');
  await page.getByRole('button', { name: 'Copy link' }).click();
  await expect(page.getByText(/^Link copied/)).toBeVisible();
  const link = await page.evaluate(() => navigator.clipboard.readText());
  await page.getByRole('textbox', { name: 'W', exact: true }).fill('40');
  await expect(page.getByText('Saved on this machine')).toBeVisible();
  await page.waitForFunction(() => localStorage.getItem('scratch-notebook')?.includes('W = 40'));

  await page.goto('about:blank');
  await page.goto(link);
  await expect(page.getByText(/This notebook came with the link/)).toBeVisible();
  await expect(page.getByRole('textbox', { name: 'W', exact: true })).toHaveValue('64');
  await page.getByRole('button', { name: 'Back to mine' }).click();
  await expect(page.getByRole('textbox', { name: 'W', exact: true })).toHaveValue('40');
});

test('a notebook leaves as a file and comes back from it', async ({ page }) => {
  await page.goto('/en/scratch');
  await page.getByRole('textbox', { name: 'W', exact: true }).fill('64');
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Export' }).click();
  const file = await download;
  expect(file.suggestedFilename()).toBe('A-first-layer-and-what-bends-it.json');
  await page.getByRole('button', { name: 'Start empty' }).click();
  await expect(page.getByText('This notebook is empty.')).toBeVisible();
  await page.getByLabel('Import').setInputFiles(await file.path());
  await expect(page.getByRole('textbox', { name: 'W', exact: true })).toHaveValue('64');
});

test('changes to a notebook from a link outlast a reload, the other language and a look at one’s own', async ({
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto('/en/scratch');
  await page.getByRole('button', { name: 'Copy link' }).click();
  await expect(page.getByText(/^Link copied/)).toBeVisible();
  const link = await page.evaluate(() => navigator.clipboard.readText());
  await page.goto('about:blank');
  await page.goto(link);
  const width = page.getByRole('textbox', { name: 'W', exact: true });
  await width.fill('77');
  await expect(page.getByText(/kept on this machine as a draft/)).toBeVisible();
  await page.reload();
  await expect(width).toHaveValue('77');
  await page.getByRole('link', { name: '中文' }).click();
  await expect(page.getByText(/已作为草稿保存在本机/)).toBeVisible();
  await expect(width).toHaveValue('77');
  await page.getByRole('button', { name: '回到我的' }).click();
  await expect(width).toHaveValue('32');
  await page.goto('about:blank');
  await page.goto(link);
  await expect(width).toHaveValue('77');
});

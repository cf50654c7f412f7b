import { writeNotebook } from '../../src/lib/notebook/formula/file';
import { heavyNotebooks } from '../notebook/formula/heavy-notebooks';
import { expect, test } from './fixtures';

test.describe('a notebook that asks as much as it may', () => {
  for (const notebook of heavyNotebooks) {
    test(`of ${notebook.title} opens, has no more elements than a page can hold, and can be left`, async ({
      page,
    }) => {
      await page.addInitScript(
        (text) => localStorage.setItem('scratch-notebook', text),
        writeNotebook(notebook),
      );
      await page.goto('/en/scratch');
      await expect(page.getByRole('region')).toHaveCount(notebook.cells.length);
      await expect(page.getByLabel('Title of the notebook')).toHaveValue(notebook.title);
      // Drawn to the last cell.
      const last = page.getByRole('region').last();
      await last.scrollIntoViewIfNeeded();
      await expect(last.locator('p, .katex, path').first()).toBeVisible();
      expect(await page.locator('*').count()).toBeLessThan(120_000);
      await page.getByRole('button', { name: 'Start empty' }).click();
      await expect(page.getByText('This notebook is empty.')).toBeVisible();
    });
  }
});

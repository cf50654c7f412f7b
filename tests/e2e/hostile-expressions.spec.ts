import type { Page } from '@playwright/test';
import { hostileExpressions } from '../notebook/formula/hostile-expressions';
import { expect, test } from './fixtures';

const notebook = {
  format: 'lenet5-notebook',
  version: 1,
  title: 'Hostile',
  cells: [
    { id: 'good', type: 'formula', title: 'Good', source: 'one = 1\nfour = 2 + 2*one' },
    { id: 'hostile', type: 'formula', title: 'Hostile', source: 'x = 1' },
  ],
};

/** Opens a notebook with a good cell and one to be filled, whose editor is open. */
async function openNotebook(page: Page) {
  await page.addInitScript(
    (text) => localStorage.setItem('scratch-notebook', text),
    JSON.stringify(notebook),
  );
  await page.goto('/en/scratch');
  const hostile = page.getByRole('region', { name: /Hostile/ });
  await hostile.getByRole('button', { name: 'Edit' }).click();
  // Both are there: the cell is computed, and its editor, which is a part of its own, has come.
  await expect(page.getByRole('textbox', { name: 'x', exact: true })).toHaveValue('1');
  const source = hostile.getByRole('textbox', { name: 'Formula source' });
  await expect(source).toBeVisible();
  return source;
}

/** Types a source at once, as pasting does; the milliseconds until the cell has a sentence about it. */
async function millisecondsToSentence(page: Page, source: string): Promise<number> {
  return page.evaluate(async (source) => {
    const cell = document.querySelector('section[aria-label*="Hostile"]')!;
    const textarea = cell.querySelector('textarea')!;
    const hasSentence = () =>
      [...cell.querySelectorAll('.problem')].some(({ textContent }) => textContent !== '');
    const changed = (isDone: () => boolean) =>
      new Promise<void>((resolve) => {
        const observer = new MutationObserver(() => {
          if (!isDone()) return;
          observer.disconnect();
          resolve();
        });
        observer.observe(cell, { subtree: true, childList: true, characterData: true });
        if (isDone()) resolve();
      });
    const type = (text: string) => {
      textarea.value = text;
      textarea.dispatchEvent(new Event('input', { bubbles: true }));
    };
    type('x = 1');
    await changed(() => !hasSentence());
    const start = performance.now();
    type(source);
    await changed(hasSentence);
    return performance.now() - start;
  }, source);
}

test('every hostile expression ends in a sentence within 250 ms, and the page lives on', async ({
  page,
}) => {
  const dialogs: string[] = [];
  page.on('dialog', (dialog) => {
    dialogs.push(dialog.message());
    void dialog.dismiss();
  });
  const source = await openNotebook(page);
  const slow: string[] = [];
  for (const { name, source: text } of hostileExpressions) {
    // A busy machine may hold up any one try; what is slow by itself is slow every time.
    let best = Infinity;
    for (let attempt = 0; attempt < 3 && best > 250; attempt++) {
      best = Math.min(best, await millisecondsToSentence(page, text));
    }
    if (best > 250) slow.push(`${name}: ${Math.round(best)} ms`);
  }
  expect(slow).toEqual([]);
  expect(dialogs).toEqual([]);
  expect(await page.evaluate(() => 'polluted' in {})).toBe(false);

  await source.fill('y = four + 1');
  await expect(page.getByRole('region', { name: /Hostile/ })).toContainText('5');
});

test('a worker that never answers is stopped, and its cell says so; the others are computed', async ({
  page,
}) => {
  // The bounds let no expression run so long; so the engine itself is made to hang on a word.
  await page.addInitScript(() => {
    const Honest = Worker;
    interface Envelope {
      question: number;
      message?: { cells: { source: string }[]; skip: string[] };
    }
    window.Worker = class extends Honest {
      isHanging = false;
      override postMessage(envelope: Envelope) {
        const { question, message } = envelope;
        if (message)
          this.isHanging =
            message.skip.length === 0 &&
            message.cells.some(({ source }) => source.includes('hang'));
        if (!this.isHanging) return super.postMessage(envelope);
        if (!message) return;
        const data = { question, message: { type: 'started', cell: 'hostile' } };
        setTimeout(() => this.dispatchEvent(new MessageEvent('message', { data })));
      }
    };
  });
  const source = await openNotebook(page);
  await source.fill('hang = 1');
  await expect(page.getByText('This took too long and was stopped.')).toBeVisible();
  await page.getByRole('textbox', { name: 'one', exact: true }).fill('3');
  await expect(page.getByRole('region', { name: /Good/ })).toContainText('8');
  await source.fill('x = four');
  await expect(page.getByText('This took too long and was stopped.')).toBeHidden();
});

test('a notebook from elsewhere can put no script and no markup into the page', async ({
  page,
}) => {
  const markup = '<img src=x onerror="window.taken = true"><script>window.taken = true</script>';
  const hostile = {
    ...notebook,
    title: markup,
    cells: [
      { id: 'a', type: 'text', title: markup, source: `${markup} [x](javascript:1) {${markup}}` },
      { id: 'b', type: 'formula', title: markup, source: markup },
      {
        id: 'c',
        type: 'slider',
        title: markup,
        name: markup.slice(0, 32),
        ...{ value: 1, min: 0, max: 2, step: 1 },
      },
      {
        id: 'd',
        type: 'plot',
        title: markup,
        source: markup,
        variable: 'x',
        ...{ from: 0, to: 1 },
      },
      {
        id: 'e',
        type: 'slider',
        title: '',
        name: '\\href{javascript:1}{x}',
        ...{ value: 1, min: 0, max: 2, step: 1 },
      },
    ],
  };
  await page.addInitScript(
    (text) => localStorage.setItem('scratch-notebook', text),
    JSON.stringify(hostile),
  );
  await page.goto('/en/scratch');
  await expect(page.getByRole('region')).toHaveCount(5);
  await expect(page.locator('main img, main script, main a')).toHaveCount(0);
  expect(await page.evaluate(() => 'taken' in window)).toBe(false);
});

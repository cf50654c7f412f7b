import type { Page } from '@playwright/test';
import { everything, visits } from './addresses';
import { expect, test } from './fixtures';

/** What every control of a page is, and how it is used. */
const controls = 'button, select, input, textarea';

/** Holds back the page's scripts until they are let go, as a slow line does. */
async function holdScripts(page: Page): Promise<() => void> {
  let letGo = () => {};
  const held = new Promise<void>((resolve) => (letGo = resolve));
  await page.route('**/*.js', async (route) => {
    await held;
    await route.continue().catch(() => undefined);
  });
  return letGo;
}

/** The tools, and every third lesson: what keeps an act is the same in all of them. */
const someVisits = visits.filter(
  ({ path }, index) => everything || !path.startsWith('/lessons/') || index % 3 === 0,
);

const alive = (page: Page) => expect(page.locator('html[data-waiting]')).toHaveCount(0);

interface Done {
  readonly control: string;
  readonly acted: boolean;
}

for (const { address } of someVisits) {
  test(`${address}: what a reader does before the scripts are there is not lost`, async ({
    page,
  }) => {
    const letGo = await holdScripts(page);
    await page.goto(address, { waitUntil: 'commit' });
    await expect(page.locator('h1')).toBeVisible();
    const count = await page.evaluate((controls) => {
      const elements = [...document.querySelectorAll<HTMLInputElement>(controls)].filter(
        (element) =>
          !element.matches(':disabled') && element.type !== 'file' && element.checkVisibility(),
      );
      const heard = new Map<Element, Set<string>>(elements.map((element) => [element, new Set()]));
      for (const element of elements) {
        const isButton = element.matches('button');
        if (isButton) element.click();
        else if (element.matches('select')) {
          const select = element as unknown as HTMLSelectElement;
          select.selectedIndex = select.options.length - 1;
          for (const type of ['input', 'change'])
            element.dispatchEvent(new Event(type, { bubbles: true }));
        } else if (element.type === 'checkbox' || element.type === 'radio') element.click();
        else {
          element.value = element.type === 'range' ? element.max : element.value || '7';
          for (const type of ['input', 'change'])
            element.dispatchEvent(new Event(type, { bubbles: true }));
        }
        // Only what comes to it from now on.
        const type = isButton ? 'click' : 'change';
        element.addEventListener(type, () => heard.get(element)!.add(type), { capture: true });
      }
      Object.assign(window, {
        done: () =>
          elements.map((element) => ({
            control: element.outerHTML.slice(0, 120),
            acted:
              heard.get(element)!.size > 0 ||
              !element.isConnected ||
              // Of a group of radio buttons the one that was chosen last counts.
              (element.type === 'radio' && !element.checked) ||
              element.closest('[data-waiting]') !== null,
          })),
      });
      return elements.length;
    }, controls);
    letGo();
    await alive(page);
    expect(count).toBeGreaterThan(0);
    const lost = async () =>
      (await page.evaluate(() => (window as unknown as { done: () => Done[] }).done())).flatMap(
        ({ control, acted }) => (acted ? [] : [control]),
      );
    await expect.poll(lost).toEqual([]);
    await expect(page.locator('[data-kept]:not([data-waiting] *)')).toHaveCount(0);
  });
}

test('training starts by a press that came before the script', async ({ page }) => {
  const letGo = await holdScripts(page);
  await page.goto('/en/train?epochs=100', { waitUntil: 'commit' });
  await page.getByRole('button', { name: 'Start training' }).click();
  letGo();
  await expect(page.getByText(/^Epoch \d+ of 100/)).toBeVisible({ timeout: 30_000 });
  await page.getByRole('button', { name: 'Stop' }).click();
});

test('a guess in a lesson counts though it was made before the script', async ({ page }) => {
  const letGo = await holdScripts(page);
  await page.goto('/en/lessons/c5', { waitUntil: 'commit' });
  const question = page
    .getByRole('group')
    .filter({ has: page.locator('[aria-pressed]') })
    .first();
  const guess = question.getByRole('button').first();
  await guess.click();
  await expect(guess).toHaveAttribute('aria-pressed', 'false');
  letGo();
  await expect(guess).toHaveAttribute('aria-pressed', 'true');
});

test('the theme changed before the script is changed, and remembered', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'light' });
  const letGo = await holdScripts(page);
  await page.goto('/en', { waitUntil: 'commit' });
  await page.getByRole('button', { name: 'Dark theme' }).click();
  letGo();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
});

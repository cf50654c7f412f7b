import { expect, test } from './fixtures';

test('an exercise answers a slip, then the right answer, and is found again as done', async ({
  page,
}) => {
  await page.goto('/en/lessons/update#exercises');
  const card = page.getByRole('region', { name: /^Exercise 2 of/ });
  const field = card.getByRole('textbox');
  // What is said shows that the script is there, and that the reader's own numbers are drawn.
  await field.fill('no idea');
  await card.getByRole('button', { name: 'Check' }).click();
  await expect(card.getByRole('status')).toContainText('A number belongs here');

  const drawn = await card.locator('.prompt strong').allTextContents();
  const [weight, gradient, rate] = drawn.map((text) => Number(text.replace('−', '-')));
  await field.fill(String(weight! + rate! * gradient!));
  await field.press('Enter');
  await expect(field).toHaveAttribute('aria-invalid', 'true');
  await expect(card.getByRole('status')).toContainText('That is a step up the slope');

  await field.fill(`${weight} - ${rate}*(${gradient})`);
  await field.press('Enter');
  await expect(card.getByRole('status')).toContainText('right');
  await page.reload();
  await expect(card.getByRole('heading', { name: /done ✓/ })).toBeVisible();
  await expect(page.getByRole('link', { name: /^Exercises\s1\/\d$/ }).first()).toBeVisible();

  await page.goto('/en/lessons');
  const goOn = page.getByRole('link', { name: 'Continue where you stopped' });
  await expect(goOn).toHaveAttribute('href', /\/en\/lessons\/update#/);
});

test.describe('with JavaScript off', () => {
  test.use({ javaScriptEnabled: false });
  // The browser reports each script that it was told not to run.
  test.afterEach(({ problems }) => {
    const meant = /^request: .*\.js csp$/;
    problems.splice(0, problems.length, ...problems.filter((problem) => !meant.test(problem)));
  });

  test('the question of an exercise is there, with a line for the answer', async ({ page }) => {
    await page.goto('/zh/lessons/c3');
    const card = page.getByRole('region', { name: '练习 1，共 4 题' });
    await expect(card).toContainText('它有多少个可训练的参数？');
    await expect(card.getByRole('textbox')).toBeVisible();
    // Playwright leaves out of a text what stands for a page without scripts.
    const said = card.locator('noscript');
    expect(await said.evaluate((element: HTMLElement) => element.innerText)).toContain(
      '检查答案需要开启 JavaScript。',
    );
  });
});

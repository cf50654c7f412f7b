import { expect, test } from './fixtures';

const position = /^(\d+) of (\d+)/;

test('one digit goes forward, back and through an update, after which its loss has fallen', async ({
  page,
}) => {
  await page.goto('/en/step');
  const step = page.getByRole('button', { name: 'Step', exact: true });
  await expect(page.getByText(position).first()).toContainText('1 of ');
  await expect(step).toBeEnabled();

  const seen: string[] = [];
  for (;;) {
    const text = (await page.getByText(position).first().textContent()) ?? '';
    seen.push(text);
    const [, at, of] = position.exec(text) ?? [];
    if (at === of) break;
    await step.click();
    await expect(page.getByText(position).first()).not.toHaveText(text);
  }
  for (const phase of ['forward', 'loss', 'backward', 'update']) {
    expect(seen.some((text) => text.includes(phase))).toBe(true);
  }
  await expect(page.getByText(/The loss on this digit fell from [\d.]+ to [\d.]+/)).toBeVisible();
});

test('arrow keys, first and last move through the steps, and the link follows', async ({
  page,
}) => {
  await page.goto('/en/step');
  const at = page.getByText(position).first();
  await expect(at).toContainText('1 of ');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await expect(at).toContainText('3 of ');
  await page.keyboard.press('ArrowLeft');
  await expect(at).toContainText('2 of ');
  await expect(page).toHaveURL(/step=/);
  const shown = await at.textContent();
  await page.reload();
  await expect(at).toHaveText(shown ?? '');
  await page.getByRole('button', { name: 'Last step' }).click();
  await page.getByRole('button', { name: 'First step' }).click();
  await expect(at).toContainText('1 of ');
});

test('a link from the microscope to itself is followed; another language shows the same', async ({
  page,
}) => {
  await page.goto('/en/step?step=5&open=c3.output[7,2,4]');
  const value = page.locator('output[name=value]');
  const opened = (await value.textContent()) ?? '';
  await page.getByRole('link', { name: '中文' }).click();
  await expect(page).toHaveURL(/\/zh\/step\?weights=fresh&step=5&open=c3\.output\[7,2,4\]/);
  await expect(value).toHaveText(opened);
  await page.getByRole('link', { name: '显微镜' }).click();
  await expect(page).toHaveURL(/\/zh\/step\?weights=trained$/);
  await expect(value).not.toHaveText(opened);
});

test('play runs by itself and can be paused', async ({ page }) => {
  await page.goto('/en/step');
  const at = page.getByText(position).first();
  await page.getByRole('button', { name: 'Play' }).click();
  await expect(at).toContainText('3 of ');
  await page.getByRole('button', { name: 'Pause' }).click();
  const paused = await at.textContent();
  await page.waitForTimeout(1500);
  expect(await at.textContent()).toBe(paused);
});

test('a link with a nonsense digit, step and seed opens the defaults with a notice', async ({
  page,
}) => {
  await page.goto('/en/step?digit=cat&step=-7&seed=1e99');
  await expect(page.getByText(/settings that cannot be used: the digit/)).toBeVisible();
  await expect(page.getByText(position).first()).toContainText('1 of ');
});

test('a download that fails says so and can be tried again', async ({ page, problems }) => {
  let broken = true;
  await page.route('**/data/mini*', (route) => (broken ? route.abort() : route.continue()));
  await page.goto('/en/step');
  const again = page.getByRole('button', { name: /again/i });
  await expect(again).toBeVisible();
  broken = false;
  await again.click();
  await expect(page.getByRole('button', { name: 'Step', exact: true })).toBeEnabled();
  problems.length = 0;
});

test('a download that is cut short or altered says so', async ({ page, request }) => {
  const whole = await (await request.get('/data/mini.bin')).body();
  const altered = Buffer.from(whole);
  altered[altered.length >> 1] ^= 0xff;
  for (const body of [whole.subarray(0, 1000), altered]) {
    await page.route('**/data/mini*', (route) => route.fulfill({ body }));
    await page.goto('/en/step');
    await expect(page.getByRole('button', { name: /again/i })).toBeVisible();
    await page.unroute('**/data/mini*');
  }
});

test('a drawn digit is looked through, and the link carries it', async ({ page }) => {
  await page.goto('/en/step');
  await page.getByRole('button', { name: 'Draw a digit' }).click();
  const dialog = page.getByRole('dialog', { name: 'Draw a digit' });
  const box = await dialog.getByRole('application').boundingBox();
  const at = (x: number, y: number) => [box!.x + x * box!.width, box!.y + y * box!.height] as const;
  await page.mouse.move(...at(0.25, 0.2));
  await page.mouse.down();
  await page.mouse.move(...at(0.7, 0.2), { steps: 5 });
  await page.mouse.move(...at(0.4, 0.85), { steps: 5 });
  await page.mouse.up();
  await expect(dialog.locator('output[name="answer"]')).toHaveText(/^\d$/);
  await dialog.getByRole('button', { name: 'Step it through the network' }).click();
  await expect(page).toHaveURL(/digit=drawn-~\d-/);
  const meant = page.getByRole('group', { name: /Which digit did you mean/ });
  await expect(meant).toBeHidden();
  await page.getByRole('button', { name: 'Last step' }).click();
  await meant.getByRole('button', { name: '7', exact: true }).click();
  await expect(page).toHaveURL(/digit=drawn-7-/);
  await page.reload();
  await expect(page.getByRole('button', { name: /drawn by you/ })).toBeVisible();
});

test('a file of weights is used; one that does not fit says why', async ({ page }) => {
  await page.goto('/en/step?open=c1.weight[0,0,0,0]');
  const value = page.locator('output[name=value]');
  const fresh = await value.textContent();
  await page.getByRole('button', { name: /^weights/ }).click();
  const file = page.locator('input[name=weightsFile]');
  await file.setInputFiles({ name: 'x.safetensors', mimeType: '', buffer: Buffer.from('no') });
  await expect(page.getByRole('alert')).toContainText('x.safetensors cannot be used');
  await expect(value).toHaveText(fresh ?? '');
  await file.setInputFiles('static/weights/trained.safetensors');
  await expect(page.getByText('the weights of trained.safetensors')).toBeVisible();
  await expect(value).not.toHaveText(fresh ?? '');
});

test('weights chosen while the digits are on their way are the ones that are seen', async ({
  page,
}) => {
  let arrive = () => {};
  const arrival = new Promise<void>((resolve) => (arrive = resolve));
  await page.route('**/data/*.bin', async (route) => {
    await arrival;
    await route.continue();
  });
  const weights = page.getByRole('button', { name: /^weights/ });
  await page.goto('/en/step?step=14');
  await expect(weights).toBeEnabled();
  await weights.click();
  await page.getByRole('radio', { name: /all of MNIST/ }).check();
  arrive();
  const loss = page.locator('output[name=loss]');
  const seen = (await loss.textContent()) ?? '';
  await expect(page).toHaveURL(/\?weights=trained&step=14$/);
  await page.reload();
  await expect(loss).toHaveText(seen);
});

test('a link with 200 updates keeps the page alive, and the reader can stop', async ({ page }) => {
  await page.goto('/en/step?updates=200');
  await page.getByRole('button', { name: 'Stop here' }).click();
  await expect(page.getByText(/^\d+ updates? made$/)).toBeVisible();
  await expect(page).toHaveURL(/updates=\d/);
  expect(page.url()).not.toContain('updates=200');
});

/**
 * The notebook in Firefox: a lesson in Chinese, a number opened, a step by keyboard, a digit drawn, a thousand digits
 * trained to the same fingerprint as in Node, and all of it without a connection. Uses the newest built site. Skipped where there is no
 * Firefox or no Playwright that drives it (`npm install --prefix verify`; Debian's package is `firefox-esr`).
 */
import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { skip } from './python.js';

const port = 4274;
const root = fileURLToPath(new URL('..', import.meta.url));
const site = `http://localhost:${port}`;

const { firefox } = await import('playwright-core').catch(() =>
  skip('no Playwright for Firefox: npm install --prefix verify'),
);
const executablePath = ['/usr/bin/firefox-esr', '/usr/bin/firefox'].find(existsSync);
if (!executablePath) skip('no Firefox: Debian’s package is firefox-esr');
if (!existsSync(`${root}/build`)) skip('no built site: npm run build');

/** The fingerprint that the terminal gets with the settings that the page begins with. */
function fingerprintInNode() {
  const { stdout, status, stderr } = spawnSync(
    'npm',
    ['run', '--silent', 'train', '--', '--recipe', 'mini', '--json'],
    { cwd: root, encoding: 'utf8' },
  );
  assert.equal(status, 0, stderr);
  return /"fingerprint":"([0-9a-f]+)"/.exec(stdout.trim().split('\n').at(-1))[1];
}

const server = spawn(process.execPath, ['scripts/serve.js'], {
  cwd: root,
  env: { ...process.env, PORT: String(port) },
  stdio: ['ignore', 'pipe', 'inherit'],
});
await new Promise((resolve) => server.stdout.once('data', resolve));
process.on('exit', () => server.kill());
const browser = await firefox.launch({ channel: 'moz-firefox', executablePath });

/** A check on a page of its own, which ends with an error that the page logs. */
async function check(name, act) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  const page = await context.newPage();
  const problems = [];
  page.on('pageerror', (error) => problems.push(String(error)));
  await act(page, context);
  assert.deepEqual(problems, [], name);
  await context.close();
  console.log(`firefox: ${name}`);
}

try {
  await check('reads a lesson in Chinese', async (page) => {
    await page.goto(`${site}/zh/lessons/c3`);
    await page.locator('main canvas').first().waitFor();
    assert.equal(await page.locator('html').getAttribute('lang'), 'zh-CN');
  });
  await check('opens a number', async (page) => {
    await page.goto(`${site}/en/step?open=c3.output[7,2,4]`);
    await page
      .getByText(/c3\.output\[7, ?2, ?4\]/)
      .first()
      .waitFor();
  });
  await check('steps by keyboard', async (page) => {
    await page.goto(`${site}/en/step`);
    const next = page.getByRole('button', { name: /next step|step forward|^next/i }).first();
    await next.focus();
    await page.keyboard.press('Enter');
    await page.waitForURL(/step=/);
  });
  await check('reads a drawn digit', async (page) => {
    await page.goto(`${site}/en`);
    const pad = page.getByTestId('pad').first();
    await pad.scrollIntoViewIfNeeded();
    const { x, y, width, height } = await pad.boundingBox();
    await page.mouse.move(x + width / 2, y + height * 0.2);
    await page.mouse.down();
    await page.mouse.move(x + width / 2, y + height * 0.8, { steps: 12 });
    await page.mouse.up();
    await page.locator('output[name="answer"]').filter({ hasText: '1' }).first().waitFor();
  });
  await check(
    'works without a connection, and trains to the fingerprint of Node',
    async (page, context) => {
      await page.goto(`${site}/en`);
      await page.evaluate(() => navigator.serviceWorker.ready.then(() => true));
      await context.setOffline(true);
      await page.goto(`${site}/en/train`);
      await page.getByRole('button', { name: 'Start training' }).click();
      const found = page.locator('output[name="fingerprint"]');
      await found.waitFor({ state: 'attached', timeout: 120_000 });
      assert.equal(await found.getAttribute('title'), fingerprintInNode());
    },
  );
} finally {
  await browser.close();
  server.kill();
}

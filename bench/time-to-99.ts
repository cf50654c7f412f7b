import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { chromium } from '@playwright/test';
import { findChromium } from '../scripts/browser.js';
import { recipes } from '$lib/training';

const port = 4501;

/** What a run on the page took, in seconds by the reader's clock. */
export interface TimeTo99 {
  /** From the press of the button until the page says that 99% are right. */
  readonly seconds: number;
  /** The share of the 10,000 test digits that is right at the end, as the page words it. */
  readonly accuracy: string;
  /** The longest task on the page's main thread meanwhile, in milliseconds; 0 where none was over 50. */
  readonly longestTask: number;
}

/** Serves the built site for as long as `use` takes. */
async function whileServed<T>(use: (address: string) => Promise<T>): Promise<T> {
  const script = fileURLToPath(new URL('../scripts/serve.js', import.meta.url));
  const env = { ...process.env, PORT: String(port) };
  const server = spawn(process.execPath, [script], { env, stdio: ['ignore', 'pipe', 'inherit'] });
  try {
    await new Promise((resolve) => server.stdout.once('data', resolve));
    return await use(`http://localhost:${port}`);
  } finally {
    server.kill();
  }
}

/** Trains by the one-cycle recipe on the built page, the digits already loaded. */
export async function timeTo99(runs: number): Promise<TimeTo99[]> {
  const query = new URLSearchParams(
    Object.entries(recipes.oneCycle).map(([name, value]) => [name, String(value)]),
  );
  return whileServed(async (address) => {
    const browser = await chromium.launch({
      executablePath: findChromium(),
      args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
    });
    const page = await browser.newPage();
    await page.addInitScript(() => {
      const durations: number[] = [];
      new PerformanceObserver((list) =>
        list.getEntries().forEach(({ duration }) => durations.push(duration)),
      ).observe({ type: 'longtask' });
      Object.assign(window, { longTasks: durations });
    });
    await page.goto(`${address}/en/train?${query}`, { waitUntil: 'networkidle' });
    // The first run brings the digits and the kernels; it is not counted.
    await page.getByRole('button', { name: 'Start training' }).click();
    await page.getByText(/^Finished after/).waitFor({ timeout: 120_000 });
    const results: TimeTo99[] = [];
    for (let run = 0; run < runs; run++) {
      await page.evaluate('longTasks.length = 0');
      const start = performance.now();
      await page.getByRole('button', { name: 'Start again' }).click();
      // The sentence of the run before is gone once the new one tests its untrained network.
      await page.getByText(/^99.0% right after/).waitFor({ state: 'detached' });
      await page.getByText(/^99.0% right after/).waitFor({ timeout: 120_000 });
      const seconds = (performance.now() - start) / 1000;
      await page.getByText(/^Finished after/).waitFor({ timeout: 120_000 });
      const tasks = (await page.evaluate('longTasks')) as number[];
      const accuracy = (await page.locator('output[name="accuracy"]').textContent()) ?? '';
      results.push({ seconds, accuracy, longestTask: Math.round(Math.max(0, ...tasks)) });
    }
    await browser.close();
    return results;
  });
}

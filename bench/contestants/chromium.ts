/** This project's kernels in Chromium: `chromium.ts THREADS`. */
import { fileURLToPath } from 'node:url';
import { chromium } from '@playwright/test';
import { createServer } from 'vite';
import { findChromium } from '../../scripts/browser.js';
import { crossOriginIsolation } from '../../scripts/vite-isolation';
import { takeTurns } from '../turns';

const root = fileURLToPath(new URL('../..', import.meta.url));
const server = await createServer({
  configFile: false,
  root,
  publicDir: 'static',
  logLevel: 'error',
  plugins: [crossOriginIsolation()],
  resolve: { alias: { $lib: `${root}/src/lib` } },
  server: { host: '127.0.0.1', port: 4500, hmr: false, watch: null },
});
await server.listen();

const browser = await chromium.launch({
  executablePath: findChromium(),
  args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
});
const page = await browser.newPage();
await page.goto(`${server.resolvedUrls?.local[0]}bench/browser/index.html`);
await page.waitForFunction(() => 'prepare' in window);
await page.evaluate((workers) => window.prepare(workers), Number(process.argv[2]));

await takeTurns((steps) => page.evaluate((count) => window.train(count), steps));
await browser.close();
await server.close();

import { defineConfig, devices } from '@playwright/test';
import { findChromium } from './scripts/browser.js';

const port = 4273;

/** Browser tests run on the production build, in real Chromium. */
export default defineConfig({
  testDir: 'tests/e2e',
  outputDir: '.cache/e2e',
  fullyParallel: true,
  workers: 2,
  forbidOnly: Boolean(process.env.CI),
  timeout: 60_000,
  // A machine that is busy with something else holds up any one try; what is broken fails twice.
  retries: 1,
  expect: { timeout: 20_000 },
  use: {
    ...devices['Desktop Chrome'],
    baseURL: `http://localhost:${port}`,
    // It answers before a test's own routes do; `offline.spec.ts` lets it.
    serviceWorkers: 'block',
    viewport: { width: 1280, height: 900 },
    launchOptions: {
      executablePath: findChromium(),
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
  webServer: {
    command: 'node scripts/serve.js',
    env: { PORT: String(port) },
    url: `http://localhost:${port}/en`,
    reuseExistingServer: false,
  },
});

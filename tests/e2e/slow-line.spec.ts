import type { Page } from '@playwright/test';
import { builtPages } from './addresses';
import { expect, test } from './fixtures';

/** web.dev calls a cumulative layout shift up to 0.1 good; here nothing is to move that can be seen to. */
const mostShift = 0.05;
/** Compressed script that a page may load before the reader touches it, in bytes. */
const mostScript = 120_000;

/** A line of a phone: 1.6 Mbit/s, a tenth of a second to the server. */
async function slowDown(page: Page) {
  const session = await page.context().newCDPSession(page);
  await session.send('Network.enable');
  await session.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: 100,
    downloadThroughput: 200_000,
    uploadThroughput: 100_000,
  });
  return session;
}

const sizes = { desktop: { width: 1280, height: 900 }, phone: { width: 390, height: 844 } };

for (const address of builtPages.filter((address) => address !== '/')) {
  for (const [name, size] of Object.entries(sizes)) {
    test(`${address} on a slow line, ${name}: nothing moves, and little script comes`, async ({
      page,
    }) => {
      const session = await slowDown(page);
      let script = 0;
      const scripts = new Set<string>();
      session.on('Network.responseReceived', ({ requestId, type }) => {
        if (type === 'Script') scripts.add(requestId);
      });
      session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
        if (scripts.has(requestId)) script += encodedDataLength;
      });
      await page.setViewportSize(size);
      await page.addInitScript(() => {
        const shifts: { value: number; moved: string }[] = [];
        Object.assign(window, { shifts });
        new PerformanceObserver((list) => {
          for (const entry of list.getEntries()) {
            const { value, sources } = entry as PerformanceEntry & {
              value: number;
              sources: { node: Node | null }[];
            };
            const moved = sources.map(({ node }) =>
              (node instanceof Element ? node : node?.parentElement)?.outerHTML.slice(0, 60),
            );
            shifts.push({ value, moved: moved.join(' ') });
          }
        }).observe({ type: 'layout-shift', buffered: true });
      });
      await page.goto(address);
      await page.waitForLoadState('networkidle');
      const shifts = await page.evaluate(
        () => (window as unknown as { shifts: { value: number; moved: string }[] }).shifts,
      );
      const total = shifts.reduce((sum, { value }) => sum + value, 0);
      expect(total, JSON.stringify(shifts, null, 1)).toBeLessThanOrEqual(mostShift);
      expect(script).toBeGreaterThan(10_000);
      expect(script).toBeLessThanOrEqual(mostScript);
    });
  }
}

import type { Page } from '@playwright/test';
import { visits } from './addresses';
import { expect, test } from './fixtures';

// Chromium's throttle now and then lets a request hang for ever: then the page is opened a second time.
test.describe.configure({ timeout: 30_000 });

/** web.dev calls a cumulative layout shift up to 0.1 good; here half of that. */
const mostShift = 0.05;
/**
 * Compressed script that a page may load before the reader touches it, in bytes. What shows a digit on its way runs
 * the network with all its operations (13 kB); a lesson that begins with a stage has that and the stage; the
 * microscope all of it, and what opens a number; a notebook what sets formulas by KaTeX (63 kB). The aim is 120 kB.
 */
function mostScript(address: string): number {
  const page = address.slice(4);
  if (page.startsWith('lessons/')) return 158_000;
  return { '': 130_000, compare: 125_000, step: 168_000, scratch: 192_000 }[page] ?? 120_000;
}

/** A line of a phone: 1.6 Mbit/s, a tenth of a second to the server. */
async function slowDown(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send('Network.enable');
  await session.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: 100,
    downloadThroughput: 200_000,
    uploadThroughput: 100_000,
  });
}

const sizes = { desktop: { width: 1280, height: 900 }, phone: { width: 390, height: 844 } };

for (const { address, size } of visits) {
  test(`${address} on a slow line, ${size}: nothing moves, and little script comes`, async ({
    page,
  }) => {
    await slowDown(page);
    await page.setViewportSize(sizes[size]);
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
    const script = await page.evaluate(() => {
      const entries = performance.getEntriesByType('resource') as PerformanceResourceTiming[];
      // A script that was fetched ahead is named twice.
      const sizes = new Map(entries.map(({ name, encodedBodySize }) => [name, encodedBodySize]));
      return [...sizes].reduce((sum, [name, size]) => sum + (/\.js$/.test(name) ? size : 0), 0);
    });
    expect(script).toBeGreaterThan(10_000);
    expect(script).toBeLessThanOrEqual(mostScript(address));
  });
}

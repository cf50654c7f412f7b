/**
 * How long the calculators take from a changed field to the end of the redraw, on a processor slowed
 * down four-fold, and how many frames a second the window slides at over 64 × 64 pixels. Needs a
 * built and served site (`npm run build`, then `npm run serve`):
 *
 *     npx tsx --tsconfig tsconfig.node.json bench/calculator.ts http://localhost:4173
 */
import { chromium, type Page } from '@playwright/test';
import { findChromium } from '../scripts/browser.js';
import { endWithReader } from '../scripts/pipe.js';

endWithReader();

const [site = 'http://localhost:4173'] = process.argv.slice(2);
const slowdown = 4;
const changes = 30;

const large = 'input=64&kernel=5&stride=1&padding=2&in=1&out=6';
const fields: [page: string, field: string, values: string[]][] = [
  ['calculator', '[name=kernel]', ['3', '7', '5', '1']],
  [`calculator?${large}`, '[name=kernel]', ['3', '7', '5', '9']],
  [`calculator?${large}`, '[name=input]', ['63', '64', '32', '28']],
  ['calculator?kernel=&padding=&output=28', '[name=input]', ['26', '30', '32', '28']],
  ['builder', '[name=height]', ['32', '28', '33', '64']],
];

async function open(page: Page, path: string) {
  await page.goto(`${site}/en/${path}`, { waitUntil: 'networkidle' });
  await page.waitForTimeout(500);
  const devtools = await page.context().newCDPSession(page);
  return (rate: number) => devtools.send('Emulation.setCPUThrottlingRate', { rate });
}

/** Milliseconds from each change of a field to the end of the frame that shows it, shortest first. */
function timeChanges(page: Page, field: string, values: string[]): Promise<number[]> {
  return page.evaluate(
    async ({ field, values, changes }) => {
      const times: number[] = [];
      for (let change = 0; change < changes; change++) {
        await new Promise((rested) => setTimeout(rested, 600));
        const input = document.querySelector<HTMLInputElement>(field)!;
        const start = performance.now();
        input.value = values[change % values.length]!;
        input.dispatchEvent(new Event('input', { bubbles: true }));
        // A message sent from within a frame comes once that frame is laid out and painted.
        await new Promise<void>((painted) =>
          requestAnimationFrame(() => {
            const { port1, port2 } = new MessageChannel();
            port1.onmessage = () => painted();
            port2.postMessage(undefined);
          }),
        );
        times.push(performance.now() - start);
      }
      return times.sort((a, b) => a - b);
    },
    { field, values, changes },
  );
}

/** Frames a second while the window slides by itself. */
async function framesWhileSliding(page: Page): Promise<number> {
  await page.getByRole('button', { name: 'Play' }).click();
  return page.evaluate(async () => {
    const start = performance.now();
    let frames = 0;
    while (performance.now() - start < 3000) {
      await new Promise(requestAnimationFrame);
      frames++;
    }
    return (1000 * frames) / (performance.now() - start);
  });
}

const browser = await chromium.launch({
  executablePath: findChromium(),
  args: ['--no-sandbox', '--disable-gpu'],
});
const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
for (const [path, field, values] of fields) {
  const setSlowdown = await open(page, path);

  await setSlowdown(slowdown);
  const times = await timeChanges(page, field, values);
  await setSlowdown(1);
  const at = (share: number) => times[Math.floor(share * (times.length - 1))]!.toFixed(0);
  console.log(`${path} ${field}: ${at(0)} ms at best, ${at(0.5)} ms median, ${at(0.9)} ms at 90%`);
}
for (const rate of [1, slowdown]) {
  const setSlowdown = await open(page, `calculator?${large}`);
  await setSlowdown(rate);
  const frames = await framesWhileSliding(page);
  await setSlowdown(1);
  console.log(
    `sliding over 64 × 64, slowed down ${rate}-fold: ${frames.toFixed(1)} frames a second`,
  );
}
await browser.close();

/**
 * What a reader's browser holds after a visit to a build of this site: runs, edits and the addresses
 * that its pages wrote. Made once with the last build whose C1 padded with zeros (commit 4648db5):
 *
 *     PORT=4391 node scripts/serve.js      # in a checkout of that commit, after `npm run build`
 *     npx tsx tests/golden/make-profile.ts http://localhost:4391 > tests/golden/profile-zero-border.json
 *
 * Numbers of a checkpoint are rounded to 1/256, which keeps the file small; all else is as it was found.
 */
import { gzipSync } from 'node:zlib';
import { chromium } from '@playwright/test';

const site = process.argv[2];
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu'],
});
const page = await browser.newPage();
// What compiles this file names its functions by a helper that the page does not have.
await page.addInitScript('globalThis.__name ??= (named) => named');
const links: string[] = [];
const button = (name: string) => page.getByRole('button', { name, exact: true });

/** The address of the page as it stands, from the path on. */
const keepLink = () => links.push(page.url().slice(site.length));

async function train(name: string, epochs: number, whenStarted: () => Promise<void>) {
  await page.goto(`${site}/en/train?epochs=${epochs}`);
  await button('Start training').click();
  await whenStarted();
  await page
    .getByLabel(/^Name of the run/)
    .first()
    .fill(name);
  await page.keyboard.press('Tab');
  await page.getByLabel(`Name of the run, now ${name}`).waitFor();
  keepLink();
}

await train('finished', 1, () =>
  page
    .getByText(/^Finished after/)
    .first()
    .waitFor(),
);
await train('unfinished', 100, async () => {
  await page
    .getByText(/^Epoch [2-9]/)
    .first()
    .waitFor();
  await button('Stop').click();
  await page.getByText(/Stopped in epoch/).waitFor();
});

await page.goto(`${site}/en/scratch`);
await page.getByRole('textbox', { name: 'W', exact: true }).fill('64');
await page.waitForFunction(() => localStorage.getItem('scratch-notebook')?.includes('W = 64'));
await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
await button('Copy link').click();
links.push((await page.evaluate(() => navigator.clipboard.readText())).slice(site.length));

await page.goto(`${site}/en/lessons/network`);
const formula = page
  .getByRole('region')
  .filter({ has: button('Edit') })
  .first();
await formula.getByRole('textbox').first().fill('3');
await page.keyboard.press('Tab');
await page.waitForFunction(() =>
  Object.keys(localStorage).some((key) => key.startsWith('formula')),
);

await page.goto(`${site}/en/builder`);
await page.getByLabel('padding').first().fill('1');
await page.waitForURL(/conv_6_k5_p1/);
keepLink();
await page.goto(`${site}/zh/calculator`);
await page.locator('[name=padding]').fill('1');
await page.waitForURL(/padding=1/);
keepLink();
await page.goto(`${site}/en/step?weights=trained&step=2&open=c1.output[0,0,0]`);
await page.getByRole('table').first().waitFor();
keepLink();

/** The two shelves of the browser's database; arrays of numbers as `{ type, values }`. */
const shelves = await page.evaluate(readShelves);
const { origin } = new URL(site);
const state = await page.context().storageState();
const storage = state.origins.find((one) => one.origin === origin)?.localStorage ?? [];
const profile = {
  madeBy: 'commit 4648db5, tests/golden/make-profile.ts',
  links,
  localStorage: Object.fromEntries(storage.map(({ name, value }) => [name, value])),
  ...(packed(shelves) as object),
};
process.stdout.write(`${JSON.stringify(profile, null, 1)}\n`);
await browser.close();

async function readShelves(): Promise<unknown> {
  const opening = indexedDB.open('lenet5-runs');
  await new Promise((resolve) => (opening.onsuccess = resolve));
  const plain = (value: unknown): unknown => {
    if (value instanceof Float64Array || value instanceof Float32Array) {
      return { type: value.constructor.name, values: Array.from(value) };
    }
    if (Array.isArray(value)) return value.map(plain);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, plain(each)]));
  };
  const all = (shelf: string) => {
    const asked = opening.result.transaction(shelf).objectStore(shelf).getAll();
    return new Promise<unknown>(
      (resolve) => (asked.onsuccess = () => resolve(plain(asked.result))),
    );
  };
  const keys = (shelf: string) => {
    const asked = opening.result.transaction(shelf).objectStore(shelf).getAllKeys();
    return new Promise<unknown>((resolve) => (asked.onsuccess = () => resolve(asked.result)));
  };
  return {
    runs: { keys: await keys('runs'), values: await all('runs') },
    checkpoints: { keys: await keys('checkpoints'), values: await all('checkpoints') },
  };
}

/** The same with each array as the gzipped bytes of its numbers, in base64. */
function packed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(packed);
  if (typeof value !== 'object' || value === null) return value;
  if ('type' in value && 'values' in value) {
    const isWide = value.type === 'Float64Array';
    const numbers = (value.values as number[]).map((each) =>
      isWide ? Math.round(each * 256) / 256 : each,
    );
    // Rounded to float32 already by the engine, so that nothing is lost by writing them so.
    const bytes = gzipSync(Float32Array.from(numbers), { level: 9 });
    return { type: value.type, gzip: bytes.toString('base64') };
  }
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, packed(each)]));
}

import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { lessonSlugs, pages, visits } from './addresses';
import { expect, test } from './fixtures';

// Axe looks at every element, three times as long on a machine that is busy.
test.describe.configure({ timeout: 120_000 });

/** The lesson whose code is looked at: every word of code has one of a few colours, the same on every page. */
const lessonWithCode = '/lessons/convolution';

/** Axe on a page without frames of others, hence the legacy mode, which opens no page of its own. */
function inspect(page: Page, path: string) {
  const axe = new AxeBuilder({ page }).setLegacyMode().options({ resultTypes: ['violations'] });
  return path === lessonWithCode ? axe : axe.exclude('pre code');
}

async function violationsOf(axe: AxeBuilder): Promise<string[]> {
  const { violations } = await axe.analyze();
  return violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`,
  );
}

/** Opens a page as somebody who wants no motion does, and waits until it is there. */
async function open(page: Page, address: string, colorScheme: 'light' | 'dark' = 'light') {
  await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
  await page.goto(address);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await page.waitForLoadState('networkidle');
}

const phone = { width: 360, height: 740 };

/** Pages that are opened one after the other by one test: a new browser page costs as much as some of them. */
const atOnce = 8;

for (const locale of ['en', 'zh']) {
  for (let start = 0; start < pages.length; start += atOnce) {
    const some = pages.slice(start, start + atOnce).map((path) => `/${locale}${path}`);
    test(`360 px are wide enough for ${some.join(', ')}`, async ({ page }) => {
      await page.setViewportSize(phone);
      for (const address of some) {
        await open(page, address);
        const overflow = () =>
          page.evaluate(
            () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
          );
        await expect.poll(overflow, { message: address }).toBe(0);
      }
    });
  }
}

for (const { address, path, theme, size } of visits) {
  test(`${address}, ${theme}, ${size}: axe finds nothing`, async ({ page }) => {
    if (size === 'phone') await page.setViewportSize(phone);
    await open(page, address, theme);
    expect(await violationsOf(inspect(page, path))).toEqual([]);
  });
}

test('every page forbids inline scripts by its Content-Security-Policy', async ({ request }) => {
  for (const path of pages) {
    const html = await (await request.get(`/en${path}`)).text();
    const policy = /http-equiv="content-security-policy" content="([^"]+)"/i.exec(html)?.[1] ?? '';
    const scripts = policy.split(';').find((part) => part.trim().startsWith('script-src')) ?? '';
    expect(scripts).toContain("'self'");
    expect(scripts).not.toContain('unsafe-inline');
    expect(scripts).not.toContain("'unsafe-eval'");
  }
});

test('the lessons stand at their addresses in both languages', async ({ request }) => {
  for (const locale of ['en', 'zh']) {
    for (const slug of lessonSlugs) {
      expect((await request.get(`/${locale}/lessons/${slug}`)).status()).toBe(200);
    }
  }
});

test('no page waits for a stylesheet or a script before it is painted', async ({ request }) => {
  for (const path of pages) {
    const html = await (await request.get(`/en${path}`)).text();
    const head = html.slice(0, html.indexOf('</head>'));
    const tags = head.match(/<link [^>]*>|<script [^>]*>/g) ?? [];
    const blocking = tags.filter(
      (tag) => (/rel="stylesheet"/.test(tag) && !/ disabled /.test(tag)) || / src=/.test(tag),
    );
    expect(blocking, `/en${path}`).toEqual([]);
    expect(head).toMatch(/<style[^>]*>[^<]*--paper/);
  }
});

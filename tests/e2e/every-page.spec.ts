import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { isOpenedIn, lessonSlugs, pages } from './addresses';
import { expect, test } from './fixtures';

// Axe looks at every element, three times as long on a machine that is busy.
test.describe.configure({ timeout: 120_000 });

const colourRules = ['color-contrast', 'link-in-text-block'];

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
async function open(page: Page, address: string) {
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
  await page.goto(address);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await page.waitForLoadState('networkidle');
}

for (const locale of ['en', 'zh']) {
  for (const path of pages) {
    const address = `/${locale}${path}`;
    test(`${address}: 360 px are wide enough`, async ({ page }) => {
      await page.setViewportSize({ width: 360, height: 740 });
      await open(page, address);
      const overflow = () =>
        page.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        );
      await expect.poll(overflow).toBe(0);
    });

    if (!isOpenedIn(locale, path)) continue;
    test(`${address}: axe finds nothing in either theme`, async ({ page }) => {
      await open(page, address);
      expect(await violationsOf(inspect(page, path))).toEqual([]);
      // A theme changes colours and nothing else, so the second time only the rules about them.
      await page.emulateMedia({ colorScheme: 'dark' });
      expect(await violationsOf(inspect(page, path).withRules(colourRules))).toEqual([]);
    });
  }
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

test('the eleven lessons stand at their addresses in both languages', async ({ request }) => {
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

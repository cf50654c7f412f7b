import AxeBuilder from '@axe-core/playwright';
import { lessonSlugs, pages } from './addresses';
import { expect, test } from './fixtures';

for (const locale of ['en', 'zh']) {
  for (const path of pages) {
    const address = `/${locale}${path}`;

    for (const colorScheme of ['light', 'dark'] as const) {
      test(`${address} in the ${colorScheme} theme: axe finds nothing`, async ({ page }) => {
        await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
        await page.goto(address);
        await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
        await page.waitForLoadState('networkidle');
        const { violations } = await new AxeBuilder({ page }).analyze();
        const found = violations.map(
          ({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`,
        );
        expect(found).toEqual([]);
      });
    }

    test(`${address} is no wider than a phone of 360 px`, async ({ page }) => {
      await page.setViewportSize({ width: 360, height: 740 });
      await page.goto(address);
      await page.waitForLoadState('networkidle');
      const overflow = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect(overflow).toBe(0);
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

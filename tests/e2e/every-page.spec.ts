import AxeBuilder from '@axe-core/playwright';
import { lessonSlugs, pages } from './addresses';
import { expect, test } from './fixtures';

for (const locale of ['en', 'zh']) {
  for (const path of pages) {
    test(`/${locale}${path}: axe finds nothing in either theme, and 360 px are wide enough`, async ({
      page,
    }) => {
      await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
      await page.goto(`/${locale}${path}`);
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      await page.waitForLoadState('networkidle');
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme });
        const { violations } = await new AxeBuilder({ page }).analyze();
        const found = violations.map(
          ({ id, nodes }) =>
            `${colorScheme}: ${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`,
        );
        expect(found).toEqual([]);
      }

      await page.setViewportSize({ width: 360, height: 740 });
      const overflow = () =>
        page.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        );
      await expect.poll(overflow).toBe(0);
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

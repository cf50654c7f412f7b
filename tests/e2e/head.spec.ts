import { readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { builtPages, lessonSlugs, pages } from './addresses';

const fileOf = (address: string) => `build/${address === '/' ? 'index' : address.slice(1)}.html`;
const first = (html: string, pattern: RegExp) => pattern.exec(html)?.[1] ?? '';
const canonicalOf = (address: string) =>
  first(readFileSync(fileOf(address), 'utf8'), /<link rel="canonical" href="([^"]*)"/);

/** Where this build says that it will stand. */
const origin = canonicalOf('/').replace(/\/$/, '');

test('the build has every page that these tests name, and names none that they do not', () => {
  const named = ['en', 'zh'].flatMap((locale) => pages.map((path) => `/${locale}${path}`));
  expect(builtPages).toEqual(['/', ...named].sort());
  expect(lessonSlugs).not.toHaveLength(0);
});

for (const address of builtPages) {
  test(`${address} tells a search engine and a chat window what it is`, () => {
    const html = readFileSync(fileOf(address), 'utf8');
    const [, locale, path] = /^\/(en|zh)(.*)$/.exec(address) ?? [];
    expect(first(html, /<html lang="([^"]*)"/)).toBe(locale === 'zh' ? 'zh-CN' : 'en');
    const title = first(html, /<title>([^<]+)<\/title>/);
    expect(title).not.toBe('');
    const description = first(html, /<meta name="description" content="([^"]*)"/);
    expect(description.length).toBeGreaterThan(15);
    expect(html).not.toContain('noindex');

    expect(origin).toMatch(/^https?:\/\/[^/]+/);
    expect(canonicalOf(address)).toBe(origin + address);
    const alternates = Object.fromEntries(
      [...html.matchAll(/<link rel="alternate" hreflang="([^"]*)" href="([^"]*)"/g)].map(
        ([, language, href]) => [language, href],
      ),
    );
    expect(alternates).toEqual({
      en: `${origin}/en${path ?? ''}`,
      'zh-CN': `${origin}/zh${path ?? ''}`,
      'x-default': path ? `${origin}/en${path}` : `${origin}/`,
    });

    const property = (name: string) =>
      first(html, new RegExp(`<meta property="og:${name}" content="([^"]*)"`));
    expect(property('title')).toBe(title);
    expect(property('description')).toBe(description);
    expect(property('url')).toBe(origin + address);
    const picture = readFileSync(`build${property('image').slice(origin.length)}`);
    // A PNG says its size after its signature and the head of its first chunk.
    expect([picture.readUInt32BE(16), picture.readUInt32BE(20)]).toEqual([1200, 630]);
    expect(picture.length).toBeLessThan(100_000);
  });
}

test('no two pages of a language have the same title or the same description', () => {
  for (const pattern of [/<title>([^<]+)</, /name="description" content="([^"]*)"/]) {
    const all = builtPages.map((address) => first(readFileSync(fileOf(address), 'utf8'), pattern));
    expect(new Set(all).size).toBe(all.length);
  }
});

test('the sitemap names every page with its language, and robots.txt the sitemap', () => {
  const sitemap = readFileSync('build/sitemap.xml', 'utf8');
  const named = [...sitemap.matchAll(/<loc>([^<]*)<\/loc>/g)].map(([, address]) => address);
  const expected = builtPages.filter((address) => address !== '/');
  expect(named.sort()).toEqual(expected.map((address) => origin + address).sort());
  expect(readFileSync('build/robots.txt', 'utf8')).toContain(`Sitemap: ${origin}/sitemap.xml`);
});

test('the icon for a home screen is there, and what leads nowhere is kept out of indexes', () => {
  const icon = readFileSync('build/touch-icon.png');
  expect([icon.readUInt32BE(16), icon.readUInt32BE(20)]).toEqual([180, 180]);
  for (const address of builtPages)
    expect(readFileSync(fileOf(address), 'utf8')).toContain('touch-icon.png');
});

test('the pages that need scripts say so without them, in their language', () => {
  const sentence = { en: 'takes JavaScript', zh: '需要开启 JavaScript' };
  for (const address of builtPages) {
    const [, locale, path] = /^\/(en|zh)(.*)$/.exec(address) ?? [];
    const html = readFileSync(fileOf(address), 'utf8');
    const said = [...html.matchAll(/<noscript>([\s\S]*?)<\/noscript>/g)].map(([all]) => all).join();
    // A lesson says it of each picture, in its place; what can be read says nothing.
    if (path && !/^\/(lessons|glossary|teach)/.test(path))
      expect(said).toContain(sentence[locale as 'en' | 'zh']);
  }
});

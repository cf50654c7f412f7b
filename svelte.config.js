import staticSite from '@sveltejs/adapter-static';
import { vitePreprocess } from '@sveltejs/vite-plugin-svelte';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { finishBuild } from './scripts/finish-build.js';

const earlyScript = readFileSync(new URL('src/before-hydration.js', import.meta.url));

/** The source that allows `src/hooks.server.ts` to write this script into every page. */
const earlyScriptHash = /** @type {const} */ (
  `sha256-${createHash('sha256').update(earlyScript).digest('base64')}`
);

const site = staticSite({ fallback: '404.html', precompress: true });

/** @type {import('@sveltejs/kit').Adapter} */
const adapter = {
  ...site,
  async adapt(builder) {
    await site.adapt(builder);
    finishBuild('build');
  },
};

/** @type {import('@sveltejs/kit').Config} */
export default {
  preprocess: vitePreprocess(),
  kit: {
    adapter,
    // By default the pages name what they need relative to themselves, so that the build works below any path.
    paths: { base: /** @type {'' | `/${string}`} */ (process.env.BASE_PATH ?? '') },
    // Styles come with their page: a page that names 28 of them paints after 28 answers. A page that is
    // reached from another still loads only those it lacks.
    inlineStyleThreshold: Infinity,
    // `routes/+layout.svelte` registers it, once the page is there.
    serviceWorker: { register: false },
    // KaTeX and shiki position and colour with style attributes, hence 'unsafe-inline' for styles only.
    csp: {
      mode: 'hash',
      directives: {
        'default-src': ['self'],
        'script-src': ['self', 'wasm-unsafe-eval', earlyScriptHash],
        'style-src': ['self', 'unsafe-inline'],
        'img-src': ['self', 'data:', 'blob:'],
        'font-src': ['self', 'data:'],
        'connect-src': ['self'],
        'worker-src': ['self'],
        'manifest-src': ['self'],
        'object-src': ['none'],
        'base-uri': ['self'],
      },
    },
  },
};

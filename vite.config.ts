import { sveltekit } from '@sveltejs/kit/vite';
import { svelteTesting } from '@testing-library/svelte/vite';
import { defineConfig } from 'vitest/config';
import { crossOriginIsolation } from './scripts/vite-isolation.ts';
import { katexFonts } from './scripts/vite-katex.ts';
import { lessons } from './scripts/vite-lessons.ts';

/** Where the site will stand; by default where `npm start` serves it. */
const siteUrl = (process.env.SITE_URL || 'http://localhost:4173').replace(/\/+$/, '');

export default defineConfig({
  define: { SITE_URL: JSON.stringify(siteUrl) },
  plugins: [crossOriginIsolation(), katexFonts(), lessons(), sveltekit()],
  worker: { format: 'es' },
  test: {
    // A slow machine is no failure: nothing here is a measure of speed.
    testTimeout: 60_000,
    // A worker keeps its modules from file to file: half the time; `tests/setup.ts` tidies between them.
    isolate: false,
    // By default one core is left for whoever is at the machine; a machine of two then works at half its speed.
    maxWorkers: '100%',
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          environment: 'node',
          include: ['tests/**/*.test.ts'],
          exclude: ['tests/**/*.svelte.test.ts', 'tests/e2e/**'],
          setupFiles: ['tests/setup.ts'],
        },
      },
      {
        extends: true,
        plugins: [svelteTesting()],
        test: {
          name: 'component',
          environment: 'jsdom',
          include: ['tests/**/*.svelte.test.ts'],
          setupFiles: ['tests/setup.ts', 'tests/component-setup.ts'],
        },
      },
    ],
  },
});

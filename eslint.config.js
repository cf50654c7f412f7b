import prettier from 'eslint-config-prettier';
import svelte from 'eslint-plugin-svelte';
import globals from 'globals';
import ts from 'typescript-eslint';
import svelteConfig from './svelte.config.js';

const pureFolders = ['arithmetic', 'nn', 'optim', 'data', 'notebook'].map(
  (folder) => `src/lib/${folder}/**/*.ts`,
);

export default ts.config(
  {
    ignores: ['build/', '.svelte-kit/', '.cache/', 'static/data/', 'src/lib/kernels/assembly/'],
  },
  ...ts.configs.recommended,
  ...svelte.configs.recommended,
  prettier,
  ...svelte.configs.prettier,
  {
    languageOptions: { globals: { ...globals.browser, ...globals.node } },
    rules: {
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
      'no-undef': 'off',
      'no-console': 'error',
      eqeqeq: 'error',
    },
  },
  {
    files: ['**/*.svelte', '**/*.svelte.ts'],
    languageOptions: {
      parserOptions: { parser: ts.parser, extraFileExtensions: ['.svelte'], svelteConfig },
    },
    rules: {
      // Trusted HTML: KaTeX's, shiki's and the compiled lessons', all made at build time or by KaTeX.
      'svelte/no-at-html-tags': 'off',
      // Links are built by `ui/paths`, which knows the language and the base path.
      'svelte/no-navigation-without-resolve': 'off',
    },
  },
  {
    // Reproducible to the bit: no clock and no unseeded randomness where numbers are made.
    files: [...pureFolders, 'src/lib/training/trainer.ts'],
    rules: {
      'no-restricted-properties': [
        'error',
        { object: 'Math', property: 'random', message: 'Pass in a seeded generator.' },
        { object: 'Date', property: 'now', message: 'Pass in the time.' },
        { object: 'performance', property: 'now', message: 'Pass in the time.' },
      ],
      'no-restricted-globals': ['error', 'fetch', 'document', 'window', 'process'],
    },
  },
  {
    files: ['scripts/**', 'bench/**', 'verify/**', 'static/*.mjs'],
    rules: { 'no-console': 'off' },
  },
);

import { readFileSync } from 'node:fs';

/** The scripts that a prerendered page asks for before the reader touches anything. */
function scriptsOf(page) {
  const html = readFileSync(`build/${page}.html`, 'utf8');
  const links = html.matchAll(/(?:href|src|import\()\s*=?\s*\(?"([^"]+\.js)"/g);
  return [
    ...new Set([...links].map(([, path]) => `build/${path.replace(/^(\.\.?\/)+|^\//g, '')}`)),
  ];
}

export default [
  {
    name: 'the part of mathjs that edits formulas, with its worker',
    path: 'build/_app/immutable/workers/engine.worker-*.js',
    limit: '90 kB',
    gzip: true,
  },
  {
    name: 'the compiled kernels',
    path: 'build/_app/immutable/**/kernels*.wasm',
    limit: '20 kB',
    gzip: true,
  },
  { name: 'a lesson page, scripts', path: scriptsOf('en/lessons/c3'), limit: '120 kB', gzip: true },
];

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
  { name: 'a lesson page, scripts', path: scriptsOf('en/lessons/c3'), limit: '120 kB', gzip: true },
];

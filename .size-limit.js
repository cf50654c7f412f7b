import { readdirSync, readFileSync } from 'node:fs';

/** The scripts that a prerendered page asks for before the reader touches anything. */
function scriptsOf(page) {
  const links = readFileSync(page, 'utf8').matchAll(/(?:href="|src="|import\(")([^"]+\.js)"/g);
  return [...new Set([...links].map(([, path]) => `build/${path.replace(/^(\.\.?\/)+|^\//, '')}`))];
}

/**
 * What a page may name. The microscope is over what the others keep to: it runs a network with all its
 * operations, those of 1998 too, at once. What shows it comes beside the digits, and it may grow no further.
 */
const limitOf = (page) => (page.endsWith('/step.html') ? '135 kB' : '120 kB');

/** Every page of the build, and what is shown at an address that leads nowhere; not what leads to a page's file. */
const pages = readdirSync('build', { recursive: true })
  .filter((file) => file.endsWith('.html') && !file.endsWith('/index.html'))
  .map((file) => `build/${file}`)
  .sort();

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
  ...pages.map((page) => ({
    name: `${page}, scripts`,
    path: scriptsOf(page),
    limit: limitOf(page),
    gzip: true,
  })),
];

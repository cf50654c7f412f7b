import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { finishBuild } from '../../scripts/finish-build.js';

let folder: string;
const text = (file: string) => readFileSync(join(folder, file), 'utf8');

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'build-'));
  for (const file of [
    'index.html',
    '404.html',
    'en.html',
    'en/lessons/c1.html',
    'en/lessons/c1.html.br',
    'en/lessons/c1/__data.json',
    '_app/immutable/workers/assets/kernels.wasm',
    '_app/version.json',
    'data/mini.bin',
    'data/full.bin',
    'serve.py',
    'robots.txt',
    'service-worker.js',
  ]) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), '<body data-a="b">');
  }
  finishBuild(folder);
});
afterAll(() => rmSync(folder, { recursive: true }));

it('lists what works without a connection: pages, data, workers, but not the large digits', () => {
  expect(JSON.parse(text('offline.json'))).toEqual([
    '/404.html',
    '/_app/immutable/workers/assets/kernels.wasm',
    '/data/mini.bin',
    '/en.html',
    '/en/lessons/c1.html',
    '/en/lessons/c1/__data.json',
    '/index.html',
  ]);
});

it('leads a plain file server from a page’s address to its file, query and anchor kept', () => {
  expect(text('en/lessons/c1/index.html')).toContain(
    "location.replace('../c1.html' + location.search + location.hash)",
  );
  expect(text('en/index.html')).toContain('url=../en.html');
});

it('the page for addresses that lead nowhere has words before its scripts come, compressed too', () => {
  for (const html of [
    text('404.html'),
    gunzipSync(readFileSync(join(folder, '404.html.gz'))).toString(),
  ])
    expect(html).toMatch(
      /^<body data-a="b"><div data-missing[\s\S]*This page does not exist[\s\S]*没有这个页面/,
    );
});

/**
 * Draws what stands for the site elsewhere: the picture beside a link in a chat window, one a language, and
 * the icon of a phone's home screen. What is in them is computed: a test digit's way through the trained
 * LeNet-5. They are committed, because a build should not need a browser: `npm run cards` makes them anew.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import { chromium } from '@playwright/test';
import { decodePack, imageAt, networkInput, normalizations, packs } from '$lib/data';
import { magnitudeOf, paint, type Palette, type Rgb } from '$lib/figures/colour';
import { lenet5, manualSeed, tensorOf, traceSample } from '$lib/nn';
import { readSafetensors, stateDictOf } from '$lib/training';
import { findChromium } from './browser.js';

const root = (path: string) => fileURLToPath(new URL(`../${path}`, import.meta.url));
const require = createRequire(import.meta.url);
const theme = readFileSync(root('src/lib/ui/theme.css'), 'utf8');

/** A colour of the light theme, by its token. */
function light(token: string): string {
  const found = new RegExp(`--${token}: light-dark\\((#\\w{6})`).exec(theme)?.[1];
  if (!found) throw new Error(`make-cards: no colour --${token} in theme.css`);
  return found;
}
const rgb = (token: string) =>
  [1, 3, 5].map((at) => parseInt(light(token).slice(at, at + 2), 16)) as unknown as Rgb;
const palette: Palette = {
  zero: rgb('surface'),
  positive: rgb('ink'),
  negative: rgb('negative'),
  absent: rgb('line'),
};

const shown = 4;
const { test } = decodePack(gunzipSync(readFileSync(root(`static/data/${packs.samples.file}`))));
const input = networkInput(imageAt(test, shown), normalizations.usual);
const network = lenet5(manualSeed(0));
const { weights } = readSafetensors(readFileSync(root('static/weights/trained.safetensors')));
network.loadStateDict(stateDictOf(weights, network));
const trace = traceSample(network, input, test.labels[shown]);

/** The maps of a tensor [1, C, H, W], each on its own scale of brightness. */
function mapsOf(name: string) {
  const { data, shape } = tensorOf(trace, name);
  const [, count, height, width] = shape;
  const size = height * width;
  return Array.from({ length: count }, (_, map) => {
    const end = (map + 1) * size;
    const magnitude = magnitudeOf(data, map * size, end);
    const pixels = paint(data, map * size, end, magnitude, palette);
    return { height, width, pixels: [...pixels] };
  });
}
const columns = ['input', 'c1.activation', 's2.output', 'c3.activation'].map(mapsOf);
const scores = [...tensorOf(trace, 'probabilities').data];

/** The words of each card. */
const words = {
  en: { title: 'LeNet-5, opened', line: 'Every number can be traced back to a pixel.' },
  zh: { title: '打开 LeNet-5', line: '每一个数都能追溯到像素。' },
};

const font = (file: string) =>
  readFileSync(require.resolve(`@fontsource-variable/${file}`)).toString('base64');
const face = (name: string, file: string) =>
  `@font-face { font-family: '${name}'; font-weight: 100 900; src: url(data:font/woff2;base64,${font(file)}) }`;

const card = ({ title, line }: { title: string; line: string }) => `<!doctype html><style>
  ${face('Source Serif 4', 'source-serif-4/files/source-serif-4-latin-wght-normal.woff2')}
  ${face('Inter', 'inter/files/inter-latin-wght-normal.woff2')}
  body { margin: 0; width: 1200px; height: 630px; box-sizing: border-box; padding: 64px 64px;
    background: ${light('paper')}; color: ${light('ink')}; font-family: Inter, 'Noto Sans CJK SC', sans-serif }
  h1 { margin: 0; font: 700 84px/1.15 'Source Serif 4', 'Noto Serif CJK SC', serif }
  p { margin: 10px 0 44px; font-size: 34px; color: ${light('muted')} }
  main { display: flex; align-items: center; justify-content: space-between }
  .maps { display: grid; gap: 8px }
  canvas { image-rendering: pixelated; outline: 2px solid ${light('role-output')} }
  .maps:first-child canvas { outline-color: ${light('role-input')} }
  ol { margin: 0; padding: 0; list-style: none; font-size: 19px; line-height: 31px }
  li { display: flex; align-items: center; gap: 10px }
  i { display: block; height: 20px; min-width: 2px; background: ${light('ink')} }
</style><h1>${title}</h1><p>${line}</p><main></main>`;

/** Runs in the page: the maps beside one another, then the ten probabilities. */
function draw([columns, scores]: [ReturnType<typeof mapsOf>[], number[]]) {
  const main = document.querySelector('main')!;
  const [sides, across] = [
    [270, 84, 84, 60],
    [1, 2, 2, 4],
  ];
  columns.forEach((maps, column) => {
    const group = document.createElement('div');
    group.className = 'maps';
    group.style.gridTemplateColumns = `repeat(${across[column]}, max-content)`;
    for (const { width, height, pixels } of maps) {
      const canvas = Object.assign(document.createElement('canvas'), { width, height });
      canvas.style.width = canvas.style.height = `${sides[column]}px`;
      const image = new ImageData(new Uint8ClampedArray(pixels), width, height);
      canvas.getContext('2d')!.putImageData(image, 0, 0);
      group.append(canvas);
    }
    main.append(group);
  });
  const list = document.createElement('ol');
  scores.forEach((score, digit) => {
    const item = document.createElement('li');
    const bar = document.createElement('i');
    bar.style.width = `${90 * score}px`;
    item.append(String(digit), bar);
    list.append(item);
  });
  main.append(list);
}

const browser = await chromium.launch({
  executablePath: findChromium(),
  args: ['--no-sandbox', '--disable-gpu'],
});
const page = await browser.newPage({ viewport: { width: 1200, height: 630 } });
for (const [locale, text] of Object.entries(words)) {
  await page.setContent(card(text));
  await page.evaluate(draw, [columns, scores] as [ReturnType<typeof mapsOf>[], number[]]);
  await page.evaluate(() => document.fonts.ready);
  await page.screenshot({ path: root(`static/card-${locale}.png`) });
}
const icon = readFileSync(root('static/favicon.svg'), 'utf8');
await page.setViewportSize({ width: 180, height: 180 });
// A phone cuts the corners itself.
const square = icon.replace(/ rx="\d+"/, '').replace('<svg ', '<svg width="180" height="180" ');
await page.setContent(`<style>body { margin: 0 } svg { display: block }</style>${square}`);
await page.screenshot({ path: root('static/touch-icon.png') });
await browser.close();

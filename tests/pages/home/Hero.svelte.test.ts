import '../../figures/no-canvas';
import { render, screen, waitFor, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, test, vi } from 'vitest';
import { imageAt, sampleTestIndices } from '$lib/data';
import Hero from '$lib/pages/home/Hero.svelte';
import { Machine } from '$lib/pages/home/machine.svelte';
import { lenet5Shapes } from '$lib/pages/home/shapes';
import { LoadError } from '$lib/ui/load/problem';
import * as engine from '$lib/views/reading/engine';
import { ReadingNetwork } from '$lib/views/reading/reader.svelte';
import { readMini } from '../../data/mnist-source';
import { drawStroke, prepareSurface } from '../../views/drawing/on-surface';

const mini = readMini();
const samples = sampleTestIndices.map((index) =>
  index < mini.test.count ? imageAt(mini.test, index) : new Uint8Array(784),
);
const shapes = lenet5Shapes();
const answer = () => document.querySelector('output[name="answer"]')?.textContent;

/** Reads a 3 in the sample, a 5 with little certainty in what is drawn; fresh weights say 9. */
function reads(probabilities: (pixels: Uint8Array) => number[]): typeof engine {
  const loadReader = async (weights: engine.Reader['weights'], seed: number) => {
    const reader = await engine.loadReader('fresh', seed);
    return {
      ...reader,
      weights,
      read: (pixels: Uint8Array) => ({
        ...reader.read(pixels),
        probabilities: Float64Array.from(probabilities(pixels)),
      }),
    };
  };
  return { ...engine, loadReader };
}
const share = (digit: number, first: number, other: number) =>
  Array.from({ length: 10 }, (_, i) => (i === digit ? first : i === other ? 0.98 - first : 0.0025));

function show(load: () => Promise<typeof engine>) {
  const machine = new Machine(samples, new ReadingNetwork(load));
  render(Hero, { machine, shapes, parameters: 61_706 });
  return machine;
}

const knowing = () =>
  reads((pixels) => (pixels === samples[3] ? share(3, 0.91, 5) : share(3, 0.52, 5)));

beforeEach(() => {
  prepareSurface();
  sessionStorage.clear();
  vi.stubGlobal('matchMedia', () => ({ matches: true, addEventListener() {} }));
});

test('before any action it reads the 3, and says that it is one', async () => {
  show(() => Promise.resolve(knowing()));
  await waitFor(() => expect(answer()).toBe('3'));
  expect(document.querySelector('output[name="confidence"]')).toHaveTextContent('91%');
  expect(screen.getByText('It is a 3 ✓')).toBeInTheDocument();
});

test('every map and bar leads into the microscope at this digit and these weights', async () => {
  show(() => Promise.resolve(knowing()));
  await waitFor(() => expect(answer()).toBe('3'));
  const c3 = screen.getByRole('group', { name: 'C3, 16×10×10' });
  const maps = within(c3).getAllByRole('link', { name: /^C3, map/ });
  expect(maps).toHaveLength(16);
  for (const [map, link] of maps.entries()) {
    const { searchParams, pathname } = new URL((link as HTMLAnchorElement).href);
    expect(pathname).toBe('/en/step');
    expect(searchParams.get('weights')).toBe('trained');
    expect(searchParams.get('open')).toMatch(new RegExp(`^c3\\.activation\\[${map},\\d,\\d\\]$`));
  }
  const [bars] = screen.getAllByRole('list', { name: 'Ten probabilities' });
  const bar = within(bars).getByRole('link', { name: '5: 7%' });
  expect(bar).toHaveAttribute('href', expect.stringContaining('open=probabilities[5]'));
});

test('a layer is one stop of the Tab key; arrows go on from map to map', async () => {
  show(() => Promise.resolve(knowing()));
  await waitFor(() => expect(answer()).toBe('3'));
  const c1 = screen.getByRole('group', { name: /^C1/ });
  const maps = within(c1).getAllByRole('link', { name: /map/ });
  expect(maps.filter(({ tabIndex }) => tabIndex === 0)).toHaveLength(1);
  maps[0].focus();
  await userEvent.keyboard('{ArrowRight}{ArrowRight}');
  expect(maps[2]).toHaveFocus();
});

test('drawing takes the place of the sample: an unsure answer names the next, and nothing is judged', async () => {
  const machine = show(() => Promise.resolve(knowing()));
  await waitFor(() => expect(answer()).toBe('3'));
  await drawStroke([40, 30], [140, 30], [90, 180]);
  expect(machine.sample).toBe(-1);
  expect(answer()).toBe('3');
  expect(screen.getByText('or perhaps 5')).toBeInTheDocument();
  expect(document.body).not.toHaveTextContent('✓');
  await userEvent.click(screen.getByRole('button', { name: 'Clear' }));
  expect(answer()).toBeUndefined();
  expect(screen.getByText('Draw a digit, or pick one.')).toBeInTheDocument();
  await userEvent.click(screen.getByRole('button', { name: 'Digit 3' }));
  expect(answer()).toBe('3');
  expect(screen.getByRole('button', { name: 'Digit 3' })).toHaveAttribute('aria-pressed', 'true');
});

test('weights that do not come get a sentence, and a button that tries again', async () => {
  let attempts = 0;
  const load = () => {
    attempts += 1;
    const failing: typeof engine = {
      ...knowing(),
      loadReader: () => Promise.reject(new LoadError({ what: 'weights', reason: 'offline' })),
    };
    return Promise.resolve(attempts === 1 ? failing : knowing());
  };
  show(load);
  expect(screen.getByText(/weights are on their way/)).toBeInTheDocument();
  await userEvent.click(await screen.findByRole('button', { name: 'Try again' }));
  await waitFor(() => expect(answer()).toBe('3'));
});

test('random weights are said to have learned nothing, and others are offered', async () => {
  show(() => Promise.resolve(knowing()));
  await waitFor(() => expect(answer()).toBe('3'));
  await userEvent.click(screen.getByRole('button', { name: 'random' }));
  expect(await screen.findByText(/have learned nothing/)).toBeInTheDocument();
  await userEvent.click(screen.getByRole('button', { name: 'Read with trained weights' }));
  await waitFor(() => expect(screen.queryByText(/have learned nothing/)).toBeNull());
});

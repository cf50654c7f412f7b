import '../../figures/no-canvas';
import { render, screen, within } from '@testing-library/svelte';
import { expect, test, vi } from 'vitest';
import * as engine from '$lib/pages/compare/both';
import Compare from '$lib/pages/compare/Compare.svelte';
import { Comparison, type Engine } from '$lib/pages/compare/comparison.svelte';
import type { Reader } from '$lib/views/reading/engine';
import type { Digits } from '$lib/views/sample/digit';

/** Three test digits, 0, 1 and 2, each a picture of its own grey. */
const labels = Uint8Array.from([0, 1, 2]);
const images = Uint8Array.from({ length: 3 * 784 }, (_, i) => Math.floor(i / 784));
const digits = {
  train: { images, labels },
  test: { images, labels },
} as unknown as Digits;

/** A reader that answers with what its numbers make of the picture's grey. */
function reader(answers: readonly number[], best: number, other: number): Reader {
  const read = (pixels: Uint8Array) => {
    const values = Float64Array.from({ length: 10 }, (_, k) =>
      k === answers[pixels[0]] ? best : other,
    );
    const layers = [{ layer: 'output', tensor: 'output.output', shape: [10], values }];
    return { layers, probabilities: values.map((each) => each / 10) };
  };
  return { weights: 'fresh', seed: 0, read, trace: () => new Map() };
}

function comparison(isTrained: boolean, loadBoth?: Engine['loadBoth']): Comparison {
  // 1998 takes the 1 for a 7, today the 2 for a 7.
  const readers = { then: reader([0, 7, 2], 3, 90), now: reader([0, 1, 7], 9, 0.1) };
  return new Comparison({
    engine: () =>
      Promise.resolve({
        ...engine,
        loadBoth: loadBoth ?? (() => Promise.resolve({ readers, isTrained })),
      }),
    digits: () => Promise.resolve({ kind: 'loaded', pack: digits }),
  });
}

const first = { part: 'test', index: 1 } as const;

test('each network answers: of distances the smallest, of probabilities the largest', async () => {
  render(Compare, { digit: first, onchange: vi.fn(), comparison: comparison(true) });
  const then = within(await screen.findByRole('region', { name: '1998' }));
  expect(then.getByText('says 7 ✗')).toBeInTheDocument();
  expect(then.getByRole('link', { name: 'Open every number' })).toHaveAttribute(
    'href',
    '/en/step?digit=test-1&weights=trained&network=lenet5-1998',
  );
  const now = within(screen.getByRole('region', { name: 'Today' }));
  expect(now.getByText('says 1 ✓')).toBeInTheDocument();
  expect(screen.queryByText(/trained weights of 1998/)).not.toBeInTheDocument();
});

test('without trained weights of 1998 the page works, and says so', async () => {
  render(Compare, { digit: first, onchange: vi.fn(), comparison: comparison(false) });
  expect(await screen.findByText(/trained weights of 1998 could not/)).toBeInTheDocument();
  expect(screen.getAllByRole('link', { name: 'Open every number' })[0]).toHaveAttribute(
    'href',
    expect.stringContaining('weights=fresh&network=lenet5-1998'),
  );
  expect(screen.getByText('60,000 parameters, 340,908 connections')).toBeInTheDocument();
});

test('errors are counted on the same digits, and tell who is wrong', async () => {
  const shown = comparison(true);
  const onchange = vi.fn();
  render(Compare, { digit: first, onchange, comparison: shown });
  (await screen.findByRole('button', { name: 'Count the errors' })).click();
  const only = await screen.findByRole('button', { name: 'Show a 1: 1998 says 7, today 1' });
  expect(screen.getByRole('button', { name: 'Show a 2: 1998 says 2, today 7' })).toBeVisible();
  expect(screen.getAllByText(/1 of 3 wrong/)).toHaveLength(2);
  only.click();
  await vi.waitFor(() => expect(onchange).toHaveBeenCalledWith({ part: 'test', index: 1 }));
});

test('what cannot be fetched is said, with a way to try again', async () => {
  let isBroken = true;
  const flaky = comparison(true, () => {
    if (isBroken) return Promise.reject(new Error('gone'));
    return comparisonOfBoth();
  });
  const readers = { then: reader([0, 7, 2], 3, 90), now: reader([0, 1, 7], 9, 0.1) };
  const comparisonOfBoth = () => Promise.resolve({ readers, isTrained: true });
  render(Compare, { digit: first, onchange: vi.fn(), comparison: flaky });
  const again = await screen.findByRole('button', { name: 'Try again' });
  isBroken = false;
  again.click();
  expect(await screen.findByRole('region', { name: '1998' })).toBeInTheDocument();
});

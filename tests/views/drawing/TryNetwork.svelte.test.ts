import '../../figures/no-canvas';
import { render, screen, waitFor } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, test, vi } from 'vitest';
import { LoadError } from '$lib/ui/load/problem';
import TryNetwork from '$lib/views/drawing/TryNetwork.svelte';
import * as engine from '$lib/views/reading/engine';
import { ReadingNetwork } from '$lib/views/reading/reader.svelte';
import { drawStroke, prepareSurface } from './on-surface';

beforeEach(() => {
  prepareSurface();
  sessionStorage.clear();
});

const answer = () => document.querySelector('output[name="answer"]')?.textContent;

test('what is drawn is read with the weights that are asked for', async () => {
  const loadReader = vi.fn((_: engine.Reader['weights'], seed: number) =>
    engine.loadReader('fresh', seed),
  );
  const network = new ReadingNetwork(() => Promise.resolve({ ...engine, loadReader }));
  render(TryNetwork, { weights: 'run-a1', network });
  await waitFor(() => expect(network.reader).toBeDefined());
  expect(loadReader).toHaveBeenCalledExactlyOnceWith('run-a1', 0);
  expect(answer()).toBeUndefined();
  await drawStroke([40, 30], [140, 30], [90, 180]);
  expect(answer()).toMatch(/^\d$/);
});

test('weights that cannot be had get a sentence and a button', async () => {
  const loadReader = vi
    .fn(engine.loadReader)
    .mockRejectedValueOnce(new LoadError({ what: 'weights', reason: 'offline' }))
    .mockImplementation((_, seed) => engine.loadReader('fresh', seed));
  const network = new ReadingNetwork(() => Promise.resolve({ ...engine, loadReader }));
  render(TryNetwork, { weights: 'trained', network });
  await userEvent.click(await screen.findByRole('button', { name: 'Try again' }));
  await waitFor(() => expect(network.reader).toBeDefined());
  expect(screen.queryByRole('alert')).toBeNull();
});

test('of two choices the later one is read with, whichever comes first', async () => {
  const arrivals = new Map<string, () => void>();
  const loadReader = async (weights: engine.Reader['weights'], seed: number) => {
    await new Promise<void>((resolve) => arrivals.set(weights, resolve));
    return { ...(await engine.loadReader('fresh', seed)), weights };
  };
  const network = new ReadingNetwork(() => Promise.resolve({ ...engine, loadReader }));
  const both = [network.choose('trained'), network.choose('mini')];
  await waitFor(() => expect(arrivals.size).toBe(2));
  arrivals.get('mini')?.();
  arrivals.get('trained')?.();
  await Promise.all(both);
  expect(network.reader?.weights).toBe('mini');
});

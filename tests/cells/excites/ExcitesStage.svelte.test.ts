import '../../figures/no-canvas';
import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { fireEvent, render, screen, waitFor } from '@testing-library/svelte';
import { expect, test } from 'vitest';
import { answer } from '$lib/cells/excites/engine';
import ExcitesStage from '$lib/cells/excites/ExcitesStage.svelte';
import { requestSchema, type Found, type Request } from '$lib/cells/excites/protocol';
import { decodePack } from '$lib/data';
import { serve } from '$lib/ui/bridge/serve';
import { FakeWorker, Puppet } from '../../ui/bridge/fake-worker';
import { shippedTrace } from '../shipped';

const digits = decodePack(new Uint8Array(gunzipSync(readFileSync('static/data/samples.bin')))).test;
const trace = shippedTrace(3, 'trained');
const worker = () => new FakeWorker((port) => serve(port, requestSchema, answer));
const begin = (createWorker: () => Worker = worker) =>
  render(ExcitesStage, {
    ...{ trace, digits, layer: 'c3', channel: 7, weights: 'trained', seed: 0, createWorker },
  });
const links = () => screen.getAllByRole('link', { name: /in the microscope$/ });
const values = () => links().map(({ textContent }) => Number(textContent));

test('nine digits, the largest first, each with what the unit sees; another layer and unit', async () => {
  begin();
  await screen.findByText('Of 10 test digits, those that make C3, map 7, largest:');
  expect(links()).toHaveLength(9);
  expect(values()).toEqual([...values()].sort((a, b) => b - a));
  expect(links()[0]).toHaveAttribute(
    'href',
    expect.stringMatching(/open=c3\.activation\[7,\d,\d\]/),
  );
  expect(screen.getAllByRole('img', { name: /what it sees$/ })).toHaveLength(9);
  expect(screen.getByText(/14 × 14 pixels/)).toBeInTheDocument();

  await fireEvent.change(screen.getByRole('combobox', { name: 'Layer' }), {
    target: { value: 'f6' },
  });
  expect(screen.getByText(/those that make F6, unit 0, largest:|is silent/)).toBeInTheDocument();
  await fireEvent.click(screen.getByRole('button', { name: 'Next: unit 1' }));
  expect(screen.getByText(/F6, unit 1, largest:|is silent/)).toBeInTheDocument();
  expect(screen.getByText('The unit sees all 32 × 32 pixels.')).toBeInTheDocument();
});

test('it says how far it is, and a unit that nothing excites is silent; a lost worker is begun again', async () => {
  const workers: Puppet<Request, Found>[] = [];
  begin(() => {
    workers.push(new Puppet());
    return workers[workers.length - 1];
  });
  await waitFor(() => expect(workers).toHaveLength(1));
  workers[0].arrive();
  workers[0].say({ kind: 'through', count: 5 });
  await screen.findByText('looking through 5 of 10 test digits …');
  workers[0].fail();
  await fireEvent.click(await screen.findByRole('button', { name: 'Start it again' }));
  workers[1].arrive();
  const silent = new Map([['c3.activation', Array.from({ length: 16 }, () => [])]]);
  workers[1].say({ kind: 'found', strongest: silent });
  await screen.findByText(/this unit is silent/);
});

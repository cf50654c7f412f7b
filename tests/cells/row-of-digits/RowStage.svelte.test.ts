import '../../figures/no-canvas';
import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { fireEvent, render, screen, waitFor } from '@testing-library/svelte';
import { expect, test } from 'vitest';
import { answer } from '$lib/cells/row-of-digits/engine';
import { requestSchema, type Found, type Request } from '$lib/cells/row-of-digits/protocol';
import { costOf } from '$lib/cells/row-of-digits/row';
import RowStage from '$lib/cells/row-of-digits/RowStage.svelte';
import { decodePack } from '$lib/data';
import { formatInteger } from '$lib/numbers/print';
import { serve } from '$lib/ui/bridge/serve';
import { FakeWorker, Puppet } from '../../ui/bridge/fake-worker';
import { shippedTrace } from '../shipped';

const samples = decodePack(
  new Uint8Array(gunzipSync(readFileSync('static/data/samples.bin'))),
).test;
const trace = shippedTrace(3, 'trained');
const worker = () => new FakeWorker((port) => serve(port, requestSchema, answer));
const begin = (digits: string, createWorker: () => Worker = worker) =>
  render(RowStage, { trace, samples, digits, createWorker });
const output = (name: string) => document.querySelector(`output[name=${name}]`)?.textContent;
const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }));

test('a row is read, at the cost that is counted; a digit more is read too', async () => {
  begin('35');
  await waitFor(() => expect(output('reading')).toBe('3 5'));
  expect(output('once')).toBe(formatInteger(costOf(60).once));
  expect(output('by-hand')).toBe(formatInteger(costOf(60).byHand));
  expect(screen.getByText('All 80 scores are the same both ways ✓')).toBeInTheDocument();
  await press('add a 0');
  await waitFor(() => expect(output('reading')).toBe('3 5 0'));
  expect(screen.getByText('There stands 3 5 0')).toBeInTheDocument();
  await press('Take the last away');
  await press('Take the last away');
  await waitFor(() => expect(output('reading')).toBe('3'));
  expect(screen.getByRole('button', { name: 'Take the last away' })).toBeDisabled();
  expect(screen.getByText(/there is one place, and both are the same/)).toBeInTheDocument();
});

test('by the keyboard a place is chosen, and its best digit said', async () => {
  begin('35');
  await waitFor(() => expect(output('reading')).toBe('3 5'));
  const scores = screen.getByRole('grid', {
    name: 'Ten probabilities at each place of the window',
  });
  scores.focus();
  for (let times = 0; times < 7; times++) await fireEvent.keyDown(scores, { key: 'ArrowRight' });
  expect(screen.getByText(/At place 7 the largest score is that of 5/)).toBeInTheDocument();
});

test('of the changes made while the worker is busy only the last is read; a lost worker is begun again', async () => {
  const workers: Puppet<Request, Found>[] = [];
  begin('35', () => {
    workers.push(new Puppet());
    return workers[workers.length - 1];
  });
  await waitFor(() => expect(workers).toHaveLength(1));
  const slider = screen.getByRole('slider', { name: 'distance' });
  for (const value of ['4', '8', '12']) await fireEvent.input(slider, { target: { value } });
  const widths = () => workers.flatMap(({ heard }) => heard.map(({ row }) => row.width));
  expect(widths()).toEqual([60]);
  workers[0].arrive();
  workers[0].say({ scores: { scores: [], probabilities: [] }, difference: 0 });
  await waitFor(() => expect(widths()).toEqual([60, 72]));
  workers[0].fail();
  await fireEvent.click(await screen.findByRole('button', { name: 'Start it again' }));
  expect(widths()).toEqual([60, 72, 72]);
});

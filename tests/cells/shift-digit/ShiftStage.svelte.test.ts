import '../../figures/no-canvas';
import { fireEvent, render, screen, waitFor, within } from '@testing-library/svelte';
import { expect, test } from 'vitest';
import { createEngine } from '$lib/cells/shift-digit/engine';
import { requestSchema, type Passed, type Request } from '$lib/cells/shift-digit/protocol';
import ShiftStage from '$lib/cells/shift-digit/ShiftStage.svelte';
import { serve } from '$lib/ui/bridge/serve';
import { FakeWorker, Puppet } from '../../ui/bridge/fake-worker';
import { sampleDigit, shippedTrace } from '../shipped';

const trace = shippedTrace(3, 'trained');
const begin = (createWorker: () => Worker) =>
  render(ShiftStage, { trace, digit: sampleDigit(3), createWorker });

const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }));
const shares = () =>
  [
    ...screen
      .getByRole('group', { name: 'How much of each layer has changed' })
      .querySelectorAll('.number'),
  ].map(({ textContent }) => Number.parseInt(textContent ?? '', 10));

test('a pixel to the right changes every layer and not the answer; as it was, nothing is changed', async () => {
  begin(() => new FakeWorker((port) => serve(port, requestSchema, createEngine())));
  expect(shares()).toEqual([0, 0, 0, 0, 0]);
  const moves = screen.getByRole('group', { name: 'Move the digit by a pixel' });
  await fireEvent.click(within(moves).getByRole('button', { name: 'right' }));
  await waitFor(() => expect(shares()[0]).toBeGreaterThan(0));
  const [c1, s2, , s4, answer] = shares();
  expect(c1).toBeGreaterThan(s2);
  expect(s2).toBeGreaterThan(s4);
  expect(s4).toBeGreaterThan(answer);
  expect(screen.getByText('says 3 ✓')).toBeInTheDocument();
  await fireEvent.input(screen.getByRole('slider', { name: 'turn' }), { target: { value: '30' } });
  await waitFor(() => expect(shares()[0]).toBeGreaterThan(c1));
  await press('As it was');
  expect(shares()).toEqual([0, 0, 0, 0, 0]);
});

test('of the moves made while the worker is busy only the last is run; a lost worker is begun again', async () => {
  const workers: Puppet<Request, Passed>[] = [];
  begin(() => {
    workers.push(new Puppet());
    return workers[workers.length - 1];
  });
  expect(workers).toEqual([]);
  for (let times = 0; times < 4; times++) await press('right');
  const [first] = workers;
  first.arrive();
  const kinds = () => workers[workers.length - 1].heard.map(({ kind }) => kind);
  expect(kinds()).toEqual(['begin', 'pass']);
  first.say(new Map());
  await waitFor(() => expect(kinds()).toEqual(['begin', 'pass', 'pass']));
  first.say(new Map());
  expect(kinds()).toHaveLength(3);
  const last = first.heard[2];
  first.fail();
  await fireEvent.click(await screen.findByRole('button', { name: 'Start it again' }));
  expect(kinds()).toEqual(['begin', 'pass']);
  expect(workers[1].heard[1]).toEqual(last);
  expect(screen.queryByText('The computation has stopped.')).toBeNull();
});

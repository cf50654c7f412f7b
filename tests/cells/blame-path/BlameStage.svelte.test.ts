import '../../figures/no-canvas';
import { fireEvent, render, screen, waitFor, within } from '@testing-library/svelte';
import { expect, test, vi } from 'vitest';
import BlameStage from '$lib/cells/blame-path/BlameStage.svelte';
import { createEngine } from '$lib/cells/blame-path/engine';
import { requestSchema, type Found, type Request } from '$lib/cells/blame-path/protocol';
import { explain, parseRef, type Ref } from '$lib/nn';
import { formatValue } from '$lib/numbers/print';
import { serve } from '$lib/ui/bridge/serve';
import { FakeWorker, Puppet } from '../../ui/bridge/fake-worker';
import { shippedTrace } from '../shipped';

const trace = shippedTrace(3, 'mini');
const refOf = (text: string) => parseRef(text) as Ref;
const worker = () => new FakeWorker((port) => serve(port, requestSchema, createEngine()));
const begin = (weight: string, createWorker: () => Worker = worker) => {
  const onopen = vi.fn();
  render(BlameStage, { trace, weight: refOf(weight), onopen, createWorker });
  return onopen;
};
const output = (name: string) => document.querySelector(`output[name=${name}]`)?.textContent;
const gradient = (text: string) =>
  formatValue(explain(trace, refOf(text.replace('[', '.grad['))).value);

test('a path’s factors are shown and opened; all paths together are the gradient', async () => {
  const onopen = begin('f6.weight[0,3]');
  const layer = await screen.findByRole('combobox', { name: 'Layer' });
  await fireEvent.change(layer, { target: { value: 'f6.weight' } });
  const weight = screen.getByRole<HTMLSelectElement>('combobox', { name: 'Weight' });
  const name = weight.value;
  await waitFor(() => expect(output('sum')).toBe(gradient(name)));
  expect(output('gradient')).toBe(output('sum'));
  expect(screen.getByText('The same number ✓')).toBeInTheDocument();

  const factors = screen.getAllByRole('button', { name: /: open$/ });
  expect(factors).toHaveLength(4);
  const values = factors.map((each) => Number(/= (\S+): open$/.exec(each.ariaLabel ?? '')?.[1]));
  expect(values.reduce((a, b) => a * b, 1)).toBeCloseTo(Number(output('product')), 2);
  await fireEvent.click(factors[0]);
  expect(onopen).toHaveBeenLastCalledWith({
    tensor: 'c5.activation',
    index: [refOf(name).index[1]],
  });

  const first = output('product');
  await fireEvent.click(screen.getByRole('radio', { name: /^path 2:/ }));
  expect(output('product')).not.toBe(first);
  await fireEvent.click(screen.getByRole('radio', { name: 'all paths together' }));
  expect(screen.getByRole('radio', { name: 'all paths together' })).toBeChecked();
});

test('a number in the drawing leads the paths through it, and lets them go again', async () => {
  begin('c5.weight[3,201]');
  await waitFor(() => expect(output('sum')).toBeDefined());
  await fireEvent.change(screen.getByRole('combobox', { name: 'Layer' }), {
    target: { value: 'c5.weight' },
  });
  const weight = screen.getByRole<HTMLSelectElement>('combobox', { name: 'Weight' }).value;
  await waitFor(() => expect(output('sum')).toBe(gradient(weight)));
  const drawing = screen.getByRole('group', { name: 'The way through the network' });
  const scores = within(drawing).getByRole('grid', { name: 'scores: gradient of each number' });
  await fireEvent.keyDown(scores, { key: 'ArrowDown' });
  await fireEvent.keyDown(scores, { key: 'Enter' });
  expect(await screen.findByText(/Only paths through output\.output\[1\]\./)).toBeInTheDocument();
  expect(screen.getByText(/A part of the gradient/)).toBeInTheDocument();
  await waitFor(() =>
    expect(screen.getByRole('button', { name: /output\.output\.grad\[1\]/ })).toBeInTheDocument(),
  );
  await fireEvent.click(screen.getByRole('button', { name: 'Any path again' }));
  await waitFor(() => expect(screen.getByText('The same number ✓')).toBeInTheDocument());
});

test('a lost worker is begun again', async () => {
  const workers: Puppet<Request, Found>[] = [];
  begin('f6.weight[0,3]', () => {
    workers.push(new Puppet());
    return workers[workers.length - 1];
  });
  await screen.findByText('following the paths …');
  workers[0].arrive();
  workers[0].fail();
  await fireEvent.click(await screen.findByRole('button', { name: 'Start it again' }));
  expect(workers[1].heard.map(({ kind }) => kind)).toEqual(['begin', 'follow']);
});

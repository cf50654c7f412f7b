import '../../figures/no-canvas';
import { configure, render, screen } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import type { Exercise } from '$lib/notebook';
import { progress } from '$lib/views/course/progress.svelte';
import { addressOf } from '$lib/views/exercise/address';
// What is fetched when it is needed is there already: no test waits for a slow machine.
import '$lib/views/exercise/PlaceFigure.svelte';
import PlaceExercise from '$lib/views/exercise/kinds/PlaceExercise.svelte';
import { sampleDigit, shippedTrace } from '../../cells/shipped';

const loadSample = vi.hoisted(() => vi.fn());
vi.mock('$lib/views/sample/load-sample', () => ({ loadSample }));
vi.setConfig({ testTimeout: 30_000 });

const sample = {
  kind: 'loaded' as const,
  digit: sampleDigit(4),
  trace: shippedTrace(4, 'trained'),
  weights: 'trained' as const,
};
const corner: Exercise = {
  id: 'corner',
  kind: 'place',
  minutes: 1,
  prompt: '<p>Which number sees the last pixel?</p>',
  items: [
    { label: '<code>c1.output[0,27,27]</code>', explanation: '<p>There it ends.</p>', right: true },
    { label: 'c1.output[0,0,0]', explanation: '<p>That is the first.</p>', right: false },
  ],
  tensor: 'c1.output',
  digit: 4,
  code: [],
  lesson: 'c1',
  place: 1,
  count: 1,
};

beforeAll(() => configure({ asyncUtilTimeout: 10_000 }));
afterAll(() => configure({ asyncUtilTimeout: 1000 }));
beforeEach(() => loadSample.mockReset().mockResolvedValue(sample));
afterEach(() => progress.erase());

const said = () => screen.getAllByRole('status').at(-1)!;

test('a number is chosen in the picture by keys, or its address pasted from the microscope', async () => {
  render(PlaceExercise, { exercise: corner });
  const [grid] = await screen.findAllByRole('grid', { name: 'sums of C1: channel 0' });
  const field = screen.getByRole('textbox', {
    name: 'Which number sees the last pixel? Address of the number',
  });
  grid!.focus();
  await userEvent.keyboard('{Control>}{Home}{/Control}{Enter}');
  expect(field).toHaveValue('c1.output[0,0,0]');
  await userEvent.click(screen.getByRole('button', { name: 'Check' }));
  expect(said()).toHaveTextContent('not yet. That is the first.');

  await userEvent.clear(field);
  await userEvent.click(field);
  await userEvent.paste(
    'https://example.org/en/step?digit=test-6&weights=trained&open=c1.output[0,27,27]',
  );
  expect(field).toHaveValue('c1.output[0,27,27]');
  await userEvent.click(screen.getByRole('button', { name: 'Check' }));
  expect(said()).toHaveTextContent('right. How it is done c1.output[0,27,27]There it ends.');
  expect(screen.getByRole('link', { name: 'this 4 in the microscope' })).toHaveAttribute(
    'href',
    expect.stringContaining('open=c1.output[0,27,27]'),
  );
});

test('nothing is judged before the network has read its digit, and a failure says so', async () => {
  loadSample.mockResolvedValue({
    kind: 'failed',
    problem: { what: 'digits', reason: 'network' },
  });
  render(PlaceExercise, { exercise: corner });
  expect(await screen.findByRole('alert')).toBeInTheDocument();
  expect(screen.getByRole('button', { name: 'Check' })).toBeDisabled();
});

test.each([
  ['c1.output[0,1,2]', 'c1.output[0,1,2]'],
  ['/en/step?weights=trained&open=c1.output[0,1,2]', 'c1.output[0,1,2]'],
  ['http://x/zh/step?open=c3.weight%5B7%2C2%2C1%2C1%5D', 'c3.weight[7,2,1,1]'],
  // A link of when pixels were counted from the digit's own corner.
  ['http://x/step?open=input[0,5,6]', 'input[0,7,8]'],
  ['no link?', 'no link?'],
])('the address in %s is %s', (text, address) => expect(addressOf(text)).toBe(address));

import '../../figures/no-canvas';
import { fireEvent, render, screen, waitFor } from '@testing-library/svelte';
import { readFileSync } from 'node:fs';
import * as v from 'valibot';
import { expect, test } from 'vitest';
import { createNudger } from '$lib/cells/nudge/along';
import NudgeStage from '$lib/cells/nudge/NudgeStage.svelte';
import { nudgeSchema } from '$lib/cells/nudge/schema';
import { parseRef, tensorOf, type Ref } from '$lib/nn';
import { sampleDigit, shippedTrace } from '../shipped';
import { InPageWorker } from './in-page-worker';

/** The cell as the lesson names it. */
const [, attributes] = /::nudge\{(.*)\}/.exec(readFileSync('lessons/15-slope/en.md', 'utf8')) ?? [];
const asked = v.parse(
  nudgeSchema,
  Object.fromEntries(attributes.split(' ').map((pair) => pair.split('='))),
);
const trace = shippedTrace(asked.digit, 'mini');
const number = parseRef(asked.number) as Ref;

function begin() {
  render(NudgeStage, {
    trace,
    digit: sampleDigit(asked.digit),
    number,
    weights: 'mini',
    seed: 0,
    createWorker: () => new InPageWorker(),
  });
}

const gradient = () => document.querySelector('output[name=gradient]');

test('the lesson’s weight makes the answer right and wrong; its slope is its gradient', async () => {
  expect(asked.weights).toBe('mini');
  begin();
  const slider = await screen.findByRole('slider', { name: asked.number });
  await screen.findByText('equal to 3 decimals ✓');
  const own = tensorOf(trace, `${number.tensor}.grad`).data[2 * 25 + 3 * 5 + 4];
  expect(gradient()).toHaveTextContent(own.toFixed(3));
  expect(await screen.findByText('says 3 ✓', { selector: 'strong' })).toBeInTheDocument();

  await fireEvent.input(slider, { target: { value: '60' } });
  expect(await screen.findByText('says 5 ✗', { selector: 'strong' })).toBeInTheDocument();
  const look = createNudger(trace, number).look(tensorOf(trace, 'c1.weight').data[69] + 0.6);
  await waitFor(() => expect(gradient()).toHaveTextContent(look.gradient.toFixed(3)));
  expect(slider).toHaveAttribute('aria-valuetext', expect.stringContaining('says 5, wrong'));
  const curve = { name: /From .* the answer is 3\. From .* the answer is 5\./ };
  await screen.findByRole('img', curve, { timeout: 20_000 });

  await fireEvent.click(screen.getByRole('button', { name: 'Back to its own value' }));
  await waitFor(() => expect(gradient()).toHaveTextContent(own.toFixed(3)));
  expect(screen.getByRole('link', { name: /Open c1\.weight\.grad/ })).toHaveAttribute(
    'href',
    expect.stringContaining('weights=mini&open=c1.weight.grad[2,0,3,4]'),
  );
});

test('a bias and a pixel are moved in the same way', async () => {
  begin();
  await fireEvent.click(screen.getByRole('radio', { name: 'a bias' }));
  expect(await screen.findByRole('slider', { name: 'c1.bias[3]' })).toBeInTheDocument();
  await screen.findByText('equal to 3 decimals ✓');
  await fireEvent.click(screen.getByRole('radio', { name: 'a pixel' }));
  expect(await screen.findByRole('slider', { name: 'input[0,16,16]' })).toBeInTheDocument();
  await waitFor(() => expect(gradient()).not.toHaveTextContent('…'));
  const look = createNudger(trace, { tensor: 'input', index: [0, 16, 16] }).look(
    tensorOf(trace, 'input').data[16 * 32 + 16],
  );
  expect(gradient()).toHaveTextContent(look.gradient.toFixed(3));
});

import { render, screen } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { expect, it, vi } from 'vitest';
import { pairs, type EpochAnswer, type Settings } from '$lib/training';
import BeforeStart from '$lib/views/runs/BeforeStart.svelte';

const [plain, residual] = pairs.residual;

function open(answer: EpochAnswer, settings: Settings = plain) {
  const ask = vi.fn(async () => answer);
  const { rerender } = render(BeforeStart, { settings, workers: 2, ask });
  return { ask, rerender, user: userEvent.setup() };
}
const question = () => screen.queryByRole('button', { name: 'How long will an epoch take here?' });

it('says what a digit costs, and measures when it is asked', async () => {
  const { ask, user } = open({ is: 'measured', seconds: 9.84, bytes: 21_400_000 });
  expect(screen.getByText(/^907,088 multiply-adds a digit.*21,530 parameters\.$/)).toBeVisible();
  expect(ask).not.toHaveBeenCalled();
  await user.click(question()!);
  expect(await screen.findByText(/^About 9\.8 s an epoch here.*It takes 21\.4 MB/)).toBeVisible();
  expect(ask).toHaveBeenCalledExactlyOnceWith(plain, 2, '/data/');
});

it('an answer is of the network that it was asked of', async () => {
  const { rerender, user } = open({ is: 'measured', seconds: 600 });
  await user.click(question()!);
  expect(await screen.findByText(/^About 10 min an epoch/)).toBeVisible();
  await rerender({ settings: residual });
  expect(screen.queryByText(/^About/)).not.toBeInTheDocument();
  expect(question()).toBeVisible();
});

it('what cannot be measured is said', async () => {
  const { user } = open({ is: 'failed' });
  await user.click(question()!);
  expect(await screen.findByText('It could not be measured here.')).toBeVisible();
});

it('fifteen blocks without a small start: said before the start', () => {
  const network = residual.network.replaceAll('_init-zero', '_init-henormal');
  open({ is: 'failed' }, { ...residual, network });
  expect(screen.getByText(/^15 residual blocks add to what they read/)).toBeVisible();
});

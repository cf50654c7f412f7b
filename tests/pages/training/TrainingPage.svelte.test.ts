import { lenet5Network, writeNetwork } from '$lib/network';
import { screen, within } from '@testing-library/svelte';
import { describe, expect, it, vi } from 'vitest';
import { defaultSettings } from '$lib/training';
import {
  acts,
  begin,
  button,
  open,
  press,
  progress,
  serveSamples,
  started,
  tested,
} from './training-page';

serveSamples();

describe('the training page', () => {
  it('before anything has run: a recorded run that is said to be one, and what will happen', async () => {
    open();
    expect(screen.getByText('An example, recorded')).toBeVisible();
    expect(screen.getByText(/^Yours has not begun: 1,000 digits to learn from/)).toBeVisible();
    expect(screen.getByLabelText('482 of 500 digits that it never learned from')).toHaveTextContent(
      '96.4%',
    );
    const kernels = screen.getByRole('table', { name: /^The kernels of the first convolution/ });
    expect(within(kernels).getByRole('img', { name: 'kernel 5, 11%, random' })).toBeInTheDocument();
    expect(screen.getByText('wrong ✗')).toBeVisible();
    expect(screen.getByText('right ✓')).toBeVisible();
    expect(await screen.findByRole('group', { name: 'as drawn by the seed' })).toBeVisible();
  });

  it('Start sends the settings of the fields', async () => {
    const { user, workers } = open();
    const seed = await screen.findByLabelText('seed');
    await user.clear(seed);
    await user.type(seed, '7');
    await press(user, 'Start training');
    expect(acts(workers[0])).toEqual([
      {
        type: 'start',
        id: expect.any(String),
        settings: { ...defaultSettings, seed: 7 },
        workers: expect.any(Number),
        pace: 100,
        base: '/data/',
      },
    ]);
  });

  it('while it trains it shows where it is, how long it takes and how it does', async () => {
    const page = open();
    const { say } = page;
    await begin(page);
    await say(started, progress, tested);
    expect(await screen.findByText('Epoch 3 of 10')).toBeVisible();
    expect(screen.getByText('3 s left')).toBeVisible();
    expect(screen.getByText('batch 250 of 1,000')).toBeVisible();
    expect(
      await screen.findByLabelText('450 of 500 digits that it never learned from'),
    ).toHaveTextContent('90.0%');
    expect(screen.getByRole('progressbar')).toHaveValue(0.25);
    expect(
      await screen.findByRole('img', {
        name: /^The loss .* learns from: from 0.500 to 0.500.*: from 0.400 to 0.400/,
      }),
    ).toBeInTheDocument();
  });

  it('Stop, Continue and Start again are sent; the focus stays where it is', async () => {
    const page = open();
    const { user, workers, say } = page;
    await begin(page);
    await say(started, progress);
    await press(user, 'Stop');
    await say({ type: 'stopped' });
    expect(await screen.findByText('Stopped in epoch 3 of 10')).toBeVisible();
    expect(button('Continue')).toHaveFocus();
    await press(user, 'Continue');
    await press(user, 'Start again');
    await press(user, 'Begin the other one');
    expect(workers.length).toBe(1);
    expect(acts(workers[0]).map(({ type }) => type)).toEqual([
      'start',
      'stop',
      'continue',
      'start',
    ]);
  });

  it('a worker that dies says so; Start again has a new one', async () => {
    const page = open();
    const { user, workers, say } = page;
    await begin(page);
    await say(started, progress);
    workers[0].fail();
    expect(await screen.findByRole('alert')).toHaveTextContent('The worker that trains has died');
    await press(user, 'Start again');
    expect(workers.length).toBe(2);
    expect(acts(workers[1]).length).toBe(1);
  });

  it('digits that do not arrive: a sentence and Try again', async () => {
    const page = open();
    const { user, workers, say } = page;
    await begin(page);
    await say({ type: 'load-failed', problem: { what: 'digits', reason: 'status', status: 503 } });
    expect(await screen.findByRole('alert')).toHaveTextContent('cannot answer at the moment (503)');
    await press(user, 'Try again');
    expect(acts(workers[0]).length).toBe(2);
  });

  it('a loss that ran away: where, what to change, and the way back to the last checkpoint', async () => {
    const page = open();
    const { user, workers, onchange, say } = page;
    await begin(page);
    await say(
      started,
      { type: 'kept', step: 8 },
      { type: 'diverged', epoch: 1, step: 12, layer: 'conv2' },
    );
    const alert = await screen.findByRole('alert');
    expect(alert).toHaveTextContent('The loss ran away at batch 12');
    expect(alert).toHaveTextContent('It began in C3');
    expect(alert).toHaveTextContent('a lower learning rate');
    await press(user, 'Go back to batch 8 and on with learning rate 0.001');
    expect(acts(workers[0]).at(-1)).toMatchObject({
      type: 'resume',
      change: { lr: 0.001, momentum: 0.9, weightDecay: 0 },
    });
    expect(await screen.findByLabelText('learning rate')).toHaveValue('0.001');
    expect(onchange).toHaveBeenLastCalledWith(expect.objectContaining({ lr: 0.001 }));
  });

  it('Test now asks for a test', async () => {
    const page = open();
    const { user, workers, say } = page;
    await begin(page);
    await say(started, progress);
    await press(user, 'Test now');
    expect(acts(workers[0]).at(-1)).toEqual({ type: 'test' });
  });

  it('layer by layer: the sizes of weights and gradients, and the dead units of ReLU alone', async () => {
    const page = open();
    const { say } = page;
    await begin(page);
    await say(started, progress, tested);
    const table = screen.getByRole('region', { name: 'Layer by layer' });
    expect(
      await within(table).findByRole('row', { name: 'C1 0.100 0.0200 0.200 –' }),
    ).toBeVisible();
    expect(within(table).getByRole('row', { name: /^C5 .* 3 of 120$/ })).toBeVisible();
    await say({
      ...started,
      settings: {
        ...defaultSettings,
        network: writeNetwork(lenet5Network({ activation: 'Tanh' })),
      },
    });
    await vi.waitFor(() => expect(within(table).queryByText('dead units')).toBeNull());
  });

  it('weights of zeros, and sizes that ran away: no ratio, NaN and ∞', async () => {
    const page = open();
    const { say } = page;
    await begin(page);
    const sizes = [
      { layer: 'conv1', weight: 0, gradient: 0 },
      { layer: 'conv2', weight: 0.5, gradient: NaN },
      { layer: 'fc1', weight: 3e38, gradient: Infinity },
    ];
    await say(started, { ...progress, inside: { ...progress.inside, sizes } });
    const table = screen.getByRole('region', { name: 'Layer by layer' });
    expect(await within(table).findByRole('row', { name: 'C1 0 0 – –' })).toBeVisible();
    expect(within(table).getByRole('row', { name: 'C3 0.500 NaN NaN –' })).toBeVisible();
    expect(within(table).getByRole('row', { name: 'C5 3.00e38 ∞ ∞ –' })).toBeVisible();
  });

  it('starting weights that overflow: said of them, and no way back is offered', async () => {
    const page = open();
    const { say } = page;
    await begin(page);
    await say(
      started,
      { type: 'kept', step: 0 },
      {
        ...tested,
        epoch: 0,
        loss: NaN,
      },
    );
    await say({ type: 'diverged', epoch: 0, step: 0 });
    expect(await screen.findByRole('alert')).toHaveTextContent('the sums overflow');
    expect(screen.queryByRole('button', { name: /^Go back/ })).toBeNull();
    expect(await screen.findByLabelText('loss on them')).toHaveTextContent('NaN');
  });

  it('the maps of a chosen digit', async () => {
    const { user } = open();
    expect(await screen.findByRole('img', { name: 'The maps of C3, from a 3' })).toBeVisible();
    await user.click(screen.getByRole('radio', { name: '7' }));
    expect(screen.getByRole('img', { name: 'The maps of S4, from a 7' })).toBeVisible();
  });

  it.each([
    ['batch size', '0', 'A whole number from 1 to 60,000.'],
    ['batch size', '2.5', 'A whole number from 1 to 60,000.'],
    ['learning rate', 'fast', 'A number from 0.000001 to 10.'],
    ['weight decay', '2', 'A number from 0 to 1.'],
  ])('%s %s: %s', async (label, typed, sentence) => {
    const { user, onchange } = open();
    const field = await screen.findByLabelText(label);
    await user.clear(field);
    await user.type(field, typed);
    expect(field).toBeInvalid();
    expect(field).toHaveAccessibleDescription(sentence);
    expect(button('Start training')).toBeDisabled();
    expect(onchange).not.toHaveBeenCalledWith(expect.objectContaining({ batchSize: 0 }));
  });

  it('settings changed during a run apply to the next one', async () => {
    const page = open();
    const { user, say } = page;
    await begin(page);
    await say(started, progress);
    await user.type(await screen.findByLabelText('epochs'), '0');
    await user.tab();
    expect(screen.getByText(/The run keeps the settings it began with/)).toBeVisible();
    expect(screen.getByText('Epoch 3 of 10')).toBeVisible();
  });
});

describe('a worker that dies under a run that was kept', () => {
  it('is replaced, and the run goes on from its checkpoint', async () => {
    const page = open();
    const { workers, say } = page;
    await begin(page);
    await say(started, progress, { type: 'kept', step: 200 });
    workers[0].fail();
    await say(started);
    expect(
      await screen.findByText(/The worker died and was replaced.*from batch 200/),
    ).toBeVisible();
    const [begun] = acts(workers[0]);
    expect(acts(workers[1])).toEqual([
      expect.objectContaining({ type: 'resume', id: begun.type === 'start' ? begun.id : '' }),
    ]);
  });

  it('twice at the same batch: it says so and waits for the reader', async () => {
    const page = open();
    const { workers, say } = page;
    await begin(page);
    await say(started, { type: 'kept', step: 200 });
    workers[0].fail();
    await say(started, { type: 'kept', step: 200 });
    workers[1].fail();
    expect(await screen.findByRole('alert')).toHaveTextContent('The worker that trains has died');
    expect(workers.length).toBe(2);
  });

  it.each([0, 200])(
    'kept at batch %i and dead twice there: what is kept, and the way on',
    async (step) => {
      const page = open();
      const { user, workers, say } = page;
      await begin(page);
      await say(started, progress, { type: 'kept', step });
      workers[0].fail();
      await say(started, { type: 'kept', step });
      workers[1].fail();
      expect(await screen.findByRole('alert')).toHaveTextContent(
        `The run is kept up to batch ${step}`,
      );
      expect(screen.queryByText(/is lost/)).toBeNull();
      await press(user, `Go on from batch ${step}`);
      const [begun] = acts(workers[0]);
      const id = begun.type === 'start' ? begun.id : '';
      expect(acts(workers[2])).toEqual([expect.objectContaining({ type: 'resume', id })]);
    },
  );

  it('not kept and dead: what is lost is said to be', async () => {
    const page = open();
    const { workers, say } = page;
    await begin(page);
    await say(started, progress, { type: 'not-kept', problem: 'full' });
    workers[0].fail();
    expect(await screen.findByRole('alert')).toHaveTextContent('what it had learned is lost');
    expect(screen.queryByRole('button', { name: /^Go on/ })).toBeNull();
  });

  it('an error in a run that is kept offers the way on', async () => {
    const page = open();
    const { say } = page;
    await begin(page);
    await say(started, progress, { type: 'kept', step: 200 }, { type: 'failed', message: 'why' });
    expect(await screen.findByRole('alert')).toHaveTextContent('an error (why)');
    expect(button('Go on from batch 200')).toBeVisible();
  });

  it('a worker that dies while it loads: nothing was lost; the same is tried again', async () => {
    const page = open();
    const { user, workers } = page;
    await begin(page);
    workers[0].fail();
    expect(await screen.findByRole('alert')).toHaveTextContent('The worker that trains has died.');
    expect(screen.queryByText(/lost/)).toBeNull();
    await press(user, 'Try again');
    expect(acts(workers[1])).toEqual(acts(workers[0]));
  });

  it('a script that cannot be fetched is not called a worker that died', async () => {
    const page = open();
    const { user, workers } = page;
    await begin(page);
    workers[0].fail('');
    expect(await screen.findByRole('alert')).toHaveTextContent('could not be loaded');
    await press(user, 'Try again');
    expect(acts(workers[1])).toEqual(acts(workers[0]));
  });

  it('a run that is taken up and whose worker dies on the way is still kept, and says so', async () => {
    const page = open();
    const { workers, say } = page;
    await begin(page);
    await say(started, { type: 'kept', step: 200 });
    workers[0].fail();
    await vi.waitFor(() => expect(workers.length).toBe(2));
    workers[1].fail();
    expect(await screen.findByRole('alert')).toHaveTextContent('The run is still kept as it was.');
    expect(button('Try again')).toBeVisible();
  });

  it('storage that is full says so while it trains on', async () => {
    const page = open();
    const { say } = page;
    await begin(page);
    await say(started, progress, { type: 'not-kept', problem: 'full' });
    expect(await screen.findByText(/The run is not being kept. .* no room left/)).toBeVisible();
    await say({ type: 'kept', step: 250 });
    await vi.waitFor(() => expect(screen.queryByText(/not being kept/)).toBeNull());
    await say({ type: 'not-kept', problem: 'forbidden' });
    expect(
      await screen.findByText(/kept up to batch 250 and no further. .* no storage/),
    ).toBeVisible();
    expect(screen.getByText('Epoch 3 of 10')).toBeVisible();
  });
});

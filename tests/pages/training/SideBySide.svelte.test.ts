import { render, screen, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import { defaultPair, type Pair } from '$lib/pages/training/pair-link';
import SideBySide from '$lib/pages/training/SideBySide.svelte';
import { noHistory, pairs, type Command, type Report } from '$lib/training';
import { Puppet } from '../../ui/bridge/fake-worker';

const ratesPair: Pair = { name: 'rates', settings: pairs.rates };

function open(pair: Pair = defaultPair) {
  const workers: Puppet<Command, Report>[] = [];
  const onchange = vi.fn<(pair: Pair) => void>();
  const { rerender } = render(SideBySide, {
    pair,
    onchange,
    createWorker: () => {
      const worker = new Puppet<Command, Report>();
      workers.push(worker);
      return worker;
    },
  });
  const say = async (run: 0 | 1, ...reports: Report[]) => {
    reports.forEach((report) => workers[run].say(report));
    await Promise.resolve();
  };
  return { workers, onchange, rerender, say, user: userEvent.setup() };
}

const startedWith = (run: 0 | 1): Report => ({
  type: 'started',
  settings: pairs.residual[run],
  history: { ...noHistory, stepsPerEpoch: 313, totalSteps: 626 },
  crew: { engine: 'kernels', workers: 1 },
});
const tested = (correct: number): Report => ({
  type: 'tested',
  epoch: 2,
  seconds: 1,
  loss: 0.4,
  correct,
  count: 500,
  losses: new Float32Array(500),
  predicted: new Uint8Array(500),
  labels: new Uint8Array(500),
  dead: [],
});
const press = (user: ReturnType<typeof userEvent.setup>, name: string) =>
  user.click(screen.getByRole('button', { name }));

describe('SideBySide', () => {
  it('one button starts, stops and continues both, and keeps the focus', async () => {
    const { workers, say, user } = open();
    await press(user, 'Start both');
    await say(0, startedWith(0));
    await say(1, startedWith(1));
    await press(user, 'Stop both');
    await say(0, { type: 'stopped' });
    await say(1, { type: 'stopped' });
    const goOn = await screen.findByRole('button', { name: 'Continue both' });
    expect(goOn).toHaveFocus();
    await user.keyboard('{Enter}');
    expect(workers.map(({ heard }) => heard.map(({ type }) => type))).toEqual([
      ['start', 'stop', 'continue'],
      ['start', 'stop', 'continue'],
    ]);
  });

  it('says what both have come to once both were tested, and names each curve', async () => {
    const { say, user } = open();
    await press(user, 'Start both');
    await say(0, startedWith(0));
    await say(1, startedWith(1), tested(450));
    expect(screen.queryByText(/^After/)).not.toBeInTheDocument();
    await say(0, tested(350));
    const said = 'Plain, 32 layers 70.0%, Residual, 32 layers 90.0%';
    expect(
      await screen.findByText(`After 2 epochs, right of the unseen digits: ${said}.`),
    ).toBeVisible();
    const figure = screen.getByRole('img', { name: /^The share of digits/ });
    expect(figure).toHaveAccessibleName(/Plain, 32 layers: .*Residual, 32 layers: /);
    expect(
      screen.getByRole('progressbar', { name: 'Progress: Residual, 32 layers' }),
    ).toBeVisible();
  });

  it('a change of the first run changes what both had alike; of the second, the second alone', async () => {
    const { onchange, user } = open(ratesPair);
    const [first, second] = screen.getAllByRole('group').map((group) => within(group));
    await user.click(first.getByText(/^Settings/));
    await user.click(second.getByText(/^Settings/));
    const write = async (form: typeof first, field: string, value: string) => {
      await user.clear(form.getByLabelText(field));
      await user.type(form.getByLabelText(field), `${value}{Tab}`);
      return onchange.mock.lastCall?.[0].settings;
    };
    const [one, other] = pairs.rates;
    expect(await write(first, 'seed', '3')).toEqual([
      { ...one, seed: 3 },
      { ...other, seed: 3 },
    ]);
    expect(await write(first, 'learning rate', '0.01')).toMatchObject([{ lr: 0.01 }, { lr: 0.05 }]);
    expect(await write(second, 'epochs', '4')).toMatchObject([{ epochs: 10 }, { epochs: 4 }]);
  });

  it('another pair takes the place of the settings', async () => {
    const { onchange, user } = open();
    await user.selectOptions(screen.getByLabelText('compare'), 'rates');
    expect(onchange).toHaveBeenLastCalledWith(ratesPair);
  });

  it('digits that do not come are said once, and asked for again', async () => {
    const { workers, say, user } = open();
    await press(user, 'Start both');
    const problem = { what: 'digits', reason: 'unreachable' } as const;
    await say(0, { type: 'load-failed', problem });
    expect(await screen.findAllByRole('alert')).toHaveLength(1);
    await press(user, 'Try again');
    expect(workers[0].heard.map(({ type }) => type)).toEqual(['start', 'start']);
  });

  it('one that runs away is named; the other goes on', async () => {
    const { say, user } = open();
    await press(user, 'Start both');
    await say(0, startedWith(0));
    await say(1, startedWith(1));
    await say(0, { type: 'diverged', epoch: 1, step: 12 });
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'Plain, 32 layers: the loss ran away at batch 12.',
    );
    expect(screen.getByRole('button', { name: 'Stop both' })).toBeVisible();
  });
});

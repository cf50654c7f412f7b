import { screen } from '@testing-library/svelte';
import { describe, expect, it } from 'vitest';
import { defaultSettings, recipes } from '$lib/training';
import { measuredSpeed } from '$lib/pages/training/device-speed';
import { acts, begin, open, serveSamples } from './training-page';

serveSamples();

describe('the recipes to begin with', () => {
  it('a thousand digits are chosen; another is followed, seed and network stay', async () => {
    const page = open();
    page.page.takeLink({ ...defaultSettings, seed: 3 });
    expect(screen.getByRole('radio', { name: /^A thousand digits/ })).toBeChecked();
    await page.user.click(screen.getByRole('radio', { name: /^99 in a hundred/ }));
    const followed = { ...recipes.oneCycle, seed: 3 };
    expect(page.onchange).toHaveBeenLastCalledWith(followed);
    expect(screen.getByText(/^learning rate up to 0.02, batch 16, 2 epochs, SGD/)).toBeVisible();
    await begin(page);
    expect(acts(page.workers[0])[0]).toMatchObject({ settings: followed, pace: 'full' });
  });

  it('with another network the figures of LeNet-5 are not shown', async () => {
    const { page } = open();
    expect(screen.getByText('99.1%')).toBeVisible();
    page.takeLink({ ...defaultSettings, network: '1x28x28~linear_10' });
    expect(await screen.findByText(/^The recipes were measured with LeNet-5/)).toBeVisible();
    expect(screen.queryByText('99.1%')).toBeNull();
  });
});

describe('measuredSpeed', () => {
  const { oneCycle, mini } = recipes;
  it.each([
    ['500 batches of 16 in 2 s', { seconds: 2, step: 500 }, oneCycle, true, 4000],
    ['too few digits', { seconds: 2, step: 20 }, oneCycle, true, undefined],
    ['too short', { seconds: 0.1, step: 500 }, oneCycle, true, undefined],
    ['slowed down', { seconds: 5, step: 500 }, mini, false, undefined],
  ] as const)('%s', (_, progress, settings, isFast, speed) => {
    expect(measuredSpeed(progress, settings, isFast)).toBe(speed);
  });
});

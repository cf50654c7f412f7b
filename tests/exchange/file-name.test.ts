import { expect, it } from 'vitest';
import { fileNameOf } from '$lib/exchange';
import { recipes } from '$lib/training';

it.each([
  [recipes.oneCycle, 0.9922, 'lenet5-one-cycle-seed0-99.22'],
  [{ ...recipes.mini, seed: 3 }, undefined, 'lenet5-mini-seed3'],
  [{ ...recipes.mini, lr: 0.5 }, NaN, 'lenet5-seed0'],
  [{ ...recipes.mini, network: '1x28x28~linear_10' }, 0.5, 'network-mini-seed0-50.00'],
])('%j, %d: %s', (settings, accuracy, name) => {
  expect(fileNameOf(settings, accuracy)).toBe(name);
});

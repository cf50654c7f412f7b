import { expect, test } from 'vitest';
import { lenet5Cost } from '$lib/views/network/cost';

test('lenet5Cost: 7 layers, 61,706 parameters', () => {
  expect(lenet5Cost()).toEqual({ layers: 7, parameters: 61706 });
});

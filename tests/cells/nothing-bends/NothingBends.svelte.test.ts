import { fireEvent, render, screen } from '@testing-library/svelte';
import { expect, test } from 'vitest';
import NothingBends from '$lib/cells/nothing-bends/NothingBends.svelte';

test('both ways agree for any weight, until a ReLU stands between', async () => {
  render(NothingBends);
  const of = (name: string) => document.querySelector(`output[name=${name}]`)?.textContent;
  expect(of('two')).toBe(of('one'));
  await fireEvent.input(screen.getByRole('spinbutton', { name: 'layer 1: weight 0,0' }), {
    target: { value: '-7' },
  });
  expect(of('two')).toBe(of('one'));
  await fireEvent.click(screen.getByRole('checkbox', { name: 'ReLU between the layers' }));
  expect(of('two')).not.toBe(of('one'));
  expect(screen.getByText(/No single matrix/)).toBeInTheDocument();
});

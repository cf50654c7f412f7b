import { fireEvent, render, screen } from '@testing-library/svelte';
import { expect, test } from 'vitest';
import TenSliders from '$lib/cells/scores-by-hand/TenSliders.svelte';

const own = [0, 1.02, 2, 9, 3, 4, 0, 0, -2, 1];

test('the right score pushed down makes the answer wrong and the loss large; all scores + 1 changes nothing', async () => {
  render(TenSliders, { own, label: 3 });
  const loss = () => Number(document.querySelector('output[name=loss]')?.textContent);
  const three = screen.getByRole('slider', { name: /score of 3, the right digit/ });
  expect(screen.getByText('says 3 ✓')).toBeInTheDocument();
  const before = loss();
  await fireEvent.click(screen.getByRole('button', { name: 'all + 1' }));
  expect(loss()).toBe(before);
  expect(three).toHaveValue('10');
  await fireEvent.input(three, { target: { value: '-5' } });
  expect(screen.getByText('says 5 ✗')).toBeInTheDocument();
  expect(loss()).toBeGreaterThan(9);
  await fireEvent.change(screen.getByRole('combobox', { name: 'temperature' }), {
    target: { value: '10' },
  });
  expect(loss()).toBeLessThan(4);
  await fireEvent.click(screen.getByRole('button', { name: 'The network’s own scores' }));
  expect(loss()).toBe(before);
  expect(three).toHaveAttribute('aria-valuetext', expect.stringContaining('probability'));
});

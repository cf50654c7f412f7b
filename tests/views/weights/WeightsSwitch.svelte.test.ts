import { fireEvent, render, screen } from '@testing-library/svelte';
import { expect, test, vi } from 'vitest';
import WeightsSwitch from '$lib/views/weights/WeightsSwitch.svelte';

const answers: Record<string, number> = { fresh: 9, mini: 5, trained: 3, 'run-a': 3 };
const answer = (name: string) => answers[name];

test('under each choice stands what that network says, and whether it is right', () => {
  render(WeightsSwitch, { chosen: 'trained', answer, label: 3, onchoose: () => {} });
  const names = screen.getAllByRole('radio').map((each) => each.parentElement?.textContent?.trim());
  expect(names.map((name) => name?.replace(/\s+/g, ' '))).toEqual([
    'random says 9 ✗',
    '1,000 digits says 5 ✗',
    'all of MNIST says 3 ✓',
  ]);
  expect(screen.getByRole('radio', { name: /all of MNIST says 3 ✓/ })).toBeChecked();
});

test('nobody has said what the digit is: nothing is judged', () => {
  render(WeightsSwitch, { chosen: 'trained', answer, onchoose: () => {} });
  expect(screen.queryByText(/says/)).not.toBeInTheDocument();
});

test('another choice is told', async () => {
  const onchoose = vi.fn();
  render(WeightsSwitch, { chosen: 'trained', answer, label: 3, onchoose });
  await fireEvent.click(screen.getByRole('radio', { name: /random/ }));
  expect(onchoose).toHaveBeenCalledExactlyOnceWith('fresh');
});

test('a kept run can be chosen, and says what it says', async () => {
  const onchoose = vi.fn();
  const runs = [{ name: 'run-a', title: 'mine' }] as const;
  const { rerender } = render(WeightsSwitch, { chosen: 'mini', answer, label: 3, runs, onchoose });
  await fireEvent.change(screen.getByRole('combobox', { name: 'your runs' }), {
    target: { value: 'run-a' },
  });
  expect(onchoose).toHaveBeenCalledExactlyOnceWith('run-a');
  await rerender({ chosen: 'run-a' });
  expect(screen.getByRole('combobox').parentElement).toHaveTextContent('your run: mine says 3 ✓');
});

import '../../figures/no-canvas';
import { fireEvent, render, screen, within } from '@testing-library/svelte';
import { expect, test } from 'vitest';
import ShiftStage from '$lib/cells/shift-digit/ShiftStage.svelte';
import { sampleDigit, shippedTrace } from '../shipped';

test('a pixel to the right changes every layer and not the answer; as it was, nothing is changed', async () => {
  render(ShiftStage, { trace: shippedTrace(3, 'trained'), digit: sampleDigit(3) });
  const shares = () =>
    [
      ...screen
        .getByRole('group', { name: 'How much of each layer has changed' })
        .querySelectorAll('.number'),
    ].map(({ textContent }) => Number.parseInt(textContent ?? '', 10));
  expect(shares()).toEqual([0, 0, 0, 0, 0]);
  const moves = screen.getByRole('group', { name: 'Move the digit by a pixel' });
  await fireEvent.click(within(moves).getByRole('button', { name: 'right' }));
  const [c1, s2, , s4, answer] = shares();
  expect(c1).toBeGreaterThan(s2);
  expect(s2).toBeGreaterThan(s4);
  expect(s4).toBeGreaterThan(answer);
  expect(screen.getByText('says 3 ✓')).toBeInTheDocument();
  await fireEvent.input(screen.getByRole('slider', { name: 'turn' }), { target: { value: '30' } });
  expect(shares()[0]).toBeGreaterThan(c1);
  await fireEvent.click(screen.getByRole('button', { name: 'As it was' }));
  expect(shares()).toEqual([0, 0, 0, 0, 0]);
});

import '../../figures/no-canvas';
import { fireEvent, render, screen } from '@testing-library/svelte';
import { expect, test } from 'vitest';
import TurnStage from '$lib/cells/turn-digit/TurnStage.svelte';
import { sampleDigit, shippedTrace } from '../shipped';

test('pixels are painted by key, the hint is followed by one, and all can be taken back', async () => {
  render(TurnStage, { trace: shippedTrace(3, 'trained'), digit: sampleDigit(3), first: 8 });
  expect(screen.getByText('0 pixels changed')).toBeInTheDocument();
  await fireEvent.keyDown(screen.getByRole('grid', { name: 'the digit, to paint on' }), {
    key: 'Enter',
  });
  expect(screen.getByText('1 pixel changed')).toBeInTheDocument();
  await fireEvent.click(screen.getByRole('button', { name: 'Follow the hint by one pixel' }));
  expect(screen.getByText('2 pixels changed')).toBeInTheDocument();
  expect(screen.getByRole('grid', { name: 'the gradient’s hint, towards 8' })).toBeInTheDocument();
  await fireEvent.click(screen.getByRole('button', { name: 'As it was' }));
  expect(screen.getByText('0 pixels changed')).toBeInTheDocument();
});

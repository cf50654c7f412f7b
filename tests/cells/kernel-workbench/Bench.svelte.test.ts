import '../../figures/no-canvas';
import { readFile } from 'node:fs/promises';
import { fireEvent, render, screen } from '@testing-library/svelte';
import { expect, test, vi } from 'vitest';
import Bench from '$lib/cells/kernel-workbench/Bench.svelte';
import { tensorOf } from '$lib/nn';
import { sampleDigit, shippedTrace } from '../shipped';

test('a painted kernel moves the sum; stride makes the map smaller; a learned kernel can be taken', async () => {
  vi.stubGlobal('fetch', async () => new Response(await readFile('static/data/samples.bin')));
  const learned = tensorOf(shippedTrace(3, 'trained'), 'c1.weight');
  render(Bench, { learned, first: sampleDigit(3) });
  const sum = () => Number(document.querySelector('output[name=sum]')?.textContent);

  await fireEvent.click(screen.getByRole('button', { name: 'blank' }));
  expect(sum()).toBe(0);
  const kernel = screen.getByRole('grid', { name: 'your kernel' });
  for (let tap = 0; tap < 25; tap += 1) {
    await fireEvent.keyDown(kernel, { key: 'Enter' });
    await fireEvent.keyDown(kernel, { key: tap % 5 === 4 ? 'Home' : 'ArrowRight' });
    if (tap % 5 === 4) await fireEvent.keyDown(kernel, { key: 'ArrowDown' });
  }
  // All ones: the ink under the window.
  const { pixels } = sampleDigit(3);
  let ink = 0;
  for (let row = 12; row < 17; row += 1)
    for (let column = 12; column < 17; column += 1) ink += pixels[row * 28 + column] / 255;
  expect(sum()).toBeCloseTo(ink, 2);

  expect(screen.getByRole('grid', { name: 'what it makes' })).toHaveAttribute(
    'aria-rowcount',
    '24',
  );
  await fireEvent.change(screen.getByRole('combobox', { name: 'stride' }), {
    target: { value: '2' },
  });
  expect(screen.getByRole('grid', { name: 'what it makes' })).toHaveAttribute(
    'aria-rowcount',
    '12',
  );

  await fireEvent.click(screen.getByRole('button', { name: 'C1’s 2' }));
  expect(screen.getByRole('button', { name: 'C1’s 2' })).toHaveAttribute('aria-pressed', 'true');
  await fireEvent.click(await screen.findByRole('button', { name: 'a 7' }, { timeout: 20_000 }));
  expect(screen.getByRole('button', { name: 'a 7' })).toHaveAttribute('aria-pressed', 'true');
});

import { render, screen } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import Sight from '$lib/pages/calculator/receptive-field/Sight.svelte';
import {
  growth,
  layerNames,
  markOf,
  onDigit,
  sightOf,
} from '$lib/pages/calculator/receptive-field/sight';

const digit = { pixels: new Uint8Array(784), label: 3 };
const show = (name: string) =>
  render(Sight, { digit, tensors: new Map(), layer: layerNames.indexOf(name) });

describe('sightOf', () => {
  it('the units of each layer see 5, 6, 14, 16 and then all 32 pixels', () => {
    expect(layerNames.map((_, index) => growth(index).size)).toEqual([5, 6, 14, 16, 32, 32, 32]);
  });

  it('S2 at a corner: the patch reaches into the border', () => {
    const [patch] = sightOf(layerNames.indexOf('s2'), { row: 0, column: 13 });
    expect(markOf(patch, 'output')).toEqual({
      row: 0,
      column: 26,
      rows: 6,
      columns: 6,
      role: 'output',
    });
    expect(onDigit(patch)).toEqual([4, 4]);
  });
});

describe('Sight', () => {
  it('begins in the middle of the layer', () => {
    show('c3');
    expect(screen.getByText(/^Unit 5, 5 of C3 sees 14 × 14 pixels/)).toBeVisible();
  });

  it('another unit, by the keyboard', async () => {
    show('c1');
    screen.getByRole('grid', { name: 'C1' }).focus();
    await userEvent.keyboard('{Control>}{Home}{/Control}');
    expect(screen.getByText(/^Unit 0, 0 of C1 sees 5 × 5 .*Of these, 3 × 3 lie/)).toBeVisible();
  });

  it('a unit of F6 sees everything, and is named by its place in the vector', () => {
    show('f6');
    expect(screen.getByText(/^Unit 42 of F6 sees 32 × 32 .*28 × 28 lie/)).toBeVisible();
  });
});

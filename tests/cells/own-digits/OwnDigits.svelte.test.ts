import { render, screen, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it, test, vi } from 'vitest';
import { readDigits, rememberedDigits, writeDigits } from '$lib/cells/own-digits/kept-digits';
import OwnDigits from '$lib/cells/own-digits/OwnDigits.svelte';
import type * as Engine from '$lib/views/reading/engine';
import { ReadingNetwork } from '$lib/views/reading/reader.svelte';

vi.mock('$app/paths', () => ({ base: '' }));
afterEach(() => localStorage.clear());

/** A network that takes every digit for one. */
function always(digit: number): ReadingNetwork {
  const probabilities = new Float64Array(10).map((_, i) => Number(i === digit));
  const read = () => ({ layers: [], probabilities });
  const engine = { loadReader: async () => ({ weights: 'mini', seed: 0, read }) };
  return new ReadingNetwork(async () => engine as unknown as typeof Engine);
}

const digit = (id: number, label: number) => ({
  id,
  name: `mine ${id}`,
  label,
  pixels: new Uint8Array(784).fill(id % 2 ? 255 : 0),
});

test('digits that were kept are read by two networks, and counted; one is removed', async () => {
  rememberedDigits.keep([digit(0, 3), digit(1, 8)]);
  render(OwnDigits, { runs: async () => [], networks: [always(3), always(8)] });
  const first = await screen.findByRole('row', { name: /mine 0: 3.*says 3 ✓.*says 8 ✗/ });
  expect(screen.getByRole('row', { name: /^read right 1 of 2 1 of 2/ })).toBeVisible();
  const user = userEvent.setup();
  await user.click(within(first).getByRole('button', { name: 'Remove mine 0' }));
  expect(await screen.findByRole('row', { name: /^read right 0 of 1 1 of 1/ })).toBeVisible();
  expect(rememberedDigits.recall()?.map(({ id }) => id)).toEqual([1]);
});

test('a digit is drawn with the keyboard, named and kept', async () => {
  const runs = async () => [{ id: 'a1', name: 'my run' }];
  render(OwnDigits, { runs, networks: [always(1), always(7)] });
  expect(screen.getByText(/^Nothing is kept yet/)).toBeVisible();
  const user = userEvent.setup();
  screen.getByTestId('pad').focus();
  await user.keyboard(' {ArrowDown}{ArrowDown}{ArrowDown} ');
  expect(screen.getByRole('button', { name: 'Keep it' })).toBeDisabled();
  await user.selectOptions(screen.getByLabelText('it is a'), '1');
  await user.type(screen.getByLabelText('its name'), 'a stroke');
  await user.click(screen.getByRole('button', { name: 'Keep it' }));
  expect(await screen.findByRole('row', { name: /a stroke: 1.*says 1 ✓.*says 7 ✗/ })).toBeVisible();
  expect(screen.getAllByRole('option', { name: 'my run' }).length).toBe(2);
});

describe('kept digits as text', () => {
  it('come back as they were', () => {
    expect(readDigits(writeDigits([digit(3, 4)]))).toEqual([digit(3, 4)]);
  });
  it.each(['', '{}', '[{"id":0}]', '[{"id":0,"name":"a","label":12,"pixels":""}]', 'null'])(
    '%s is none',
    (text) => {
      expect(readDigits(text)).toBeUndefined();
    },
  );
});

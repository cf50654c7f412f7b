import '../../figures/no-canvas';
import { readFile } from 'node:fs/promises';
import { gunzipSync } from 'node:zlib';
import { configure, render, screen } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { beforeAll, expect, test, vi } from 'vitest';
import DigitPicker from '$lib/views/sample/DigitPicker.svelte';
import { decodePack } from '$lib/data';

const read = async (name: string) =>
  decodePack(gunzipSync(await readFile(`static/data/${name}.bin`)));
const pack = { ...(await read('mini')), hard: (await read('hard')).test };

// jsdom opens no dialogs.
beforeAll(() => {
  configure({ defaultHidden: true });
  HTMLDialogElement.prototype.showModal = function () {
    this.open = true;
  };
  HTMLDialogElement.prototype.close = function () {
    this.open = false;
  };
});

test('digits like the chosen one are shown first; the hard ones of the test set are a press away', async () => {
  const onchoose = vi.fn();
  const { component } = render(DigitPicker, {
    pack,
    chosen: { part: 'test', index: 18 },
    onchoose,
  });
  component.open();
  expect(await screen.findByRole('button', { name: 'test 18, a 3' })).toHaveAttribute(
    'aria-current',
  );
  await userEvent.click(screen.getByRole('radio', { name: 'the hard ones' }));
  const buttons = screen.getAllByRole('button', { name: /^test \d+, a \d/ });
  expect(buttons).toHaveLength(30);
  await userEvent.click(screen.getByRole('button', { name: 'test 2597, a 5' }));
  expect(onchoose).toHaveBeenCalledExactlyOnceWith({ part: 'test', index: 2597 });
});

import { waitForWords } from '$lib/ui/composition';
import NumberInput from '$lib/views/formula/NumberInput.svelte';
import SourceField from '$lib/views/formula/SourceField.svelte';
import { render, screen } from '@testing-library/svelte';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';

let end: () => void;
beforeEach(() => (end = waitForWords(window)));
afterEach(() => end());

/** A letter of a word that is being composed, as a browser announces it. */
function compose(field: HTMLInputElement, text: string) {
  field.value = text;
  field.dispatchEvent(new InputEvent('input', { bubbles: true, isComposing: true }));
}
function finish(field: HTMLInputElement, text: string) {
  compose(field, text);
  field.dispatchEvent(new CompositionEvent('compositionend', { bubbles: true, data: text }));
}

test('a field hears of a composed word once, when it is there', () => {
  const onchange = vi.fn();
  render(SourceField, { label: 'Text', value: '', hint: '', onchange });
  const field = screen.getByRole<HTMLInputElement>('textbox', { name: 'Text' });
  compose(field, 'b');
  compose(field, 'bu');
  expect(onchange).not.toHaveBeenCalled();
  finish(field, '步长');
  expect(onchange).toHaveBeenCalledExactlyOnceWith('步长');
});

test('a number that is being composed is no mistake yet, and its keys step nothing', () => {
  const onchange = vi.fn();
  render(NumberInput, { label: 'K', value: 5, onchange });
  const field = screen.getByRole<HTMLInputElement>('textbox', { name: 'K' });
  compose(field, 'er');
  field.dispatchEvent(
    new KeyboardEvent('keydown', { key: 'ArrowDown', bubbles: true, isComposing: true }),
  );
  expect(field).not.toBeInvalid();
  expect(onchange).not.toHaveBeenCalled();
  finish(field, '二十八');
  expect(onchange).toHaveBeenCalledExactlyOnceWith(28);
});

test('what is typed letter by letter is heard letter by letter', () => {
  const onchange = vi.fn();
  render(SourceField, { label: 'Text', value: '', hint: '', onchange });
  const field = screen.getByRole<HTMLInputElement>('textbox', { name: 'Text' });
  field.value = 'a';
  field.dispatchEvent(new InputEvent('input', { bubbles: true }));
  expect(onchange).toHaveBeenCalledExactlyOnceWith('a');
});

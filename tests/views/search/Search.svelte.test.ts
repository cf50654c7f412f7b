import { render, screen } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import type { Document } from '$lib/notebook/search/documents';
import { buildIndex } from '$lib/notebook/search/search-index';
import { excerpt } from '$lib/views/search/excerpt';
import Search from '$lib/views/search/Search.svelte';

const document1 = (id: string, title: string, text: string): Document => ({
  id,
  kind: 'step',
  title,
  names: '',
  text,
  address: `/lessons/c3#${id}`,
  number: 7,
  lesson: 'A kernel has depth',
});
const index = buildIndex([
  document1('block', 'A kernel is a block', 'It reaches through six maps.'),
  document1('table', 'Who sees whom', 'A table says which maps a kernel reads.'),
]);

beforeEach(() => {
  HTMLDialogElement.prototype.showModal ??= function showModal(this: HTMLDialogElement) {
    this.open = true;
  };
  HTMLDialogElement.prototype.close ??= function close(this: HTMLDialogElement) {
    this.open = false;
    this.dispatchEvent(new Event('close'));
  };
  Element.prototype.scrollIntoView ??= () => undefined;
});

function show(load = () => Promise.resolve({ index })) {
  const ongo = vi.fn<(address: string) => void>();
  render(Search, { load, ongo });
  return { ongo, user: userEvent.setup() };
}

describe('the search', () => {
  test('finds while one types, and the keys choose and go', async () => {
    const { ongo, user } = show();
    const field = await screen.findByRole('combobox', { name: /search lessons/i });
    await user.type(field, 'kernel');
    const options = await screen.findAllByRole('option');
    expect(options.map((option) => option.getAttribute('href'))).toEqual([
      '/en/lessons/c3#block',
      '/en/lessons/c3#table',
    ]);
    expect(screen.getByRole('status')).toHaveTextContent('2 results');
    expect(options[0]).toHaveAttribute('aria-selected', 'true');
    expect(options[0]).toHaveTextContent('Lesson 7 · A kernel has depth');
    await user.keyboard('{ArrowDown}');
    expect(options[1]).toHaveAttribute('aria-selected', 'true');
    expect(field).toHaveAttribute('aria-activedescendant', options[1].id);
    await user.keyboard('{Enter}');
    expect(ongo).toHaveBeenCalledExactlyOnceWith('/en/lessons/c3#table');
  });

  test('goes where one clicks, and says where nothing is found', async () => {
    const { ongo, user } = show();
    const field = await screen.findByRole('combobox');
    await user.type(field, 'zebra');
    expect(await screen.findByText('Nothing found.')).toBeInTheDocument();
    await user.clear(field);
    await user.type(field, 'kernal');
    await user.click((await screen.findAllByRole('option'))[0]);
    expect(ongo).toHaveBeenCalledExactlyOnceWith('/en/lessons/c3#block');
  });

  test('says so where the index does not come, and tries again', async () => {
    let isThere = false;
    const { user } = show(() =>
      isThere ? Promise.resolve({ index }) : Promise.reject(new Error('gone')),
    );
    const again = await screen.findByRole('button', { name: /try again/i });
    isThere = true;
    await user.click(again);
    await user.type(screen.getByRole('combobox'), 'block');
    expect(await screen.findByRole('option')).toHaveTextContent('A kernel is a block');
  });
});

describe('excerpt', () => {
  const said = (text: string, ...words: string[]) =>
    excerpt(text, words)
      .map(({ text: piece, isFound }) => (isFound ? `[${piece}]` : piece))
      .join('');

  test.each([
    ['A kernel slides.', ['kernel'], 'A [kernel] slides.'],
    ['Nothing here.', ['kernel'], 'Nothing here.'],
    ['卷积核在滑动', ['卷积', '积核'], '[卷积]核在滑动'],
  ])('%s', (text, words, expected) => expect(said(text, ...words)).toBe(expected));

  test('begins near what is found, at a word, and is short', () => {
    const piece = said(
      `${'many words before '.repeat(20)}the Kernel ${'and after '.repeat(40)}`,
      'kernel',
    );
    expect(piece).toMatch(/^… (many|words|before) .*\[Kernel\]/);
    expect(piece.length).toBeLessThan(150);
    expect(piece).toMatch(/ …$/);
  });
});

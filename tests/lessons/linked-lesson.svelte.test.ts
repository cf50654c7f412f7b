import { render, screen } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { loadCells } from '$lib/cells';
import { linkedProps } from '$lib/cells/linked';
import type { Lesson, Segment } from '$lib/notebook';
import LessonPage from '../../src/routes/[lang=lang]/lessons/[slug]/+page.svelte';

const html = (text: string): Segment => ({ kind: 'html', html: `<p>${text}</p>` });
const lesson: Lesson = {
  slug: 'c3',
  number: 1,
  language: 'en',
  minutes: 1,
  title: 'A kernel has depth',
  kicker: '',
  lead: '',
  summary: '',
  steps: [
    { id: 'maps', title: 'Six maps', segments: [html('Six maps go in.')] },
    {
      id: 'count',
      title: 'Count',
      segments: [
        html('Count it.'),
        { kind: 'cell', cell: 'update-count', props: {}, attributes: {} },
        {
          kind: 'question',
          prompt: '<p>Why?</p>',
          options: [{ label: 'So', explanation: '<p>Yes.</p>', right: true }],
        },
      ],
    },
    { id: 'end', title: 'The end', segments: [html('It ends.')] },
  ],
};
const before = location.href;

beforeEach(() => {
  vi.stubGlobal(
    'IntersectionObserver',
    class {
      observe() {}
      disconnect() {}
    },
  );
});
afterEach(() => history.replaceState(null, '', before));

async function open(query: string) {
  history.replaceState(null, '', `/en/lessons/c3${query}`);
  const cells = await loadCells(['update-count']);
  render(LessonPage, {
    data: { locale: 'en', key: `en/c3${query}`, lesson, cells, count: 1, next: undefined, previous: undefined },
  });
}
const field = (name: string) => screen.findByRole<HTMLInputElement>('textbox', { name });

describe('a link to a lesson', () => {
  test('sets the fields of a cell', async () => {
    await open('?update-count.batch=10&update-count.epochs=2');
    await vi.waitFor(async () => expect(await field('batch size')).toHaveValue('10'));
    expect(await field('epochs')).toHaveValue('2');
    expect(screen.queryByText(/names nothing here/)).toBeNull();
  });

  test.each([
    ['?update-count.batch=many', 'update-count.batch=many'],
    ['?gone.in=1&digit=77', 'gone.in=1, digit=77'],
  ])('%s falls back, with a notice', async (query, parts) => {
    await open(query);
    expect(await screen.findByText(/names nothing here/)).toHaveTextContent(parts);
    expect(await field('batch size')).toHaveValue('64');
  });

  test('leaves out what follows a step, and the answers', async () => {
    await open('?hide=answers,after:count');
    expect(document.getElementById('count')).not.toHaveAttribute('data-left-out');
    expect(document.getElementById('end')).toHaveAttribute('data-left-out');
    expect(screen.getByRole('article')).toHaveAttribute('data-hide', 'answers');
    expect(document.querySelector('[data-options]')).toHaveAttribute('inert');
  });

  test.each([
    ['update-count', ['maps', 'end', 'count-title']],
    ['maps', ['count', 'end']],
  ])('shows %s alone', async (only, gone) => {
    await open(`?only=${only}`);
    expect(document.documentElement).toHaveAttribute('data-only');
    for (const id of gone) expect(document.getElementById(id)).toHaveAttribute('data-left-out');
    expect(screen.getByRole('link', { name: 'Show the whole lesson' })).toBeInTheDocument();
  });

  test('is copied from a figure, with what is set there', async () => {
    const user = userEvent.setup();
    await open('?weights=mini&hide=code');
    await user.clear(await field('batch size'));
    await user.type(await field('batch size'), '8');
    await user.click(screen.getByRole('button', { name: 'Copy a link to this figure' }));
    expect(await screen.findByText('Copied.')).toBeInTheDocument();
    const copied = new URL(await navigator.clipboard.readText());
    expect(copied.hash).toBe('#count');
    expect(copied.pathname).toBe('/en/lessons/c3');
    expect(Object.fromEntries(copied.searchParams)).toEqual({
      weights: 'mini',
      'update-count.samples': '60000',
      'update-count.batch': '8',
      'update-count.epochs': '3',
    });
  });
});

describe('linkedProps', () => {
  test.each([
    ['calculator', { layer: 'c3' }, { in: '1' }, { in: '1', kernel: 5, out: 16 }],
    ['feature-maps', { layer: 'c3' }, { digit: '7' }, { layer: 'c3', digit: 7 }],
    ['convolution-window', { layer: 'c3' }, { channel: '11' }, { channel: 11 }],
  ])('%s', (name, written, set, expected) => {
    expect(linkedProps(name, written, set)).toMatchObject(expected);
  });

  test.each([
    ['calculator', { layer: 'c3' }, { in: 'x' }],
    ['calculator', { layer: 'c3' }, { gone: '1' }],
    ['feature-maps', { layer: 'c3' }, { digit: '77' }],
    ['convolution-window', { layer: 'c3' }, { channel: '99' }],
    ['toString', {}, { digit: '1' }],
  ])('%s refuses what it cannot be', (name, written, set) => {
    expect(linkedProps(name, written, set)).toBeUndefined();
  });
});

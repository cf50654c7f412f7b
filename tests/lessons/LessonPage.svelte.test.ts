import { render, screen, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import Code from '$lib/cells/code/Code.svelte';
import type { CellComponents } from '$lib/cells';
import type { Lesson } from '$lib/notebook';
import LessonPage from '../../src/routes/[lang=lang]/lessons/[slug]/+page.svelte';

const lesson: Lesson = {
  slug: 'c3',
  number: 5,
  language: 'en',
  minutes: 8,
  title: 'A kernel has depth',
  kicker: 'The second convolution',
  lead: 'How many weights?',
  summary: 'A block.',
  steps: [
    {
      id: 'maps',
      title: 'Six maps',
      segments: [
        {
          kind: 'html',
          html: '<p>Six maps go in, with <span class="role-weight">weights</span>.</p>',
        },
      ],
    },
    {
      id: 'code',
      title: 'In code',
      segments: [
        {
          kind: 'question',
          prompt: '<p>Why?</p>',
          options: [{ label: 'So', explanation: '<p>Yes.</p>', right: true }],
        },
        {
          kind: 'cell',
          cell: 'code',
          props: { file: 'nn/relu.ts', name: 'relu', html: '<pre>relu</pre>' },
        },
      ],
    },
  ],
};
const next = { slug: 's4', title: 'A small table', language: 'en' };
const code = Code as CellComponents[string];

type Watched = (entries: { target: Element; isIntersecting: boolean }[]) => void;
let scrollTo: (id: string, inBand: boolean) => void;

beforeEach(() => {
  vi.stubGlobal(
    'IntersectionObserver',
    class {
      constructor(watched: Watched) {
        scrollTo = (id, isIntersecting) =>
          watched([{ target: document.getElementById(id)!, isIntersecting }]);
      }
      observe() {}
      disconnect() {}
    },
  );
});

function renderPage(changes: { locale?: 'en' | 'zh'; previous?: typeof next } = {}) {
  const data = { locale: 'en' as const, key: 'en/c3', lesson, cells: { code }, count: 11, next, ...changes };
  return render(LessonPage, { data: { previous: undefined, ...data } });
}

describe('a lesson page', () => {
  test('has its title, its lead and its steps under headings', () => {
    renderPage();
    expect(screen.getByRole('heading', { level: 1 })).toHaveTextContent('A kernel has depth');
    expect(screen.getByText('How many weights?')).toBeInTheDocument();
    const step = screen.getByRole('region', { name: 'Six maps' });
    expect(step).toHaveAttribute('id', 'maps');
    expect(step).toHaveTextContent('Six maps go in, with weights.');
  });

  test('puts cells and questions where they were named', () => {
    renderPage();
    const step = within(screen.getByRole('region', { name: 'In code' }));
    expect(step.getByRole('button', { name: 'So' })).toBeInTheDocument();
    expect(step.getByRole('group', { name: 'relu, from nn/relu.ts' })).toBeInTheDocument();
  });

  test('lists the steps and marks the one being read', async () => {
    renderPage();
    expect(screen.getAllByText('Lesson 5 of 11')).not.toHaveLength(0);
    expect(screen.getByText('about 8 minutes')).toBeInTheDocument();
    const [list] = screen.getAllByRole('navigation', { name: 'Steps of this lesson' });
    const links = within(list!).getAllByRole('link');
    expect(links.map((link) => link.getAttribute('href'))).toEqual(['#maps', '#code']);
    expect(links[0]).toHaveAttribute('aria-current', 'step');

    scrollTo('maps', true);
    scrollTo('code', true);
    await vi.waitFor(() => expect(links[1]).toHaveAttribute('aria-current', 'step'));
    scrollTo('code', false);
    await vi.waitFor(() => expect(links[0]).toHaveAttribute('aria-current', 'step'));
  });

  test('lights up the role at which the reader points', async () => {
    renderPage();
    const article = screen.getByRole('article');
    await userEvent.hover(screen.getByText('weights'));
    expect(article).toHaveAttribute('data-pointed', 'weight');
    await userEvent.hover(screen.getByText(/Six maps go in/));
    expect(article).not.toHaveAttribute('data-pointed');
  });

  test('leads to its neighbours, as far as there are any', () => {
    renderPage();
    const neighbours = within(
      screen.getByRole('navigation', { name: 'Previous and next lesson' }),
    ).getAllByRole('link');
    expect(neighbours.map(({ textContent }) => textContent?.trim())).toEqual(['Next A small table']);
    expect(neighbours[0]?.getAttribute('href')).toMatch(/\/en\/lessons\/s4$/);
  });

  test('says so where it is not yet translated, and marks the text as English', () => {
    renderPage({ locale: 'zh' });
    expect(screen.getByText('本课尚未译成中文，以下是英文原文。')).toBeInTheDocument();
    expect(screen.getByRole('heading', { level: 1 }).closest('[lang]')).toHaveAttribute('lang', 'en');
  });
});

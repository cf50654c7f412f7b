import { render, screen, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { GlossaryEntry } from '$lib/notebook';
import Terms from '$lib/views/glossary/Terms.svelte';

const entry = (id: string, name: string, other: string): GlossaryEntry => ({
  id,
  name,
  other: { name: other, language: 'zh' },
  gloss: `What ${name} means.`,
  books: { d2l: other },
  pytorch: `torch.${id}`,
  explained: { slug: 'c3', step: 'block', number: 7, title: 'A kernel has depth' },
});
const glossary = [entry('kernel', 'kernel', '卷积核'), entry('loss', 'loss function', '损失函数')];

let text: HTMLElement;

beforeEach(() => {
  text = document.createElement('article');
  text.innerHTML = `<p>A <a class="term" href="../glossary#kernel">kernel</a> and a
    <a class="term" href="../glossary#loss">loss</a>, and a <a href="#there">link</a>.
    <a class="term" href="../glossary#gone">gone</a></p>`;
  document.body.append(text);
});
afterEach(() => text.remove());

function show() {
  return render(Terms, { text, version: 'en/c3', load: () => Promise.resolve({ glossary }) });
}
const mark = (name: string) => screen.getByRole('button', { name });
const card = (name: string) => screen.findByRole('dialog', { name });

describe('a marked term', () => {
  test('is a link until the page is alive, then a button', () => {
    expect(screen.getByRole('link', { name: 'kernel' })).toBeInTheDocument();
    show();
    expect(mark('kernel')).toHaveAttribute('aria-expanded', 'false');
    expect(screen.getByRole('link', { name: 'link' })).toBeInTheDocument();
  });

  test('opens its entry, which takes the focus; Escape gives it back', async () => {
    const user = userEvent.setup();
    show();
    await user.click(mark('kernel'));
    const opened = await card('kernel');
    expect(mark('kernel')).toHaveAttribute('aria-expanded', 'true');
    expect(opened).toHaveFocus();
    expect(opened).toHaveTextContent('What kernel means.');
    expect(opened).toHaveTextContent('torch.kernel');
    expect(
      within(opened).getByRole('link', { name: 'lesson 7, A kernel has depth' }),
    ).toHaveAttribute('href', '/en/lessons/c3#block');
    expect(within(opened).getByRole('link', { name: 'Glossary' })).toHaveAttribute(
      'href',
      '/en/glossary#kernel',
    );
    await user.keyboard('{Escape}');
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(mark('kernel')).toHaveFocus();
    expect(mark('kernel')).toHaveAttribute('aria-expanded', 'false');
  });

  test.each(['{Enter}', ' '])('opens and closes by the key "%s"', async (key) => {
    const user = userEvent.setup();
    show();
    mark('loss').focus();
    await user.keyboard(key);
    const opened = await card('loss function');
    await user.click(within(opened).getByRole('button', { name: 'Close' }));
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(mark('loss')).toHaveFocus();
  });

  test('closes when another is opened, when it is pressed again, and when the reader goes on', async () => {
    const user = userEvent.setup();
    show();
    await user.click(mark('kernel'));
    await card('kernel');
    await user.click(mark('loss'));
    await card('loss function');
    expect(screen.getAllByRole('dialog')).toHaveLength(1);
    expect(mark('kernel')).toHaveAttribute('aria-expanded', 'false');
    await user.click(mark('loss'));
    expect(screen.queryByRole('dialog')).toBeNull();
    await user.click(mark('kernel'));
    await card('kernel');
    await user.click(document.body);
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  test('stays a link for a click that opens another tab', () => {
    show();
    const event = new MouseEvent('click', { bubbles: true, cancelable: true, ctrlKey: true });
    mark('kernel').addEventListener('click', (click) => click.preventDefault());
    mark('kernel').dispatchEvent(event);
    expect(mark('kernel')).toHaveAttribute('aria-expanded', 'false');
  });

  test('that the glossary does not know says so', async () => {
    const user = userEvent.setup();
    show();
    await user.click(mark('gone'));
    expect(await card('Glossary')).toHaveTextContent('The glossary has no such entry.');
  });
});

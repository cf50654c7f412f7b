import { render, screen } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import CodeGroup from '$lib/cells/code-group/CodeGroup.svelte';

const tabs = [
  { title: 'lenet5.py', cell: 'script', gloss: '', html: '<pre>self.conv1</pre>' },
  { title: 'NumPy', gloss: '<p>The loop.</p>', html: '<pre>for i</pre>' },
  { title: 'nn/relu.ts', cell: 'code', gloss: '', html: '<pre>relu</pre>' },
];

test('one of several is chosen, by pointer and by keyboard', async () => {
  render(CodeGroup, { tabs });
  const script = screen.getByRole('tab', { name: 'The script' });
  const source = screen.getByRole('tab', { name: 'This site’s source' });
  expect(script).toHaveAttribute('aria-selected', 'true');

  await userEvent.click(screen.getByRole('tab', { name: 'NumPy' }));
  expect(screen.getByRole('tabpanel', { name: 'NumPy' })).toHaveClass('chosen');
  await userEvent.keyboard('{ArrowRight}');
  expect(source).toHaveFocus();
  expect(source).toHaveAttribute('aria-selected', 'true');
  await userEvent.keyboard('{ArrowRight}');
  expect(script).toHaveFocus();
});

test('each is in the page from the start, with its file and what is said of it', () => {
  render(CodeGroup, { tabs });
  expect(screen.getByText('The loop.')).toBeInTheDocument();
  expect(screen.getByText('nn/relu.ts')).toBeInTheDocument();
  expect(screen.getAllByRole('tabpanel')).toHaveLength(3);
});

test('a single one has no tabs', () => {
  render(CodeGroup, { tabs: tabs.slice(1, 2) });
  expect(screen.queryByRole('tab')).not.toBeInTheDocument();
  expect(screen.getByText('for i')).toBeInTheDocument();
});

import { render, screen } from '@testing-library/svelte';
import { expect, test } from 'vitest';
import Code from '$lib/cells/code/Code.svelte';

test('shows the source with the file it is from', () => {
  render(Code, {
    file: 'nn/relu.ts',
    name: 'relu',
    html: '<pre tabindex="0"><code>export function relu() {}</code></pre>',
  });
  const region = screen.getByRole('group', { name: 'relu, from nn/relu.ts' });
  expect(region).toHaveTextContent('export function relu() {}');
  expect(region).toHaveTextContent('nn/relu.ts');
  expect(screen.queryByRole('link')).toBeNull();
});

test('the script can be saved', () => {
  render(Code, {
    file: 'lenet5.py',
    name: 'LeNet-5',
    html: '<pre><code>import torch</code></pre>',
  });
  const link = screen.getByRole('link', { name: 'Save the script' });
  expect(link).toHaveAttribute('href', '/lenet5.py');
  expect(link).toHaveAttribute('download');
});

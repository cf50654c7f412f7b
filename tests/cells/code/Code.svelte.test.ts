import { render, screen } from '@testing-library/svelte';
import { expect, test } from 'vitest';
import Code from '$lib/cells/code/Code.svelte';

test('shows the source with the file it is from', () => {
  render(Code, {
    file: 'nn/relu.ts',
    name: 'relu',
    html: '<pre tabindex="0"><code>export function relu() {}</code></pre>',
  });
  const region = screen.getByRole('region', { name: 'relu, from nn/relu.ts' });
  expect(region).toHaveTextContent('export function relu() {}');
  expect(region).toHaveTextContent('nn/relu.ts');
});

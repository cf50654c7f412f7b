import { readTexts } from '$lib/notebook/formula';
import TextBody from '$lib/pages/scratch/TextBody.svelte';
import { render, screen } from '@testing-library/svelte';
import { expect, test } from 'vitest';

const source = 'K is {K}.';
const text = readTexts([{ id: 't', type: 'text', title: '', source }]).get('t')!;

test.each([
  { value: undefined, isAwaited: true, shown: 'K is ….' },
  { value: undefined, isAwaited: false, shown: 'K is K: no value.' },
  { value: 5, isAwaited: true, shown: 'K is 5.' },
  { value: false, isAwaited: false, shown: 'K is false.' },
])('a name whose value is $value, awaited $isAwaited: $shown', ({ value, isAwaited, shown }) => {
  const onchange = () => undefined;
  render(TextBody, { source, text, valueOf: () => value, isAwaited, isEditing: false, onchange });
  expect(screen.getByText((_, element) => element?.tagName === 'P')).toHaveTextContent(shown);
});

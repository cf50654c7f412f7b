import '../../figures/no-canvas';
import { configure, fireEvent, render, screen } from '@testing-library/svelte';
import * as v from 'valibot';
import { beforeAll, expect, test, vi } from 'vitest';
import OpenNumber from '$lib/cells/microscope/OpenNumber.svelte';
import { microscopeSchema } from '$lib/cells/microscope/schema';
import { freshNetwork, traceDigit } from '$lib/views/sample/trace-digit';

beforeAll(() => configure({ defaultHidden: true }));
vi.setConfig({ testTimeout: 30_000 });

const pixels = Uint8Array.from({ length: 784 }, (_, i) => (i % 28 > 9 && i % 28 < 14 ? 230 : 0));
const trace = traceDigit({ pixels, label: 1 }, freshNetwork(0));

test('a lesson’s number opens, what it was made of opens in its place, and the page is a link away', async () => {
  render(OpenNumber, {
    trace,
    pixels,
    open: 'c3.output[7,2,4]',
    digit: 1,
    weights: 'fresh' as const,
    seed: 0,
  });
  expect(screen.getByText('a sum of 150 products and a bias')).toBeInTheDocument();
  const [input] = await screen.findAllByRole('button', { name: /^s2\.output\[/ });
  const name = input.textContent!.trim();
  await fireEvent.click(input);
  expect(screen.getByText('the largest of 4 numbers')).toBeInTheDocument();
  const link = screen.getByRole('link', { name: 'Open in the microscope' });
  expect(link).toHaveAttribute('href', `/en/step?digit=test-2&weights=fresh&step=4&open=${name}`);
});

test('a lesson must name a number', () => {
  expect(v.safeParse(microscopeSchema, { open: 'c3.output[7,2,4]' }).success).toBe(true);
  expect(v.safeParse(microscopeSchema, { open: '7!' }).success).toBe(false);
  expect(v.safeParse(microscopeSchema, {}).success).toBe(false);
});

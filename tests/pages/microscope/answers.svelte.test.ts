import '../../figures/no-canvas';
import { render, screen } from '@testing-library/svelte';
import { describe, expect, test } from 'vitest';
import LossFall from '$lib/views/stepping/LossFall.svelte';
import { Microscope } from '$lib/views/stepping/microscope.svelte';
import NetworkStrip from '$lib/pages/microscope/NetworkStrip.svelte';
import { freshNetwork, traceDigit } from '$lib/views/sample/trace-digit';
import type { Sequential } from '$lib/nn';

const pixels = Uint8Array.from({ length: 784 }, (_, i) => (i % 28 > 9 && i % 28 < 14 ? 230 : 0));

/** A network whose answer is always this digit; NaN makes all its scores NaN. */
function alwaysSays(digit: number): Sequential {
  const network = freshNetwork(0);
  const bias = network.parameters().get('output.bias')?.value.data;
  if (Number.isNaN(digit)) bias?.fill(NaN);
  else if (bias) bias[digit] = 20;
  return network;
}

/** The strip at its last step; what its last station says. */
function answerOf(label: number, says: number, isAssumed = false) {
  const microscope = new Microscope(traceDigit({ pixels, label }, alwaysSays(says)));
  microscope.isLabelAssumed = isAssumed;
  microscope.goTo(99);
  const { container } = render(NetworkStrip, { microscope });
  const last = screen.getAllByRole('button').at(-1)?.querySelector('.name');
  return { words: last?.textContent, green: container.querySelectorAll('.right').length };
}

test('the strip says what the network answers and whether that is right; only right is green', () => {
  expect(answerOf(3, 3)).toEqual({ words: 'says 3 ✓', green: 1 });
});

test('nobody has said what it is: nothing is judged', () => {
  expect(answerOf(3, 3, true)).toEqual({ words: 'says 3', green: 0 });
});

test('a wrong answer is not green', () => {
  expect(answerOf(3, 9)).toEqual({ words: 'says 9 ✗, is 3', green: 0 });
});

test('numbers that ran away answer nothing', () => {
  expect(answerOf(3, NaN)).toEqual({ words: 'output: NaN', green: 0 });
});

describe('the loss after an update', () => {
  const trace = traceDigit({ pixels, label: 3 }, alwaysSays(9));

  test.each([
    [1, /fell from [\d.]+ to 1\.0000/, true],
    [99, /rose from [\d.]+ to 99\.0000/, false],
    [NaN, /to NaN: it is no longer a number/, false],
    [Infinity, /rose from [\d.]+ to ∞/, false],
  ])('%d is said in words, and green only where it fell', (loss, words, isGreen) => {
    const after = new Map(trace.after).set('loss', { shape: [1], data: Float64Array.of(loss) });
    const { container } = render(LossFall, { trace: { ...trace, after } });
    expect(screen.getByText(words)).toBeInTheDocument();
    const output = container.querySelector('output[name=lossAfter]');
    expect(output?.classList.contains('role-output')).toBe(isGreen);
  });
});
